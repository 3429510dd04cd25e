"""Item and person statistics against printed results, textbook formulas and simulated truth."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seasoned.numerics.answering import right_chance
from seasoned.numerics.fairness.classical import (
    classical,
    cronbach_alpha,
    marginal_reliability,
    option_table,
)
from seasoned.numerics.fairness.drift import drift
from seasoned.numerics.fairness.fit import mean_squares, person_fit, summed_fit
from tests.numerics.fairness import published

seeds = st.integers(0, 2**32 - 1)
LSAT7_DIFFICULTY = -published.LSAT7_INTERCEPT / published.LSAT7_SLOPE


def sitting(seed: int, n_people: int = 1000, n_items: int = 20):
    rng = np.random.default_rng(seed)
    slope, difficulty = rng.uniform(0.6, 1.8, n_items), rng.normal(size=n_items)
    ability = rng.normal(size=n_people)
    expected = right_chance(ability[:, None], slope, difficulty, np.zeros(n_items))
    answers = (rng.random(expected.shape) < expected).astype(np.int8)
    return answers, expected, ability, slope, difficulty


def with_gaps(answers: np.ndarray, seed: int) -> np.ndarray:
    return np.where(np.random.default_rng(seed).random(answers.shape) < 0.3, -1, answers)


def test_correlations_are_those_of_numpy():
    answers = with_gaps(sitting(1, 200, 6)[0], 1)

    found = classical(answers)

    share = (answers == 1).sum(1) / (answers >= 0).sum(1)
    for item in range(6):
        seen = answers[:, item] >= 0
        rest = np.delete(answers, item, axis=1)[seen]
        some = (rest >= 0).any(1)
        right = answers[seen, item]
        score = (rest == 1).sum(1)[some] / (rest >= 0).sum(1)[some]
        assert found.facility[item] == pytest.approx(right.mean())
        assert found.item_total[item] == pytest.approx(np.corrcoef(right, share[seen])[0, 1])
        assert found.item_rest[item] == pytest.approx(np.corrcoef(right[some], score)[0, 1])


def test_upper_and_lower_groups_hold_27_percent_of_distinct_scores():
    n_right = np.arange(101)
    answers = (np.arange(100) < n_right[:, None]).astype(int)[:100]

    found = classical(answers)

    upper, lower = answers[-27:].mean(0), answers[:27].mean(0)
    assert found.upper_lower == pytest.approx(upper - lower)


@given(seeds)
@settings(max_examples=30, deadline=None)
def test_order_of_people_does_not_matter_even_where_scores_tie(seed):
    answers = with_gaps(sitting(seed, 30, 4)[0], seed)
    people = np.random.default_rng(seed).permutation(30)

    one, two = classical(answers), classical(answers[people])

    for name in ("facility", "item_total", "item_rest", "upper_lower"):
        assert getattr(two, name) == pytest.approx(getattr(one, name), nan_ok=True)


def test_item_that_nobody_answered_says_nothing():
    found = classical(np.array([[1, -1], [0, -1]]))

    assert found.answered.tolist() == [2, 0]
    assert np.isnan([found.facility[1], found.item_rest[1], found.upper_lower[1]]).all()


def test_mean_squares_of_lsat7_are_those_that_mirt_prints():
    ability = 0.8 * (published.LSAT7.sum(1) - 2.5)
    expected = right_chance(ability[:, None], published.LSAT7_SLOPE, LSAT7_DIFFICULTY, np.zeros(5))

    found = mean_squares(published.LSAT7, expected)

    assert found.outfit == pytest.approx(published.LSAT7_OUTFIT, abs=1e-8)
    assert found.infit == pytest.approx(published.LSAT7_INFIT, abs=1e-8)
    assert found.outfit_z == pytest.approx(published.LSAT7_OUTFIT_Z, abs=1e-8)
    assert found.infit_z == pytest.approx(published.LSAT7_INFIT_Z, abs=1e-8)


def test_summed_fit_of_lsat7_is_that_mirt_prints():
    found = summed_fit(published.LSAT7, published.LSAT7_SLOPE, LSAT7_DIFFICULTY, np.zeros(5))

    assert found.degrees.tolist() == [2] * 5
    assert found.statistic == pytest.approx(published.LSAT7_S_X2, abs=1e-6)
    assert found.p == pytest.approx(published.LSAT7_S_X2_P, abs=1e-6)


@pytest.mark.parametrize("axis", [0, 1])
def test_mean_squares_are_near_one_under_the_model(axis):
    answers, expected, *_ = sitting(3, 1000, 100)

    found = mean_squares(with_gaps(answers, 3), expected, axis=axis)

    assert np.mean(found.infit) == pytest.approx(1, abs=0.01)
    assert np.mean(found.outfit) == pytest.approx(1, abs=0.02)
    assert np.mean(found.infit_z) == pytest.approx(0, abs=0.2)
    assert np.std(found.infit_z) == pytest.approx(1, abs=0.2)


def test_guessing_and_copying_show_in_the_mean_squares():
    answers, expected, *_ = sitting(4)
    answers[:, 0] = np.random.default_rng(4).random(1000) < 0.5
    answers[:, 1] = expected[:, 1] > 0.5

    found = mean_squares(answers, expected)

    assert found.infit_z[0] > 4
    assert found.infit_z[1] < -4
    assert np.abs(found.infit_z[2:]).max() < 4


def test_summed_fit_under_the_model_is_a_chi_square_and_rises_for_a_wrong_slope():
    answers, _, _, slope, difficulty = sitting(6, 3000, 15)
    bent = np.where(np.arange(15) == 2, 0.4 * slope, slope)

    under = summed_fit(answers, slope, difficulty, np.zeros(15), estimated=0)
    beside = summed_fit(answers, bent, difficulty, np.zeros(15), estimated=0)

    assert np.mean(under.statistic / under.degrees) == pytest.approx(1, abs=0.15)
    assert under.p.min() > 1e-3
    assert beside.p[2] < 1e-6


def estimate(answers, slope, difficulty, prior_precision):
    """Mode of the posterior of each person, by Newton's method."""
    ability = np.zeros(len(answers))
    for _ in range(50):
        p = right_chance(ability[:, None], slope, difficulty, np.zeros(len(slope)))
        gradient = ((answers - p) * slope).sum(1) - prior_precision * ability
        ability += gradient / ((p * (1 - p) * slope**2).sum(1) + prior_precision)
    return ability


