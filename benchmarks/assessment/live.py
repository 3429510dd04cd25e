"""What one question of the product's own bank costs: chosen over all skills, answered, believed."""

from __future__ import annotations

from dataclasses import dataclass
from time import process_time

import numpy as np

from seasoned.assessment.bank import pool_of
from seasoned.assessment.choosing import Asked, Policy, next_item
from seasoned.assessment.parameters import answer_on, share_right
from seasoned.assessment.sitting import QUESTIONS
from seasoned.assessment.target import area_quotas, everything
from seasoned.journeys.bank import load_bank
from seasoned.journeys.content import load_content
from seasoned.profile.answer import Outcome
from seasoned.profile.answering import after_answer
from seasoned.profile.belief import prior_belief

PEOPLE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Size of bank and belief, and CPU milliseconds of a question."""

    items: int
    skills: int
    step_ms: float


def row(people: int = PEOPLE) -> Row:
    """The mean over whole tests of people at several levels."""
    content, bank = load_content(), load_bank().bank
    prior = prior_belief(content.skills)
    pool, target = pool_of(bank, prior), everything(content.skills)
    policy = Policy(quotas=area_quotas(target, content.skills, QUESTIONS), questions=QUESTIONS)
    rng, spent = np.random.default_rng(1), 0.0
    for level in np.linspace(0.5, 3.5, people):
        belief, asked = prior, Asked()
        for _ in range(QUESTIONS):
            begun = process_time()
            choice = next_item(pool, belief, target, asked, policy, rng)
            assert choice is not None
            item, parameters = bank.items[choice.item], bank.parameters[choice.item]
            right = rng.random() < share_right(item, parameters, float(level))
            outcome = Outcome.RIGHT if right else Outcome.WRONG
            belief = after_answer(belief, answer_on(item, parameters, outcome))
            spent += process_time() - begun
            asked = asked.and_then(choice.item, outcome)
    return Row(
        items=len(pool.names),
        skills=len(content.skills),
        step_ms=1e3 * spent / (people * QUESTIONS),
    )


if __name__ == "__main__":
    print(row())
