"""Mantel-Haenszel against printed results, its false alarms by simulation, and its laws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from seasoned.numerics.fairness.mantel_haenszel import common_odds, ets_sizes, mantel_haenszel
from seasoned.numerics.fairness.purifying import End, Rule, purify
from seasoned.numerics.fairness.significance import (
    LARGE,
    MODERATE,
    NEGLIGIBLE,
    UNDECIDED,
    benjamini_hochberg,
)
from seasoned.numerics.fairness.tables import even_strata, score_tables, tables_from
from tests.numerics.fairness import published

seeds = st.integers(0, 2**32 - 1)
UNPURIFIED = Rule(rounds=0)


def sitting(seed: int, n_people: int = 1000, n_items: int = 20, impact: float = 0.0, harder=()):
    """Rasch answers; the first half is focal, ``impact`` logits abler, some items a logit harder for it."""
    rng = np.random.default_rng(seed)
    focal = np.arange(n_people) < n_people // 2
    difficulty = rng.normal(size=n_items) + np.outer(focal, np.isin(np.arange(n_items), harder))
    ability = rng.normal(size=(n_people, 1)) + impact * focal[:, None]
    return (rng.logistic(size=(n_people, n_items)) < ability - difficulty).astype(np.int8), focal


def test_odds_of_berkeley_are_those_that_r_prints():
    found = common_odds(published.BERKELEY)

    margin = 1.959963984540054 * found.error / 2.35
    interval = np.exp(np.log(found.odds_ratio) + np.array([-margin, margin]))
    assert found.chi_square == pytest.approx(published.BERKELEY_CHI_SQUARE, abs=1e-10)
    assert found.corrected_chi_square == pytest.approx(published.BERKELEY_CORRECTED, abs=1e-10)
    assert found.odds_ratio == pytest.approx(published.BERKELEY_ODDS_RATIO, abs=1e-10)
    assert interval == pytest.approx(published.BERKELEY_INTERVAL, abs=1e-10)


def test_verbal_aggression_gives_what_difr_prints():
    found = mantel_haenszel(published.VERBAL, published.IS_MAN, rule=UNPURIFIED)

    assert found.odds.corrected_chi_square == pytest.approx(published.MH_CHI_SQUARE, abs=1e-6)
    assert found.odds.odds_ratio == pytest.approx(published.MH_ODDS_RATIO, abs=1e-6)
    assert (found.odds.error / 2.35) ** 2 == pytest.approx(published.MH_VARIANCE, abs=1e-6)
    assert found.adjusted_p[5] == pytest.approx(0.0466, abs=5e-5)


def test_verbal_aggression_is_purified_as_difr_does():
    found = mantel_haenszel(published.VERBAL, published.IS_MAN)

    others = np.arange(24) != 14
    chi_square = found.odds.corrected_chi_square
    assert (found.purified.rounds, found.purified.end) == (6, End.STABLE)
    assert (found.purified.flagged.nonzero()[0] + 1).tolist() == published.MH_PURIFIED_FLAGGED
    assert chi_square[others] == pytest.approx(published.MH_PURIFIED[others], abs=1e-6)
    assert chi_square[14] == 0


@pytest.mark.parametrize("impact", [0.0, -0.7])
def test_false_alarms_stay_near_the_level_also_where_groups_differ(impact):
    p = [
        mantel_haenszel(*sitting(seed, impact=impact), rule=UNPURIFIED).odds.p for seed in range(40)
    ]

    assert np.mean(np.array(p) < 0.05) == pytest.approx(0.05, abs=0.02)


def test_item_made_harder_for_one_group_is_found_alone():
    found = mantel_haenszel(*sitting(1, n_people=2000, harder=[3]))

    assert (found.adjusted_p < 0.05).nonzero()[0].tolist() == [3]
    assert found.odds.delta[3] == pytest.approx(-2.35, abs=3 * found.odds.error[3])
    assert found.size[3] == LARGE


@given(seeds)
@settings(max_examples=25, deadline=None)
def test_groups_that_change_places_turn_the_deltas_and_nothing_else(seed):
    answers, focal = sitting(seed, 200, 8, harder=[0, 5])

    one, two = mantel_haenszel(answers, focal), mantel_haenszel(answers, ~focal)

    assert two.odds.delta == pytest.approx(-one.odds.delta, nan_ok=True)
    for name in ("error", "chi_square", "p", "corrected_chi_square", "corrected_p"):
        expected = getattr(one.odds, name)
        assert getattr(two.odds, name) == pytest.approx(expected, nan_ok=True, abs=1e-9)
    assert two.size.tolist() == one.size.tolist()
    assert two.purified.flagged.tolist() == one.purified.flagged.tolist()


@given(seeds)
@settings(max_examples=25, deadline=None)
def test_order_of_items_and_people_does_not_matter(seed):
    answers, focal = sitting(seed, 200, 10, harder=[1, 2, 7])
    rng = np.random.default_rng(seed)
    items, people = rng.permutation(10), rng.permutation(200)

    one = mantel_haenszel(answers, focal)
    two = mantel_haenszel(answers[people][:, items], focal[people])

    assert two.purified.flagged.tolist() == one.purified.flagged[items].tolist()
    assert (two.purified.rounds, two.purified.end) == (one.purified.rounds, one.purified.end)
    assert two.odds.chi_square == pytest.approx(one.odds.chi_square[items], nan_ok=True)


@pytest.mark.parametrize(
    ("flags", "rounds", "end"),
    [
        (lambda kept: [0, 0, 0], 0, End.STABLE),
        (lambda kept: [0, 1, 0], 1, End.STABLE),
        (lambda kept: [1, 1, 1], 0, End.EMPTY),
        (lambda kept: [kept[0], not kept[0], 0], 2, End.CYCLE),
        (lambda kept: [kept.all(), not kept[0], not kept[1]], 2, End.LIMIT),
    ],
)
def test_purification_says_why_it_ended(flags, rounds, end):
    limit = 2 if end is End.LIMIT else 10

    _, _, found = purify(lambda kept: (None, 1.0 - np.array(flags(kept))), 3, 0.5, limit)

    assert (found.rounds, found.end) == (rounds, end)


def test_sizes_follow_the_rule_of_ets():
    """Dorans and Holland (1993); 1.0 and 1.5 are the bounds, 1.645 errors the distance from 1."""
    delta = np.array([0.99, 1.2, -1.2, -1.6, 1.6, np.inf, np.nan])
    error = np.array([0.1, 0.1, 0.1, 0.3, 0.4, np.nan, np.nan])
    p = np.array([0.001, 0.001, 0.2, 0.001, 0.001, 0.001, np.nan])

    assert ets_sizes(delta, error, p).tolist() == [
        NEGLIGIBLE,
        MODERATE,
        NEGLIGIBLE,
        LARGE,
        MODERATE,
        UNDECIDED,
        UNDECIDED,
    ]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_adjusted_p_is_that_of_scipy_whatever_is_missing(p):
    scattered = np.insert(np.array(p), len(p) // 2, np.nan)

    found = benjamini_hochberg(scattered)

    assert found[~np.isnan(scattered)] == pytest.approx(false_discovery_control(p))
    assert np.isnan(found[len(p) // 2])


def test_rest_score_leaves_out_the_item_and_total_score_counts_it():
    answers, focal = sitting(2, 50, 4)
    anchors = np.array([True, True, False, True])

    rest = score_tables(answers, focal, anchors, own_item=False)
    total = score_tables(answers, focal, anchors)

    for item in range(4):
        others = answers[:, anchors & (np.arange(4) != item)].sum(1)
        expected = tables_from(answers[:, [item]], focal, others, 5)[0]
        assert (rest[item] == expected).all()
        assert (total[item, :, :, 0] == expected[:, :, 0]).all()
        assert (total[item, 1:, :, 1] == expected[:-1, :, 1]).all()


def test_people_who_were_asked_other_items_are_matched_on_ability():
    answers, focal = sitting(3, 4000, 10, harder=[4])
    asked = np.random.default_rng(3).random(answers.shape) < 0.5
    ability = answers.sum(1) + 0.0

    found = mantel_haenszel(
        np.where(asked, answers, -1), focal, matching=even_strata(ability, 8) + 0.0
    )

    assert (found.adjusted_p < 0.01).nonzero()[0].tolist() == [4]
    assert found.purified.rounds == 0


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=40), st.integers(1, 5))
def test_strata_rise_with_the_values_and_keep_equals_together(values, count):
    array = np.array(values, dtype=float)

    strata = even_strata(array, count)

    order = np.argsort(array)
    assert (np.diff(strata[order]) >= 0).all()
    assert all(len(set(strata[array == value])) == 1 for value in set(values))
    assert strata.min() >= 0
    assert strata.max() < count


@pytest.mark.parametrize(
    ("answers", "focal", "says"),
    [
        ([[2], [0]], [True, False], "1, 0 or -1"),
        ([[1], [0]], [True, True], "True for some"),
        ([[1], [0]], [1, 0], "True for some"),
        ([[1], [0]], [True, False, False], "as many groups"),
    ],
)
def test_answers_without_two_groups_are_refused(answers, focal, says):
    with pytest.raises(ValueError, match=says):
        mantel_haenszel(np.array(answers), np.array(focal))
