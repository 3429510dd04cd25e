"""Evidence: one observation of a person's skills, and the kinds it comes in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from seasoned.errors import InvalidValue
from seasoned.profile.answer import Answer


class Audience(StrEnum):
    """Who may see something; the person alone unless they say otherwise."""

    SELF = "self"
    SHARED = "shared"
    TEAM = "team"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """A level seen on one skill, with its standard error in levels; None leaves it to the kind."""

    skill: str
    level: float
    error: float | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.level <= 5:
            raise InvalidValue("level", self.level, "between 0 and 5")
        if self.error is not None and not 0 < self.error <= 10:
            raise InvalidValue("error", self.error, "above 0 and at most 10")


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceKind:
    """A kind of evidence and its observation model.

    ``error``: standard error of one observation, in levels. ``self_report``: shares the
    person's self-report bias. ``usual_level``: level taken when the record names none.
    ``shared_error``: part of the error common to every record of this kind, which repetition
    cannot average away. ``required``, ``optional``: fields of ``Evidence.details``.
    ``demonstrates``: whether it counts as direct evidence that an expectation is met.
    ``graded``: its levels are ratings on the scale from 0 to 4, whose ends say "or less" and "or
    more" (graded response model).
    """

    id: str
    name: str
    summary: str
    error: float
    source: str
    reviewed: date
    shared_error: float = 0.0
    self_report: bool = False
    demonstrates: bool = True
    graded: bool = False
    usual_level: float | None = None
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One observation with its kind, source, moment, quotation and who may see it.

    ``details`` hold what the kind asks for: metric, before, after, effort_hours, started, ended,
    users, rank, link, ... ``expectations`` name expectations that the person says it shows.
    ``answers``: what a test brings in place of observed levels, in the order given.
    """

    id: str
    kind: str
    at: date
    observations: tuple[Observation, ...] = ()
    title: str = ""
    source: str = ""
    quote: str = ""
    details: dict[str, str] = field(default_factory=dict)
    expectations: tuple[str, ...] = ()
    audience: Audience = Audience.SELF
    confirmed: bool = True
    answers: tuple[Answer, ...] = ()

    @property
    def skills(self) -> tuple[str, ...]:
        """Skills that it observes or asks about, each once."""
        asked = (skill for answer in self.answers for skill in answer.loadings)
        return tuple(dict.fromkeys((*(o.skill for o in self.observations), *asked)))
