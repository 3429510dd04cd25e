"""Marginal maximum likelihood of items that are rated in ordered categories."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal, get_args

import numpy as np
import numpy.typing as npt

from seasoned.numerics.calibration.dense import (
    FARTHEST,
    HALVINGS,
    NEWTON,
    OBSERVED_UP_TO,
    STEEPEST,
    TOLERANCE,
    Errors,
    Path,
    Reason,
    climb,
    log_weights,
    nodes_of,
    posterior_of,
)

Floats = npt.NDArray[np.floating[Any]]
Integers = npt.NDArray[np.integer[Any]]
Booleans = npt.NDArray[np.bool_]

Kind = Literal["graded", "partial credit"]

ROWS = 1_024
"""People in a block, as for dense answers."""

CLOSE = 1e-5
"""Last step of scoring within a pass, in logits; what is then left is a tenth of it."""

RIDGE = 1e-9
"""Information, in people, added where a threshold may have none."""


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
    model = _model(ratings[:, kept], used[kept], kind, common=common_slope)
    path = _fitted(model, tolerance, limit) if kept.any() else _nowhere()
    reasons = _with_separated(reasons, model, path.point)
    source = _source(model, errors)
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


# The model: everything that stays while parameters move


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Model:
    """Ratings of the items kept, (people, n), as places 0, 1, ... among the categories in use.

    ``scores``, (n, c): the categories in use, counted from the lowest, the last repeated where an
    item has fewer than c. ``real``, (n, c): which places there are. Parameters are (n, c): slope,
    then an intercept for each place but the first, 0 where there is none.
    """

    kind: Kind
    places: Integers
    scores: Floats
    real: Booleans
    nodes: Floats
    weights: Floats
    start: Floats
    common: bool
    expand: bool = True

    def blocks(self) -> Iterator[Integers]:
        for start in range(0, len(self.places), ROWS):
            yield self.places[start : start + ROWS]


def _model(ratings: Integers, used: Booleans, kind: Kind, *, common: bool) -> _Model:
    count = int(used.sum(axis=1).max(initial=1))
    real = np.arange(count) < used.sum(axis=1, keepdims=True)
    order = np.argsort(~used, axis=1, kind="stable")[:, :count]
    place = np.concatenate([np.cumsum(used, axis=1) - 1, np.full((len(used), 1), -1)], axis=1)
    places = place[np.arange(len(used)), ratings].astype(np.int8)
    nodes = nodes_of(len(used) * (count - 1))
    return _Model(
        kind=kind,
        places=places,
        scores=np.where(real, order - order[:, :1], 0.0),
        real=real,
        nodes=nodes,
        weights=log_weights(nodes),
        start=_start(places, real, kind),
        common=common,
    )


def _start(places: Integers, real: Booleans, kind: Kind) -> Floats:
    """Slopes of 1 and the intercepts that fit the shares of each item."""
    count = real.shape[1]
    number = np.stack([(places == k).sum(axis=0) for k in range(count)], axis=1) + 0.5 * real
    share = np.where(real, number / number.sum(axis=1, keepdims=True), 1.0)
    if kind == "partial credit":
        intercepts = np.log(share / share[:, :1])
    else:
        above = np.cumsum(np.where(real, share, 0.0)[:, ::-1], axis=1)[:, ::-1]
        above = np.where(real, np.clip(above, 1e-6, 1 - 1e-6), 0.5)
        intercepts = 1.2 * np.log(above / (1 - above))
    return np.where(real, np.concatenate([np.ones((len(real), 1)), intercepts[:, 1:]], axis=1), 0.0)


# Iterations


def _nowhere() -> Path:
    return Path(point=np.zeros(0), trace=np.zeros(0), evaluations=0, converged=False)


def _fitted(model: _Model, tolerance: float, limit: int) -> Path:
    """With the population expanded, then without if that gets stuck, as for dense answers."""
    path = _climbed(model, model.start.ravel(), tolerance, limit)
    if path.converged or path.evaluations >= limit:
        return path
    plain = replace(model, expand=False)
    after = _climbed(plain, path.point, tolerance, limit - path.evaluations)
    trace = np.concatenate([path.trace, after.trace[1:]])
    evaluations = path.evaluations + after.evaluations
    return replace(after, trace=trace, evaluations=evaluations)


def _climbed(model: _Model, start: Floats, tolerance: float, limit: int) -> Path:
    return climb(
        partial(_step, model),
        start,
        feasible=partial(_feasible, model),
        slack=1e-12 * model.places.size,
        tolerance=tolerance,
        limit=limit,
    )


def _feasible(model: _Model, point: Floats) -> Floats:
    within = point.reshape(model.real.shape).copy()
    within[:, 0] = np.clip(within[:, 0], -STEEPEST, STEEPEST)
    within[:, 1:] = np.clip(within[:, 1:], -2 * FARTHEST, 2 * FARTHEST)
    return within.ravel()


def _step(model: _Model, point: Floats) -> tuple[Floats, float]:
    """One EM step; a graded item whose thresholds are out of order is impossible."""
    values = point.reshape(model.real.shape)
    log = _chances(model, values)
    if not np.isfinite(log).all():
        return point, -math.inf
    counts, people, loglik = _expected(model, log)
    values = _maximised(model, counts, values)
    mean = float(people @ model.nodes) / people.sum()
    deviation = math.sqrt(float(people @ (model.nodes - mean) ** 2) / people.sum())
    if model.expand and np.abs(values[:, 0]).max() * deviation < STEEPEST:
        values = _expanded(model, values, mean, deviation)
    return _feasible(model, values.ravel()), loglik


def _expanded(model: _Model, values: Floats, mean: float, deviation: float) -> Floats:
    """The same items for a population of mean 0 and deviation 1."""
    slope = values[:, :1]
    factor = model.real[:, 1:] if model.kind == "graded" else model.scores[:, 1:]
    return np.concatenate([slope * deviation, values[:, 1:] + slope * mean * factor], axis=1)


def _expected(model: _Model, log: Floats) -> tuple[Floats, Floats, float]:
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


def _posterior(model: _Model, log: Floats, chosen: list[Floats]) -> tuple[Floats, float]:
    joint = model.weights + sum(one @ log[:, k] for k, one in enumerate(chosen))
    moments = np.ones((len(model.nodes), 1))
    posterior, _, inverse, value = posterior_of(np, joint, moments)
    return posterior * inverse[:, None], value


# Chances of categories


def _chances(model: _Model, values: Floats) -> Floats:
    """Log chance of each place at each node, (n, c, q); 0 for a place that there is not."""
    return _graded(model, values) if model.kind == "graded" else _partial_credit(model, values)


def _graded(model: _Model, values: Floats) -> Floats:
    """Samejima (1969), ch. 4: the chance of k or more less that of k + 1 or more.

    With s(x) the logistic, s(x) - s(y) = s(x) s(-y) (1 - exp(y - x)), exact in both tails. An item
    whose intercepts do not fall has no chances: they are minus infinity.
    """
    logit = _boundaries(model, values)
    real = model.real[:, 1:]
    fall = np.where(real[:, 1:], values[:, 2:] - values[:, 1:-1], -np.inf)
    between = np.zeros(model.real.shape)
    with np.errstate(divide="ignore"):
        between[:, 1:-1] = np.log1p(-np.exp(np.minimum(fall, 0)))
    log = _log_logistic(logit[:, :-1]) + _log_logistic(-logit[:, 1:]) + between[..., None]
    return np.where(model.real[..., None], log, 0.0)


def _boundaries(model: _Model, values: Floats) -> Floats:
    """Logits of each place or more, (n, c + 1, q), from certain to impossible."""
    items, count = model.real.shape
    logit = np.full((items, count + 1, len(model.nodes)), -np.inf)
    logit[:, 0] = np.inf
    within = values[:, :1, None] * model.nodes + values[:, 1:, None]
    logit[:, 1:count] = np.where(model.real[:, 1:, None], within, -np.inf)
    return logit


def _log_logistic(x: Floats) -> Floats:
    return np.asarray(np.minimum(x, 0) - np.log1p(np.exp(-np.abs(x))))


def _partial_credit(model: _Model, values: Floats) -> Floats:
    """Muraki (1992), eq. 2, with scores as they are where categories between are not in use."""
    intercepts = np.concatenate([np.zeros((len(values), 1)), values[:, 1:]], axis=1)
    joint = values[:, :1, None] * model.scores[..., None] * model.nodes + intercepts[..., None]
    joint = np.where(model.real[..., None], joint, -np.inf)
    joint -= joint.max(axis=1, keepdims=True)
    log = joint - np.log(np.exp(joint).sum(axis=1, keepdims=True))
    return np.where(model.real[..., None], log, 0.0)


def _derivatives(model: _Model, values: Floats, log: Floats) -> Floats:
    """Derivatives of the log chances by the item's parameters, (n, c, q, c)."""
    if model.kind == "graded":
        table = _graded_derivatives(model, values, log)
    else:
        table = _partial_credit_derivatives(model, log)
    return np.asarray(table * model.real[:, :, None, None] * model.real[:, None, None, :])


