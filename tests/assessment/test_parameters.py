from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.assessment.parameters import (
    PROVISIONAL_ERROR,
    STAGE_LEVELS,
    WITHIN_STAGE,
    Parameters,
    answer_on,
    loadings_of,
    parameters_of,
    provisional,
    share_right,
)
from seasoned.profile.answer import Outcome
from tests.assessment.small import ITEMS, changed, item


@given(st.floats(0.2, 4.5))
def test_difficulty_comes_back_from_the_shares_that_it_makes(difficulty):
    """Simulation: shares of people at each stage, whose levels differ within it, from the truth."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(61)
    shares = [
        float(
            (1 / (1 + np.exp(-(level + WITHIN_STAGE * nodes - difficulty))))
            @ weights
            / weights.sum()
        )
        for level in STAGE_LEVELS
    ]

    found = provisional(changed(right_at=tuple(shares))).difficulty

    assert found == pytest.approx(difficulty, abs=0.06)


def test_harder_for_everybody_is_a_higher_difficulty_with_an_honest_error():
    easy = provisional(changed(right_at=(0.5, 0.7, 0.9, 0.95)))
    hard = provisional(changed(right_at=(0.3, 0.5, 0.7, 0.85)))

    assert hard.difficulty > easy.difficulty
    assert hard.difficulty_error == PROVISIONAL_ERROR


def test_calibrated_parameters_go_before_the_authors():
    found = parameters_of(ITEMS, {"sql-1": Parameters(difficulty=3.0, model="2PL", responses=90)})

    assert found["sql-1"].difficulty == 3.0
    assert found["sql-2"].model == "author"


def test_answer_carries_what_the_item_is_like():
    one = changed(second_skill="serving")

    answer = answer_on(one, Parameters(difficulty=2.5, discrimination=1.3), Outcome.RIGHT)

    assert answer.loadings == loadings_of(one)
    assert math.fsum(answer.loadings.values()) == pytest.approx(1)
    assert (answer.difficulty, answer.discrimination) == (2.5, 1.3)
    assert answer.chance == pytest.approx(1 / 3)


def test_share_right_counts_lucky_guesses():
    assert share_right(item(), Parameters(difficulty=2.0), 2.0) == pytest.approx(1 / 3 + 1 / 3)
