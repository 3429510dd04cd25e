"""Profile: a person's roles, education, circumstances, wishes and evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from math import inf

from seasoned.errors import InvalidValue
from seasoned.profile.evidence import Evidence

WHOLE = 100.0
ROUNDING = 0.3
"""Three thirds written as 33.3, or seven sevenths as 14.3, are still the whole."""


class Degree(StrEnum):
    """Highest degree of a course of study."""

    NONE = "none"
    FIRST = "first"
    HIGHER = "higher"
    DOCTORATE = "doctorate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A job or other role; ``end`` None is still going on. ``kind`` is any word the person likes.

    ``hats``: per cent of the work under each hat, 100 in all; empty for one hat. Where the mix
    changed, two roles in a row say so; nothing averages them, and they enter no score.
    """

    title: str
    start: date
    end: date | None = None
    organisation: str = ""
    kind: str = ""
    summary: str = ""
    skills: tuple[str, ...] = ()
    quote: str = ""
    hats: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise InvalidValue("end", self.end.isoformat(), f"on or after {self.start.isoformat()}")
        if self.hats:
            _check_hats(self.hats)


def _check_hats(hats: dict[str, float]) -> None:
    """Raise InvalidValue unless every hat has a name and a share, and the shares are the whole."""
    shown = ", ".join(f"{hat} {share:g}" for hat, share in hats.items())
    named = all(hat.strip() and share > 0 for hat, share in hats.items())
    if not named or not abs(sum(hats.values()) - WHOLE) <= ROUNDING:
        raise InvalidValue("hats", shown, "names with shares above 0 that make 100 per cent in all")


@dataclass(frozen=True, slots=True, kw_only=True)
class Education:
    """A course of study."""

    degree: Degree
    field: str = ""
    institution: str = ""
    year: int | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Time away, of any kind and without a reason; the clock of forgetting stops in it."""

    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What the person wants from a plan; only the proportions matter."""

    depth: float = 0.4
    breadth: float = 0.3
    income: float = 0.1
    joy: float = 0.2

    def __post_init__(self) -> None:
        for name in ("depth", "breadth", "income", "joy"):
            if not 0 <= getattr(self, name) <= 1000:
                raise InvalidValue(name, getattr(self, name), "between 0 and 1000")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """Where the person wants to go and what they can give it."""

    ladder: str = "mle"
    stage: str = ""
    context: str = ""
    archetype: str = ""
    interests: tuple[str, ...] = ()
    weights: Weights = Weights()
    deep_hours_per_week: float = 1.5
    light_hours_per_week: float = 1.5
    weeks: int = 26
    cost_cap: float = 0.0
    consents: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    no_opportunity: tuple[str, ...] = ()
    not_in_my_power: tuple[str, ...] = ()
    duration_factor: float = 1.6

    def __post_init__(self) -> None:
        for name in ("deep_hours_per_week", "light_hours_per_week"):
            if not 0 <= getattr(self, name) <= 168:
                raise InvalidValue(name, getattr(self, name), "between 0 and 168")
        if not 1 <= self.weeks <= 260:
            raise InvalidValue("weeks", self.weeks, "between 1 and 260")
        if not 0 <= self.cost_cap < inf:
            raise InvalidValue("cost_cap", self.cost_cap, "a sum of 0 or more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Everything Seasoned knows about one person; ``name`` and other identity never enter a score."""

    name: str = ""
    roles: tuple[Role, ...] = ()
    education: tuple[Education, ...] = ()
    leaves: tuple[Leave, ...] = ()
    wishes: Wishes = Wishes()
    evidence: tuple[Evidence, ...] = field(default_factory=tuple)
