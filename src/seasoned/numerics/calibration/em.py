"""Iterations of EM from a model and a way to its expected counts."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial

import numpy as np

from seasoned.numerics.calibration.arrays import Array, Floats, to_host
from seasoned.numerics.calibration.maximum import maximised
from seasoned.numerics.calibration.model import Expecting, Model
from seasoned.numerics.calibration.penalty import log_prior
from seasoned.numerics.calibration.result import FARTHEST, GENTLEST, STEEPEST
from seasoned.numerics.calibration.squarem import Path, climb, joined


def fitted(model: Model, expected: Expecting, tolerance: float, limit: int) -> Path:
    """Where EM leads: iterations that also expand the population, then plain ones if these get stuck.

    On nodes, a population that moved and was moved back may lose what rounding cannot explain.

    Parameters
    ----------
    model : of n items, with the point to start from.
    expected : slopes and intercepts, each of shape (n,), and abilities of shape (q,), to counts.
    tolerance : in logits, largest distance of any parameter from the extrapolated limit.
    limit : evaluations of ``expected`` after which to stop, converged or not.

    Returns
    -------
    The path; its point, shape (2 n + 2,), holds slopes, intercepts, mean and log deviation of ability.

    Raises
    ------
    FloatingPointError
        If the log-likelihood is not finite at the start.

    References
    ----------
    Bock and Aitkin (1981), Psychometrika 46, 443-459; Liu, Rubin and Wu (1998), Parameter expansion
    to accelerate EM, Biometrika 85, 755-770. Going on without expansion is our own.

    Examples
    --------
    >>> from seasoned.numerics.calibration import model, result, tally
    >>> asked = tally.Settings(common=False, prior=result.Prior(), known=None, free=False)
    >>> half = tally.Tally(right=np.array([50.0]), seen=np.array([100.0]))
    >>> one = model.model_of(np.zeros(1), half, np.zeros(1), asked, np.ones(1, dtype=bool), 1)
    >>> people = 100 * np.exp(one.weights)
    >>> able = np.array([people @ (one.nodes / (1 + np.exp(-2 * one.nodes)))])
    >>> counts = model.Counts(people=people, seen=people, right=able, loglik=-60.0)
    >>> path = fitted(one, lambda slope, intercept, theta: counts, 1e-6, 50)
    >>> path.converged, float(path.point[0].round(3))
    (True, 2.0)
    """
    path = _climbed(model, expected, model.start, tolerance, limit)
    if path.converged or not model.expand or path.evaluations >= limit:
        return path
    plain = replace(model, expand=False)
    after = _climbed(plain, expected, path.point, tolerance, limit - path.evaluations)
    return joined(path, after)


def _climbed(
    model: Model, expected: Expecting, start: Floats, tolerance: float, limit: int
) -> Path:
    rounding = float(model.xp.finfo(model.kind).eps)
    return climb(
        partial(_step, model, expected),
        start,
        feasible=partial(_feasible, positive=model.positive),
        slack=(rounding / 16 + 1e-12) * model.answers,
        tolerance=tolerance,
        limit=limit,
    )


def _feasible(point: Floats, *, positive: bool) -> Floats:
    within, items = point.copy(), len(point) // 2 - 1
    within[:items] = np.clip(point[:items], GENTLEST if positive else -STEEPEST, STEEPEST)
    within[items : 2 * items] = np.clip(point[items : 2 * items], -FARTHEST, FARTHEST)
    return within


def _step(model: Model, expected: Expecting, point: Floats) -> tuple[Floats, float]:
    """One EM step from a point: slopes, intercepts, mean and log deviation of ability."""
    slope, intercept, theta = model.unpacked(point)
    counts = expected(slope, intercept, theta)
    objective = counts.loglik + float(log_prior(model, slope, intercept).sum())
    new_slope, new_intercept = maximised(model, counts, slope, intercept, theta)
    mean, deviation = _population(counts.people, theta)
    if model.expand and float(abs(new_slope).max()) * deviation < STEEPEST:
        new_intercept = new_intercept + new_slope * mean
        new_slope = new_slope * deviation
    population = [mean, math.log(deviation)] if model.free_population else [0.0, 0.0]
    ahead = np.concatenate([to_host(new_slope), to_host(new_intercept), population])
    return _feasible(ahead, positive=model.positive), objective


def _population(people: Array, theta: Array) -> tuple[float, float]:
    total = float(people.sum())
    mean = float(people @ theta) / total
    return mean, math.sqrt(float(people @ (theta - mean) ** 2) / total)
