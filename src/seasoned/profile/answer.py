"""Answer: what one answer in a test says about skills, with the response model it is read by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from seasoned.errors import InvalidValue


class Outcome(StrEnum):
    """How an answer came out; not knowing is a category of its own."""

    RIGHT = "right"
    WRONG = "wrong"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One outcome on an item.

    ``loadings``: how much each skill bears on it, 1 in all. ``difficulty``: level at which half of
    the people know it, give or take ``difficulty_error``; ``discrimination`` per level; ``chance``
    of a blind guess.
    """

    item: str
    loadings: dict[str, float]
    outcome: Outcome
    difficulty: float
    difficulty_error: float = 0.0
    discrimination: float = 1.0
    chance: float = 0.0

    def __post_init__(self) -> None:
        if not self.loadings or not all(0 < share <= 1 for share in self.loadings.values()):
            raise InvalidValue("loadings", self.loadings, "skills with shares above 0, 1 in all")
        if not 0 < self.discrimination <= 10:
            raise InvalidValue("discrimination", self.discrimination, "above 0 and at most 10")
        if not 0 <= self.difficulty_error <= 10:
            raise InvalidValue("difficulty_error", self.difficulty_error, "between 0 and 10")
        if not 0 <= self.chance < 1:
            raise InvalidValue("chance", self.chance, "from 0 to below 1")
