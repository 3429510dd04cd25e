"""Posting: a job advert read into what it asks, each value with the words that say it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where in the posting's text something stands, and the words."""

    start: int
    end: int
    quote: str


class Strength(StrEnum):
    """How an advert speaks of a skill; only the first two are asked."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    DUTY = "duty"
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One asked skill, or alternatives of which one is enough, with the sentence that asks it."""

    any_of: tuple[str, ...]
    strength: Strength
    surfaces: tuple[str, ...]
    span: Span
    level: float
    years: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """Years of experience asked; ``instead`` holds exceptions by degree, in words."""

    lower: float
    upper: float | None
    span: Span
    subject: str = ""
    strength: Strength = Strength.REQUIRED
    instead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DegreeAsked:
    """Degree asked, with field and whether an equivalent counts."""

    degree: str
    span: Span
    fields: tuple[str, ...] = ()
    or_equivalent: bool = False
    strength: Strength = Strength.REQUIRED


@dataclass(frozen=True, slots=True, kw_only=True)
class Salary:
    """Pay as stated: range, currency, period; never invented.

    ``period_stated`` False: the text names no period and the sum fits a year only. An empty span
    means that a data field of the page says it and no words do.
    """

    low: float
    high: float | None
    currency: str
    period: str
    span: Span
    period_stated: bool = True


ROLE_KINDS = ("research", "product", "platform", "mlops", "software", "analytics")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleShare:
    """A share of the work in per cent, with the words that speak for it."""

    role: str
    share: float
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """An advert as read. ``asks_nothing``: it states no requirement, which is an answer too."""

    id: str
    title: str
    text: str
    requirements: tuple[Requirement, ...] = ()
    years: tuple[Years, ...] = ()
    degrees: tuple[DegreeAsked, ...] = ()
    salary: Salary | None = None
    role_mix: tuple[RoleShare, ...] = ()
    company: str = ""
    location: str = ""
    workplace: str = ""
    source: str = ""
    url: str = ""
    posted: date | None = None
    language: str = "en"
    asks_nothing: bool = False
    sample: bool = False
    archived: bool = False
    notes: tuple[str, ...] = ()

    @property
    def asked(self) -> tuple[Requirement, ...]:
        """Requirements that the advert really asks, as must or as wish."""
        return tuple(
            r for r in self.requirements if r.strength in (Strength.REQUIRED, Strength.PREFERRED)
        )
