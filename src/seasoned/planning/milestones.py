"""Milestones: what should be finished by when, at most three months apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from seasoned.planning.schedule import Chosen, Milestone

WEEKS = 12
"""Twelve weeks are 84 days; the shortest three months have 89."""


def milestones_of(chosen: Sequence[Chosen], *, at: date) -> tuple[Milestone, ...]:
    """Days by which chosen actions are finished; a long one gets a look on the way."""
    waiting = sorted(chosen, key=lambda one: (one.finishes, one.action))
    found: list[Milestone] = []
    before = at
    while waiting:
        latest = before + timedelta(weeks=WEEKS)
        finished = [one for one in waiting if one.finishes <= latest]
        day = max((one.finishes for one in finished), default=latest)
        found.append(_milestone(day, finished, waiting))
        waiting = [one for one in waiting if one not in finished]
        before = day
    return tuple(found)


def _milestone(day: date, finished: Sequence[Chosen], waiting: Sequence[Chosen]) -> Milestone:
    if finished:
        names = ", ".join(f"\u201c{one.name}\u201d" for one in finished)
        return Milestone(
            at=day, words=f"Finished: {names}.", actions=tuple(one.action for one in finished)
        )
    under_way = [one for one in waiting if one.starts <= day]
    names = ", ".join(f"\u201c{one.name}\u201d" for one in under_way) or "nothing yet"
    return Milestone(
        at=day,
        words=f"Look back: under way are {names}. Keep, change or drop.",
        actions=tuple(one.action for one in under_way),
    )