@pytest.mark.parametrize("prior_precision", [0.0, 1.0])
def test_person_fit_is_that_of_snijders(prior_precision):
    """Snijders (2001), with r_0 = 0 for maximum likelihood and -ability for the mode."""
    answers, _, _, slope, difficulty = sitting(7, 200)
    answers = answers[(answers.sum(1) > 3) & (answers.sum(1) < 17)]
    ability = estimate(answers, slope, difficulty, prior_precision)

    p = right_chance(ability[:, None], slope, difficulty, np.zeros(20))
    weight, steep = np.log(p / (1 - p)), slope * p * (1 - p)
    shared = (steep * weight).sum(1) / (steep * slope).sum(1)
    left = weight - shared[:, None] * slope
    mean = shared * prior_precision * ability
    deviation = np.sqrt((left**2 * p * (1 - p)).sum(1))
    expected = (((answers - p) * weight).sum(1) - mean) / deviation
    found = person_fit(answers, ability, slope, difficulty, np.zeros(20))
    assert found == pytest.approx(expected, abs=1e-8)


def test_person_fit_is_about_normal_under_the_model_and_low_for_a_sleeper():
    answers, _, _, slope, difficulty = sitting(8, 3000, 60)
    answers[0] = difficulty > np.median(difficulty)
    ability = estimate(answers, slope, difficulty, 1.0)

    found = person_fit(answers, ability, slope, difficulty, np.zeros(60))

    assert np.mean(found[1:]) == pytest.approx(0, abs=0.1)
    assert np.std(found[1:]) == pytest.approx(1, abs=0.1)
    assert np.mean(found[1:] < -1.645) == pytest.approx(0.05, abs=0.02)
    assert found[0] < -5


