"""Parameters of items: the author's estimate made into a difficulty, or what a calibration found."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from seasoned.assessment.item import Item
from seasoned.numerics.answering import right_chance
from seasoned.profile.answer import Answer, Outcome

STAGE_LEVELS = (1.0, 2.0, 3.0, 4.0)
"""Usual level of a skill at each stage, novice to seasoned: the ladder's own scale."""

WITHIN_STAGE = 0.8
"""Spread of one skill's level among people of one stage, two thirds of the prior's 1.2."""

PROVISIONAL_ERROR = 0.7
"""How far, in levels, an author's estimate lies from the difficulty found later. In the review of
Brandon (2004, Applied Measurement in Education 17) judged and found difficulties correlate at about
.6 to .7; among items whose difficulties differ by one level, as ours do, that is 0.7 to 0.8."""

PROVISIONAL_SLOPE = 1.0
"""Discrimination per level while nobody has answered: items of one skill separate about so well."""

SLOPE_ERROR = 0.35
"""Standard deviation of the logarithm of the discrimination while nobody has answered."""

SECOND_SHARE = 0.35
"""Share of the second skill where an item truly needs one."""

LOGIT_PER_PROBIT = 1.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """Difficulty in levels and discrimination per level, each with its standard error.

    ``log_discrimination_error`` is that of the discrimination's logarithm. ``model`` and
    ``responses`` tell where they come from: ``author`` and 0 until a calibration.
    """

    difficulty: float
    difficulty_error: float = PROVISIONAL_ERROR
    discrimination: float = PROVISIONAL_SLOPE
    log_discrimination_error: float = SLOPE_ERROR
    model: str = "author"
    responses: int = 0


def provisional(item: Item) -> Parameters:
    """Parameters from the author's shares of people at each stage who know the answer.

    The level at which a logistic curve, averaged over the people of each stage, fits the four
    shares best, each weighted by its information p (1 - p). Angoff (1971), Scales, norms, and
    equivalent scores, in Thorndike, Educational Measurement.
    """
    flatter = math.sqrt(1 + (PROVISIONAL_SLOPE * WITHIN_STAGE / LOGIT_PER_PROBIT) ** 2)
    shares = [min(max(share, 0.01), 0.99) for share in item.right_at]
    found = [
        level - flatter / PROVISIONAL_SLOPE * math.log(share / (1 - share))
        for level, share in zip(STAGE_LEVELS, shares, strict=True)
    ]
    weights = [share * (1 - share) for share in shares]
    total = sum(weight * level for weight, level in zip(weights, found, strict=True))
    return Parameters(difficulty=total / sum(weights))


def parameters_of(
    items: Mapping[str, Item], calibrated: Mapping[str, Parameters]
) -> dict[str, Parameters]:
    """The calibrated parameters of each item, or the author's where there are none."""
    return {name: calibrated.get(name) or provisional(item) for name, item in items.items()}


def loadings_of(item: Item) -> dict[str, float]:
    """How much each skill bears on the item, 1 in all."""
    if not item.second_skill:
        return {item.skill: 1.0}
    return {item.skill: 1 - SECOND_SHARE, item.second_skill: SECOND_SHARE}


def answer_on(item: Item, parameters: Parameters, outcome: Outcome) -> Answer:
    """What an outcome on the item says, for the belief."""
    return Answer(
        item=item.id,
        loadings=loadings_of(item),
        outcome=outcome,
        difficulty=parameters.difficulty,
        difficulty_error=parameters.difficulty_error,
        discrimination=parameters.discrimination,
        chance=item.chance,
    )


def share_right(item: Item, parameters: Parameters, level: float) -> float:
    """Probability that somebody at a level answers right, lucky guesses counted."""
    return float(
        right_chance(
            np.array(level),
            np.array(parameters.discrimination),
            np.array(parameters.difficulty),
            np.array(item.chance),
        )
    )
