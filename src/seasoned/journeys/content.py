"""All content together: read, layered, checked across kinds, and fingerprinted."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import cast

from seasoned import catalogue
from seasoned.assessment.item import Item
from seasoned.assessment.reading import ITEMS
from seasoned.catalogue import BUILT_IN, Shelf
from seasoned.errors import ContentError, Problem, UnknownId, meant
from seasoned.journeys.bank import bank_problems
from seasoned.journeys.kept import keep, taken
from seasoned.ladder import checks as ladder_checks
from seasoned.ladder import hat_checks
from seasoned.ladder.hat import Hat
from seasoned.ladder.ladder import Ladder, Transfer
from seasoned.ladder.reading import HATS, LADDERS, TRANSFERS
from seasoned.planning import checks as action_checks
from seasoned.planning.action import Action
from seasoned.planning.reading import ACTIONS
from seasoned.profile.evidence import EvidenceKind
from seasoned.profile.reading import KINDS
from seasoned.skills import checks as skill_checks
from seasoned.skills.reading import SKILLS
from seasoned.skills.skill import Skill


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything authored, by id, with the fingerprint that goes with every stored result."""

    skills: Mapping[str, Skill]
    ladders: Mapping[str, Ladder]
    actions: Mapping[str, Action]
    kinds: Mapping[str, EvidenceKind]
    transfers: Mapping[str, Transfer]
    fingerprint: str
    hats: Mapping[str, Hat] = field(default_factory=dict)

    def ladder(self, name: str) -> Ladder:
        """The ladder of that id; raises UnknownId with the nearest one."""
        if name not in self.ladders:
            raise UnknownId("ladder", name, tuple(self.ladders))
        return self.ladders[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelves:
    """Content as read, before any sense is made of it."""

    skills: Shelf[Skill]
    ladders: Shelf[Ladder]
    actions: Shelf[Action]
    kinds: Shelf[EvidenceKind]
    transfers: Shelf[Transfer]
    hats: Shelf[Hat]


PARTS = (Skill, Ladder, Action, EvidenceKind, Hat)


def load_content(*roots: Path, cache: Path | None = None) -> Content:
    """Built-in content with the given folders layered over it; raises ContentError with all problems.

    ``cache``: a folder of the person's own in which what was read is kept for the next start.
    """
    return _loaded(tuple(roots), catalogue.fingerprint((BUILT_IN, *roots)), cache)


def check_content(*roots: Path) -> list[Problem]:
    """Every problem of shape and sense in the built-in content and the folders layered over it."""
    shelves, items = _read((BUILT_IN, *roots)), catalogue.read(ITEMS, (BUILT_IN, *roots))
    return [*_problems(shelves), *_items(shelves, items, (BUILT_IN, *roots))]


def _items(s: Shelves, items: Shelf[Item], roots: Sequence[Path]) -> Iterator[Problem]:
    """Questions are checked with all content but read apart: a broken one stops nothing."""
    yield from items.problems
    ladder = s.ladders.things.get("mle")
    yield from bank_problems(items, tuple(s.skills.things), ladder, roots)


@lru_cache(maxsize=4)
def _loaded(roots: tuple[Path, ...], fingerprint: str, cache: Path | None) -> Content:
    found = taken(cache, Content, fingerprint, PARTS) if cache else None
    if found is None:
        found = _made(roots, fingerprint)
        if cache:
            keep(cache, found, fingerprint, PARTS)
    return cast(Content, found)


def _made(roots: tuple[Path, ...], fingerprint: str) -> Content:
    shelves = _read((BUILT_IN, *roots))
    problems = list(_problems(shelves)) if roots else list(_shape(shelves))
    if problems:
        raise ContentError(problems)
    return Content(
        skills=shelves.skills.things,
        ladders=shelves.ladders.things,
        actions=shelves.actions.things,
        kinds=shelves.kinds.things,
        transfers=shelves.transfers.things,
        hats=shelves.hats.things,
        fingerprint=fingerprint,
    )


def _read(roots: Sequence[Path]) -> Shelves:
    return Shelves(
        skills=catalogue.read(SKILLS, roots),
        ladders=catalogue.read(LADDERS, roots),
        actions=catalogue.read(ACTIONS, roots),
        kinds=catalogue.read(KINDS, roots),
        transfers=catalogue.read(TRANSFERS, roots),
        hats=catalogue.read(HATS, roots),
    )


def _shape(s: Shelves) -> Iterator[Problem]:
    for shelf in (s.skills, s.ladders, s.actions, s.kinds, s.transfers, s.hats):
        yield from shelf.problems


def _problems(s: Shelves) -> Iterator[Problem]:
    yield from _shape(s)
    yield from skill_checks.problems(s.skills)
    yield from ladder_checks.problems(s.ladders, s.transfers, s.skills.things)
    yield from hat_checks.problems(s.hats, s.skills.things)
    yield from action_checks.problems(s.actions, s.skills.things)
    yield from _references(s)
    yield from _coverage(s)


def _references(s: Shelves) -> Iterator[Problem]:
    actions = tuple(s.actions.things)
    for name, ladder in s.ladders.things.items():
        for expectation in ladder.expectations:
            for action in expectation.actions:
                if action not in s.actions.things:
                    yield _dangling(
                        s.ladders.paths[name], f"{expectation.id}.actions", action, actions
                    )
    for name, doing in s.actions.things.items():
        if doing.evidence_kind and doing.evidence_kind not in s.kinds.things:
            yield _dangling(
                s.actions.paths[name], "evidence_kind", doing.evidence_kind, tuple(s.kinds.things)
            )


def _coverage(s: Shelves) -> Iterator[Problem]:
    """For our own content: every skill is asked for and has an action; every must has one with hours."""
    asked = {
        skill
        for ladder in s.ladders.things.values()
        for e in ladder.expectations
        for skill in ((e.skill,) if e.skill else e.any_of)
    }
    taught = {gain.skill for action in s.actions.things.values() for gain in action.gains}
    for name, path in s.skills.paths.items():
        if not path.is_relative_to(BUILT_IN):
            continue
        if name not in asked:
            yield Problem(
                path=str(path),
                field="id",
                message="no expectation asks for this skill",
                suggestion="name it in an expectation's skill or any_of",
            )
        if name not in taught and not s.skills.things[name].only_inside:
            yield Problem(
                path=str(path),
                field="id",
                message="no action builds this skill",
                suggestion="name it in an action's gains",
            )


def _dangling(path: Path, field: str, given: str, known: Sequence[str]) -> Problem:
    return Problem(
        path=str(path),
        field=field,
        message=f"names {given!r}, which does not exist",
        suggestion=meant(given, known),
    )


if __name__ == "__main__":
    found = check_content(*map(Path, sys.argv[1:]))
    print("\n".join(map(str, found)) or "no problems")
    sys.exit(bool(found))
