"""Sense checks on ladders: references, filled cells, rising levels, evidence, near-duplicates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from seasoned.catalogue import BUILT_IN, Shelf
from seasoned.errors import Problem, meant
from seasoned.ladder.ladder import SCHEMA, Ask, Expectation, ExpectationKind, Ladder, Transfer
from seasoned.skills.skill import Skill

HIGHEST = 4
FILLED = 3
"""Expectations a stage and area of our own ladders hold at least, unless marked empty."""


def problems(
    ladders: Shelf[Ladder], transfers: Shelf[Transfer], skills: Mapping[str, Skill]
) -> Iterator[Problem]:
    """Everything that makes no sense in the ladders and transfers, taken together."""
    for name, ladder in ladders.things.items():
        path = str(ladders.paths[name])
        yield from _header(ladder, path)
        yield from _references(ladder, skills, path)
        yield from _levels(ladder, path)
        yield from _rising(ladder, path)
        yield from _cells(
            ladder, path, FILLED if ladders.paths[name].is_relative_to(BUILT_IN) else 1
        )
        yield from _own(ladder, path)
    for name, transfer in transfers.things.items():
        yield from _transfer(transfer, ladders.things, str(transfers.paths[name]))


def _header(ladder: Ladder, path: str) -> Iterator[Problem]:
    if ladder.schema != SCHEMA:
        yield Problem(
            path=path,
            field="schema",
            message=f"is {ladder.schema!r}",
            suggestion=f"write {SCHEMA!r}",
        )
    parts = ladder.version.split(".")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        yield Problem(
            path=path,
            field="version",
            message=f"is {ladder.version!r}",
            suggestion="write three numbers like '1.2.0'",
        )
    for what in ("stages", "areas", "contexts", "archetypes", "expectations", "resources"):
        for repeated, count in Counter(thing.id for thing in getattr(ladder, what)).items():
            if count > 1:
                yield Problem(
                    path=path, field=what, message=f"{repeated!r} stands there {count} times"
                )


def _references(ladder: Ladder, skills: Mapping[str, Skill], path: str) -> Iterator[Problem]:
    stages = [stage.id for stage in ladder.stages]
    areas = [area.id for area in ladder.areas]
    contexts = [context.id for context in ladder.contexts]
    expectations = [expectation.id for expectation in ladder.expectations]
    for e in ladder.expectations:
        where = f"expectations.{e.id}"
        yield from _known(path, f"{where}.stage", (e.stage,), stages)
        yield from _known(path, f"{where}.area", (e.area,), areas)
        yield from _known(
            path, f"{where}.skill", (e.skill,) if e.skill else e.any_of, tuple(skills)
        )
        yield from _known(path, f"{where}.contexts", [r.context for r in e.contexts], contexts)
    for resource in ladder.resources:
        yield from _known(path, f"resources.{resource.id}.stages", resource.stages, stages)
        yield from _known(path, f"resources.{resource.id}.areas", resource.areas, areas)
    for archetype in ladder.archetypes:
        yield from _known(path, f"archetypes.{archetype.id}.stages", archetype.stages, stages)
        yield from _known(
            path,
            f"archetypes.{archetype.id}.changes",
            [change.expectation for change in archetype.changes],
            expectations,
        )
    for line in ladder.crosswalk:
        yield from _known(path, f"crosswalk.{line.title}", (line.stage,), stages)


def _known(path: str, field: str, given: Sequence[str], known: Sequence[str]) -> Iterator[Problem]:
    for name in given:
        if name not in known:
            yield Problem(
                path=path,
                field=field,
                message=f"names {name!r}, which does not exist",
                suggestion=meant(name, known),
            )


def _levels(ladder: Ladder, path: str) -> Iterator[Problem]:
    for e in ladder.expectations:
        if e.level is not None and not 0 <= e.level <= HIGHEST:
            yield Problem(
                path=path,
                field=f"expectations.{e.id}.level",
                message=f"is {e.level:g}",
                suggestion=f"write a level from 0 to {HIGHEST}",
            )


def _rising(ladder: Ladder, path: str) -> Iterator[Problem]:
    """A higher stage never asks a lower level of the same skill."""
    rank = {stage.id: n for n, stage in enumerate(ladder.stages)}
    asked: dict[str, list[Expectation]] = {}
    for e in ladder.expectations:
        if e.skill and e.level is not None and e.stage in rank:
            asked.setdefault(e.skill, []).append(e)
    for skill, group in asked.items():
        group.sort(key=lambda e: rank[e.stage])
        for lower, higher in pairwise(group):
            if (higher.level or 0) < (lower.level or 0):
                yield Problem(
                    path=path,
                    field=f"expectations.{higher.id}.level",
                    message=f"asks {higher.level} of {skill}, below {lower.level} at {lower.stage}",
                )


def _cells(ladder: Ladder, path: str, least: int) -> Iterator[Problem]:
    filled = Counter((e.stage, e.area) for e in ladder.expectations)
    empty = {(cell.stage, cell.area) for cell in ladder.intentionally_empty if cell.why}
    for stage in ladder.stages:
        for area in ladder.areas:
            cell = (stage.id, area.id)
            if filled[cell] < least and not (filled[cell] == 0 and cell in empty):
                yield Problem(
                    path=path,
                    field=f"{stage.id} x {area.id}",
                    message=f"holds {filled[cell]} expectations",
                    suggestion=f"write at least {least}, or mark it intentionally_empty with a reason",
                )


def _own(ladder: Ladder, path: str) -> Iterator[Problem]:
    for e in ladder.expectations:
        where = f"expectations.{e.id}"
        if e.level is None and e.kind is ExpectationKind.SKILL:
            yield Problem(
                path=path, field=f"{where}.level", message="is missing on a skill expectation"
            )
        if bool(e.skill) == bool(e.any_of) and e.kind is ExpectationKind.SKILL:
            yield Problem(
                path=path, field=f"{where}.skill", message="give one skill, or any_of several"
            )
        if len(e.examples) < 2:
            yield Problem(
                path=path,
                field=f"{where}.examples",
                message=f"holds {len(e.examples)}",
                suggestion="give at least two pieces of evidence",
            )
        if e.ask is Ask.MUST and not e.actions:
            yield Problem(
                path=path,
                field=f"{where}.actions",
                message="is empty on a must",
                suggestion="name at least one action",
            )
    yield from _resources(ladder, path)
    yield from _duplicates(ladder, path)


def _resources(ladder: Ladder, path: str) -> Iterator[Problem]:
    count = Counter(stage for resource in ladder.resources for stage in resource.stages)
    for stage in ladder.stages:
        if ladder.resources and count[stage.id] < FILLED:
            yield Problem(
                path=path,
                field=f"resources for {stage.id}",
                message=f"are {count[stage.id]}",
                suggestion=f"name at least {FILLED}",
            )


def _duplicates(ladder: Ladder, path: str) -> Iterator[Problem]:
    from rapidfuzz import fuzz

    lines = [(e.id, e.stage, e.statement) for e in ladder.expectations]
    for n, (one, stage, text) in enumerate(lines):
        for other, _, second in lines[n + 1 :]:
            if fuzz.token_sort_ratio(text, second) > 85:
                yield Problem(
                    path=path,
                    field=f"expectations.{other}.statement",
                    message=f"says nearly the same as {one} at {stage}",
                )


def _transfer(transfer: Transfer, ladders: Mapping[str, Ladder], path: str) -> Iterator[Problem]:
    if transfer.ladder not in ladders:
        yield from _known(path, "ladder", (transfer.ladder,), tuple(ladders))
        return
    known = [e.id for e in ladders[transfer.ladder].expectations]
    for experience in transfer.experiences:
        yield from _known(
            path,
            f"experiences.{experience.id}",
            [s.expectation for s in experience.suggestions],
            known,
        )
