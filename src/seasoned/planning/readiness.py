"""Readiness: is enough of what a stage asks truly there, and is that known?

A person is ready for a stage when in every area at least two thirds of its musts are met (all but
one of two or three, see ``numerics.readiness.needed``). So strength in one area never hides absence
in another. The belief gives the probability of that, correlations and all. Years are no argument
of anything here, and leave only stops the clock of recency.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.ladder.expecting import expected_at
from seasoned.ladder.ladder import Ladder
from seasoned.numerics import readiness as numbers
from seasoned.planning.changing import Count, changing_set
from seasoned.planning.gap import AreaReadiness, Met, Readiness, Verdict
from seasoned.planning.meeting import Case, cases_of
from seasoned.planning.targets import Targets, targets_of
from seasoned.profile.belief import Belief
from seasoned.profile.evidence import Evidence, EvidenceKind
from seasoned.profile.person import Leave
from seasoned.profile.standing import Estimate, Standing
from seasoned.profile.words import percent

Floats = npt.NDArray[np.floating[Any]]

VERDICTS = {
    numbers.READY: Verdict.READY,
    numbers.NOT_YET: Verdict.NOT_YET,
    numbers.NEED_EVIDENCE: Verdict.NEED_EVIDENCE,
}

SURE = 0.75
"""Probability from which a single expectation counts as met, and below one less it as not met."""


def readiness(
    ladder: Ladder,
    belief: Belief,
    standing: Standing,
    *,
    stage: str,
    context: str = "",
    archetype: str = "",
    evidence: Sequence[Evidence],
    kinds: Mapping[str, EvidenceKind],
    no_opportunity: Collection[str] = (),
    at: date,
    leaves: Sequence[Leave] = (),
    with_change: bool = True,
) -> Readiness:
    """Verdict for a stage in a context, with floors per area and the smallest set that would change it.

    That set takes longer than all the rest; without ``with_change`` it stays empty.
    Raises UnknownId for a stage, context or archetype that the ladder does not hold, and for an
    expectation on a skill that the belief does not hold.
    """
    asked = expected_at(ladder, stage, context=context, archetype=archetype)
    cases = cases_of(
        ladder, asked, evidence, kinds, at=at, no_opportunity=no_opportunity, leaves=leaves
    )
    targets = targets_of(ladder, belief, cases, kinds)
    count, chances = counted(ladder, cases, targets)
    joint, each = count.chances()
    whole, groups = count.verdicts()
    verdict = VERDICTS[int(whole)]
    change = changing_set(count) if with_change else ()
    areas = tuple(
        AreaReadiness(
            area=area.id,
            probability=float(each[n]),
            verdict=VERDICTS[int(groups[n])],
            musts=int(count.musts[n]),
            evidenced=int(count.evidenced[n]),
        )
        for n, area in enumerate(ladder.areas)
    )
    return Readiness(
        stage=stage,
        context=context,
        archetype=archetype,
        verdict=verdict,
        probability=float(joint),
        areas=areas,
        would_change=tuple(change),
        fingerprint=standing.fingerprint,
        expectations=tuple(
            _met(case, targets.estimates[n], float(chances[n])) for n, case in enumerate(cases)
        ),
        words=_words(ladder, stage, verdict, float(joint), areas, len(change)),
    )


def shown_stage(found: Sequence[Readiness]) -> str:
    """The highest stage whose verdict is ready, or the lowest; ``found`` holds every stage, lowest first."""
    ready = [one.stage for one in found if one.verdict is Verdict.READY]
    return ready[-1] if ready else found[0].stage


LIKELY, HARDLY = 0.5, 0.25
"""A stage is likely when its areas are met with this chance on average, and none with less than the
other: one thinly told area should not place an experienced person among beginners."""


def likely_stage(found: Sequence[Readiness]) -> str:
    """The highest stage that is more probably met than not over its areas, proven or not; else the lowest.

    ``found`` holds every stage, lowest first. Years never enter.
    """
    likely = [one.stage for one in found if _likely([a.probability for a in one.areas if a.musts])]
    return likely[-1] if likely else found[0].stage


def _likely(chances: Sequence[float]) -> bool:
    return not chances or (sum(chances) / len(chances) >= LIKELY and min(chances) >= HARDLY)


def counted(ladder: Ladder, cases: Sequence[Case], targets: Targets) -> tuple[Count, Floats]:
    """The musts as arrays for the numbers, and every case's own probability."""
    place = {area.id: n for n, area in enumerate(ladder.areas)}
    met = numbers.met_at(targets.draws, targets.choices, targets.asked)
    chances = targets.chances(met)
    musts = [n for n, case in enumerate(cases) if case.counted]
    groups = np.array([place[cases[n].asked.expectation.area] for n in musts], dtype=int)
    return Count(
        ids=tuple(cases[n].id for n in musts),
        met=met[:, musts],
        probability=chances[musts],
        groups=groups,
        sole=~_superseded(cases, musts),
        implies=_implied(cases, musts),
        areas=len(ladder.areas),
        direct=np.array([bool(cases[n].direct) for n in musts], dtype=bool),
        bearing=np.array([bool(cases[n].bearing) for n in musts], dtype=bool),
    ), chances


