"""Outcomes of a question: probabilities, and why a blind guess does not pay."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.numerics.answering import (
    RIGHT,
    UNKNOWN,
    WRONG,
    doubtful_slope,
    log_likelihood,
    rating_log_likelihood,
    right_chance,
)

GRID = np.linspace(-14, 14, 4001)

slopes = st.floats(0.3, 1.5)
options = st.integers(3, 6)


def expected(mean: float, variance: float, outcome: int, slope: float, chance: float) -> float:
    """Level expected after an outcome on an item of difficulty 0, by direct summation."""
    mass = np.exp(-0.5 * (GRID - mean) ** 2 / variance)
    mass *= np.exp(log_likelihood(GRID, outcome, slope, 0.0, chance))
    return float(mass @ GRID / mass.sum())


@given(st.floats(-6, 6), slopes, st.floats(-3, 3), st.sampled_from([0.0, 1 / 15, 0.25, 1 / 3]))
def test_three_outcomes_share_the_whole_probability(ability, slope, difficulty, chance):
    parts = [
        float(np.exp(log_likelihood(np.array(ability), outcome, slope, difficulty, chance)))
        for outcome in (RIGHT, WRONG, UNKNOWN)
    ]

    assert sum(parts) == pytest.approx(1.0)
    assert parts[0] == pytest.approx(
        float(
            right_chance(np.array(ability), np.array(slope), np.array(difficulty), np.array(chance))
        )
    )


@given(st.floats(-4, 2), st.floats(0.02, 1.5), slopes, options)
def test_blind_guess_has_no_higher_expected_level_than_not_knowing(mean, variance, slope, k):
    lucky = expected(mean, variance, RIGHT, slope, 1 / k)
    unlucky = expected(mean, variance, WRONG, slope, 1 / k)

    guessed = lucky / k + unlucky * (1 - 1 / k)

    assert guessed <= expected(mean, variance, UNKNOWN, slope, 1 / k) + 0.01


@given(st.floats(-3, 3), st.floats(0.05, 1.5), slopes, options)
def test_right_lifts_not_knowing_lowers_and_a_wrong_answer_lowers_more(mean, variance, slope, k):
    right, unknown, wrong = (
        expected(mean, variance, outcome, slope, 1 / k) for outcome in (RIGHT, UNKNOWN, WRONG)
    )

    assert unknown <= mean + 0.001 < right
    assert wrong < unknown


def test_ten_thousand_blind_guessers_are_placed_no_higher_than_the_honest():
    """Simulation over a whole test: same people, same questions, guessing against saying so."""
    from seasoned.numerics.gaussian import observe_likelihood

    rng = np.random.default_rng(4)
    difficulty = np.linspace(-0.5, 2.5, 12)
    honest, guessing = [], []
    for _ in range(300):
        ability = rng.normal(0, 1)
        known = rng.random(12) < 1 / (1 + np.exp(-(ability - difficulty)))
        lucky = rng.random(12) < 0.25
        for found, said in (
            (honest, np.where(known, RIGHT, UNKNOWN)),
            (guessing, np.where(known | lucky, RIGHT, WRONG)),
        ):
            mean, covariance = np.zeros(1), np.eye(1)
            for outcome, b in zip(said, difficulty, strict=True):
                mean, covariance = observe_likelihood(
                    mean,
                    covariance,
                    np.array([0]),
                    np.ones(1),
                    lambda x, o=int(outcome), b=float(b): log_likelihood(x, o, 1.0, b, 0.25),
                )
            found.append(float(mean[0]))

    assert np.mean(guessing) <= np.mean(honest)


@given(slopes, st.floats(0, 2))
def test_doubt_about_difficulty_flattens_as_averaging_over_it_does(slope, error):
    """Second method: the logistic curve averaged over the error by quadrature."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(61)
    ability = np.array([-1.0, 0.5, 2.0])

    averaged = (1 / (1 + np.exp(-slope * (ability[:, None] - error * nodes)))) @ (
        weights / weights.sum()
    )

    flat = float(doubtful_slope(np.array(slope), np.array(error)))
    assert 1 / (1 + np.exp(-flat * ability)) == pytest.approx(averaged, abs=0.02)


def test_impossible_chance_and_outcome_are_refused():
    with pytest.raises(ValueError, match="chance"):
        right_chance(np.zeros(1), np.ones(1), np.zeros(1), np.ones(1))
    with pytest.raises(ValueError, match="outcome"):
        log_likelihood(np.zeros(1), 2, 1.0, 0.0, 0.0)


@given(st.floats(-2, 6), st.floats(0.3, 2.5))
def test_ratings_of_a_scale_share_the_whole_probability(level, error):
    parts = [
        float(np.exp(rating_log_likelihood(np.array(level), rating, error, 0, 4)))
        for rating in range(5)
    ]

    assert sum(parts) == pytest.approx(1.0)


def test_rating_in_the_middle_says_what_a_measurement_with_that_error_says():
    """Second method: a Gaussian observation, whose error is the rater's and the step's together."""
    from seasoned.numerics.gaussian import observe, observe_likelihood

    start = np.array([1.5]), np.array([[1.5]])
    one = np.array([0]), np.ones(1)

    mean, variance = observe_likelihood(
        *start, *one, lambda x: rating_log_likelihood(x, 2.0, 1.1, 0, 4)
    )

    plain_mean, plain_variance = observe(*start, *one, 2.0, 1.1**2 + 1 / 12)
    assert float(mean[0]) == pytest.approx(float(plain_mean[0]), abs=0.03)
    assert float(variance[0, 0]) == pytest.approx(float(plain_variance[0, 0]), abs=0.08)


def test_end_of_a_scale_is_no_exact_claim():
    high = rating_log_likelihood(np.array([4.0, 6.0]), 4.0, 0.5, 0, 4)

    assert high[1] > high[0]
