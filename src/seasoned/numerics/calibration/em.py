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
    """Iterations that also expand the population, and plain ones from where these get stuck: on
    nodes, a population that moved and was moved back may lose what rounding cannot explain."""
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
