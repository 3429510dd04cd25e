from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seasoned.errors import UnknownId
from seasoned.journeys.next_step import next_step, with_role_evidence, years_and_degree
from seasoned.planning.gap import Verdict
from seasoned.profile.person import Degree, Education, Profile, Role, Wishes
from tests.journeys.world import AREAS, AT, CONTENT, advert, seen

SOLID = Profile(
    name="Ada",
    evidence=tuple(
        replace(seen(skill, level, date(2026, 10, day)), id=f"{skill}{day}")
        for skill, level in (("sql", 3.0), ("python", 3.0), ("docker", 1.0), ("mentoring", 2.0))
        for day in (1, 2, 3)
    ),
)


def test_walk_goes_from_evidence_to_plan():
    found = next_step(
        SOLID, CONTENT, at=AT, postings=[advert("acme", "docker", "sql", level=3.0)], stage="junior"
    )

    assert found.target_stage == "junior"
    assert found.readiness.verdict is not Verdict.READY
    assert "junior-docker" in {gap.id for gap in found.gaps}
    assert found.posting_gaps[0].skill == "docker"
    assert found.posting_gaps[0].quotes == ("You know docker, sql.",)
    assert "learn-docker" in {chosen.action for chosen in found.plan.chosen}
    assert {found.standing.fingerprint, found.plan.fingerprint, found.fingerprint} == {"by-hand"}


def test_nobody_yet_gets_an_answer_too():
    found = next_step(Profile(), CONTENT, at=AT)

    assert found.current_stage == found.likely_stage == "novice"
    assert found.readiness.verdict is not Verdict.READY
    assert found.posting_gaps == ()
    assert found.stages_by_years == ()


def test_stage_of_the_wishes_is_the_target():
    profile = replace(SOLID, wishes=Wishes(stage="senior"))

    assert next_step(profile, CONTENT, at=AT).target_stage == "senior"
    assert next_step(profile, CONTENT, at=AT, stage="junior").target_stage == "junior"


def test_gaps_of_a_stage_hold_what_lower_stages_ask():
    found = next_step(SOLID, CONTENT, at=AT, stage="senior", with_plan=False)

    inherited = {met.expectation: met.inherited for met in found.readiness.expectations}
    assert {gap.id for gap in found.gaps} >= {"junior-docker", "senior-docker"}
    assert inherited["junior-docker"]
    assert not inherited["senior-docker"]


def test_archived_postings_are_left_out():
    gone = replace(advert("acme", "docker"), archived=True)

    found = next_step(SOLID, CONTENT, at=AT, postings=[gone], with_plan=False)

    assert (found.postings, found.posting_gaps) == ((), ())


def test_without_plan_none_is_made():
    assert next_step(SOLID, CONTENT, at=AT, with_plan=False).plan is None


def test_unknown_stage_names_the_nearest():
    with pytest.raises(UnknownId, match="did you mean 'senior'"):
        next_step(SOLID, CONTENT, at=AT, stage="senor")


@settings(max_examples=20, deadline=None)
@given(start=st.dates(date(1990, 1, 1), date(2026, 1, 1)), year=st.integers(1980, 2026))
def test_years_alone_change_no_verdict(start, year):
    older = replace(
        SOLID,
        roles=(Role(title="Engineer", start=start),),
        education=(Education(degree=Degree.FIRST, year=year),),
    )

    plain = next_step(SOLID, CONTENT, at=AT, stage="junior", with_plan=False)
    aged = next_step(older, CONTENT, at=AT, stage="junior", with_plan=False)

    assert aged.readiness == plain.readiness


@settings(max_examples=10, deadline=None)
@given(st.text(max_size=20))
def test_name_changes_nothing(name):
    renamed = replace(SOLID, name=name)

    assert next_step(renamed, CONTENT, at=AT, with_plan=False) == next_step(
        SOLID, CONTENT, at=AT, with_plan=False
    )


@pytest.mark.parametrize(
    ("year", "stages"), [(2024, ("novice", "junior")), (2022, ("novice", "junior", "senior"))]
)
def test_years_since_a_first_degree_suggest_a_set_of_stages(year, stages):
    profile = Profile(education=(Education(degree=Degree.FIRST, year=year),))

    assert next_step(profile, CONTENT, at=AT, with_plan=False).stages_by_years == stages


def test_years_count_from_the_highest_degree():
    education = (
        Education(degree=Degree.FIRST, year=2015),
        Education(degree=Degree.HIGHER, year=2020),
    )

    assert years_and_degree(Profile(education=education), AT) == (6.0, Degree.HIGHER)


def test_years_without_a_degree_are_years_worked():
    worked = Profile(roles=(Role(title="a", start=date(2020, 1, 1), end=date(2022, 1, 1)),))

    years, degree = years_and_degree(worked, AT)

    assert (round(years, 1), degree) == (2.0, Degree.NONE)


def test_roles_speak_for_the_skills_used_in_them_once():
    role = Role(title="Engineer", start=date(2020, 1, 1), skills=tuple(AREAS))

    once = with_role_evidence(Profile(roles=(role,)), at=AT)

    assert [piece.kind for piece in once.evidence] == ["role"]
    assert with_role_evidence(once, at=AT) == once


def test_a_plan_says_what_being_done_and_shown_would_change():
    plan = next_step(SOLID, CONTENT, at=AT, stage="novice").plan

    assert 0 <= plan.readiness_before < plan.readiness_after <= 1


def test_an_empty_plan_changes_nothing():
    lazy = replace(SOLID, wishes=Wishes(deep_hours_per_week=0, light_hours_per_week=0))

    plan = next_step(lazy, CONTENT, at=AT, stage="senior").plan

    assert plan.chosen == ()
    assert plan.readiness_before == plan.readiness_after
