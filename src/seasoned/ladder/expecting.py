"""What a stage asks of a person: everything up to it, weighted by workplace and archetype."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seasoned.errors import InvalidValue, UnknownId
from seasoned.ladder.ladder import Archetype, Ask, Expectation, Ladder, Stage, YearBand

HIGHER_DEGREES = ("higher", "doctorate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An expectation as it is asked here; ``inherited`` from a lower stage; ``why`` it is re-weighted."""

    expectation: Expectation
    ask: Ask
    inherited: bool
    why: str = ""


def expected_at(
    ladder: Ladder, stage: str, *, context: str = "", archetype: str = ""
) -> tuple[Asked, ...]:
    """Everything a stage asks, its own first and then each lower stage's.

    A context re-weights, an archetype re-weights after it where it belongs to the stage. Raises
    UnknownId for a stage, context or archetype that the ladder does not hold.
    """
    rank = rank_of(ladder, stage)
    _known("context", context, [c.id for c in ladder.contexts])
    overlay = _overlay(ladder, archetype, stage)
    places = {one.id: n for n, one in enumerate(ladder.stages)}
    cumulative = [e for e in ladder.expectations if places[e.stage] <= rank]
    cumulative.sort(key=lambda e: -places[e.stage])
    return tuple(_asked(e, e.stage != stage, context, overlay) for e in cumulative)


def rank_of(ladder: Ladder, stage: str) -> int:
    """Place of a stage, 0 for the lowest; raises UnknownId."""
    stages = [one.id for one in ladder.stages]
    if stage not in stages:
        raise UnknownId("stage", stage, stages)
    return stages.index(stage)


def next_stage(ladder: Ladder, stage: str) -> str:
    """The stage above, or the same one at the top."""
    return ladder.stages[min(rank_of(ladder, stage) + 1, len(ladder.stages) - 1)].id


def stages_by_years(
    ladder: Ladder, years: float, degree: str, margin: float = 1.0
) -> tuple[str, ...]:
    """Stages whose usual years fit, give or take a margin: a heuristic to show, never a gate.

    ``years`` count from the degree; ``degree`` is ``none``, ``first``, ``higher`` or ``doctorate``.
    Beyond every band the highest stage stands; a stage without a band fits always.
    """
    if years < 0 or margin < 0:
        raise InvalidValue("years", years, "0 or more, as must the margin")
    return tuple(stage.id for stage in ladder.stages if _fits(_band(stage, degree), years, margin))


def stage_guess(ladder: Ladder, title: str) -> str:
    """The stage that a job title names, by the ladder's own names and its crosswalk, or nothing."""
    words = title.lower()
    named = [(len(stage.name), stage.id) for stage in ladder.stages if stage.name.lower() in words]
    named += [
        (len(line.title), line.stage) for line in ladder.crosswalk if line.title.lower() in words
    ]
    return max(named, default=(0, ""))[1]


def _asked(
    e: Expectation, inherited: bool, context: str, overlay: dict[str, tuple[Ask, str]]
) -> Asked:
    ask, why = next(((r.ask, r.why) for r in e.contexts if r.context == context), (e.ask, ""))
    ask, why = overlay.get(e.id, (ask, why))
    return Asked(expectation=e, ask=ask, inherited=inherited, why=why)


def _overlay(ladder: Ladder, archetype: str, stage: str) -> dict[str, tuple[Ask, str]]:
    kinds = {one.id: one for one in ladder.archetypes}
    _known("archetype", archetype, tuple(kinds))
    chosen: Archetype | None = kinds.get(archetype)
    if chosen is None or stage not in chosen.stages:
        return {}
    return {change.expectation: (change.ask, change.why) for change in chosen.changes}


def _known(what: str, given: str, known: Sequence[str]) -> None:
    if given and given not in known:
        raise UnknownId(what, given, known)


def _band(stage: Stage, degree: str) -> YearBand | None:
    return (
        stage.years_after_higher_degree
        if degree in HIGHER_DEGREES
        else stage.years_after_first_degree
    )


def _fits(band: YearBand | None, years: float, margin: float) -> bool:
    if band is None:
        return True
    return band.lower - margin <= years and (band.upper is None or years <= band.upper + margin)
