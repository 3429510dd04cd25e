"""One answer at a time, against the exact update of a pair, by its laws, and against a batch."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.numerics.calibration import sparse
from seasoned.numerics.calibration.online import elo, update
from seasoned.numerics.calibration.result import Prior
from seasoned.numerics.gaussian import observe_likelihood

means = st.floats(-3, 3)
variances = st.floats(0.01, 2)


@given(means, variances, means, variances, st.booleans(), st.floats(0.3, 3))
def test_an_answer_is_one_observation_of_the_difference(
    ability, own, difficulty, other, right, slope
):
    """Second method: the state of both, of which the update leaves out what they share."""
    sign = 1 if right else -1
    mean, covariance = observe_likelihood(
        np.array([ability, difficulty]),
        np.diag([own, other]),
        np.array([0, 1]),
        np.array([1.0, -1.0]),
        lambda x: -np.logaddexp(0, -sign * slope * x),
    )

    found = update(ability, own, difficulty, other, right, discrimination=slope)

    assert [float(value) for value in found] == pytest.approx(
        [mean[0], covariance[0, 0], mean[1], covariance[1, 1]], abs=1e-9
    )


@given(means, variances, means, variances)
def test_right_answers_raise_ability_and_lower_difficulty(ability, own, difficulty, other):
    up = update(ability, own, difficulty, other, True)
    down = update(ability, own, difficulty, other, False)

    assert down[0] < ability < up[0]
    assert up[2] < difficulty < down[2]
    assert max(up[1], down[1]) <= own
    assert max(up[3], down[3]) <= other


@given(means, variances, means, variances)
def test_who_is_known_less_moves_more(ability, own, difficulty, other):
    found = update(ability, own, difficulty, other, True)

    moved = (found[0] - ability) / own, (difficulty - found[2]) / other
    assert moved[0] == pytest.approx(moved[1], rel=1e-6)


def test_a_known_item_stays_and_teaches_most():
    known, unknown = update(0.0, 1.0, 0.5, 0.0, True), update(0.0, 1.0, 0.5, 1.0, True)

    assert (known[2], known[3]) == (0.5, 0.0)
    assert known[0] > unknown[0]
    assert known[1] < unknown[1]


def test_many_pairs_at_once_are_as_one_by_one():
    rng = np.random.default_rng(1)
    ability, difficulty = rng.normal(size=(2, 50))
    own, other = rng.uniform(0.1, 1, (2, 50))
    right = rng.random(50) < 0.5

    together = update(ability, own, difficulty, other, right)

    for n in range(50):
        single = update(ability[n], own[n], difficulty[n], other[n], right[n])
        assert [values[n] for values in together] == pytest.approx(single)


def test_forty_answers_an_item_are_worth_a_batch_and_elo_is_not():
    """500 items, experts wrong by .7, 1,000 people with 20 answers each near their ability."""
    rng = np.random.default_rng(0)
    truth = rng.normal(size=500)
    guess = truth + rng.normal(0, 0.7, 500)
    prior, deviation = guess / 1.49, np.sqrt(0.49 / 1.49)
    online, rated, answers = adaptive(rng, prior, deviation, truth, people=1_000)

    believed = Prior(log_discrimination=(0, 0.02), difficulty=(prior, deviation))
    batch = sparse.calibrate(*answers.T, n_items=500, prior=believed).difficulty

    def miss(values):
        return float(np.sqrt(((values - truth) ** 2).mean()))

    assert miss(online) <= 0.33
    assert miss(online) <= 1.05 * miss(batch)
    assert miss(rated) > 1.3 * miss(online)
    assert 0.9 < online.std() / truth.std() < 1.05


def adaptive(rng, prior, deviation, truth, *, people):
    """Difficulties by the update and by Elo's rule, and the answers (person, item, right)."""
    difficulty, rated, spread = prior.copy(), prior.copy(), np.full(len(prior), deviation**2)
    answers = []
    for person in range(people):
        own, (ability, variance, rating) = rng.normal(), (0.0, 1.0, 0.0)
        free = np.ones(len(prior), dtype=bool)
        for _ in range(20):
            distance = np.where(free, np.abs(difficulty - ability), np.inf)
            item = int(rng.choice(np.argpartition(distance, 20)[:20]))
            free[item] = False
            right = bool(rng.random() < 1 / (1 + np.exp(truth[item] - own)))
            answers.append((person, item, right))
            ability, variance, difficulty[item], spread[item] = update(
                ability, variance, difficulty[item], spread[item], right
            )
            rating, rated[item] = elo(rating, rated[item], right)
    return difficulty, rated, np.array(answers)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda: update(0.0, -1.0, 0.0, 1.0, True), "at least zero"),
        (lambda: update(0.0, 0.0, 0.0, 0.0, True), "one of a pair"),
        (lambda: elo(0.0, 0.0, True, step=0.0), "above zero"),
    ],
)
def test_misuse_is_refused(wrong, message):
    with pytest.raises(ValueError, match=message):
        wrong()
