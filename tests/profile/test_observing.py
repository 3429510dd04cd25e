"""Roles, self-ratings and incomplete records as evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.errors import InvalidValue
from seasoned.profile.observing import completeness, level_after, role_evidence, self_rating
from seasoned.profile.person import Role
from tests.profile.small import AT, KINDS, piece


def role(start, end, *skills, title="Engineer"):
    return Role(
        title=title, start=date(start, 1, 1), end=date(end, 1, 1) if end else None, skills=skills
    )


def test_overlapping_jobs_count_calendar_time_once():
    day, night = role(2018, 2022, "sql"), role(2019, 2022, "sql", title="Tutor")

    both = [role_evidence(r, at=AT, roles=(day, night)) for r in (day, night)]
    alone = role_evidence(day, at=AT)

    levels = [o.level for e in both for o in e.observations]
    assert levels == [alone.observations[0].level]


def test_jobs_one_after_the_other_add_up_and_the_last_one_speaks():
    first, second = role(2016, 2019, "sql", "alerts"), role(2019, 2022, "sql")

    old, new = (role_evidence(r, at=AT, roles=(first, second)) for r in (first, second))

    assert [o.skill for o in old.observations] == ["alerts"]
    assert new.observations[0].level == pytest.approx(level_after(6), abs=0.01)
    assert new.at == date(2022, 1, 1)


def test_a_going_role_is_seen_today_and_claims_no_future():
    found = role_evidence(role(2024, None, "sql"), at=AT)

    assert found.at == AT
    assert found.observations[0].level == pytest.approx(level_after(2.89), abs=0.01)


@given(st.floats(0, 60), st.floats(0, 60))
def test_level_rises_with_years_and_never_reaches_leading(one, two):
    low, high = sorted((one, two))

    assert 1.0 <= level_after(low) <= level_after(high) < 3.0


def test_self_rating_outside_the_scale_is_refused():
    assert self_rating("sql", 3.5, AT).observations[0].level == 3.5
    with pytest.raises(InvalidValue, match="between 0 and 5"):
        self_rating("sql", 6, AT)


def test_an_incomplete_record_is_told_what_is_missing():
    bare = piece("a", sql=3.0)

    assert completeness(bare, KINDS) == ("metric", "users")
    assert completeness(replace(bare, details={"metric": "clicks", "users": " "}), KINDS) == (
        "users",
    )
    assert completeness(replace(bare, details={"metric": "clicks", "users": "30"}), KINDS) == ()
