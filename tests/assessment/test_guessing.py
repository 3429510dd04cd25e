"""Whole tests, taken by the honest and by guessers: who guesses is placed no higher."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.assessment import skills as simulation
from seasoned.assessment.choosing import Asked, Policy, next_item
from seasoned.assessment.target import everything
from seasoned.profile.answer import Outcome
from seasoned.profile.answering import after_answer

PEOPLE, ANSWERS, CHANCE = 40, 15, 0.25


def levels(*, guessing: bool) -> np.ndarray:
    """Mean levels told of everybody, with four options to every question."""
    world = simulation.world(seed=3, people=PEOPLE)
    pool = replace(world.pool, chance=np.full(len(world.pool.names), CHANCE))
    target, found = everything(simulation.skills()), []
    for person in range(PEOPLE):
        belief, asked, rng = world.prior, Asked(), np.random.default_rng(person)
        for _ in range(ANSWERS):
            choice = next_item(pool, belief, target, asked, Policy(), rng)
            row = pool.place[choice.item]
            outcome = Outcome.RIGHT if world.right[person, row] else Outcome.UNKNOWN
            if guessing and outcome is Outcome.UNKNOWN:
                outcome = Outcome.RIGHT if rng.random() < CHANCE else Outcome.WRONG
            answer = replace(simulation.answer_of(pool, row, outcome), chance=CHANCE)
            belief = after_answer(belief, answer)
            asked = asked.and_then(choice.item, outcome)
        found.append(belief.mean[: simulation.SKILLS].mean())
    return np.array(found) - world.levels.mean(1)


def test_guessers_end_no_higher_than_the_honest_and_neither_far_from_the_truth():
    honest, guessed = (levels(guessing=g) for g in (False, True))

    assert guessed.mean() <= honest.mean()
    assert honest.mean() == pytest.approx(0, abs=0.3)
    assert guessed.mean() == pytest.approx(0, abs=0.4)
