"""Confirmation: do a few fresh answers, given where others can trust them, fit what a test found?"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from seasoned.numerics.answering import doubtful_slope, right_chance
from seasoned.profile.answer import Answer, Outcome

BELOW = 1.5
"""Levels below the measured ones at which an answerer counts as another: the difference between
somebody who needs help and somebody who leads the hard cases of half of them."""

SURE = math.log(9)
"""Log-likelihood ratio that ends it early: both errors at about one in ten (Wald 1945)."""

LEANS = math.log(3)
"""Log-likelihood ratio that is enough once all questions were asked."""


class Confirmed(StrEnum):
    """Whether fresh answers fit the test they check."""

    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not confirmed"
    OPEN = "open"


WORDS = {
    Confirmed.CONFIRMED: "The fresh answers fit the ranges that the test found.",
    Confirmed.NOT_CONFIRMED: (
        "The fresh answers lie below the ranges that the test found. That can have many reasons, "
        "from a tired day to other conditions; the standing counts both."
    ),
    Confirmed.OPEN: "The fresh answers do not settle it either way; a longer test would.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """An answer of a confirmation and the level that the test before it found along the item."""

    answer: Answer
    level: float


def likelihood_ratio(answers: Iterable[Checked]) -> float:
    """Log-likelihood of the answers at the levels found, less that at levels a step and a half below.

    Wald (1945), Sequential tests of statistical hypotheses, Annals of Mathematical Statistics 16;
    for tests: Reckase (1983), in Weiss, New Horizons in Testing.
    """
    return sum(_log(one, one.level) - _log(one, one.level - BELOW) for one in answers)


def decided(ratio: float, *, last: bool) -> Confirmed | None:
    """What the ratio says, or None while another question may; ``last``: none is to come."""
    enough = LEANS if last else SURE
    if ratio >= enough:
        return Confirmed.CONFIRMED
    if ratio <= -enough:
        return Confirmed.NOT_CONFIRMED
    return Confirmed.OPEN if last else None


def _log(one: Checked, level: float) -> float:
    answer = one.answer
    slope = doubtful_slope(np.array(answer.discrimination), np.array(answer.difficulty_error))
    right = float(
        right_chance(np.array(level), slope, np.array(answer.difficulty), np.array(answer.chance))
    )
    return math.log(right if answer.outcome is Outcome.RIGHT else 1 - right)
