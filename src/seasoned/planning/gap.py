"""Readiness and Gap: how far the standing is from what is asked, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from seasoned.profile.standing import Estimate


class Verdict(StrEnum):
    """Three answers and one that is no fault of the person."""

    READY = "ready"
    NOT_YET = "not yet"
    NEED_EVIDENCE = "need evidence"
    NO_OPPORTUNITY = "no opportunity yet"


class Whose(StrEnum):
    """Who can move it."""

    MINE = "mine"
    OTHERS = "needs others"
    NOBODY = "not in my power"


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """One expectation against the standing; ``evidence`` are the pieces that bear on it directly."""

    expectation: str
    area: str
    stage: str
    ask: str
    inherited: bool
    asked: float
    have: Estimate
    skill: str
    probability: float
    verdict: Verdict
    evidence: tuple[str, ...]
    missing_record: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaReadiness:
    """One area's floor: how probable that enough of its musts are met, and how many were seen."""

    area: str
    probability: float
    verdict: Verdict
    musts: int
    evidenced: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """Verdict for a stage in a context, with its probability, floors per area and what would change it."""

    stage: str
    context: str
    archetype: str
    verdict: Verdict
    probability: float
    areas: tuple[AreaReadiness, ...]
    expectations: tuple[Met, ...]
    would_change: tuple[str, ...]
    words: str
    fingerprint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settler:
    """The cheapest evidence that would settle a gap."""

    words: str
    hours: float
    evidence_kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something asked and not surely there.

    ``sources``: expectation ids or posting ids that ask it. ``quotes``: the words of adverts.
    ``value``: weight times expected shortfall in levels; gaps are sorted by it, largest first.
    ``to_show``: probably there already, only evidence is missing.
    """

    id: str
    words: str
    any_of: tuple[str, ...]
    skill: str
    area: str
    asked: float
    have: Estimate
    probability: float
    shortfall: float
    value: float
    whose: Whose
    to_show: bool
    strength: str
    sources: tuple[str, ...]
    quotes: tuple[str, ...] = ()
    settle: Settler | None = None
