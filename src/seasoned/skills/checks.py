"""Sense checks on skills: levels, references, circles, and written forms that collide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from seasoned.catalogue import Shelf
from seasoned.errors import Problem, meant
from seasoned.skills.skill import LEVEL_NAMES, Skill


def problems(shelf: Shelf[Skill]) -> Iterator[Problem]:
    """Everything that makes no sense in the skills, taken together."""
    for name, skill in shelf.things.items():
        path = str(shelf.paths[name])
        yield from _levels(skill, path)
        yield from _neighbours(skill, shelf.things, path)
        yield from _canonical(skill, path)
    yield from _collisions(shelf)
    yield from _former_ids(shelf)
    yield from _circles(shelf)


def fold(surface: str) -> str:
    """A written form without the differences that matching ignores: case, hyphens, plural s."""
    words = re.sub(r"[\s\-_/]+", " ", surface.lower()).strip()
    return (
        words[:-1] if len(words) > 3 and words.endswith("s") and not words.endswith("ss") else words
    )


def _levels(skill: Skill, path: str) -> Iterator[Problem]:
    if len(skill.levels) != len(LEVEL_NAMES):
        yield Problem(
            path=path,
            field="levels",
            message=f"has {len(skill.levels)} descriptions",
            suggestion=f"write {len(LEVEL_NAMES)}, one for each level",
        )
    if len(set(skill.levels)) != len(skill.levels):
        yield Problem(path=path, field="levels", message="describes two levels in the same words")
    if not skill.terms:
        yield Problem(
            path=path,
            field="terms",
            message="is empty",
            suggestion="add at least the skill's own name",
        )


def _neighbours(skill: Skill, known: Mapping[str, Skill], path: str) -> Iterator[Problem]:
    for field in ("prerequisites", "related"):
        for other in getattr(skill, field):
            if other == skill.id:
                yield Problem(path=path, field=field, message="names the skill itself")
            elif other not in known:
                yield Problem(
                    path=path,
                    field=field,
                    message=f"names {other!r}, which is no skill",
                    suggestion=meant(other, tuple(known)),
                )


def _canonical(skill: Skill, path: str) -> Iterator[Problem]:
    names = [term.name for term in skill.terms if not term.same_as]
    for term in skill.terms:
        if term.same_as and term.same_as not in names:
            yield Problem(
                path=path,
                field="terms",
                message=f"{term.name!r} is the same as {term.same_as!r}, which is no term here",
                suggestion=meant(term.same_as, names),
            )


def _collisions(shelf: Shelf[Skill]) -> Iterator[Problem]:
    owner: dict[tuple[str, str], str] = {}
    for name, skill in shelf.things.items():
        for term in skill.terms:
            for surface in term.surfaces:
                key = (surface if term.exact_case else fold(surface), term.language)
                if key in owner:
                    yield Problem(
                        path=str(shelf.paths[name]),
                        field="terms",
                        message=f"{surface!r} already belongs to {owner[key]}",
                        suggestion="keep it with one of them",
                    )
                owner.setdefault(key, name)


def _former_ids(shelf: Shelf[Skill]) -> Iterator[Problem]:
    owner: dict[str, str] = {}
    for name, skill in shelf.things.items():
        for former in skill.formerly:
            taken = owner.setdefault(former, name) if former not in shelf.things else former
            if taken != name:
                yield Problem(
                    path=str(shelf.paths[name]),
                    field="formerly",
                    message=f"{former!r} stands for {taken!r} already",
                    suggestion="an old id leads to one skill, and to none that still has it",
                )


def _circles(shelf: Shelf[Skill]) -> Iterator[Problem]:
    from graphlib import CycleError, TopologicalSorter

    graph = {name: skill.prerequisites for name, skill in shelf.things.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        first = error.args[1][0]
        yield Problem(
            path=str(shelf.paths.get(first, first)),
            field="prerequisites",
            message=f"go in a circle: {' -> '.join(error.args[1])}",
        )
