"""Standing: level and error per skill and area, its shape, and what moved it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A level with its standard error, both in levels, and how many pieces of evidence bear on it."""

    level: float
    error: float
    pieces: int = 0

    @property
    def low(self) -> float:
        """Lower end of the 90 % interval."""
        return self.level - 1.645 * self.error

    @property
    def high(self) -> float:
        """Upper end of the 90 % interval."""
        return self.level + 1.645 * self.error


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """How much one piece of evidence moved one skill, in the order the evidence was seen."""

    evidence: str
    skill: str
    at: date
    level_before: float
    level_after: float
    error_before: float
    error_after: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfView:
    """A self-rating beside what other evidence says, in kind words."""

    skill: str
    self_rated: float
    measured: Estimate
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A skill to deepen or to widen into, and why."""

    skill: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known about a person's skills at a moment, with its uncertainty.

    ``bias``: by how many levels self-ratings lie above the rest of the evidence. ``shape``:
    ``T``, ``pi``, ``comb``, ``broad`` or ``not yet visible``; ``shape_words`` says why.
    """

    at: date
    skills: dict[str, Estimate]
    areas: dict[str, Estimate]
    overall: Estimate
    bias: Estimate
    depth: Estimate
    breadth: Estimate
    shape: str
    shape_words: str
    deep_skills: tuple[str, ...]
    deepen: tuple[Advice, ...]
    widen: tuple[Advice, ...]
    self_views: tuple[SelfView, ...]
    moves: tuple[Move, ...]
    fingerprint: str = ""
