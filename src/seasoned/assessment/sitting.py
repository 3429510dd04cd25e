"""Sitting: one test as it was begun, the responses given in it, and why it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from seasoned.errors import InvalidValue
from seasoned.profile.answer import Outcome

QUESTIONS = 20
"""Questions of a test unless told otherwise: with them 80 skills correlate at .68 with the truth
and five areas at .82, in ten to twenty-five minutes."""

MOST_QUESTIONS = 60
CONFIRM_QUESTIONS = (5, 8)


class Mode(StrEnum):
    """A test counts; practice explains after every answer and does not; a confirmation checks a test."""

    TEST = "test"
    PRACTICE = "practice"
    CONFIRM = "confirm"


class Ending(StrEnum):
    """Why a sitting ended."""

    OPEN = ""
    LENGTH = "length"
    PRECISION = "precision"
    VERDICT = "verdict"
    TIME = "time"
    REQUEST = "request"
    EXHAUSTED = "exhausted"
    DECIDED = "decided"


ENDING_WORDS = {
    Ending.OPEN: "It is still open.",
    Ending.LENGTH: "All planned questions were asked.",
    Ending.PRECISION: "The range is as narrow as was asked for.",
    Ending.VERDICT: "There is a verdict, and no question that is left would change it.",
    Ending.TIME: "The time that was set is over.",
    Ending.REQUEST: "You ended it.",
    Ending.EXHAUSTED: "No fitting question is left.",
    Ending.DECIDED: "The fresh answers were enough to tell.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A test as begun. ``target``: ``all``, ``area:ops``, ``stage:junior``, ``skill:sql``, ``posting:KEY``.

    ``target_error``: standard error of the target's average at which it ends, 0 for none;
    ``minutes``: time limit, 0 for none. ``barred``: items that exposure control keeps out of it.
    ``confirms``: the sitting that a confirmation checks. ``withdrawn``: the person took it back.
    """

    id: str
    at: date
    target: str = "all"
    mode: Mode = Mode.TEST
    questions: int = QUESTIONS
    target_error: float = 0.0
    minutes: float = 0.0
    barred: tuple[str, ...] = ()
    confirms: str = ""
    ending: Ending = Ending.OPEN
    ended: date | None = None
    withdrawn: bool = False
    seed: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.questions <= MOST_QUESTIONS:
            raise InvalidValue("questions", self.questions, f"from 1 to {MOST_QUESTIONS}")
        if not 0 <= self.target_error <= 5:
            raise InvalidValue("error", self.target_error, "between 0 and 5 levels")
        if not 0 <= self.minutes <= 600:
            raise InvalidValue("minutes", self.minutes, "between 0 and 600")

    @property
    def open(self) -> bool:
        """Whether it goes on: neither ended nor taken back."""
        return self.ending is Ending.OPEN and not self.withdrawn

    @property
    def counts(self) -> bool:
        """Whether its answers move the standing and speak of their items."""
        return self.mode is not Mode.PRACTICE and not self.withdrawn

    @property
    def tells_reasons(self) -> bool:
        """Whether keys and reasons may be shown: in practice at once, else once it has ended."""
        return self.mode is Mode.PRACTICE or self.ending is not Ending.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One answer as given, with the item's parameters and the belief along it when it was given.

    ``given``: places of options as authored, or the number, empty for "I don't know".
    ``centre``, ``spread``: mean and variance of the belief before the answer, in levels, which an
    on-line calibration needs.
    """

    sitting: str
    number: int
    item: str
    at: date
    outcome: Outcome
    given: tuple[float, ...] = ()
    seconds: float = 0.0
    difficulty: float = 0.0
    difficulty_error: float = 0.0
    discrimination: float = 1.0
    chance: float = 0.0
    loadings: dict[str, float]
    centre: float = 0.0
    spread: float = 0.0
