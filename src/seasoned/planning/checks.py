"""Sense checks on actions: hours, gains, prerequisites and duplicates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from seasoned.catalogue import Shelf
from seasoned.errors import Problem, meant
from seasoned.planning.action import Action, ActionKind
from seasoned.skills.skill import Skill


def problems(shelf: Shelf[Action], skills: Mapping[str, Skill]) -> Iterator[Problem]:
    """Everything that makes no sense in the actions, taken together."""
    seen: dict[str, str] = {}
    for name, action in shelf.things.items():
        path = str(shelf.paths[name])
        yield from _numbers(action, path)
        yield from _gains(action, skills, path)
        yield from _before(action, shelf.things, path)
        if action.name in seen:
            yield Problem(
                path=path, field="name", message=f"is also the name of {seen[action.name]}"
            )
        seen.setdefault(action.name, name)
    yield from _circles(shelf)


def _numbers(action: Action, path: str) -> Iterator[Problem]:
    if not 0 < action.hours.low <= action.hours.high:
        yield Problem(
            path=path,
            field="hours",
            message=f"run from {action.hours.low} to {action.hours.high}",
            suggestion="low must be above 0 and not above high",
        )
    if not 0 <= action.joy <= 1:
        yield Problem(
            path=path, field="joy", message=f"is {action.joy}", suggestion="between 0 and 1"
        )
    if not 5 <= action.minimum_slot_minutes <= 480:
        yield Problem(
            path=path,
            field="minimum_slot_minutes",
            message=f"is {action.minimum_slot_minutes}",
            suggestion="between 5 and 480",
        )


def _gains(action: Action, skills: Mapping[str, Skill], path: str) -> Iterator[Problem]:
    if not action.gains and action.kind is not ActionKind.REST:
        yield Problem(path=path, field="gains", message="is empty; only rest gains no skill")
    for gain in action.gains:
        if gain.skill not in skills:
            yield Problem(
                path=path,
                field="gains",
                message=f"names {gain.skill!r}, which is no skill",
                suggestion=meant(gain.skill, tuple(skills)),
            )
        if not (0 < gain.gain <= 2 and 0 < gain.ceiling <= 4):
            yield Problem(
                path=path,
                field="gains",
                message=f"{gain.skill} gains {gain.gain} to a ceiling of {gain.ceiling}",
                suggestion="a gain is above 0 and at most 2, a ceiling at most 4",
            )


def _before(action: Action, known: Mapping[str, Action], path: str) -> Iterator[Problem]:
    for other in action.prerequisites:
        if other not in known:
            yield Problem(
                path=path,
                field="prerequisites",
                message=f"names {other!r}, which is no action",
                suggestion=meant(other, tuple(known)),
            )


def _circles(shelf: Shelf[Action]) -> Iterator[Problem]:
    from graphlib import CycleError, TopologicalSorter

    try:
        TopologicalSorter({n: a.prerequisites for n, a in shelf.things.items()}).prepare()
    except CycleError as error:
        first = error.args[1][0]
        yield Problem(
            path=str(shelf.paths.get(first, first)),
            field="prerequisites",
            message=f"go in a circle: {' -> '.join(error.args[1])}",
        )
