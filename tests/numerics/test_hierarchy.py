"""The hierarchy's covariance, and its variances got back from simulated people."""

from __future__ import annotations

import numpy as np
import pytest

from seasoned.numerics.hierarchy import Hierarchy, covariance_of, learn

GROUPS = np.repeat(np.arange(5), 8)
TRUE = Hierarchy(mean=1.0, general=0.3, group=0.4, own=0.9)


def crowd(hierarchy: Hierarchy, people: int, noise: float, seen: float, seed: int = 0):
    rng = np.random.default_rng(seed)
    root = np.linalg.cholesky(covariance_of(hierarchy, GROUPS))
    levels = hierarchy.mean + rng.normal(size=(people, 40)) @ root.T
    values = levels + rng.normal(size=levels.shape) * noise**0.5
    return np.where(rng.random(levels.shape) < seen, values, np.nan)


def test_covariance_ties_entries_to_their_group_and_all_to_each_other():
    covariance = covariance_of(TRUE, np.array([0, 0, 1]))

    assert covariance == pytest.approx(
        np.array([[1.6, 0.7, 0.3], [0.7, 1.6, 0.3], [0.3, 0.3, 1.6]])
    )


@pytest.mark.parametrize("seen", [1.0, 0.6, 0.25])
def test_variances_come_back_from_people_who_were_partly_seen(seen):
    values = crowd(TRUE, 4000, 0.7, seen)

    found = learn(values, np.full(values.shape, 0.7), GROUPS)

    assert (found.mean, found.general, found.group, found.own) == pytest.approx(
        (1.0, 0.3, 0.4, 0.9), abs=0.06
    )


def test_no_hierarchy_is_learned_where_there_is_none():
    values = crowd(Hierarchy(mean=0, general=0, group=0, own=1), 4000, 0.5, 0.9)

    found = learn(values, np.full(values.shape, 0.5), GROUPS)

    assert (found.general, found.group) == pytest.approx((0, 0), abs=0.02)


def test_one_person_teaches_nothing():
    with pytest.raises(ValueError, match="two people"):
        learn(np.ones((1, 3)), np.ones((1, 3)), np.array([0, 0, 1]))


def test_negative_variance_is_refused():
    with pytest.raises(ValueError, match="own above 0"):
        Hierarchy(mean=0, general=0.1, group=0.1, own=0)


def test_groups_of_two_axes_are_refused():
    with pytest.raises(ValueError, match="one axis"):
        covariance_of(TRUE, np.zeros((2, 2), dtype=int))
