"""How an answer moves the belief: one moment-matched update along the skills that bear on the item."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from seasoned.numerics import answering, gaussian
from seasoned.profile.answer import Answer, Outcome
from seasoned.profile.belief import Belief, Floats

CODES = {
    Outcome.RIGHT: answering.RIGHT,
    Outcome.WRONG: answering.WRONG,
    Outcome.UNKNOWN: answering.UNKNOWN,
}


def after_answer(belief: Belief, answer: Answer) -> Belief:
    """The belief once an answer was given. Raises UnknownId for a skill that it does not hold."""
    mean, covariance = answered(belief, belief.mean, belief.covariance, answer)
    return replace(belief, mean=mean, covariance=covariance)


def answered(
    belief: Belief, mean: Floats, covariance: Floats, answer: Answer
) -> tuple[Floats, Floats]:
    """Mean and covariance after an answer; the item's own uncertainty flattens its curve."""
    columns = np.array([belief.column(skill) for skill in answer.loadings])
    slope = float(
        answering.doubtful_slope(np.array(answer.discrimination), np.array(answer.difficulty_error))
    )
    return gaussian.observe_likelihood(
        mean,
        covariance,
        columns,
        np.array(list(answer.loadings.values())),
        lambda level: answering.log_likelihood(
            level, CODES[answer.outcome], slope, answer.difficulty, answer.chance
        ),
    )
