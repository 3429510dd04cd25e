"""Free hours by week, from what a person wishes to give and the leave they take."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from seasoned.planning.schedule import Capacity, WeekHours
from seasoned.profile.person import Leave, Wishes

DAYS = 7


def capacity_from(wishes: Wishes, *, start: date, leaves: Sequence[Leave] = ()) -> Capacity:
    """Hours of every week from the Monday on or after ``start``, for as many weeks as wished.

    A week of leave holds nothing; a week that is partly leave holds its hours in proportion to
    the days that are left. Whoever wants to do something in a leave says so by leaving it out.

    Examples
    --------
    >>> capacity_from(Wishes(weeks=1), start=date(2026, 11, 24)).weeks[0].monday
    datetime.date(2026, 11, 30)
    """
    first = monday_from(start)
    mondays = (first + timedelta(weeks=n) for n in range(wishes.weeks))
    return Capacity(weeks=tuple(_week(wishes, monday, leaves) for monday in mondays))


def monday_from(day: date) -> date:
    """The Monday on or after the day."""
    return day + timedelta(days=-day.weekday() % DAYS)


def _week(wishes: Wishes, monday: date, leaves: Sequence[Leave]) -> WeekHours:
    days = (monday + timedelta(days=n) for n in range(DAYS))
    share = sum(not any(leave.start <= day <= leave.end for leave in leaves) for day in days) / DAYS
    return WeekHours(
        monday=monday,
        deep=wishes.deep_hours_per_week * share,
        light=wishes.light_hours_per_week * share,
    )