def _graded_derivatives(model: _Model, values: Floats, log: Floats) -> Floats:
    logit = _boundaries(model, values)
    rate = np.exp(_log_logistic(logit) + _log_logistic(-logit))
    lower, upper = rate[:, :-1] / np.exp(log), rate[:, 1:] / np.exp(log)
    table = np.zeros((*log.shape, log.shape[1]))
    table[..., 0] = model.nodes * (lower - upper)
    for k in range(1, log.shape[1]):
        table[:, k, :, k] = lower[:, k]
        table[:, k - 1, :, k] = -upper[:, k - 1]
    return table


def _partial_credit_derivatives(model: _Model, log: Floats) -> Floats:
    chance = np.exp(log) * model.real[..., None]
    scores = model.scores[..., None]
    table = np.zeros((*log.shape, log.shape[1]))
    table[..., 0] = model.nodes * (scores - (scores * chance).sum(axis=1, keepdims=True))
    table[..., 1:] = -chance.transpose(0, 2, 1)[:, None, :, 1:]
    for k in range(1, log.shape[1]):
        table[:, k, :, k] += 1
    return table


# M step


def _maximised(model: _Model, counts: Floats, values: Floats) -> Floats:
    """Parameters of the likeliest items for the expected counts, by Fisher scoring."""
    gain = _gain(model, counts, values)
    for _ in range(NEWTON):
        step = _scored(model, counts, values)
        after, gain = _taken(model, counts, (values, gain), step)
        moved = float(np.abs(after - values).max())
        values = after
        if moved < CLOSE:
            break
    return values