def test_options_are_counted_by_third_and_the_key_draws_the_able():
    rng = np.random.default_rng(9)
    ability = rng.normal(size=900)
    knows = rng.logistic(size=(900, 2)) < 2 * ability[:, None]
    chosen = with_gaps(np.where(knows, 0, rng.integers(1, 4, (900, 2))), 9)

    found = option_table(chosen, ability, 4)

    seen = chosen[:, 0] >= 0
    picked = np.corrcoef(chosen[seen, 0] == 1, ability[seen])[0, 1]
    assert found.counts.sum((1, 2)).tolist() == (chosen >= 0).sum(0).tolist()
    assert found.shares.sum(1) == pytest.approx(np.ones((2, 3)))
    assert (np.diff(found.shares[:, 0], axis=1) > 0.1).all()
    assert found.point_biserial[0, 1] == pytest.approx(picked)
    assert (found.point_biserial[:, 0] > 0.3).all()
    assert (found.point_biserial[:, 1:] < 0).all()


def test_drift_of_nothing_has_the_error_it_says():
    rng = np.random.default_rng(10)
    true, error = rng.normal(size=8), rng.uniform(0.05, 0.3, 8)
    first, second = (true + error * rng.normal(size=(500, 8)) for _ in range(2))

    z = [drift(one, error, two + 0.4, error).z for one, two in zip(first, second, strict=True)]

    assert np.mean(np.abs(z) > 1.96) == pytest.approx(0.05, abs=0.02)


def test_items_that_moved_are_found_and_leave_the_link_alone():
    rng = np.random.default_rng(11)
    first, error = rng.normal(size=20), np.full(20, 0.08)
    second = first - 0.3 + 0.08 * rng.normal(size=20)
    second[[2, 5]] += 1.0
    first[9] = np.nan

    found = drift(first, error, second, error)

    assert (found.adjusted_p < 0.01).nonzero()[0].tolist() == [2, 5]
    assert found.change[[2, 5]] == pytest.approx(1.0, abs=0.3)
    assert found.shift == pytest.approx(-0.3, abs=0.1)
    assert (found.robust_z[[2, 5]] > 3).all()
    assert np.isnan(found.p[9])


def test_alpha_of_complete_answers_is_the_textbook_formula():
    answers = published.VERBAL.astype(int)

    found = cronbach_alpha(answers)

    items, total = answers.var(0, ddof=1).sum(), answers.sum(1).var(ddof=1)
    assert found == pytest.approx(24 / 23 * (1 - items / total))
    assert cronbach_alpha(with_gaps(answers, 1)) == pytest.approx(found, abs=0.02)


def test_marginal_reliability_is_the_squared_correlation_with_the_truth():
    rng = np.random.default_rng(12)
    ability = rng.normal(size=20_000)
    error = rng.choice([0.5, 1.0], 20_000)
    weight = 1 / (1 + error**2)
    found = weight * (ability + error * rng.normal(size=20_000))

    reliability = marginal_reliability(found, np.sqrt(1 - weight))

    assert reliability == pytest.approx(np.corrcoef(found, ability)[0, 1] ** 2, abs=0.02)


@pytest.mark.parametrize(
    "call",
    [
        lambda: classical(np.array([[2]])),
        lambda: mean_squares(np.array([[1]]), np.array([[1.0]])),
        lambda: option_table(np.array([[3]]), np.zeros(1), 3),
        lambda: drift(*(np.zeros(1),) * 4),
        lambda: cronbach_alpha(np.zeros((3, 1), dtype=int)),
        lambda: marginal_reliability(np.zeros(1), np.zeros(1)),
        lambda: summed_fit(np.array([[1, -1]]), np.ones(2), np.zeros(2), np.zeros(2)),
    ],
)
def test_what_makes_no_sense_is_refused(call):
    with pytest.raises(ValueError, match=r"must|takes"):
        call()
