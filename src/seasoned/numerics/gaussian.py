"""A multivariate Gaussian state: one observation is one rank-one update, time widens it."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating[Any]]
Integers = npt.NDArray[np.integer[Any]]

NODES = 21
"""Gauss-Hermite nodes of a moment-matched update: exact for polynomials of degree 41 and, for one
answer on a state of up to two levels' deviation, to four digits of mean and deviation."""


def observe(
    mean: Floats,
    covariance: Floats,
    columns: Integers,
    weights: Floats,
    value: Floats | float,
    variance: Floats | float,
) -> tuple[Floats, Floats]:
    """State after one noisy sum of some of its entries was seen: the exact Gaussian update.

    Parameters
    ----------
    mean : shape (..., n).
    covariance : shape (..., n, n).
    columns : shape (k,), entries the observation loads on.
    weights : shape (k,), their loadings.
    value : shape (...) or a number, what was seen.
    variance : shape (...) or a number, of the noise; infinite leaves the state as it was.

    Returns
    -------
    Mean of shape (..., n) and covariance of shape (..., n, n).

    Raises
    ------
    ValueError
        If a variance is not above zero.

    References
    ----------
    Kalman (1960), A new approach to linear filtering and prediction problems, eq. 21-24.

    Examples
    --------
    >>> mean, covariance = observe(np.zeros(1), np.eye(1), np.array([0]), np.ones(1), 2.0, 1.0)
    >>> mean.tolist(), covariance.tolist()
    ([1.0], [[0.5]])
    """
    if not bool(np.all(np.asarray(variance) > 0)):
        raise ValueError(f"variance must be above zero, not {variance}")
    cross = covariance[..., columns] @ weights
    spread = cross[..., columns] @ weights + variance
    gain = cross / spread[..., None]
    surprise = value - mean[..., columns] @ weights
    return mean + gain * surprise[..., None], covariance - gain[..., :, None] * cross[..., None, :]


def observe_together(
    mean: Floats,
    covariance: Floats,
    loadings: Floats,
    values: Floats,
    variances: Floats,
    *,
    scratch: Floats | None = None,
) -> tuple[Floats, Floats]:
    """State after several noisy sums were seen at once: what as many single updates would give.

    Parameters
    ----------
    mean : shape (n,).
    covariance : shape (n, n).
    loadings : shape (k, n), one row an observation.
    values : shape (k,), what was seen.
    variances : shape (k,), of the independent noises.
    scratch : shape (n, n) if given: room to work in, and the covariance is changed in place.
        Two new matrices an update cost eight times the arithmetic, in pages fetched.

    Returns
    -------
    Mean of shape (n,) and covariance of shape (n, n).

    Raises
    ------
    ValueError
        If a variance is not above zero.

    References
    ----------
    Kalman (1960), A new approach to linear filtering and prediction problems, eq. 21-24.

    Examples
    --------
    >>> mean, covariance = observe_together(np.zeros(1), np.eye(1), np.ones((2, 1)), np.ones(2), np.full(2, 2.0))
    >>> mean.round(3).tolist(), covariance.round(3).tolist()
    ([0.5], [[0.5]])
    """
    if not bool(np.all(variances > 0)):
        raise ValueError(f"variances must be above zero, not {variances}")
    cross = covariance @ loadings.T
    gain = np.linalg.solve(loadings @ cross + np.diag(variances), cross.T)
    drop = np.matmul(cross, gain, out=scratch)
    narrower = np.subtract(covariance, drop, out=None if scratch is None else covariance)
    return mean + (values - loadings @ mean) @ gain, narrower


def observe_likelihood(
    mean: Floats,
    covariance: Floats,
    columns: Integers,
    weights: Floats,
    log_likelihood: Callable[[Floats], Floats],
) -> tuple[Floats, Floats]:
    """State after any observation of a weighted sum, matched in mean and variance.

    Parameters
    ----------
    mean : shape (n,).
    covariance : shape (n, n).
    columns : shape (k,), entries the observation loads on.
    weights : shape (k,), their loadings.
    log_likelihood : log-likelihood of what was seen at each value of the sum, shape (q,) to (q,).

    Returns
    -------
    Mean of shape (n,) and covariance of shape (n, n), a rank-one change of what came in.

    Raises
    ------
    ValueError
        If the observation is impossible at every value the state allows.

    References
    ----------
    Maybeck (1982), Stochastic Models, Estimation and Control 2, ch. 12.7 (assumed density);
    Minka (2001), A family of algorithms for approximate Bayesian inference, ch. 3.

    Examples
    --------
    >>> seen = lambda x: -0.5 * (x - 2.0) ** 2
    >>> mean, _ = observe_likelihood(np.zeros(1), np.eye(1), np.array([0]), np.ones(1), seen)
    >>> float(mean[0].round(6))
    1.0
    """
    cross = covariance[:, columns] @ weights
    centre, spread = float(mean[columns] @ weights), float(cross[columns] @ weights)
    new_centre, new_spread = _matched(centre, spread, log_likelihood)
    shift, shrink = (new_centre - centre) / spread, (1 - new_spread / spread) / spread
    return mean + cross * shift, covariance - (shrink * cross)[:, None] * cross


def _matched(
    centre: float, spread: float, log_likelihood: Callable[[Floats], Floats]
) -> tuple[float, float]:
    nodes, log_weight = _rule()
    root = math.sqrt(spread)
    log = log_likelihood(centre + root * nodes) + log_weight
    most = log.max()
    if not math.isfinite(most):
        raise ValueError("log_likelihood must be finite somewhere within the state's range")
    mass = np.exp(log - most)
    mass /= mass.sum()
    mean = float(mass @ nodes)
    away = nodes - mean
    return centre + root * mean, spread * float(mass @ (away * away))


@lru_cache(maxsize=1)
def _rule() -> tuple[Floats, Floats]:
    """Nodes of the rule and the logarithms of its weights."""
    nodes, weight = np.polynomial.hermite_e.hermegauss(NODES)
    return nodes, np.log(weight)


def widen(
    covariance: Floats, ceiling: Floats, kept: Floats | float, *, in_place: bool = False
) -> Floats:
    """Covariance after time has passed: each variance closes in on its ceiling, none exceeds it.

    Only the diagonal grows, so what entries have in common stays known while each may have
    moved by itself. Two steps give what one long step gives. The mean is left to the caller
    and stays where it was.

    Parameters
    ----------
    covariance : shape (..., n, n).
    ceiling : shape (n,), variances that an infinitely old state returns to.
    kept : shape (n,) or a number between 0 and 1, share of the distance to the ceiling left.
    in_place : whether the covariance itself is changed and handed back.

    Returns
    -------
    shape (..., n, n).

    Raises
    ------
    ValueError
        If a share is not between 0 and 1.

    References
    ----------
    Uhlenbeck and Ornstein (1930), On the theory of the Brownian motion, variance of eq. 8.

    Examples
    --------
    >>> widen(np.array([[0.5]]), np.array([1.0]), 0.5).tolist()
    [[0.75]]
    """
    if not bool(np.all((np.asarray(kept) >= 0) & (np.asarray(kept) <= 1))):
        raise ValueError(f"kept must be between 0 and 1, not {kept}")
    wider = covariance if in_place else covariance.copy()
    place = np.arange(covariance.shape[-1])
    distance = np.maximum(ceiling - wider[..., place, place], 0.0)
    wider[..., place, place] += (1 - kept) * distance
    return np.asarray(wider)
