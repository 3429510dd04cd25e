"""Ability and difficulty after each answer, both uncertain: constant time, nothing replayed."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.numerics.gaussian import NODES

Floats = npt.NDArray[np.floating[Any]]

PLACES, WEIGHTS = np.polynomial.hermite_e.hermegauss(NODES)
"""Gauss-Hermite nodes of one answer; found once, since finding them costs more than an update."""


def update(
    ability: Floats | float,
    ability_variance: Floats | float,
    difficulty: Floats | float,
    difficulty_variance: Floats | float,
    right: npt.NDArray[Any] | bool,
    *,
    discrimination: Floats | float = 1.0,
) -> tuple[Floats, Floats, Floats, Floats]:
    """Mean and variance of ability and of difficulty after one answer of a person to an item.

    The answer says something of ability less difficulty. Its mean and variance are matched, and
    each of the two moves by its share of the variance: an item that is hardly known teaches little
    about the person, and a person who is hardly known teaches little about the item. That both
    errors are then related is left out.

    Parameters
    ----------
    ability, difficulty : shape (...), means in logits. In one call, a person or an item that
        answers or is answered twice is updated by both answers apart; call twice instead.
    ability_variance, difficulty_variance : shape (...), above zero; zero for what is known.
    right : shape (...), whether the answer was right.
    discrimination : shape (...) or a number, above zero.

    Returns
    -------
    Mean and variance of ability, mean and variance of difficulty, each of the shape that all
    arguments broadcast to. No variance grows.

    Raises
    ------
    ValueError
        If both variances of a pair are zero, or one is below.

    References
    ----------
    Minka (2001), A family of algorithms for approximate Bayesian inference, ch. 3; Weng and Lin
    (2011), A Bayesian approximation method for online ranking, JMLR 12, 267-300, whose update
    this is for one pair, with the moments by Gauss-Hermite instead of a first-order expansion.

    Examples
    --------
    >>> ability, spread, difficulty, _ = update(0.0, 1.0, 0.0, 0.25, True)
    >>> float(ability.round(3)), float(spread.round(3)), float(difficulty.round(3))
    (0.399, 0.841, -0.1)
    """
    own, other = np.asarray(ability_variance, float), np.asarray(difficulty_variance, float)
    if not bool(np.all((own >= 0) & (other >= 0) & (own + other > 0))):
        raise ValueError("variances must be at least zero, and one of a pair above")
    variance = own + other
    gap = np.asarray(ability, float) - difficulty
    mean, after = _matched(gap, variance, np.asarray(right, bool), np.asarray(discrimination))
    shift, shrink = (mean - gap) / variance, (1 - after / variance) / variance
    return (
        ability + own * shift,
        own - own**2 * shrink,
        difficulty - other * shift,
        other - other**2 * shrink,
    )


def _matched(
    mean: Floats, variance: Floats, right: npt.NDArray[np.bool_], discrimination: Floats
) -> tuple[Floats, Floats]:
    """Mean and variance of ability less difficulty, once the answer is known."""
    x = mean[..., None] + np.sqrt(variance)[..., None] * PLACES
    against = np.where(right, -discrimination, discrimination)[..., None] * x
    mass = WEIGHTS / (1 + np.exp(np.minimum(against, 700)))
    mass /= mass.sum(axis=-1, keepdims=True)
    first = (mass * x).sum(axis=-1)
    return first, (mass * (x - first[..., None]) ** 2).sum(axis=-1)


def elo(
    ability: Floats | float,
    difficulty: Floats | float,
    right: npt.NDArray[Any] | bool,
    *,
    step: float = 0.4,
) -> tuple[Floats, Floats]:
    """Ability and difficulty after one answer by Elo's rule: for comparison only.

    It knows no uncertainty: the step is the same after one answer and after a thousand, so
    difficulties go on wandering, and spread, however many answers there are.

    Parameters
    ----------
    ability, difficulty : shape (...), in logits.
    right : shape (...), whether the answer was right.
    step : most that one answer moves either, in logits.

    Returns
    -------
    Ability and difficulty, each of the shape that all arguments broadcast to.

    Raises
    ------
    ValueError
        If the step is not above zero.

    References
    ----------
    Elo (1978), The Rating of Chessplayers, Past and Present, ch. 1.6; Bolsinova, Maris, Hofman,
    van der Maas and Brinkhuis (2022), Urnings, Applied Psychological Measurement 46, 219-235.

    Examples
    --------
    >>> ability, difficulty = elo(0.0, 0.0, True)
    >>> float(ability), float(difficulty)
    (0.2, -0.2)
    """
    if not step > 0:
        raise ValueError(f"a step must be above zero, not {step}")
    gap = np.asarray(ability, float) - difficulty
    surprise = step * (np.asarray(right, float) - 1 / (1 + np.exp(-gap)))
    return np.asarray(ability + surprise), np.asarray(difficulty - surprise)
