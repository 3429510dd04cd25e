"""Readiness on the built-in ladder: reachable at every stage, without code, and never by luck."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seasoned import catalogue
from seasoned.ladder.expecting import expected_at
from seasoned.ladder.ladder import Ask
from seasoned.ladder.reading import LADDERS
from seasoned.planning.gap import Verdict
from seasoned.planning.readiness import readiness
from seasoned.profile.evidence import Evidence, Observation
from seasoned.profile.reading import KINDS
from seasoned.profile.standing_from import belief_from, standing_from
from seasoned.skills.reading import SKILLS

AT = date(2026, 11, 22)
SHOWN = {
    "metric": "cost per order",
    "before": "3.10",
    "after": "2.70",
    "effort_hours": "160",
    "users": "three teams",
    "started": "2026-02-01",
    "ended": "2026-07-01",
    "link": "https://example.org/record",
}
NO_CODE = ("decision-record", "peer-feedback", "shipped-project")
STAGES = ("novice", "junior", "senior", "seasoned")


@cache
def shelves():
    return tuple(catalogue.read(kind).things for kind in (SKILLS, KINDS, LADDERS))


def musts(stage):
    return [a.expectation for a in expected_at(shelves()[2]["mle"], stage) if a.ask is Ask.MUST]


@cache
def record(stage):
    """Three complete pieces on every must, none of them code, each a level and a half above what is asked."""
    return [
        Evidence(
            id=f"{e.id}-{kind}",
            kind=kind,
            at=date(2026, 9, 1),
            details=SHOWN,
            expectations=(e.id,),
            observations=tuple(
                Observation(skill=skill, level=min((e.level or 2.0) + 1.5, 5.0))
                for skill in skills_of(e)[:1]
            ),
        )
        for e in musts(stage)
        for kind in NO_CODE
    ]


def skills_of(e):
    return (e.skill,) if e.skill else e.any_of


def judged(stage, evidence):
    skills, kinds, ladders = shelves()
    belief, standing = (f(skills, kinds, evidence, at=AT) for f in (belief_from, standing_from))
    return readiness(
        ladders["mle"], belief, standing, stage=stage, evidence=evidence, kinds=kinds, at=AT
    )


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_can_be_reached_without_a_line_of_code(stage):
    found = judged(stage, record(stage))

    assert found.verdict is Verdict.READY
    assert all(area.evidenced == area.musts for area in found.areas)


@pytest.mark.parametrize("stage", STAGES)
def test_nothing_seen_needs_evidence_at_every_stage(stage):
    assert judged(stage, []).verdict is Verdict.NEED_EVIDENCE


def test_what_is_not_yet_at_one_stage_is_never_an_open_question_above():
    """Somebody seen at level one everywhere: once "not yet", always "not yet" further up."""
    weak = [
        Evidence(
            id=s,
            kind="shipped-project",
            at=AT,
            details=SHOWN,
            observations=(Observation(skill=s, level=0.5),),
        )
        for e in musts("junior")
        for s in skills_of(e)[:1]
    ]

    verdicts = [judged(stage, weak).verdict for stage in STAGES[1:]]

    assert verdicts == [Verdict.NOT_YET] * 3


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_deleting_the_evidence_for_any_two_musts_of_an_area_never_leaves_ready(data):
    stage = data.draw(st.sampled_from(STAGES[:3]))
    pairs = [pair for pair in combinations(musts(stage), 2) if pair[0].area == pair[1].area]
    gone = data.draw(st.sampled_from(pairs))
    lost = {s for e in gone for s in skills_of(e)}
    named = {e.id for e in gone}

    left = [
        p
        for p in record(stage)
        if not lost & {o.skill for o in p.observations} and not named & set(p.expectations)
    ]

    assert judged(stage, left).verdict is not Verdict.READY
