"""Simulated people whose truth is known: intervals that hold, and questions that are worth asking."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.assessment import skills as simulation
from seasoned.assessment.choosing import Asked, Policy, next_item
from seasoned.assessment.target import everything
from seasoned.profile.answer import Outcome
from seasoned.profile.answering import after_answer

PEOPLE = 60


@pytest.fixture(scope="module")
def world():
    return simulation.world(seed=5, people=PEOPLE)


def test_ninety_per_cent_intervals_hold_nine_times_in_ten(world):
    (score,) = simulation.run(world, "ours", [world.prior] * PEOPLE, (20,))

    assert 0.86 < score.coverage < 0.94
    assert score.skill_r > 0.6
    assert score.area_r > 0.72


def test_self_report_with_its_lean_estimated_helps_and_taken_as_fact_harms(world):
    (test,) = simulation.run(world, "test", [world.prior] * PEOPLE, (10,))
    (fused,) = simulation.run(world, "fused", simulation.rated(world, naive=False), (10,))
    (naive,) = simulation.run(world, "naive", simulation.rated(world, naive=True), (10,))

    assert fused.rmse < test.rmse < naive.rmse
    assert 0.86 < fused.coverage < 0.94
    assert naive.coverage < 0.8


def test_doubtful_difficulties_cost_accuracy_but_not_honesty(world):
    """Difficulties off by 0.7, and the belief told so: intervals still hold."""
    from seasoned.numerics.answering import doubtful_slope

    rng = np.random.default_rng(6)
    count = len(world.pool.names)
    off = replace(
        world.pool,
        difficulty=world.pool.difficulty + rng.normal(0, 0.7, count),
        slope=doubtful_slope(np.ones(count), np.full(count, 0.7)),
    )

    (score,) = simulation.run(replace(world, pool=off), "doubtful", [world.prior] * PEOPLE, (20,))

    assert 0.85 < score.coverage < 0.95


def test_chosen_questions_tell_more_than_random_ones(world):
    target, pool = everything(simulation.skills()), world.pool
    left = {"chosen": 0.0, "random": 0.0}
    for person in range(10):
        for way in left:
            belief, asked, rng = world.prior, Asked(), np.random.default_rng(person)
            for _ in range(12):
                choice = next_item(pool, belief, target, asked, Policy(easing=False), rng)
                name = choice.item if way == "chosen" else str(rng.choice(pool.names))
                row = pool.place[name]
                outcome = Outcome.RIGHT if world.right[person, row] else Outcome.WRONG
                belief = after_answer(belief, simulation.answer_of(pool, row, outcome))
                asked = asked.and_then(name, outcome)
            left[way] += belief.covariance.diagonal()[: simulation.SKILLS].mean()

    assert left["chosen"] < 0.97 * left["random"]
