"""Shares against published tables, a second method, or simulation with a known truth."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, chi2_contingency

from seasoned.numerics.shares import (
    Z_90,
    false_discovery,
    lift,
    mean_interval,
    median_ranks,
    newcombe,
    slope,
    two_shares,
    wilson,
)

Z_95 = 1.959964


def test_wilson_agrees_with_the_published_examples():
    # Brown, Cai and DasGupta (2001), and Newcombe (1998b) table I: 81 of 263, 15 of 148, 0 of 20.
    low, high = wilson(np.array([81, 15, 0, 1]), np.array([263, 148, 20, 29]), Z_95)

    assert low == pytest.approx([0.2553, 0.0624, 0.0, 0.0061], abs=5e-5)
    assert high == pytest.approx([0.3662, 0.1605, 0.1611, 0.1718], abs=5e-5)


def test_no_trial_says_nothing():
    assert [float(x) for x in wilson(np.array(0), np.array(0))] == [0.0, 1.0]


@pytest.mark.parametrize(
    ("first", "other", "interval"),
    [  # Newcombe (1998), table II, method 10
        ((56, 70), (48, 80), (0.0524, 0.3339)),
        ((9, 10), (3, 10), (0.1705, 0.8090)),
        ((5, 56), (0, 29), (-0.0381, 0.1926)),
        ((0, 10), (0, 20), (-0.1611, 0.2775)),
        ((10, 10), (0, 10), (0.6075, 1.0)),
    ],
)
def test_newcombe_agrees_with_his_table(first, other, interval):
    low, high = newcombe(*map(np.array, (*first, *other)), z=Z_95)

    assert (float(low), float(high)) == pytest.approx(interval, abs=1e-4)


@given(st.integers(1, 200), st.integers(1, 200), st.data())
def test_swapping_the_groups_turns_the_interval_round(n, m, data):
    a, b = data.draw(st.integers(0, n)), data.draw(st.integers(0, m))

    low, high = newcombe(*map(np.array, (a, n, b, m)))
    other_low, other_high = newcombe(*map(np.array, (b, m, a, n)))

    assert (float(low), float(high)) == pytest.approx((-float(other_high), -float(other_low)))


def test_false_discovery_calls_what_the_paper_calls():
    # Benjamini and Hochberg (1995), section 3.2: four of fifteen at 5 %.
    p = np.array(
        [
            0.0001,
            0.0004,
            0.0019,
            0.0095,
            0.0201,
            0.0278,
            0.0298,
            0.0344,
            0.0459,
            0.324,
            0.4262,
            0.5719,
            0.6528,
            0.759,
            1.0,
        ]
    )

    assert (false_discovery(p) <= 0.05).sum() == 4
    assert false_discovery(p[::-1]).tolist() == false_discovery(p)[::-1].tolist()


def test_slope_agrees_with_the_published_trend():
    # Agresti (2013), section 5.3.5: malformation of infants by alcohol, trend z squared 6.57.
    sick = np.array([48, 38, 5, 1, 1])
    well = np.array([17066, 14464, 788, 126, 37])

    found = slope(sick, sick + well, np.array([0, 0.5, 1.5, 4.0, 7.0]))

    t = 2.353363  # Student, three degrees of freedom, two-sided 90 %
    error = (found.high - found.change) / t / np.sqrt(found.spread)
    assert (found.change / error) ** 2 == pytest.approx(6.57, abs=0.01)


def test_slope_covers_the_truth_as_often_as_it_says():
    rng = np.random.default_rng(5)
    times, trials = np.arange(12), rng.integers(50, 400, 12)
    truth = 0.2 + 0.01 * times

    found = [slope(rng.binomial(trials, truth), trials, times) for _ in range(600)]

    assert 0.88 <= np.mean([s.low <= 0.01 <= s.high for s in found]) <= 0.97


def test_bunches_make_the_slope_less_sure():
    trials, times = np.full(8, 100), np.arange(8)

    even = slope(np.array([20, 21, 22, 23, 24, 25, 26, 27]), trials, times)
    jumpy = slope(np.array([5, 38, 8, 40, 7, 44, 9, 37]), trials, times)

    assert even.spread == 1.0 < 5 < jumpy.spread
    assert even.high - even.low < jumpy.high - jumpy.low
    assert not jumpy.is_clear


def test_slope_refuses_too_few_times():
    with pytest.raises(ValueError, match="three different times"):
        slope(np.array([1, 2]), np.array([9, 9]), np.array([0, 1]))


def test_lift_of_things_that_ignore_each_other_is_one_and_covered_as_often_as_said():
    rng, n = np.random.default_rng(7), 2_000
    a, b = rng.random((800, n)) < 0.3, rng.random((800, n)) < 0.2

    value, low, high = lift((a & b).sum(1), a.sum(1), b.sum(1), n)

    assert np.mean(value) == pytest.approx(1.0, abs=0.01)
    assert 0.87 <= np.mean((low <= 1) & (high >= 1)) <= 0.93


def test_lift_covers_a_true_dependence():
    rng, n = np.random.default_rng(8), 2_000
    draws = rng.multinomial(n, [0.2, 0.1, 0.1, 0.6], size=800)
    both, first, second = draws[:, 0], draws[:, 0] + draws[:, 1], draws[:, 0] + draws[:, 2]

    _, low, high = lift(both, first, second, n)

    truth = 0.2 / (0.3 * 0.3)
    assert 0.87 <= np.mean((low <= truth) & (high >= truth)) <= 0.93


def test_things_that_never_meet_have_no_lift_and_no_upper_end():
    assert [float(x) for x in lift(np.array(0), np.array(5), np.array(5), 20)] == [0, 0, np.inf]


@pytest.mark.parametrize("n", [10, 25, 60, 200, 1000])
def test_median_ranks_cover_as_the_binomial_says(n):
    low, high = median_ranks(n)

    covered = binom.cdf(high - 1, n, 0.5) - binom.cdf(low - 1, n, 0.5)
    assert covered >= 0.895


def test_mean_interval_agrees_with_the_values_themselves():
    values = np.random.default_rng(3).random(50)

    mean, low, high = mean_interval(values.sum(), (values**2).sum(), 50)

    half = Z_90 * values.std(ddof=1) / np.sqrt(50)
    assert [float(x) for x in (mean, low, high)] == pytest.approx(
        [values.mean(), values.mean() - half, values.mean() + half]
    )


def test_equal_shares_have_a_p_of_one_and_p_agrees_with_the_chi_squared_test():
    p, least = two_shares(*map(np.array, ([10, 56], [50, 70], [20, 48], [100, 80])))

    second = chi2_contingency([[56, 14], [48, 32]], correction=False).pvalue
    assert p == pytest.approx([1.0, second])
    assert least == pytest.approx([10.0, 70 * (1 - 104 / 150)])
