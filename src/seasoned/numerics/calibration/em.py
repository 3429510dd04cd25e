"""Iterations of EM from a model and a way to its expected counts."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial

import numpy as np

from seasoned.numerics.calibration.arrays import Floats, to_host
from seasoned.numerics.calibration.maximum import maximised
from seasoned.numerics.calibration.model import Expecting, Model, bounded
from seasoned.numerics.calibration.nodes import moments_of
from seasoned.numerics.calibration.penalty import log_prior
from seasoned.numerics.calibration.result import STEEPEST
from seasoned.numerics.calibration.squarem import Path, climb_in_turn


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
    >>> from seasoned.numerics.calibration import model, tally
    >>> half = tally.Tally(right=np.array([50.0]), seen=np.array([100.0]))
    >>> one = model.model_of(np.zeros(1), half, np.zeros(1), tally.Settings(), np.ones(1, dtype=bool), 1)
    >>> people = 100 * np.exp(one.weights)
    >>> able = np.array([people @ (one.nodes / (1 + np.exp(-2 * one.nodes)))])
    >>> counts = model.Counts(people=people, seen=people, right=able, loglik=-60.0)
    >>> path = fitted(one, lambda slope, intercept, theta: counts, 1e-6, 50)
    >>> path.converged, float(path.point[0].round(3))
    (True, 2.0)
    """
    ways = (model, replace(model, expand=False)) if model.expand else (model,)
    return climb_in_turn(
        [partial(_step, way, expected) for way in ways],
        model.start,
        feasible=partial(_feasible, positive=model.positive),
        slack=(float(model.xp.finfo(model.kind).eps) / 16 + 1e-12) * model.answers,
        tolerance=tolerance,
        limit=limit,
    )


def _feasible(point: Floats, *, positive: bool) -> Floats:
    slope, intercept = point[:-2].reshape(2, -1)
    return np.concatenate([*bounded(np, slope, intercept, positive=positive), point[-2:]])


def _step(model: Model, expected: Expecting, point: Floats) -> tuple[Floats, float]:
    """One EM step from a point: slopes, intercepts, mean and log deviation of ability."""
    slope, intercept, theta = model.unpacked(point)
    counts = expected(slope, intercept, theta)
    objective = counts.loglik + float(log_prior(model, slope, intercept).sum())
    new_slope, new_intercept = maximised(model, counts, slope, intercept, theta)
    mean, deviation = moments_of(counts.people, theta)
    if model.expand and float(abs(new_slope).max()) * deviation < STEEPEST:
        new_intercept = new_intercept + new_slope * mean
        new_slope = new_slope * deviation
    population = [mean, math.log(deviation)] if model.free_population else [0.0, 0.0]
    ahead = np.concatenate([to_host(new_slope), to_host(new_intercept), population])
    return _feasible(ahead, positive=model.positive), objective