def _gain(model: _Model, counts: Floats, values: Floats) -> Floats:
    """Expected log-likelihood of each item, (n,), or of all, (1,), if they share their slope."""
    log = _chances(model, values)
    with np.errstate(invalid="ignore"):
        gain = (counts * log).sum(axis=(1, 2))
    return np.asarray(gain.sum(keepdims=True) if model.common else gain)


def _taken(
    model: _Model, counts: Floats, here: tuple[Floats, Floats], step: Floats
) -> tuple[Floats, Floats]:
    """The step of each item, halved until the item's expected log-likelihood is no lower."""
    values, gain = here
    share = np.ones(gain.shape)
    for _ in range(HALVINGS):
        after = _feasible(model, (values + share[:, None] * step).ravel()).reshape(values.shape)
        new = _gain(model, counts, after)
        worse = ~(new >= gain - 1e-13 * np.abs(gain))
        if not worse.any():
            break
        share = np.where(worse, share / 2, share)
    return np.where(worse[:, None], values, after), np.where(worse, gain, new)


def _scored(model: _Model, counts: Floats, values: Floats) -> Floats:
    """Fisher's information inverse times the score."""
    log = _chances(model, values)
    scores = _derivatives(model, values, log)
    score = np.einsum("jkq,jkqp->jp", counts, scores)
    expected = counts.sum(axis=1, keepdims=True) * np.exp(log) * model.real[..., None]
    information = _squared(expected, scores)
    information += np.where(model.real, RIDGE, 1.0)[:, :, None] * np.eye(model.real.shape[1])
    if not model.common:
        return np.asarray(np.linalg.solve(information, score[..., None])[..., 0])
    solved = np.linalg.solve(
        information[:, 1:, 1:], np.stack([score[:, 1:], information[:, 1:, 0]], axis=2)
    )
    cross = information[:, 1:, 0]
    rise = (score[:, 0] - (cross * solved[..., 0]).sum(axis=1)).sum()
    rise /= (information[:, 0, 0] - (cross * solved[..., 1]).sum(axis=1)).sum()
    slopes = np.full((len(values), 1), rise)
    return np.concatenate([slopes, solved[..., 0] - solved[..., 1] * rise], axis=1)


def _squared(weights: Floats, scores: Floats) -> Floats:
    """Weighted sum of outer products over places and nodes, (n, c, c)."""
    items, count = scores.shape[0], scores.shape[-1]
    flat = scores.reshape(items, -1, count)
    return np.asarray((flat * weights.reshape(items, -1, 1)).transpose(0, 2, 1) @ flat)


