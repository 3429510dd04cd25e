"""Action: something a person can do to grow, with hours, gains, windows, cost and consent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ActionKind(StrEnum):
    """What sort of activity it is."""

    COURSE = "course"
    SELF_STUDY = "self-study"
    PROJECT = "project"
    SCRIPT = "script"
    COMPETITION = "competition"
    HACKATHON = "hackathon"
    ARTICLE = "article"
    TALK = "talk"
    TEACHING = "teaching"
    FREELANCING = "freelancing"
    OPEN_SOURCE = "open-source"
    MENTORING = "mentoring"
    ONE_TO_ONE = "one-to-one"
    PAIRING = "pairing"
    MOCK_INTERVIEW = "mock-interview"
    ON_THE_JOB = "on-the-job"
    REST = "rest"


class Energy(StrEnum):
    """Deep work needs rested, unbroken hours; light work fits the rest."""

    DEEP = "deep"
    LIGHT = "light"


class Consent(StrEnum):
    """Whose yes is needed before it may be scheduled."""

    NONE = "none"
    EMPLOYER = "employer"
    MANAGER = "manager"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """Levels gained on a skill when the action is done in full, up to a ceiling level."""

    skill: str
    gain: float
    ceiling: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HourRange:
    """Hours of effort, from a quick to a thorough pass."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The part of each year in which it can be done, month and day as ``MM-DD``."""

    opens: str
    closes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """An activity. Cost and pay are maxima in the stated currency, never a promise."""

    id: str
    name: str
    kind: ActionKind
    summary: str
    steps: tuple[str, ...]
    hours: HourRange
    energy: Energy
    minimum_slot_minutes: int
    proof: str
    gains: tuple[Gain, ...] = ()
    cost_up_to: float = 0.0
    pay_up_to: float = 0.0
    currency: str = "USD"
    lead_weeks: float = 0.0
    window: Window | None = None
    prerequisites: tuple[str, ...] = ()
    consent: Consent = Consent.NONE
    evidence_kind: str = ""
    joy: float = 0.5
    url: str = ""
    source: str = ""
    reviewed: date | None = None
