"""The same estimates as from dense answers, known truth, and what few answers give."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import expit

from seasoned.numerics.calibration import dense
from seasoned.numerics.calibration.result import Known, Prior, Reason
from seasoned.numerics.calibration.sparse import calibrate


def simulated(seed, people, items, each, *, mean=0.0, deviation=1.0):
    rng = np.random.default_rng(seed)
    slope, difficulty = np.exp(rng.normal(0, 0.3, items)), rng.normal(size=items)
    person = np.repeat(np.arange(people), each)
    item = np.argsort(rng.random((people, items)), axis=1)[:, :each].ravel()
    ability = rng.normal(mean, deviation, people)[person]
    right = rng.random(person.size) < expit(slope[item] * (ability - difficulty[item]))
    return person, item, right, slope, difficulty


def as_dense(person, item, right):
    answers = np.full((person.max() + 1, item.max() + 1), -1, dtype=np.int8)
    answers[person, item] = right
    return answers


@pytest.mark.parametrize(
    "prior",
    [
        Prior(log_discrimination=(0, 0.5), intercept=(0, 2)),
        Prior(log_discrimination=(0.2, 0.3), difficulty=(np.linspace(-1, 1, 40), 0.7)),
        Prior(),
    ],
    ids=["weak", "experts", "none"],
)
def test_a_list_gives_what_a_table_gives(prior):
    person, item, right, _, _ = simulated(1, 800, 40, 15)

    listed = calibrate(person, item, right, prior=prior, tolerance=1e-6)
    table = dense.calibrate(as_dense(person, item, right), prior=prior, tolerance=1e-6)

    assert listed.converged
    assert table.converged
    assert listed.loglik == pytest.approx(table.loglik, abs=1e-3)
    assert listed.discrimination == pytest.approx(table.discrimination, abs=1e-4)
    assert listed.difficulty == pytest.approx(table.difficulty, abs=1e-4)


def test_order_of_the_list_does_not_matter():
    person, item, right, _, _ = simulated(2, 300, 40, 15)
    turned = np.random.default_rng(2).permutation(len(person))

    straight = calibrate(person, item, right)
    shuffled = calibrate(person[turned], item[turned], right[turned])

    assert shuffled.difficulty == pytest.approx(straight.difficulty, abs=1e-9)


def test_known_items_lend_their_scale_to_a_list_too():
    person, item, right, slope, difficulty = simulated(3, 2_000, 40, 20, mean=0.8, deviation=1.3)
    first = np.arange(40) < 20
    known = Known(
        discrimination=np.where(first, slope, np.nan),
        difficulty=np.where(first, difficulty, np.nan),
    )

    found = calibrate(person, item, right, known=known, free_population=True, errors=True)

    assert (found.mean, found.deviation) == pytest.approx((0.8, 1.3), abs=0.08)
    assert (found.difficulty_error[first] == 0).all()
    miss = (found.difficulty - difficulty)[~first] / found.difficulty_error[~first]
    assert 0.6 < np.sqrt((miss**2).mean()) < 1.4


def test_truth_lies_within_the_errors_at_ninety_answers_an_item():
    """Posterior deviations: priors have the simulation's own mean and deviation."""
    person, item, right, slope, difficulty = simulated(4, 3_000, 1_000, 30)
    prior = Prior(log_discrimination=(0, 0.3), difficulty=(0, 1))

    found = calibrate(person, item, right, prior=prior, errors=True)

    assert found.converged
    assert (np.diff(found.trace) >= -1e-6).all()
    assert np.corrcoef(found.difficulty, difficulty)[0, 1] > 0.95
    for estimate, truth, error in (
        (found.discrimination, slope, found.discrimination_error),
        (found.difficulty, difficulty, found.difficulty_error),
    ):
        assert 0.85 < np.sqrt((((estimate - truth) / error) ** 2).mean()) < 1.15


def test_an_item_without_answers_is_as_its_prior_says():
    person, item, right, _, _ = simulated(5, 300, 40, 15)
    prior = Prior(log_discrimination=(0.2, 0.3), difficulty=(0.5, 0.7))

    found = calibrate(person, item, right, n_items=41, prior=prior, errors=True)

    assert found.discrimination[40] == pytest.approx(np.exp(0.2), abs=1e-3)
    assert found.difficulty[40] == pytest.approx(0.5, abs=1e-3)
    assert found.difficulty_error[40] == pytest.approx(0.7, abs=1e-3)
    assert (
        calibrate(person, item, right, n_items=41, prior=Prior()).reasons[40] == Reason.UNANSWERED
    )


@pytest.mark.parametrize(
    ("people", "items", "right", "message"),
    [
        ([0, 1], [0], [1, 0], "one person, item and answer"),
        ([0, -1], [0, 1], [1, 0], "from 0 on"),
        ([0, 1], [0, 1], [1, 2], "1 or 0"),
    ],
)
def test_a_list_that_makes_no_sense_is_refused(people, items, right, message):
    with pytest.raises(ValueError, match=message):
        calibrate(np.array(people), np.array(items), np.array(right))
