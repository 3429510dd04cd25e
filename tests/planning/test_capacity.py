from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from seasoned.planning.capacity import capacity_from
from seasoned.planning.schedule import WeekHours
from seasoned.profile.person import Leave, Wishes

MONDAY = date(2026, 11, 23)


def test_default_capacity_is_three_hours_a_week():
    capacity = capacity_from(Wishes(), start=MONDAY)

    assert {week.deep + week.light for week in capacity.weeks} == {3.0}
    assert len(capacity.weeks) == 26


def test_capacity_begins_on_the_monday_on_or_after_the_start():
    assert capacity_from(Wishes(), start=MONDAY).weeks[0].monday == MONDAY
    assert capacity_from(Wishes(), start=date(2026, 11, 24)).weeks[0].monday == date(2026, 11, 30)


def test_sixteen_weeks_of_leave_hold_no_hours():
    leave = Leave(start=MONDAY, end=MONDAY + timedelta(weeks=16, days=-1))

    weeks = capacity_from(Wishes(weeks=18), start=MONDAY, leaves=[leave]).weeks

    assert [week.deep + week.light for week in weeks] == [0.0] * 16 + [3.0] * 2


def test_week_that_is_partly_leave_keeps_its_share():
    leave = Leave(start=MONDAY, end=MONDAY + timedelta(days=1))

    weeks = capacity_from(
        Wishes(weeks=1, deep_hours_per_week=7, light_hours_per_week=3.5),
        start=MONDAY,
        leaves=[leave],
    ).weeks

    assert weeks == (WeekHours(monday=MONDAY, deep=5.0, light=2.5),)


def test_overlapping_leaves_count_once():
    leave = Leave(start=MONDAY, end=MONDAY + timedelta(days=2))

    once = capacity_from(Wishes(weeks=2), start=MONDAY, leaves=[leave])

    assert capacity_from(Wishes(weeks=2), start=MONDAY, leaves=[leave, leave]) == once


@given(st.integers(0, 400), st.integers(0, 60), st.integers(1, 60))
def test_more_leave_never_adds_hours(begin, days, weeks):
    start = MONDAY + timedelta(days=begin)
    leave = Leave(start=start, end=start + timedelta(days=days))

    free = capacity_from(Wishes(weeks=weeks), start=MONDAY).weeks
    left = capacity_from(Wishes(weeks=weeks), start=MONDAY, leaves=[leave]).weeks

    assert [week.monday for week in left] == [week.monday for week in free]
    assert all(less.deep <= more.deep for less, more in zip(left, free, strict=True))
