"""Ladder: stages, areas and cumulative expectations, schema ``seasoned.ladder/1``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from seasoned.skills.skill import Area

SCHEMA = "seasoned.ladder/1"


class Ask(StrEnum):
    """How strongly an expectation is asked."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


class ExpectationKind(StrEnum):
    """A skill at a level, or a way of working that shows over time."""

    SKILL = "skill"
    BEHAVIOUR = "behaviour"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBand:
    """Years after a degree in which a stage is usual; ``upper`` None is open."""

    lower: float
    upper: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A rung. Years are a heuristic, shown and never a gate."""

    id: str
    name: str
    summary: str
    years_after_first_degree: YearBand | None = None
    years_after_higher_degree: YearBand | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderArea:
    """An area of this ladder and the area of ours that it maps onto."""

    id: str
    name: str
    summary: str
    maps_to: Area


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A kind of workplace that re-weights expectations."""

    id: str
    name: str
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reweight:
    """Another ask for one expectation in one context, and why."""

    context: str
    ask: Ask
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What a stage asks: a skill at a level, or a behaviour, with examples of evidence.

    It names one ``skill``, or ``any_of`` several of which the best counts (a speciality), at a
    ``level``; a ladder of another company may hold behaviours without either.
    ``record``: what a complete piece of evidence names (``metric``, ``duration``, ``users``,
    ``document``). ``recency_months``: evidence older than this needs refreshing. ``duties``:
    named duties of the role that it stands for.
    """

    id: str
    stage: str
    area: str
    statement: str
    ask: Ask
    kind: ExpectationKind = ExpectationKind.SKILL
    skill: str = ""
    any_of: tuple[str, ...] = ()
    level: float | None = None
    contexts: tuple[Reweight, ...] = ()
    sustained: bool = False
    needs_opportunity: bool = False
    recency_months: int | None = None
    examples: tuple[str, ...] = ()
    record: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlayChange:
    """Another ask for one expectation under an archetype, and why."""

    expectation: str
    ask: Ask
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Archetype:
    """A way of being senior that changes which expectations are musts; nobody is forced into one."""

    id: str
    name: str
    summary: str
    stages: tuple[str, ...]
    changes: tuple[OverlayChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A public book, course, guide or tool; useful at any stage, suggested at some."""

    id: str
    title: str
    kind: str
    stages: tuple[str, ...]
    areas: tuple[str, ...]
    url: str = ""
    author: str = ""
    cost: str = ""
    why: str = ""
    checked: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """A title elsewhere and the stage of this ladder it compares to."""

    company: str
    title: str
    stage: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyCell:
    """A stage and area that ask nothing on purpose."""

    stage: str
    area: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Rungs and what each asks; stages in order, the lowest first."""

    id: str
    schema: str
    name: str
    summary: str
    version: str
    meant_for: tuple[str, ...]
    stages: tuple[Stage, ...]
    areas: tuple[LadderArea, ...]
    expectations: tuple[Expectation, ...]
    contexts: tuple[Context, ...] = ()
    archetypes: tuple[Archetype, ...] = ()
    resources: tuple[Resource, ...] = ()
    crosswalk: tuple[Crosswalk, ...] = ()
    intentionally_empty: tuple[EmptyCell, ...] = ()
    source: str = ""
    licence: str = ""
    reviewed: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """An expectation that a piece of another career may already show; waits for confirmation."""

    expectation: str
    why: str
    level: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """Something people do in another career, how to recognise it, and what it may show."""

    id: str
    name: str
    question: str
    cues: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A career that people come from, with the experience that carries over."""

    id: str
    name: str
    summary: str
    ladder: str
    experiences: tuple[Experience, ...]
