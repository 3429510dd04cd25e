"""Marginal maximum likelihood of items that are rated in ordered categories."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import partial
from typing import get_args

import numpy as np
import numpy.typing as npt

from seasoned.numerics.calibration.arrays import Booleans, Floats, Integers
from seasoned.numerics.calibration.categories import (
    Kind,
    OrderedModel,
    category_chances,
    category_derivatives,
    graded_bend,
    ordered_model,
)
from seasoned.numerics.calibration.information import covariance_of, source_of
from seasoned.numerics.calibration.nodes import moments_of, posterior_of
from seasoned.numerics.calibration.result import FARTHEST, STEEPEST, Errors, Reason
from seasoned.numerics.calibration.scoring import feasible, maximised, squared
from seasoned.numerics.calibration.squarem import TOLERANCE, Path, climb_in_turn


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OrderedCalibration:
    """Slopes and thresholds of rated items, with what is needed to judge them.

    Column k - 1 of ``thresholds``, shape (n_items, categories - 1), belongs to category k. Graded:
    the ability at which k or more is as likely as less. Partial credit: the ability at which k is
    as likely as the next lower category in use. ``unused``, shape (n_items, categories), names
    the categories that nobody was given; what belongs to them, and the lowest category in use,
    has no threshold and is NaN. ``reasons``, ``trace`` and ``converged`` as for dense answers.
    """

    kind: Kind
    discrimination: Floats
    thresholds: Floats
    discrimination_error: Floats
    thresholds_error: Floats
    unused: Booleans
    reasons: Integers
    loglik: float
    trace: Floats
    iterations: int
    converged: bool
    common_slope: bool
    information: Errors


def calibrate(
    ratings: Integers,
    kind: Kind = "graded",
    *,
    categories: int | None = None,
    common_slope: bool = False,
    errors: Errors = "none",
    tolerance: float = TOLERANCE,
    limit: int = 1_000,
) -> OrderedCalibration:
    """Slopes and thresholds under which the ratings of a standard normal population are likeliest.

    Parameters
    ----------
    ratings : shape (people, n_items), integers from 0 to ``categories`` - 1, -1 missing at random.
    kind : "graded" (cumulative logits) or "partial credit" (adjacent ones; with a common slope
        this is Masters' model with the slope for the population's deviation, and else Muraki's).
    categories : if there are more than the highest rating says.
    common_slope : one slope for all items.
    errors : as for dense answers.
    tolerance : in logits, largest distance from the limit.
    limit : passes over the ratings after which to stop, converged or not.

    Returns
    -------
    The calibration.

    Raises
    ------
    ValueError
        If a rating is out of range, or kind or errors have another name.

    References
    ----------
    Samejima (1969), Estimation of latent ability using a response pattern of graded scores,
    Psychometric Monograph 17; Masters (1982), A Rasch model for partial credit scoring,
    Psychometrika 47, 149-174; Muraki (1992), A generalized partial credit model: application of
    an EM algorithm, Applied Psychological Measurement 16, 159-176; the others as for dense
    answers.

    Examples
    --------
    >>> low, high = np.array([[0, 0], [1, 0]]), np.array([[1, 2], [2, 2]])
    >>> ratings = np.concatenate([low, high]).repeat(50, axis=0)
    >>> calibrate(ratings, common_slope=True).unused.tolist()
    [[False, False, False], [False, True, False]]
    """
    for name, names in ((kind, get_args(Kind)), (errors, get_args(Errors))):
        if name not in names:
            raise ValueError(f"must be one of {', '.join(names)}, not {name}")
    used = _used(ratings, categories)
    reasons = _reasons(used, common=common_slope)
    kept = reasons == Reason.ESTIMATED
    model = ordered_model(ratings[:, kept], used[kept], kind, common=common_slope)
    path = _fitted(model, tolerance, limit) if kept.any() else _nowhere()
    reasons = _with_separated(reasons, model, path.point)
    source = source_of(errors, len(model.places), model.real.size, len(model.nodes))
    covariance = _covariances(model, path.point, reasons[kept], source)
    return _calibration(model, path, used, reasons, (source, covariance))


# Which items and categories there are


def _used(ratings: Integers, categories: int | None) -> Booleans:
    """Categories in use, (n_items, categories)."""
    if ratings.ndim != 2 or 0 in ratings.shape:
        raise ValueError(f"ratings must have people and items, not shape {ratings.shape}")
    highest = max(int(ratings.max()), 0)
    count = highest + 1 if categories is None else categories
    if int(ratings.min()) < -1 or highest >= count:
        raise ValueError(f"ratings must be 0 to {count - 1}, or -1 for missing")
    return np.stack([(ratings == k).any(axis=0) for k in range(count)], axis=1)


def _reasons(used: Booleans, *, common: bool) -> npt.NDArray[np.int8]:
    reasons = np.full(len(used), Reason.ESTIMATED, dtype=np.int8)
    reasons[used.sum(axis=1) == 1] = Reason.ALL_ALIKE
    reasons[used.sum(axis=1) == 0] = Reason.UNANSWERED
    if (reasons == Reason.ESTIMATED).sum() < (2 if common else 3):
        reasons[reasons == Reason.ESTIMATED] = Reason.TOO_FEW
    return reasons


# Iterations


def _nowhere() -> Path:
    return Path(point=np.zeros(0), trace=np.zeros(0), evaluations=0, converged=False)


def _fitted(model: OrderedModel, tolerance: float, limit: int) -> Path:
    """With the population expanded, then without if that gets stuck, as for dense answers."""
    return climb_in_turn(
        [partial(_step, way) for way in (model, replace(model, expand=False))],
        model.start.ravel(),
        feasible=partial(feasible, model),
        slack=1e-12 * model.places.size,
        tolerance=tolerance,
        limit=limit,
    )


def _step(model: OrderedModel, point: Floats) -> tuple[Floats, float]:
    """One EM step; a graded item whose thresholds are out of order is impossible."""
    values = point.reshape(model.real.shape)
    log = category_chances(model, values)
    if not np.isfinite(log).all():
        return point, -math.inf
    counts, people, loglik = _expected(model, log)
    values = maximised(model, counts, values)
    mean, deviation = moments_of(people, model.nodes)
    if model.expand and np.abs(values[:, 0]).max() * deviation < STEEPEST:
        values = _expanded(model, values, mean, deviation)
    return feasible(model, values.ravel()), loglik


def _expanded(model: OrderedModel, values: Floats, mean: float, deviation: float) -> Floats:
    """The same items for a population of mean 0 and deviation 1."""
    slope = values[:, :1]
    factor = model.real[:, 1:] if model.kind == "graded" else model.scores[:, 1:]
    return np.concatenate([slope * deviation, values[:, 1:] + slope * mean * factor], axis=1)


# E step


def _expected(model: OrderedModel, log: Floats) -> tuple[Floats, Floats, float]:
    """Expected people at each node in each place, (n, c, q), in all, (q,), and log-likelihood."""
    counts, people, loglik = np.zeros(log.shape), np.zeros(len(model.nodes)), 0.0
    for block in model.blocks():
        chosen = _indicators(block, log.shape[1])
        posterior, value = _posterior(model, log, chosen)
        loglik += value
        people += posterior.sum(axis=0)
        for k, indicator in enumerate(chosen):
            counts[:, k] += indicator.T @ posterior
    return counts, people, loglik


def _indicators(block: Integers, count: int) -> list[Floats]:
    """One where a rating is in a place, (rows, n) for each."""
    return [(block == k).astype(float) for k in range(count)]


def _posterior(model: OrderedModel, log: Floats, chosen: list[Floats]) -> tuple[Floats, float]:
    joint = model.weights + sum(one @ log[:, k] for k, one in enumerate(chosen))
    moments = np.ones((len(model.nodes), 1))
    posterior, _, inverse, value = posterior_of(np, joint, moments)
    return posterior * inverse[:, None], value


# Standard errors


def _covariances(model: OrderedModel, point: Floats, reasons: Integers, source: Errors) -> Floats:
    """Covariance of each item's parameters, (n, c, c), as part of that of all; NaN if none."""
    items, count = model.real.shape
    if source == "none" or not items:
        return np.full((items, count, count), np.nan)
    values = point.reshape(model.real.shape)
    matrix = _information(model, values, observed=source == "observed")
    onto = _onto(model, reasons)
    covariance = covariance_of(matrix, onto).reshape(items, count, items, count)
    return np.asarray(covariance[np.arange(items), :, np.arange(items)])


def _onto(model: OrderedModel, reasons: Integers) -> Floats:
    """Free parameters onto all, (n c, k): a common slope is one, what is not real is none."""
    free = model.real & (reasons == Reason.ESTIMATED)[:, None]
    onto = np.eye(free.size)
    if not model.common:
        return onto[:, free.ravel()]
    free[:, 0] = False
    slopes = onto[:, :: free.shape[1]].sum(axis=1, keepdims=True)
    return np.concatenate([slopes, onto[:, free.ravel()]], axis=1)


def _information(model: OrderedModel, values: Floats, *, observed: bool) -> Floats:
    """Information on all parameters, (n c, n c): as for dense answers."""
    log = category_chances(model, values)
    scores = category_derivatives(model, values, log)
    size = model.real.size
    total = np.zeros((size, size))
    for block in model.blocks():
        posterior, _ = _posterior(model, log, _indicators(block, log.shape[1]))
        means = np.zeros((len(block), size))
        for q in range(len(model.nodes)):
            score = _person_scores(scores[:, :, q], block)
            weighted = score * posterior[:, q, None]
            means += weighted
            if observed:
                total -= score.T @ weighted
        total += means.T @ means
    if observed:
        counts, _, _ = _expected(model, log)
        total += _complete(model, values, counts, log, scores)
    return total


def _person_scores(scores: Floats, block: Integers) -> Floats:
    """Derivatives of each person's log chance at one node, (rows, n c), from a table (n, c, c)."""
    items = np.arange(scores.shape[0])
    chosen = scores[items, np.maximum(block, 0)] * (block >= 0)[..., None]
    return np.asarray(chosen.reshape(len(block), -1))


def _complete(
    model: OrderedModel, values: Floats, counts: Floats, log: Floats, scores: Floats
) -> Floats:
    """Information if abilities were seen: the same for each item by itself, (n c, n c)."""
    items, count = model.real.shape
    if model.kind == "partial credit":
        blocks = squared(counts.sum(axis=1, keepdims=True) * np.exp(log), scores)
    else:
        blocks = squared(counts, scores) - graded_bend(model, values, counts, log)
    whole = np.zeros((items, count, items, count))
    whole[np.arange(items), :, np.arange(items)] = blocks
    return whole.reshape(items * count, items * count)


# Results


def _with_separated(
    reasons: npt.NDArray[np.int8], model: OrderedModel, point: Floats
) -> npt.NDArray[np.int8]:
    values, after = np.abs(point.reshape(model.real.shape)), reasons.copy()
    gone = (values[:, 0] >= 0.999 * STEEPEST) | (values[:, 1:] >= 1.998 * FARTHEST).any(axis=1)
    after[np.flatnonzero(reasons == Reason.ESTIMATED)[gone]] = Reason.SEPARATED
    return after


def _calibration(
    model: OrderedModel,
    path: Path,
    used: Booleans,
    reasons: Integers,
    errors: tuple[Errors, Floats],
) -> OrderedCalibration:
    values = path.point.reshape(model.real.shape)
    thresholds, deviations = _thresholds(model, values, errors[1])
    kept = np.isin(reasons, (Reason.ESTIMATED, Reason.SEPARATED))
    estimated = reasons == Reason.ESTIMATED
    columns = _columns(model, used, kept)
    slopes = np.stack([values[:, 0], np.sqrt(errors[1][:, 0, 0])])
    slope, slope_error = np.full((2, len(used)), np.nan)
    slope[kept], slope_error[kept] = slopes
    return OrderedCalibration(
        kind=model.kind,
        discrimination=np.where(estimated, slope, np.nan),
        thresholds=_placed(thresholds, columns, used.shape, estimated),
        discrimination_error=np.where(estimated, slope_error, np.nan),
        thresholds_error=_placed(deviations, columns, used.shape, estimated),
        unused=~used,
        reasons=reasons,
        loglik=float(path.trace[-1]) if len(path.trace) else math.nan,
        trace=path.trace,
        iterations=path.evaluations,
        converged=path.converged,
        common_slope=model.common,
        information=errors[0],
    )


def _thresholds(model: OrderedModel, values: Floats, covariances: Floats) -> tuple[Floats, Floats]:
    """Thresholds and, by the delta method, their errors, (n, c - 1).

    They are -T v / a for the parameters v, of which a is the first.
    """
    items, count = model.real.shape
    turn = np.zeros((items, count - 1, count))
    place = np.arange(1, count)
    turn[:, place - 1, place] = 1
    if model.kind == "partial credit":
        turn[:, place[1:] - 1, place[:-1]] = -1
        width = np.diff(model.scores, axis=1)
        turn /= np.where(model.real[:, 1:], width, 1)[..., None]
    slope = np.where(values[:, 0] == 0, np.nan, values[:, 0])[:, None]
    thresholds = -(turn @ values[..., None])[..., 0] / slope
    turn = -turn / slope[..., None]
    turn[:, :, 0] = -thresholds / slope
    variances = np.einsum("jkp,jpr,jkr->jk", turn, covariances, turn)
    return thresholds, np.sqrt(np.maximum(variances, 0))


def _columns(model: OrderedModel, used: Booleans, kept: Booleans) -> tuple[Integers, ...]:
    """Row and column of each real threshold in the answer, and its place, (n, c - 1)."""
    item, place = np.nonzero(model.real[:, 1:])
    lowest = used[kept].argmax(axis=1)
    category = lowest[item] + model.scores[item, place + 1].astype(int)
    return np.flatnonzero(kept)[item], category - 1, item, place


def _placed(
    values: Floats, columns: tuple[Integers, ...], shape: tuple[int, ...], estimated: Booleans
) -> Floats:
    row, column, item, place = columns
    placed = np.full((shape[0], shape[1] - 1), np.nan)
    placed[row, column] = values[item, place]
    placed[~estimated] = np.nan
    return placed
