"""Weeks of a plan as numbers: quarters of each week, and which part of it an action may use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from seasoned.errors import InvalidValue
from seasoned.planning.action import Window
from seasoned.planning.schedule import Capacity, WeekHours
from seasoned.planning.solver.task import QUARTERS

DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days from the first to the last, both in it."""

    first: date
    last: date


def checked(capacity: Capacity) -> Capacity:
    """The capacity, if its weeks follow each other without holes."""
    for week, after in zip(capacity.weeks, capacity.weeks[1:], strict=False):
        if after.monday - week.monday != timedelta(weeks=1):
            raise InvalidValue(
                "the week after " + week.monday.isoformat(),
                after.monday.isoformat(),
                "the Monday after it",
            )
    return capacity


def quarters(weeks: tuple[WeekHours, ...], *, deep: bool) -> tuple[int, ...]:
    """Whole quarter hours of each week, rounded down so that capacity is never passed."""
    return tuple(int((week.deep if deep else week.light) * QUARTERS + 1e-9) for week in weeks)


def shares(weeks: tuple[WeekHours, ...], stretch: Stretch) -> tuple[float, ...]:
    """The part of each week's days that lies in the stretch."""
    return tuple(_share(week.monday, stretch) for week in weeks)


def openings(window: Window | None, *, earliest: date, latest: date) -> list[Stretch]:
    """The stretches in which an action may be done between two days, in order.

    A window that closes before it opens runs over the turn of the year.
    """
    if window is None:
        return [Stretch(first=earliest, last=latest)] if earliest <= latest else []
    years = range(earliest.year - 1, latest.year + 1)
    found = (_clipped(year, window, earliest, latest) for year in years)
    return [stretch for stretch in found if stretch.first <= stretch.last]


def _clipped(year: int, window: Window, earliest: date, latest: date) -> Stretch:
    opens, closes = _day(year, window.opens), _day(year, window.closes)
    if closes < opens:
        closes = _day(year + 1, window.closes)
    return Stretch(first=max(opens, earliest), last=min(closes, latest))


def _day(year: int, text: str) -> date:
    try:
        month, day = (int(part) for part in text.split("-"))
        date(2024, month, day)
    except ValueError:
        raise InvalidValue("a window's day", text, "a month and day like 09-30") from None
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(year, month, 28 if (month, day) == (2, 29) and not leap else day)


def _share(monday: date, stretch: Stretch) -> float:
    first = max(monday, stretch.first)
    last = min(monday + timedelta(days=DAYS - 1), stretch.last)
    return max(0, (last - first).days + 1) / DAYS


def mondays(capacity: Capacity) -> Iterator[date]:
    """The Mondays of the weeks."""
    return (week.monday for week in capacity.weeks)
