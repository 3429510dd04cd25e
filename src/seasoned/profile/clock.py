"""Calendar time counted once: overlaps merged, leave taken out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from seasoned.profile.person import Leave, Role

DAYS_PER_MONTH = 30.4375
DAYS_PER_YEAR = 365.25

Period = tuple[date, date]


def merged(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Periods in order with overlaps joined; an empty or backward period is dropped."""
    joined: list[Period] = []
    for start, end in sorted(p for p in periods if p[0] < p[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def days_in(periods: Iterable[Period]) -> int:
    """Days covered by at least one period."""
    return sum((end - start).days for start, end in merged(periods))


def working_days(start: date, end: date, leaves: Sequence[Leave] = ()) -> int:
    """Days from start to end outside leave; 0 when end lies before start."""
    if end <= start:
        return 0
    away = [(max(leave.start, start), min(leave.end, end)) for leave in leaves]
    return (end - start).days - days_in(away)


def years_of(roles: Iterable[Role], *, at: date, skill: str = "") -> float:
    """Years of calendar time in the roles up to a moment, overlaps once; of one skill if named."""
    periods = [
        (role.start, min(role.end or at, at)) for role in roles if not skill or skill in role.skills
    ]
    return days_in(periods) / DAYS_PER_YEAR
