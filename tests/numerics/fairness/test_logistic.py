"""Logistic regression against printed results, against a linear programme, and by its laws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog, minimize

from seasoned.numerics.fairness.logistic import (
    FITTED,
    JODOIN_GIERL,
    SEPARATED,
    UNIDENTIFIED,
    Criterion,
    Kind,
    gain_sizes,
    logistic,
    logistic_fit,
)
from seasoned.numerics.fairness.purifying import End, Rule
from seasoned.numerics.fairness.significance import LARGE, MODERATE, NEGLIGIBLE, UNDECIDED
from tests.numerics.fairness import published

UNPURIFIED = Rule(rounds=0)
seeds = st.integers(0, 2**32 - 1)


def sitting(seed: int, n_people: int = 1000, n_items: int = 20, slope: float = 1.0):
    """Rasch answers; for the focal first half the first item has the slope given."""
    rng = np.random.default_rng(seed)
    focal = np.arange(n_people) < n_people // 2
    ability = rng.normal(size=(n_people, 1))
    logit = ability - rng.normal(size=n_items)
    logit[focal, 0] *= slope
    return (rng.logistic(size=logit.shape) < logit).astype(np.int8), focal


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Kind.UNIFORM, published.LOGISTIC_UNIFORM),
        (Kind.NONUNIFORM, published.LOGISTIC_NONUNIFORM),
    ],
)
def test_verbal_aggression_gives_what_difr_prints(kind, expected):
    found = logistic(published.VERBAL, published.IS_MAN, kind=kind, rule=UNPURIFIED)

    assert found.fit.statistic == pytest.approx(expected, abs=1e-6)


def test_wald_statistic_is_that_of_glm():
    found = logistic(published.VERBAL, published.IS_MAN, criterion=Criterion.WALD, rule=UNPURIFIED)

    assert found.fit.statistic == pytest.approx(published.LOGISTIC_WALD, abs=1e-6)


def test_verbal_aggression_is_purified_as_difr_does():
    found = logistic(published.VERBAL, published.IS_MAN)

    assert (found.purified.rounds, found.purified.end) == (2, End.STABLE)
    assert (found.purified.flagged.nonzero()[0] + 1).tolist() == published.LOGISTIC_PURIFIED_FLAGGED
    assert found.fit.statistic == pytest.approx(published.LOGISTIC_PURIFIED, abs=1e-6)
    assert found.fit.gain == pytest.approx(published.LOGISTIC_GAIN, abs=1e-6)
    assert found.zumbo_thomas.tolist() == [NEGLIGIBLE] * 24
    assert (found.jodoin_gierl == MODERATE).nonzero()[0].tolist() == [16]


def test_coefficients_are_those_of_a_general_optimiser_also_with_missing_answers():
    answers, focal = sitting(5, 400, 6, slope=2.0)
    answers[np.random.default_rng(5).random(answers.shape) < 0.2] = -1
    score = np.round(np.random.default_rng(6).normal(size=400) + answers.sum(1), 1)

    found = logistic(answers, focal, matching=score).fit

    for item in range(6):
        seen = answers[:, item] >= 0
        group = focal[seen] + 0.0
        design = np.stack([np.ones(seen.sum()), score[seen], group, score[seen] * group], axis=1)
        sign = 2.0 * answers[seen, item] - 1
        best = minimize(
            lambda x, d=design, s=sign: np.logaddexp(0, -s * (d @ x)).sum(), np.zeros(4)
        )
        assert found.coefficients[item] == pytest.approx(best.x, abs=1e-3)
        assert found.errors[item] == pytest.approx(np.sqrt(best.hess_inv.diagonal()), rel=0.1)


def test_false_alarms_stay_near_the_level():
    p = [logistic(*sitting(seed), rule=UNPURIFIED).fit.p for seed in range(30)]

    assert np.mean(np.array(p) < 0.05) == pytest.approx(0.05, abs=0.02)


def test_item_that_separates_one_group_better_is_found_as_non_uniform():
    answers, focal = sitting(8, 3000, slope=2.5)

    found = logistic(answers, focal, kind=Kind.NONUNIFORM)

    assert (found.adjusted_p < 0.001).nonzero()[0].tolist() == [0]
    assert found.fit.coefficients[0, 3] > 3 * found.fit.errors[0, 3]


@given(seeds)
@settings(max_examples=20, deadline=None)
def test_groups_that_change_places_turn_the_group_and_nothing_else(seed):
    answers, focal = sitting(seed, 200, 8, slope=3.0)

    one, two = logistic(answers, focal), logistic(answers, ~focal)

    assert two.fit.statistic == pytest.approx(one.fit.statistic, abs=1e-6, nan_ok=True)
    assert two.fit.coefficients[:, 2:] == pytest.approx(
        -one.fit.coefficients[:, 2:], abs=1e-5, nan_ok=True
    )
    assert two.purified.flagged.tolist() == one.purified.flagged.tolist()


@given(seeds)
@settings(max_examples=20, deadline=None)
def test_order_of_items_does_not_matter(seed):
    answers, focal = sitting(seed, 200, 8, slope=3.0)
    order = np.random.default_rng(seed).permutation(8)

    one, two = logistic(answers, focal), logistic(answers[:, order], focal)

    assert two.purified.flagged.tolist() == one.purified.flagged[order].tolist()
    assert two.fit.statistic == pytest.approx(one.fit.statistic[order], abs=1e-8, nan_ok=True)


@given(
    st.lists(st.integers(0, 1), min_size=12, max_size=12),
    st.sampled_from([Kind.UNIFORM, Kind.BOTH]),
)
@settings(max_examples=150, deadline=None)
def test_separation_is_what_a_linear_programme_finds(counts, kind):
    """Albert and Anderson (1984): no finite fit if some line has no answer on its wrong side."""
    tables = np.array(counts).reshape(1, 3, 2, 2)
    stratum, group, answer = tables[0].nonzero()
    columns = [np.ones(len(stratum)), stratum, group, stratum * group]
    design = np.stack(columns[: 3 if kind == Kind.UNIFORM else 4], axis=1)
    if np.linalg.matrix_rank(design) < design.shape[1]:
        expected = UNIDENTIFIED
    else:
        signed = (2.0 * answer - 1)[:, None] * design
        best = linprog(-signed.sum(0), -signed, np.zeros(len(signed)), bounds=(-1, 1))
        expected = SEPARATED if best.fun < -1e-9 else FITTED

    found = logistic_fit(tables, np.arange(3.0), kind=kind)

    assert found.reason.tolist() == [expected]
    assert np.isnan(found.p[0]) == (expected != FITTED)


def test_sizes_ask_for_gain_and_significance():
    gain, p = np.array([0.03, 0.05, 0.05, 0.08, np.nan]), np.array([0.01, 0.01, 0.2, 0.01, 0.01])

    assert gain_sizes(gain, p, JODOIN_GIERL, 0.05).tolist() == [
        NEGLIGIBLE,
        MODERATE,
        NEGLIGIBLE,
        LARGE,
        UNDECIDED,
    ]


def test_scores_that_do_not_rise_are_refused():
    with pytest.raises(ValueError, match="must rise"):
        logistic_fit(np.ones((1, 2, 2, 2), dtype=int), np.array([1.0, 1.0]))