# Standard errors


def _source(model: _Model, errors: Errors) -> Errors:
    if errors != "either":
        return errors
    operations = 2.0 * len(model.places) * model.real.size**2 * len(model.nodes)
    return "observed" if operations <= OBSERVED_UP_TO else "cross-product"


def _covariances(model: _Model, point: Floats, reasons: Integers, source: Errors) -> Floats:
    """Covariance of each item's parameters, (n, c, c), as part of that of all; NaN if none."""
    items, count = model.real.shape
    if source == "none" or not items:
        return np.full((items, count, count), np.nan)
    values = point.reshape(model.real.shape)
    matrix = _information(model, values, observed=source == "observed")
    onto = _onto(model, reasons)
    reduced = onto.T @ matrix @ onto
    try:
        np.linalg.cholesky(reduced)
    except np.linalg.LinAlgError:
        return np.full((items, count, count), np.nan)
    covariance = (onto @ np.linalg.inv(reduced) @ onto.T).reshape(items, count, items, count)
    return np.asarray(covariance[np.arange(items), :, np.arange(items)])


def _onto(model: _Model, reasons: Integers) -> Floats:
    """Free parameters onto all, (n c, k): a common slope is one, what is not real is none."""
    free = model.real & (reasons == Reason.ESTIMATED)[:, None]
    onto = np.eye(free.size)
    if not model.common:
        return onto[:, free.ravel()]
    free[:, 0] = False
    slopes = onto[:, :: free.shape[1]].sum(axis=1, keepdims=True)
    return np.concatenate([slopes, onto[:, free.ravel()]], axis=1)


def _information(model: _Model, values: Floats, *, observed: bool) -> Floats:
    """Information on all parameters, (n c, n c): as for dense answers."""
    log = _chances(model, values)
    scores = _derivatives(model, values, log)
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


def _complete(model: _Model, values: Floats, counts: Floats, log: Floats, scores: Floats) -> Floats:
    """Information if abilities were seen: the same for each item by itself, (n c, n c)."""
    items, count = model.real.shape
    if model.kind == "partial credit":
        blocks = _squared(counts.sum(axis=1, keepdims=True) * np.exp(log), scores)
    else:
        blocks = _squared(counts, scores) - _graded_bend(model, values, counts, log)
    whole = np.zeros((items, count, items, count))
    whole[np.arange(items), :, np.arange(items)] = blocks
    return whole.reshape(items * count, items * count)


def _graded_bend(model: _Model, values: Floats, counts: Floats, log: Floats) -> Floats:
    """Second derivatives of chances over chances, times counts, (n, c, c).

    Each boundary's logit x enters two places, with the second derivative s(1 - s)(1 - 2 s) of s(x).
    """
    theta, odds = model.nodes, counts / np.exp(log)
    logit = values[:, :1, None] * theta + values[:, 1:, None]
    share = np.exp(_log_logistic(logit))
    bend = share * (1 - share) * (1 - 2 * share) * (odds[:, 1:] - odds[:, :-1])
    bend = bend * model.real[:, 1:, None]
    blocks = np.zeros((len(values), values.shape[1], values.shape[1]))
    blocks[:, 0, 0] = (bend * theta**2).sum(axis=(1, 2))
    blocks[:, 0, 1:] = blocks[:, 1:, 0] = bend @ theta
    place = np.arange(1, values.shape[1])
    blocks[:, place, place] = bend.sum(axis=2)
    return blocks


# Results


def _with_separated(
    reasons: npt.NDArray[np.int8], model: _Model, point: Floats
) -> npt.NDArray[np.int8]:
    values, after = np.abs(point.reshape(model.real.shape)), reasons.copy()
    gone = (values[:, 0] >= 0.999 * STEEPEST) | (values[:, 1:] >= 1.998 * FARTHEST).any(axis=1)
    after[np.flatnonzero(reasons == Reason.ESTIMATED)[gone]] = Reason.SEPARATED
    return after


def _calibration(
    model: _Model, path: Path, used: Booleans, reasons: Integers, errors: tuple[Errors, Floats]
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


def _thresholds(model: _Model, values: Floats, covariances: Floats) -> tuple[Floats, Floats]:
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


def _columns(model: _Model, used: Booleans, kept: Booleans) -> tuple[Integers, ...]:
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
