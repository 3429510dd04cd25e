"""Readiness against people whose truth is known: a small run of benchmarks/readiness.

The bars are those of the full run of 20,000 people, widened by what 1,000 people leave to chance.
"""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.readiness.scoring import auc, calibration_error, judged, prior_from, scored
from benchmarks.readiness.worlds import READY_SHARE, TRUE, WORLDS, people


@pytest.fixture(scope="module")
def score():
    rng = np.random.default_rng(1)
    prior = prior_from(people(WORLDS[0], 2000, 0.9, rng))
    crowd = people(WORLDS[0], 1000, 0.9, rng)
    return scored(crowd, judged(crowd, prior))


def test_probabilities_mean_what_they_say(score):
    assert score.calibration_error <= 0.03 + 0.025


def test_few_verdicts_are_wrong(score):
    assert score.wrong_not_yet_of_ready <= 0.05 + 0.02
    assert score.false_ready_of_unready <= 0.03


def test_most_people_get_a_verdict(score):
    assert score.abstention <= 0.45 + 0.03
    assert score.called_ready > 0.03


def test_probability_sorts_people_better_than_counting_ticks_or_averaging(score):
    assert score.auc > max(score.auc_ticks, score.auc_mean) + 0.01


def test_a_share_of_people_is_ready_and_the_prior_is_found():
    crowd = people(WORLDS[0], 4000, 0.9, np.random.default_rng(2))

    found = prior_from(crowd)

    assert crowd.ready.mean() == pytest.approx(READY_SHARE, abs=0.03)
    assert (found.general, found.group, found.own) == pytest.approx(
        (TRUE.general, TRUE.group, TRUE.own), abs=0.06
    )


def test_weak_evidence_goes_missing_where_the_world_says_so():
    rng = np.random.default_rng(3)
    plain, kept = (people(w, 2000, 0.6, rng) for w in (WORLDS[0], WORLDS[3]))

    assert plain.seen.mean() == pytest.approx(kept.seen.mean(), abs=0.01)
    assert kept.values[kept.seen].mean() > plain.values[plain.seen].mean() + 0.2


def test_auc_counts_ties_as_half():
    """Hanley and McNeil (1982): the area is the chance that a ready person scores higher."""
    assert auc(np.array([1.0, 2.0, 2.0, 3.0]), np.array([False, True, False, True])) == 0.875


def test_calibration_error_of_a_coin_called_certain_is_a_half():
    assert calibration_error(np.ones(4), np.array([True, False, True, False])) == 0.5
