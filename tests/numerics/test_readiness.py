"""Probabilities against exact ones, and the laws of a verdict."""

from __future__ import annotations

from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.numerics.readiness import RULE, chances, draws, met_at, needed, verdicts


@pytest.mark.parametrize("n", [2, 3, 5, 10])
def test_orthant_of_half_correlated_normals_is_one_in_n_plus_one(n):
    """Steck (1962): with all correlations one half, P(all above 0) = 1 / (n + 1)."""
    covariance = (np.eye(n) + np.ones((n, n))) / 2
    met = met_at(draws(np.zeros(n), covariance), np.arange(n)[:, None], np.zeros(n))

    joint, _ = chances(met, np.zeros(n, dtype=int), np.array([n]))

    assert float(joint) == pytest.approx(1 / (n + 1), abs=0.01)


@pytest.mark.parametrize("need", [4, 6, 8])
def test_independent_musts_are_met_like_coins(need):
    """Second method: the binomial tail, for eight musts met with probability 0.8413 each."""
    p = 0.8413447461
    exact = sum(comb(8, k) * p**k * (1 - p) ** (8 - k) for k in range(need, 9))
    met = met_at(draws(np.ones(8), np.eye(8)), np.arange(8)[:, None], np.zeros(8))

    joint, each = chances(met, np.zeros(8, dtype=int), np.array([need]))

    assert float(joint) == float(each[0]) == pytest.approx(exact, abs=0.015)


def test_draws_have_the_mean_and_covariance_asked_for():
    mean, covariance = np.array([1.0, -2.0]), np.array([[2.0, 0.7], [0.7, 1.0]])

    points = draws(mean, covariance, 4096)

    assert points.mean(0) == pytest.approx(mean, abs=0.01)
    assert np.cov(points.T) == pytest.approx(covariance, abs=0.03)


def test_draws_are_the_same_at_every_call():
    assert (draws(np.zeros(70), np.eye(70)) == draws(np.zeros(70), np.eye(70))).all()


def test_people_together_get_what_each_gets_alone():
    means = np.array([[0.0, 1.0], [2.0, 0.5]])
    spreads = np.stack([np.eye(2), np.array([[1.0, 0.5], [0.5, 1.0]])])
    choices, asked, groups, need = (
        np.array([[0, 0], [0, 1]]),
        np.array([1.0, 1.2]),
        np.array([0, 1]),
        np.array([1, 1]),
    )

    joint, each = chances(met_at(draws(means, spreads), choices, asked), groups, need)

    for n in range(2):
        alone = chances(met_at(draws(means[n], spreads[n]), choices, asked), groups, need)
        assert (joint[n], each[n].tolist()) == (alone[0], alone[1].tolist())


def test_best_of_several_counts():
    met = met_at(
        np.array([[0.0, 3.0], [3.0, 0.0], [0.0, 0.0]]), np.array([[0, 1]]), np.array([2.0])
    )

    assert met.tolist() == [[True], [True], [False]]


def test_musts_may_be_missing_by_a_third_and_one_at_least():
    assert needed(np.array([0, 1, 2, 3, 4, 7, 8, 12])).tolist() == [0, 1, 1, 2, 3, 5, 6, 8]


def test_negative_number_of_musts_is_refused():
    with pytest.raises(ValueError, match="0 or more"):
        needed(np.array([-1]))


def test_group_outside_is_refused():
    with pytest.raises(ValueError, match="below 1"):
        chances(np.ones((4, 2), dtype=bool), np.array([0, 1]), np.array([1]))


def test_more_evidence_than_musts_is_refused():
    with pytest.raises(ValueError, match="must not exceed"):
        verdicts(np.array(0.5), np.array([0.5]), np.array([2]), np.array([3]), np.array([2]))


def test_one_weak_area_is_never_hidden_by_strong_ones():
    whole, areas = verdicts(
        np.array(0.05), np.array([1, 1, 1, 1, 0.05]), np.full(5, 8), np.full(5, 8), np.full(5, 8)
    )

    assert (int(whole), areas.tolist()) == (-1, [1, 1, 1, 1, -1])


def test_nothing_seen_is_never_not_yet():
    whole, areas = verdicts(
        np.array(0.0), np.zeros(5), np.full(5, 8), np.zeros(5, dtype=int), np.zeros(5, dtype=int)
    )

    assert (int(whole), areas.tolist()) == (0, [0] * 5)


@given(
    st.lists(st.tuples(st.integers(1, 12), st.integers(0, 12)), min_size=1, max_size=5),
    st.floats(0, 1),
)
def test_ready_takes_direct_evidence_for_all_musts_of_an_area_but_one(areas, joint):
    musts = np.array([m for m, _ in areas])
    evidenced = np.array([min(m, e) for m, e in areas])

    whole, _ = verdicts(np.array(joint), np.ones(len(areas)), musts, evidenced, evidenced)

    backed = bool((evidenced >= np.maximum(musts - 1, 1)).all())
    assert (int(whole) == 1) == (backed and joint >= RULE.ready)