def _superseded(cases: Sequence[Case], counted: Sequence[int]) -> npt.NDArray[np.bool_]:
    """Musts that another must on the same skill and area implies; they would count twice."""
    highest: dict[tuple[str, str], int] = {}
    for n in counted:
        key = _key(cases[n])
        if key not in highest or cases[n].level > cases[highest[key]].level:
            highest[key] = n
    return np.array([highest[_key(cases[n])] != n for n in counted], dtype=bool)


def _implied(cases: Sequence[Case], counted: Sequence[int]) -> npt.NDArray[np.bool_]:
    """Which musts a piece that shows each one shows too: itself, and lower ones on the same skill."""
    musts = [cases[n] for n in counted]
    found = [[one is other or _covers(one, other) for other in musts] for one in musts]
    return np.array(found, dtype=bool).reshape(len(musts), len(musts))


def _covers(one: Case, other: Case) -> bool:
    """Whether showing one must shows another: same skill, no higher level, no more of a record."""
    high, low = one.asked.expectation, other.asked.expectation
    return (
        bool(high.skill)
        and high.skill == low.skill
        and other.level <= one.level
        and set(low.record) <= set(high.record)
        and low.sustained <= high.sustained
    )


def _key(case: Case) -> tuple[str, str]:
    single = case.skills[0] if len(case.skills) == 1 else case.id
    return case.asked.expectation.area, single


def _met(case: Case, have: Estimate, probability: float) -> Met:
    e = case.asked.expectation
    return Met(
        expectation=e.id,
        area=e.area,
        stage=e.stage,
        ask=case.asked.ask.value,
        inherited=case.asked.inherited,
        asked=case.level,
        have=have,
        probability=probability,
        skill=case.skills[0] if case.skills else "",
        verdict=_single(case, probability),
        evidence=tuple(piece.id for piece in case.bearing),
        missing_record=case.missing_record,
        why=" ".join(filter(None, (case.asked.why, case.why))),
    )


def _single(case: Case, probability: float) -> Verdict:
    if case.apart:
        return Verdict.NO_OPPORTUNITY
    if probability >= SURE and case.direct:
        return Verdict.READY
    return Verdict.NOT_YET if probability <= 1 - SURE and case.bearing else Verdict.NEED_EVIDENCE


def _words(
    ladder: Ladder,
    stage: str,
    verdict: Verdict,
    probability: float,
    areas: Sequence[AreaReadiness],
    changes: int,
) -> str:
    name = next(one.name for one in ladder.stages if one.id == stage)
    named = {area.id: area.name for area in ladder.areas}
    shown = f"{sum(a.evidenced for a in areas)} of {sum(a.musts for a in areas)} musts have direct evidence"
    chance = f"the chance that enough is met in every area is {percent(probability)}"
    if verdict is Verdict.READY:
        return f"Ready for {name}: {chance}, and {shown}."
    lowest = min((a for a in areas if a.musts), key=lambda a: a.probability)
    where = f"{named[lowest.area]} is the furthest from it, at {percent(lowest.probability)}"
    if verdict is Verdict.NOT_YET:
        return f"Not yet {name}: {chance}, and {where}.{_few(changes, 'would change that')}"
    return (
        f"{name} needs evidence: {chance}, and {shown}; {where}.{_few(changes, 'would settle it')}"
    )


def _few(changes: int, would: str) -> str:
    if not changes:
        return ""
    shown = "One expectation" if changes == 1 else f"{changes} expectations"
    return f" {shown} shown {would}."
