"""Capacity and Plan: the hours a person has, and what is put into them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from seasoned.errors import InvalidValue


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekHours:
    """Free hours of one week, beginning on a Monday; light work may also use deep hours."""

    monday: date
    deep: float
    light: float

    def __post_init__(self) -> None:
        if self.monday.weekday() != 0:
            raise InvalidValue("monday", self.monday.isoformat(), "a Monday")
        for name in ("deep", "light"):
            if not 0 <= getattr(self, name) <= 168:
                raise InvalidValue(name, getattr(self, name), "between 0 and 168 hours")


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """Free hours by week, in order and without holes."""

    weeks: tuple[WeekHours, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Hours of one action in one week."""

    action: str
    monday: date
    hours: float
    deep: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """An action in the plan: planned hours, first and last week, and why it was chosen."""

    action: str
    name: str
    hours: float
    starts: date
    finishes: date
    gain: float
    why: str
    proof: str
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An action that was considered and not taken, and why."""

    action: str
    name: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """What should be finished by a day; never more than three months after the one before."""

    at: date
    words: str
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A schedule with its reasons.

    ``gain``: value of the gaps that it closes. ``proven_gap``: at most this share below the best
    possible choice under the person's weights. ``solver``: what found it.
    """

    at: date
    capacity: Capacity
    blocks: tuple[Block, ...]
    chosen: tuple[Chosen, ...]
    left_out: tuple[LeftOut, ...]
    gain: float
    proven_gap: float
    solver: str
    words: str
    readiness_before: float | None = None
    readiness_after: float | None = None
    fingerprint: str = ""
    milestones: tuple[Milestone, ...] = ()
