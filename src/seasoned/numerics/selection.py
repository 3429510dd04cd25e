"""Which question is worth most: how much of the variance that matters its answer should remove."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating[Any]]
Integers = npt.NDArray[np.integer[Any]]
Booleans = npt.NDArray[np.bool_]

NODES = 9
"""Gauss-Hermite nodes of the expected shrinkage: within 0.0012 of direct summation for variances and
slopes up to 1.5, within 0.015 for variances up to 3 and slopes up to 2.5; a choice needs no more."""


def expected_shrinkage(
    centre: Floats, spread: Floats, discrimination: Floats, difficulty: Floats, chance: Floats
) -> Floats:
    """Share of a belief's variance that the answer to each item is expected to remove.

    The variance expected after a right or another answer is one minus the squared covariance of
    ability and answer over the answer's variance, whatever the response curve.

    Parameters
    ----------
    centre : shape (n_items,) or one number, mean of the belief along the item.
    spread : shape (n_items,) or one number, its variance, above zero.
    discrimination, difficulty, chance : shape (n_items,), see ``answering.right_chance``.

    Returns
    -------
    shape (n_items,), between 0 and 1.

    Raises
    ------
    ValueError
        If a spread is not above zero.

    References
    ----------
    Owen (1975), A Bayesian sequential procedure for quantal response in the context of adaptive
    mental testing, JASA 70; van der Linden (1998), Bayesian item selection criteria for adaptive
    testing, Psychometrika 63 (minimum expected posterior variance).

    Examples
    --------
    >>> one = np.ones(1)
    >>> share = expected_shrinkage(np.zeros(1), one, one, np.zeros(1), 0 * one)
    >>> round(float(share[0]), 3)
    0.171
    """
    if not (np.asarray(spread) > 0).all():
        raise ValueError("spread must be above zero")
    halves, weights = _rule()
    middle, wide, slope, place, lucky = (
        np.asarray(column, dtype=np.float32)
        for column in (centre, spread, discrimination, difficulty, chance)
    )
    steepness, start = slope * np.sqrt(wide), slope * (middle - place)
    curve = halves * steepness.ravel()
    curve += np.float32(0.5) * start.ravel()
    np.tanh(curve, out=curve)
    known, covariance = (weights @ curve).reshape(2, *steepness.shape)
    unlucky = 1 - lucky
    missed = unlucky * (np.float32(0.5) - known)
    covariance *= unlucky
    return np.asarray(covariance * covariance / (missed * (1 - missed)))


def gains(
    covariance: Floats,
    weights: Floats,
    columns: Integers,
    loadings: Floats,
    shrinkage: Floats,
) -> Floats:
    """Weighted variance that each item's answer is expected to remove (A-optimality).

    Parameters
    ----------
    covariance : shape (n, n), of the belief.
    weights : shape (n,), how much the variance of each entry matters, 0 or more.
    columns : shape (n_items, k), entries that each item loads on; repeat one to fill a row.
    loadings : shape (n_items, k), their loadings, 0 where a column only fills.
    shrinkage : shape (n_items,), expected share removed of the variance along the item.

    Returns
    -------
    shape (n_items,), in the units of the weighted variances.

    Raises
    ------
    ValueError
        If weights are negative.

    References
    ----------
    Segall (1996), Multidimensional adaptive testing, Psychometrika 61; Mulder and van der Linden
    (2009), Multidimensional adaptive testing with optimal design criteria, Psychometrika 74.

    Examples
    --------
    >>> gains(np.eye(2), np.array([1.0, 0.0]), np.array([[0], [1]]), np.ones((2, 1)), np.full(2, 0.2)).tolist()
    [0.2, 0.0]
    """
    if bool((weights < 0).any()):
        raise ValueError("weights must be 0 or more")
    matter = np.flatnonzero(weights)
    rows = covariance[matter]
    cross = loadings[:, 0] * rows[:, columns[:, 0]]
    for k in range(1, columns.shape[1]):
        cross += loadings[:, k] * rows[:, columns[:, k]]
    spread = along(covariance, columns, loadings)
    return np.asarray((weights[matter] @ cross**2) * shrinkage / spread)


def along(covariance: Floats, columns: Integers, loadings: Floats) -> Floats:
    """Variance of the belief along each item.

    Parameters
    ----------
    covariance : shape (n, n).
    columns, loadings : shape (n_items, k), as for ``gains``.

    Returns
    -------
    shape (n_items,).

    Raises
    ------
    IndexError
        If a column lies outside the covariance.

    References
    ----------
    The variance of a weighted sum.

    Examples
    --------
    >>> along(np.eye(2), np.array([[0, 1]]), np.array([[0.6, 0.8]])).round(3).tolist()
    [1.0]
    """
    inside = covariance[columns[:, :, None], columns[:, None, :]]
    return np.asarray(np.einsum("ik,ikl,il->i", loadings, inside, loadings))


def softmax_choice(values: Floats, temperature: float, rng: np.random.Generator) -> int:
    """One place, the likelier the higher its value; the highest when the temperature is 0.

    Parameters
    ----------
    values : shape (n,); -inf is never chosen.
    temperature : share of the best value by which a value may fall behind and still be likely.
    rng : chance.

    Returns
    -------
    A place from 0 to n - 1.

    Raises
    ------
    ValueError
        If no value is finite.

    References
    ----------
    Barrada, Olea, Ponsoda and Abad (2008), Incorporating randomness in the Fisher information for
    improving item-exposure control in CATs, British J. Math. Stat. Psychology 61.

    Examples
    --------
    >>> softmax_choice(np.array([0.1, 0.9]), 0.0, np.random.default_rng(1))
    1
    """
    place = int(values.argmax())
    best = float(values[place])
    if not math.isfinite(best):
        raise ValueError("values must hold a finite one")
    if temperature <= 0 or best <= 0:
        return place
    share = np.exp((values / best - 1) / temperature)
    return int(np.searchsorted(np.cumsum(share), rng.random() * share.sum(), side="right"))


@lru_cache(maxsize=1)
def _rule() -> tuple[Floats, Floats]:
    """Half the nodes, shape (NODES, 1), and half the weights, shape (2, NODES), for mean and covariance.

    The logistic curve is half of one plus the hyperbolic tangent of half its argument, whose
    single-precision form is the quickest there is.
    """
    nodes, mass = np.polynomial.hermite_e.hermegauss(NODES)
    mass = mass / mass.sum()
    weights = np.stack([mass, mass * nodes]) / 2
    return (nodes[:, None] / 2).astype(np.float32), weights.astype(np.float32)
