"""What a question is worth, against the updates it would bring."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.numerics.answering import RIGHT, right_chance
from seasoned.numerics.gaussian import observe_likelihood
from seasoned.numerics.selection import expected_shrinkage, gains, softmax_choice

seeds = st.integers(0, 2**32 - 1)
GRID = np.linspace(-12, 12, 6001)


def brute(centre: float, spread: float, slope: float, difficulty: float, chance: float) -> float:
    """Expected share removed, by summing over the two answers on a fine grid."""
    mass = np.exp(-0.5 * (GRID - centre) ** 2 / spread)
    mass /= mass.sum()
    right = right_chance(GRID, np.array(slope), np.array(difficulty), np.array(chance))
    left = 0.0
    for likely in (right, 1 - right):
        whole = float(mass @ likely)
        mean = float(mass @ (likely * GRID)) / whole
        left += float(mass @ (likely * (GRID - mean) ** 2))
    return 1 - left / spread


@given(
    st.floats(-2, 2), st.floats(0.05, 1.5), st.floats(0.3, 1.5), st.floats(-2, 2), st.floats(0, 0.4)
)
def test_expected_shrinkage_equals_summing_over_both_answers(centre, spread, slope, b, chance):
    found = expected_shrinkage(*(np.array([v]) for v in (centre, spread, slope, b, chance)))

    assert float(found[0]) == pytest.approx(brute(centre, spread, slope, b, chance), abs=1.2e-3)


@given(seeds)
def test_gain_is_the_drop_of_the_weighted_variances_that_updates_bring(seed):
    """Second method: both answers told to the belief, their drops weighed by their probabilities."""
    rng = np.random.default_rng(seed)
    root = rng.normal(size=(4, 4))
    mean, covariance = rng.normal(size=4), root @ root.T / 4 + 0.2 * np.eye(4)
    weights = np.array([0.5, 0.3, 0.2, 0.0])
    columns, loadings = np.array([[1, 3]]), np.array([[0.65, 0.35]])
    centre = float(loadings[0] @ mean[columns[0]])
    spread = float(loadings[0] @ covariance[np.ix_(columns[0], columns[0])] @ loadings[0])
    shares = expected_shrinkage(
        np.array([centre]), np.array([spread]), np.ones(1), np.zeros(1), np.zeros(1)
    )

    found = float(gains(covariance, weights, columns, loadings, shares)[0])

    one = np.array(1.0)
    drops, chances = [], []
    for sign in (1, -1):
        _, after = observe_likelihood(
            mean, covariance, columns[0], loadings[0], lambda x, s=sign: -np.logaddexp(0, -s * x)
        )
        drops.append(float(weights @ (covariance - after).diagonal()))
        nodes, mass = np.polynomial.hermite_e.hermegauss(61)
        p = right_chance(centre + spread**0.5 * nodes, one, 0 * one, 0 * one)
        chances.append(float(mass @ (p if sign == 1 else 1 - p)) / float(mass.sum()))
    assert found == pytest.approx(float(np.dot(drops, chances)), rel=0.02, abs=1e-4)
    assert RIGHT == 1


def test_choice_takes_the_best_when_cold_and_spreads_when_warm():
    rng = np.random.default_rng(1)
    values = np.array([0.9, 1.0, -np.inf, 0.5])

    cold = {softmax_choice(values, 0.0, rng) for _ in range(20)}
    warm = [softmax_choice(values, 0.15, rng) for _ in range(2000)]

    assert cold == {1}
    assert set(warm) == {0, 1, 3}
    assert warm.count(0) / warm.count(1) == pytest.approx(np.exp(-0.1 / 0.15), rel=0.15)
    with pytest.raises(ValueError, match="finite"):
        softmax_choice(np.full(2, -np.inf), 0.1, rng)
