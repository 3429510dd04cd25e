"""Bank: all items with their parameters, and the same as columns for the choice of the next one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.assessment.item import Item
from seasoned.assessment.parameters import Parameters, loadings_of
from seasoned.numerics.answering import doubtful_slope
from seasoned.profile.belief import AREAS, Belief

Floats = npt.NDArray[np.floating[Any]]
Integers = npt.NDArray[np.integer[Any]]

WIDTH = 2
"""Skills that an item may load on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """Items and their parameters by id."""

    items: Mapping[str, Item]
    parameters: Mapping[str, Parameters]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pool:
    """A bank as columns over a belief's entries, parameters in single precision.

    ``columns``, ``loadings``: shape (items, 2). ``slope`` is flattened by the difficulty's own
    error. ``place`` finds an item's row. ``skills`` holds the belief's column of its first skill,
    ``areas`` that skill's area by its place in ``Area``, ``families`` a number a family, -1 for none.
    """

    names: tuple[str, ...]
    place: Mapping[str, int]
    skills: Integers
    areas: Integers
    families: Integers
    columns: Integers
    loadings: Floats
    slope: Floats
    difficulty: Floats
    chance: Floats


def pool_of(bank: Bank, belief: Belief) -> Pool:
    """The bank's items on skills that the belief holds, as columns; the order is that of their ids."""
    held = set(belief.skills)
    names = tuple(sorted(n for n, item in bank.items.items() if set(item.skills) <= held))
    items = [bank.items[name] for name in names]
    found = [bank.parameters[name] for name in names]
    area_of = dict(zip(belief.skills, belief.areas, strict=True))
    columns, loadings = _loaded(items, belief)
    return Pool(
        names=names,
        place={name: n for n, name in enumerate(names)},
        skills=columns[:, 0],
        areas=np.array([AREAS.index(area_of[item.skill]) for item in items], dtype=int),
        families=_numbered([item.family for item in items]),
        columns=columns,
        loadings=loadings,
        slope=doubtful_slope(
            np.array([p.discrimination for p in found]),
            np.array([p.difficulty_error for p in found]),
        ).astype(np.float32),
        difficulty=np.array([p.difficulty for p in found], dtype=np.float32),
        chance=np.array([item.chance for item in items], dtype=np.float32),
    )


def _loaded(items: Sequence[Item], belief: Belief) -> tuple[Integers, Floats]:
    columns = np.zeros((len(items), WIDTH), dtype=int)
    loadings = np.zeros((len(items), WIDTH))
    for row, item in enumerate(items):
        for place, (skill, share) in enumerate(loadings_of(item).items()):
            columns[row, place:] = belief.column(skill)
            loadings[row, place] = share
    return columns, loadings


def _numbered(families: Sequence[str]) -> Integers:
    known = {name: n for n, name in enumerate(dict.fromkeys(filter(None, families)))}
    return np.array([known.get(name, -1) for name in families], dtype=int)
