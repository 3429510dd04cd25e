"""Updates against conditioning in one go, against closed forms, and by their laws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.numerics.gaussian import observe, observe_likelihood, observe_together, widen
from seasoned.numerics.normal import cdf

seeds = st.integers(0, 2**32 - 1)


def state(seed: int, n: int = 6):
    rng = np.random.default_rng(seed)
    root = rng.normal(size=(n, n))
    return rng.normal(size=n), root @ root.T + 0.1 * np.eye(n), rng


@given(seeds)
def test_single_updates_equal_conditioning_in_one_go(seed):
    """Second method: Bishop (2006), Pattern Recognition and Machine Learning, eq. 2.116-2.117."""
    mean, covariance, rng = state(seed)
    loadings, values, variances = (
        rng.normal(size=(4, 6)),
        rng.normal(size=4),
        rng.uniform(0.5, 2, 4),
    )

    one, two = mean, covariance
    for row, value, variance in zip(loadings, values, variances, strict=True):
        one, two = observe(one, two, np.arange(6), row, value, variance)

    precision = np.linalg.inv(covariance)
    expected = np.linalg.inv(precision + loadings.T @ (loadings / variances[:, None]))
    centre = expected @ (precision @ mean + loadings.T @ (values / variances))
    assert two == pytest.approx(expected, abs=1e-8)
    assert one == pytest.approx(centre, abs=1e-8)
    together = observe_together(mean, covariance, loadings, values, variances)
    assert together[0] == pytest.approx(one, abs=1e-8)
    assert together[1] == pytest.approx(two, abs=1e-8)


@given(seeds)
def test_many_people_at_once_equal_one_at_a_time(seed):
    mean, covariance, rng = state(seed)
    means, values = mean + rng.normal(size=(3, 6)), rng.normal(size=3)
    variances = np.array([0.5, np.inf, 2.0])

    batch = observe(means, np.stack([covariance] * 3), np.array([2]), np.ones(1), values, variances)

    for n in (0, 2):
        single = observe(means[n], covariance, np.array([2]), np.ones(1), values[n], variances[n])
        assert batch[0][n] == pytest.approx(single[0])
        assert batch[1][n] == pytest.approx(single[1])
    assert (batch[0][1] == means[1]).all()
    assert (batch[1][1] == covariance).all()


@given(seeds, st.floats(-3, 3))
def test_likelihood_update_is_exact_for_a_gaussian(seed, value):
    mean, covariance, _ = state(seed)
    columns, weights = np.array([0, 3]), np.array([1.0, 0.5])
    variance = float(covariance[np.ix_(columns, columns)] @ weights @ weights)

    expected = observe(mean, covariance, columns, weights, value, variance)
    found = observe_likelihood(
        mean, covariance, columns, weights, lambda x: -0.5 * (x - value) ** 2 / variance
    )

    assert found[0] == pytest.approx(expected[0], rel=1e-3, abs=1e-3)
    assert found[1] == pytest.approx(expected[1], rel=1e-3, abs=1e-3)


def test_likelihood_update_gives_the_closed_form_of_a_probit_answer():
    """Rasmussen and Williams (2006), Gaussian Processes for Machine Learning, eq. 3.82-3.87."""
    mean, covariance = np.array([0.3]), np.array([[1.4]])
    z = 0.3 / np.sqrt(2.4)
    ratio = np.exp(-0.5 * z * z) / np.sqrt(2 * np.pi) / float(cdf(np.array(z)))

    found = observe_likelihood(
        mean, covariance, np.array([0]), np.ones(1), lambda x: np.log(cdf(x))
    )

    assert found[0] == pytest.approx([0.3 + 1.4 * ratio / np.sqrt(2.4)], abs=1e-6)
    assert found[1] == pytest.approx(
        np.array([[1.4 - 1.4**2 * ratio / 2.4 * (z + ratio)]]), abs=1e-6
    )


def test_impossible_observation_is_refused():
    with pytest.raises(ValueError, match="finite somewhere"):
        observe_likelihood(
            np.zeros(1), np.eye(1), np.array([0]), np.ones(1), lambda x: np.full_like(x, -np.inf)
        )


@pytest.mark.parametrize(
    "update",
    [
        lambda: observe(np.zeros(1), np.eye(1), np.array([0]), np.ones(1), 1.0, 0.0),
        lambda: observe_together(np.zeros(1), np.eye(1), np.ones((1, 1)), np.ones(1), np.zeros(1)),
    ],
)
def test_observation_without_noise_is_refused(update):
    with pytest.raises(ValueError, match="above zero"):
        update()


@given(seeds, st.floats(0, 1), st.floats(0, 1))
def test_two_short_waits_widen_like_one_long_one(seed, first, second):
    _, covariance, _ = state(seed)
    ceiling = covariance.diagonal() * np.linspace(0.5, 2, 6)

    twice = widen(widen(covariance, ceiling, first), ceiling, second)

    assert twice == pytest.approx(widen(covariance, ceiling, first * second))


@given(seeds, st.floats(0, 1))
def test_waiting_never_narrows_and_stops_at_the_ceiling(seed, kept):
    _, covariance, _ = state(seed)
    ceiling = covariance.diagonal() + 1

    wider = widen(covariance, ceiling, kept)

    assert (wider.diagonal() >= covariance.diagonal()).all()
    assert (wider.diagonal() <= ceiling + 1e-12).all()
    assert (np.linalg.eigvalsh(wider) > 0).all()


def test_waiting_refuses_a_share_above_one():
    with pytest.raises(ValueError, match="between 0 and 1"):
        widen(np.eye(2), np.ones(2), 1.5)


@given(seeds)
def test_working_in_place_gives_the_same_numbers(seed):
    mean, covariance, rng = state(seed)
    loadings, values, variances = (
        rng.normal(size=(2, 6)),
        rng.normal(size=2),
        rng.uniform(0.5, 2, 2),
    )
    expected = observe_together(mean, covariance, loadings, values, variances)
    wider = widen(expected[1], np.full(6, 3.0), 0.5)
    own = covariance.copy()

    found = observe_together(mean, own, loadings, values, variances, scratch=np.empty((6, 6)))

    assert (found[0] == expected[0]).all()
    assert (own == expected[1]).all()
    assert widen(own, np.full(6, 3.0), 0.5, in_place=True) is own
    assert (own == wider).all()
