"""The bank of questions: read, layered, calibrated; a broken file leaves the others standing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import cast

from seasoned import catalogue
from seasoned.assessment import checks
from seasoned.assessment.bank import Bank
from seasoned.assessment.calibrated import read_calibrations
from seasoned.assessment.item import Item
from seasoned.assessment.parameters import Parameters, parameters_of
from seasoned.assessment.reading import ITEMS
from seasoned.catalogue import BUILT_IN, Shelf
from seasoned.errors import Problem, meant
from seasoned.journeys.kept import keep, taken
from seasoned.ladder.ladder import Ask, Ladder
from seasoned.store import places

UP_TO_SENIOR = 3
"""Stages from the lowest whose musts each need a few questions of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """The bank, and what could not be read of it."""

    bank: Bank
    problems: tuple[Problem, ...]
    fingerprint: str


PARTS = (Bank, Item, Parameters)


def load_bank(*roots: Path, cache: Path | None = None) -> Stock:
    """Built-in questions with the given folders layered over them, and the newest parameters.

    A file that cannot be read is told in ``problems`` and left out. ``cache``: as for
    ``load_content``.
    """
    return _loaded(tuple(roots), catalogue.fingerprint((BUILT_IN, *roots)), cache)


def my_bank() -> Stock:
    """The built-in bank with the person's own folder over it, and what a team's answers taught."""
    stock = load_bank(*places.content_roots(), cache=places.cache_folder())
    if not places.database_url():
        return stock
    from seasoned.store.items import learned_state

    return _taught(stock.fingerprint, learned_state())


@lru_cache(maxsize=2)
def _taught(fingerprint: str, state: tuple[str, int, str]) -> Stock:
    """The stock with what answers taught, read anew when either has changed."""
    from seasoned.store.items import learned_parameters

    stock = load_bank(*places.content_roots(), cache=places.cache_folder())
    now = learned_parameters(stock.bank.parameters)
    bank = replace(stock.bank, parameters={**stock.bank.parameters, **now})
    return replace(stock, bank=bank)


@lru_cache(maxsize=4)
def _loaded(roots: tuple[Path, ...], fingerprint: str, cache: Path | None) -> Stock:
    found = taken(cache, Stock, fingerprint, PARTS) if cache else None
    if found is None:
        found = _made((BUILT_IN, *roots), fingerprint)
        if cache:
            keep(cache, found, fingerprint, PARTS)
    return cast(Stock, found)


def _made(roots: Sequence[Path], fingerprint: str) -> Stock:
    shelf = catalogue.read(ITEMS, roots)
    calibrations = read_calibrations(roots)
    bank = Bank(items=shelf.things, parameters=parameters_of(shelf.things, calibrations.parameters))
    problems = (*shelf.problems, *calibrations.problems)
    return Stock(bank=bank, problems=problems, fingerprint=fingerprint)


def bank_problems(
    shelf: Shelf[Item], skills: Sequence[str], ladder: Ladder | None, roots: Sequence[Path]
) -> Iterator[Problem]:
    """Everything wrong with the questions and their calibrations, for the check of all content."""
    yield from checks.problems(shelf, skills, needed_skills(ladder) if ladder else ())
    calibrations = read_calibrations(roots)
    yield from calibrations.problems
    for name in sorted(set(calibrations.parameters) - set(shelf.things)):
        yield Problem(
            path="calibration",
            field=name,
            message="is calibrated, but is no question",
            suggestion=meant(name, tuple(shelf.things)),
        )


def needed_skills(ladder: Ladder) -> tuple[str, ...]:
    """Skills that are a must by themselves, in some workplace, at one of the lower stages."""
    low = {stage.id for stage in ladder.stages[:UP_TO_SENIOR]}
    musts = (
        e.skill
        for e in ladder.expectations
        if e.skill and e.stage in low and Ask.MUST in {e.ask, *(r.ask for r in e.contexts)}
    )
    return tuple(dict.fromkeys(musts))
