"""Estimates of ratings against published ones, the binary case, known truth, and laws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seasoned.numerics.calibration import dense
from seasoned.numerics.calibration.ordered import calibrate
from seasoned.numerics.calibration.result import Reason
from tests.numerics.calibration.published import LSAT7, SCIENCE, VERBAL

seeds = st.integers(0, 2**32 - 1)
KINDS = ("graded", "partial credit")

# By mirt with IRTpars: slope, three thresholds, and the errors of the four.
GRADED = np.array(
    [
        (1.041, -4.673, -2.536, 1.408, 0.188, 0.814, 0.392, 0.231),
        (1.226, -2.385, -0.735, 1.849, 0.182, 0.305, 0.131, 0.234),
        (2.301, -2.280, -0.964, 0.855, 0.488, 0.259, 0.116, 0.112),
        (1.094, -3.060, -0.906, 1.543, 0.183, 0.448, 0.161, 0.231),
    ]
)

# By ltm's gpcm with 61 nodes, in the same order.
PARTIAL_CREDIT = np.array(
    [
        (0.8614, -3.2771, -2.8919, 1.5374, 0.1741, 0.6508, 0.4982, 0.2741),
        (0.8400, -2.0353, -1.0331, 2.0588, 0.1453, 0.3036, 0.2113, 0.3008),
        (2.2369, -2.0832, -0.9749, 0.8314, 0.6715, 0.2190, 0.1357, 0.1138),
        (0.7206, -2.9078, -1.1091, 1.6313, 0.1433, 0.4909, 0.2422, 0.2883),
    ]
)


def simulated(seed, kind, people=1_000, items=12, thresholds=4):
    rng = np.random.default_rng(seed)
    ability, slope = rng.normal(size=(people, 1, 1)), np.exp(rng.normal(0, 0.3, items))
    place = np.sort(rng.normal(size=(items, thresholds)), axis=1) + 0.3 * np.arange(thresholds)
    logit = slope[:, None] * (ability - place)
    if kind == "graded":
        ratings = (rng.random((people, items, 1)) < 1 / (1 + np.exp(-logit))).sum(axis=2)
    else:
        odds = np.exp(np.cumsum(logit, axis=2))
        chance = np.concatenate([np.ones((people, items, 1)), odds], axis=2)
        below = np.cumsum(chance, axis=2) / chance.sum(axis=2, keepdims=True)
        ratings = (rng.random((people, items, 1)) > below[..., :-1]).sum(axis=2)
    return ratings.astype(np.int8), slope, place


def with_gaps(ratings, seed, share=0.3):
    return np.where(np.random.default_rng(seed).random(ratings.shape) < share, -1, ratings)


# Published estimates


@pytest.mark.parametrize(
    ("kind", "loglik", "table", "close"),
    [
        ("graded", -1608.870, GRADED, 0.001),
        ("partial credit", -1612.682, PARTIAL_CREDIT, 0.001),
    ],
)
def test_estimates_of_the_science_data_are_those_of_mirt_and_ltm(kind, loglik, table, close):
    found = calibrate(SCIENCE, kind, errors="observed")

    assert found.converged
    assert found.loglik == pytest.approx(loglik, abs=1e-3)
    assert found.discrimination == pytest.approx(table[:, 0], abs=close)
    assert found.thresholds == pytest.approx(table[:, 1:4], abs=close)
    assert found.discrimination_error == pytest.approx(table[:, 4], abs=close)
    assert found.thresholds_error == pytest.approx(table[:, 5:], abs=close)


def test_partial_credit_with_a_common_slope_is_masters_model():
    """By mirt's "Rasch" with a free variance of 1.0025, whose intercepts are these steps' sums."""
    found = calibrate(SCIENCE, "partial credit", common_slope=True)

    assert found.loglik == pytest.approx(-1619.274, abs=1e-3)
    assert found.discrimination[0] ** 2 == pytest.approx(1.0025, abs=0.001)
    sums = -np.cumsum(found.discrimination[:, None] * found.thresholds, axis=1)
    assert sums[0] == pytest.approx([3.0879, 5.6833, 4.2945], abs=0.001)
    assert sums[2] == pytest.approx([2.6476, 4.0688, 2.9336], abs=0.001)


@pytest.mark.parametrize(
    ("kind", "loglik", "slopes"),
    [
        ("graded", -6285.818, (1.201, 1.526, 1.484, 2.015, 1.137, 1.340)),
        ("partial credit", -6298.496, (0.783, 1.184, 1.011, 1.565, 0.831, 0.917)),
    ],
)
def test_estimates_of_verbal_aggression_are_those_of_mirt(kind, loglik, slopes):
    found = calibrate(VERBAL, kind)

    assert found.loglik == pytest.approx(loglik, abs=2e-3)
    assert found.discrimination[:6] == pytest.approx(slopes, abs=0.002)


# Laws


@pytest.mark.parametrize("kind", KINDS)
def test_two_categories_are_a_right_and_a_wrong_answer(kind):
    found = calibrate(LSAT7, kind, errors="observed", tolerance=1e-6)

    expected = dense.calibrate(LSAT7, errors="observed", tolerance=1e-6)
    assert found.loglik == pytest.approx(expected.loglik, abs=1e-6)
    assert found.discrimination == pytest.approx(expected.discrimination, abs=1e-4)
    assert found.thresholds[:, 0] == pytest.approx(expected.difficulty, abs=1e-4)
    assert found.thresholds_error[:, 0] == pytest.approx(expected.difficulty_error, abs=1e-3)


@settings(max_examples=12)
@given(seeds, st.sampled_from(KINDS), st.booleans())
def test_likelihood_never_falls(seed, kind, common):
    ratings = with_gaps(simulated(seed, kind, people=60, items=5)[0], seed)

    found = calibrate(ratings, kind, common_slope=common, limit=40)

    assert (np.diff(found.trace) >= -1e-9).all()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("errors", ["observed", "cross-product"])
def test_truth_lies_within_the_errors(kind, errors):
    ratings, slope, place = simulated(4, kind, people=2_000)

    found = calibrate(with_gaps(ratings, 4), kind, errors=errors)

    for miss in (
        (found.discrimination - slope) / found.discrimination_error,
        (found.thresholds - place) / found.thresholds_error,
    ):
        assert 0.7 < np.sqrt((miss**2).mean()) < 1.3


@pytest.mark.parametrize("kind", KINDS)
def test_ratings_that_are_missing_say_nothing(kind):
    wider = np.full((500, 6), -1, dtype=np.int8)
    wider[:392, :4] = SCIENCE

    whole, part = calibrate(SCIENCE, kind), calibrate(wider, kind)

    assert part.loglik == pytest.approx(whole.loglik, abs=1e-3)
    assert part.thresholds[:4] == pytest.approx(whole.thresholds, abs=0.01)
    assert part.reasons.tolist() == [Reason.ESTIMATED] * 4 + [Reason.UNANSWERED] * 2


# What cannot be estimated


@pytest.mark.parametrize("kind", KINDS)
def test_categories_nobody_was_given_are_named(kind):
    ratings, _, _ = simulated(5, kind)
    ratings[:, 0] = np.array([0, 1, 3, 3, 4])[ratings[:, 0]]
    ratings[:, 1] = np.array([1, 1, 2, 3, 4])[ratings[:, 1]]

    found = calibrate(ratings, kind, categories=6, errors="observed")

    unused = np.zeros((12, 6), dtype=bool)
    unused[:, 5] = unused[0, 2] = unused[1, 0] = True
    assert (found.unused == unused).all()
    nothing = unused[:, 1:].copy()
    nothing[1, 0] = True
    assert (np.isnan(found.thresholds) == nothing).all()
    assert (np.isnan(found.thresholds_error) == nothing).all()


def test_an_item_rated_alike_by_all_has_no_estimate():
    ratings, _, _ = simulated(6, "graded")
    ratings[:, 2] = 3

    found = calibrate(ratings)

    assert found.reasons[2] == Reason.ALL_ALIKE
    assert np.isnan(found.discrimination[2])
    assert np.isfinite(np.delete(found.discrimination, 2)).all()


def test_nothing_is_estimated_from_nothing():
    found = calibrate(np.full((3, 4), -1))

    assert set(found.reasons) == {Reason.UNANSWERED}
    assert np.isnan(found.discrimination).all()
    assert not found.converged


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda: calibrate(SCIENCE, "nominal"), "must be one of"),
        (lambda: calibrate(SCIENCE, errors="exact"), "must be one of"),
        (lambda: calibrate(SCIENCE, categories=3), "must be 0 to 2"),
        (lambda: calibrate(SCIENCE - 2), "must be 0 to"),
        (lambda: calibrate(SCIENCE[:, 0]), "people and items"),
    ],
)
def test_misuse_is_refused(wrong, message):
    with pytest.raises(ValueError, match=message):
        wrong()
