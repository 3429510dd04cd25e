"""What an answer says about ability: right, wrong, or "I don't know", each its own category.

Two steps in a row. First: known, by the two-parameter logistic model, or hit by chance among the
options. Then, of those who did not answer right: said so, or answered wrong; whoever is nearer to
knowing is a little likelier to notice that they do not. The slope of that second step is the least
one under which a blind guess never has a higher expected level than saying "I don't know".
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating[Any]]

RIGHT, WRONG, UNKNOWN = 1, 0, -1
"""Codes of an outcome."""

MARGIN = 1.5
"""How much steeper than the narrow-belief bound the second step is, so that the bound also holds
(within 0.01 levels) for beliefs as wide as the prior (variance 1.5), slopes up to 1.5 and three
options or more, unless the item lies two levels below the person, where nobody need guess. With
more, "I don't know" would lift an estimate on very hard items."""


def right_chance(
    ability: Floats, discrimination: Floats, difficulty: Floats, chance: Floats
) -> Floats:
    """Probability of a right answer under the two-parameter logistic model with a fixed lower asymptote.

    Parameters
    ----------
    ability : any shape that broadcasts with the rest, in logits or levels (one level is one logit).
    discrimination : slope per logit, above zero.
    difficulty : ability at which half of the people know the answer.
    chance : probability of hitting the right answer blindly, from 0 to below 1.

    Returns
    -------
    The broadcast shape, from ``chance`` to 1.

    Raises
    ------
    ValueError
        If a chance is not from 0 to below 1.

    References
    ----------
    Birnbaum (1968), in Lord and Novick, Statistical Theories of Mental Test Scores, ch. 17.

    Examples
    --------
    >>> right_chance(np.array(0.0), np.array(1.0), np.array(0.0), np.array(0.2)).round(2).tolist()
    0.6
    """
    if not bool(np.all((chance >= 0) & (chance < 1))):
        raise ValueError(f"chance must be from 0 to below 1, not {chance}")
    return np.asarray(chance + (1 - chance) * _logistic(discrimination * (ability - difficulty)))


def log_likelihood(
    ability: Floats, outcome: int, discrimination: float, difficulty: float, chance: float
) -> Floats:
    """Log-likelihood of one outcome at each ability.

    Parameters
    ----------
    ability : any shape.
    outcome : RIGHT, WRONG or UNKNOWN.
    discrimination, difficulty, chance : as for ``right_chance``.

    Returns
    -------
    The same shape.

    Raises
    ------
    ValueError
        If the outcome is none of the three.

    References
    ----------
    De Boeck and Partchev (2012), IRTrees: tree-based item response models, Journal of Statistical
    Software 48 (the two steps); the second step is our own, see ``noticing``.

    Examples
    --------
    >>> log_likelihood(np.array([0.0]), RIGHT, 1.0, 0.0, 0.0).round(3).tolist()
    [-0.693]
    """
    logit = discrimination * (ability - difficulty)
    if outcome == RIGHT:
        if chance == 0:
            return np.asarray(-np.logaddexp(0.0, -logit))
        return np.asarray(np.log(chance + (1 - chance) * _logistic(logit)))
    if outcome not in (WRONG, UNKNOWN):
        raise ValueError(f"outcome must be {RIGHT}, {WRONG} or {UNKNOWN}, not {outcome}")
    sign = 1.0 if outcome == UNKNOWN else -1.0
    missed = math.log1p(-chance) - np.logaddexp(0.0, logit)
    if chance == 0:
        return np.asarray(missed - math.log(2))
    return np.asarray(missed - np.logaddexp(0.0, -sign * noticing(logit, chance)))


def noticing(logit: Floats, chance: float) -> Floats:
    """Logit of saying "I don't know" among people who did not answer right.

    For a narrow belief the expected level after an outcome moves by the variance times the slope
    of its log-likelihood. Let P be the probability of knowing, c the chance, a the discrimination
    and s the slope sought. A lucky guess then lies above a wrong one by at most
    a P / (c + (1 - c) P) + s, and a guess does not pay from c times that <= s on: from
    s = a c P / ((1 - c) (c + (1 - c) P)) on, whose integral is c / (1 - c) log(1 + exp(logit) / c).
    Half as much is added, see ``MARGIN``. Far below the item it is even odds, so that not knowing what
    hardly anybody at this level knows tells next to nothing.

    Parameters
    ----------
    logit : any shape, logit of knowing the answer.
    chance : probability of hitting the right answer blindly.

    Returns
    -------
    The same shape, 0 where nothing can be guessed.

    Raises
    ------
    ZeroDivisionError
        If the chance is 1.

    References
    ----------
    Our own; tests/numerics/test_answering.py holds it against wide beliefs by summation.

    Examples
    --------
    >>> noticing(np.array([-9.0, 0.0, 9.0]), 0.25).round(2).tolist()
    [0.0, 0.8, 5.19]
    """
    if chance == 0:
        return np.zeros_like(logit)
    odds = MARGIN * chance / (1 - chance)
    return np.asarray(odds * np.logaddexp(0.0, logit - math.log(chance)))


def rating_log_likelihood(
    level: Floats, rating: float, error: float, lowest: float, highest: float
) -> Floats:
    """Log-likelihood of a rating on a scale of steps, by the graded response model.

    A rating says that the level, as the rater sees it, lies within half a step of it; the lowest
    says "or less" and the highest "or more", so that a scale's ends are no exact claims.

    Parameters
    ----------
    level : any shape, in steps of the scale.
    rating : from ``lowest`` to ``highest`` or beyond; halves are taken as they are.
    error : standard deviation of the rater's error, in steps, above zero.
    lowest, highest : ends of the scale.

    Returns
    -------
    The same shape.

    Raises
    ------
    ValueError
        If the error is not above zero.

    References
    ----------
    Samejima (1969), Estimation of latent ability using a response pattern of graded scores,
    Psychometric Monograph 17: boundaries at half steps, slope pi / (sqrt(3) error), the logistic
    distribution of that standard deviation.

    Examples
    --------
    >>> rating_log_likelihood(np.array([0.0, 2.0, 4.0]), 4.0, 1.0, 0.0, 4.0).round(2).tolist()
    [-6.35, -2.78, -0.34]
    """
    if not error > 0:
        raise ValueError(f"error must be above zero, not {error}")
    slope = math.pi / (math.sqrt(3) * error)
    above = slope * (level - (rating - 0.5))
    below = slope * (rating + 0.5 - level)
    if rating <= lowest:
        return np.asarray(-np.logaddexp(0.0, -below))
    if rating >= highest:
        return np.asarray(-np.logaddexp(0.0, -above))
    # the logistic curve's difference between two boundaries a step apart, without cancelling
    gap = math.log(-math.expm1(-slope))
    return np.asarray(gap - np.logaddexp(0.0, -above) - np.logaddexp(0.0, -below))


def doubtful_slope(discrimination: Floats, difficulty_error: Floats) -> Floats:
    """Slope of an item whose difficulty is known only up to an error: flatter, so that it says less.

    Parameters
    ----------
    discrimination : slope per logit.
    difficulty_error : standard error of the difficulty, in logits.

    Returns
    -------
    The broadcast shape; the slope of the logistic curve averaged over the error.

    Raises
    ------
    ValueError
        If an error is below zero.

    References
    ----------
    MacKay (1992), The evidence framework applied to classification networks, Neural Computation 4,
    eq. 10 (the logistic curve averaged over a Gaussian).

    Examples
    --------
    >>> doubtful_slope(np.array(1.0), np.array(0.7)).round(3).tolist()
    0.916
    """
    if not bool(np.all(np.asarray(difficulty_error) >= 0)):
        raise ValueError("difficulty_error must be 0 or more")
    return np.asarray(
        discrimination / np.sqrt(1 + np.pi / 8 * (discrimination * difficulty_error) ** 2)
    )


def _logistic(x: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-x)))
