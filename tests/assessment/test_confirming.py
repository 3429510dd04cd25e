"""A confirmation tells the measured person from one a step and a half below, by simulation."""

from __future__ import annotations

import numpy as np
import pytest

from seasoned.assessment.confirming import (
    BELOW,
    Checked,
    Confirmed,
    decided,
    likelihood_ratio,
)
from seasoned.profile.answer import Answer, Outcome


def outcomes(level: float, rng: np.random.Generator) -> Confirmed:
    checked: list[Checked] = []
    for number in range(8):
        p = 0.25 + 0.75 / (1 + np.exp(-1.2 * (level - 2.0)))
        outcome = Outcome.RIGHT if rng.random() < p else Outcome.WRONG
        answer = Answer(
            item=str(number), loadings={"sql": 1.0}, outcome=outcome,
            difficulty=2.0, discrimination=1.2, chance=0.25,
        )  # fmt: skip
        checked.append(Checked(answer=answer, level=2.3))
        found = decided(likelihood_ratio(checked), last=number == 7)
        if found is not None and number >= 4:
            return found
    raise AssertionError("eight answers must decide")


def test_the_measured_are_seldom_refused_and_the_much_weaker_seldom_confirmed():
    rng = np.random.default_rng(5)

    same = [outcomes(2.3, rng) for _ in range(400)]
    other = [outcomes(2.3 - BELOW, rng) for _ in range(400)]

    assert same.count(Confirmed.NOT_CONFIRMED) / 400 < 0.12
    assert other.count(Confirmed.CONFIRMED) / 400 < 0.12
    assert same.count(Confirmed.CONFIRMED) > 3 * other.count(Confirmed.CONFIRMED)


def test_ratio_is_that_of_two_binomials():
    """Second method: two answers, one right and one wrong, by hand."""
    answers = [
        Answer(item="a", loadings={"sql": 1.0}, outcome=o, difficulty=2.0)
        for o in (Outcome.RIGHT, Outcome.WRONG)
    ]
    high, low = 1 / (1 + np.exp(-0.5)), 1 / (1 + np.exp(1.0))

    ratio = likelihood_ratio([Checked(answer=a, level=2.5) for a in answers])

    assert ratio == pytest.approx(np.log(high / low) + np.log((1 - high) / (1 - low)))


def test_it_stays_open_until_enough_is_known():
    assert decided(1.0, last=False) is None
    assert decided(0.5, last=True) is Confirmed.OPEN
    assert decided(2.3, last=False) is Confirmed.CONFIRMED
    assert decided(-1.2, last=True) is Confirmed.NOT_CONFIRMED
