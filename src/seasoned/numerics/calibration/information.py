"""Standard errors: information on slopes and intercepts, and its inverse."""

from __future__ import annotations

from typing import get_args

import numpy as np

from seasoned.numerics.calibration.arrays import Array, Booleans, Floats, Triple, to_host
from seasoned.numerics.calibration.model import Counts, Model, lift_of, logistic
from seasoned.numerics.calibration.penalty import prior_curvature
from seasoned.numerics.calibration.result import Errors

OBSERVED_UP_TO = 3e10
"""Operations up to which errors come from the observed information: about a second."""


def source_of(errors: Errors, people: int, columns: int, nodes: int) -> Errors:
    """Where errors come from: as asked, or by the operations that the observed information takes,
    which multiplies ``columns`` of scores with each other for each person and node."""
    if errors not in get_args(Errors):
        raise ValueError(f"errors must be one of {', '.join(get_args(Errors))}, not {errors}")
    if errors != "either":
        return errors
    cheap = 2.0 * people * columns**2 * nodes <= OBSERVED_UP_TO
    return "observed" if cheap else "cross-product"


def variances_of(
    model: Model, matrix: Array, slope: Array, intercept: Array, estimated: Booleans
) -> Floats:
    """Variances of slopes and of intercepts, and covariances, (3, n), from the information that
    answers give, (2 n, 2 n), and the prior's; NaN if that has no inverse."""
    items = len(estimated)
    matrix = matrix + _square(model, *map(model.xp.diag, prior_curvature(model, slope, intercept)))
    covariance = covariance_of(to_host(matrix), _onto(estimated, common=model.common))
    variance = np.diag(covariance)
    return np.stack([variance[:items], variance[items:], np.diag(covariance[:items, items:])])


def _square(model: Model, aa: Array, ad: Array, dd: Array) -> Array:
    """Blocks of slopes and intercepts as one matrix, (2 n, 2 n)."""
    join = model.xp.concat
    return join([join([aa, ad], axis=1), join([ad, dd], axis=1)], axis=0)


def _onto(estimated: Booleans, *, common: bool) -> Floats:
    """Free parameters onto all, (2 n, k): a common slope is one, known and separated are none."""
    items = len(estimated)
    if common:
        slope, nought = np.ones((items, 1)), np.zeros((items, 1))
        return np.block([[slope, np.zeros((items, items))], [nought, np.eye(items)]])
    return np.eye(2 * items)[:, np.tile(estimated, 2)]


def covariance_of(matrix: Floats, onto: Floats) -> Floats:
    """Covariance of all parameters from their information, (k, k), and from free parameters onto
    all, (k, free): 0 for what is not free, NaN if the information has no inverse."""
    reduced = onto.T @ matrix @ onto
    try:
        np.linalg.cholesky(reduced)
    except np.linalg.LinAlgError:
        return np.full_like(matrix, np.nan)
    return np.asarray(onto @ np.linalg.inv(reduced) @ onto.T)


def score_terms(model: Model, slope: Array, intercept: Array, theta: Array) -> Triple:
    """Score of a right answer is lift - share, of a wrong one -share, times ability or 1."""
    share, _ = logistic(model.xp, slope[:, None] * theta + intercept[:, None])
    lift = model.xp.ones_like(share) if model.lowest is None else lift_of(model, share)
    cast = model.xp.asarray
    return (
        cast(lift, dtype=model.kind),
        cast(share, dtype=model.kind),
        cast(theta, dtype=model.kind),
    )


def person_scores(
    model: Model, terms: Triple, one: Array, there: Array | None, posterior: Array
) -> Array:
    """Derivative of each person's log-likelihood by slopes, then intercepts, (rows, 2 n)."""
    lift, share, theta = terms
    parts = []
    for factor in (theta, model.xp.ones_like(theta)):
        expected = posterior @ (share * factor).T
        credit = one * (posterior @ (lift * factor).T)
        parts.append(credit - (expected if there is None else there * expected))
    return model.xp.concat(parts, axis=1)


def score_products(
    model: Model, terms: Triple, one: Array, there: Array | None, posterior: Array
) -> Array:
    """Expected outer product of each person's complete scores, summed, (2 n, 2 n)."""
    lift, share, theta = terms
    items = one.shape[1]
    sums = [model.array(np.zeros((items, items))) for _ in range(3)]
    for q in range(len(theta)):
        score = one * lift[:, q] - (share[:, q] if there is None else there * share[:, q])
        product = score.T @ (score * posterior[:, q][:, None])
        for power in range(3):
            sums[power] += product * theta[q] ** power
    plain, once, twice = sums
    return _square(model, twice, once, plain)


def complete_information(
    model: Model, counts: Counts, slope: Array, intercept: Array, theta: Array
) -> Array:
    """Expected second derivatives of each item if abilities were seen, (2 n, 2 n)."""
    share, _ = logistic(model.xp, slope[:, None] * theta + intercept[:, None])
    bend = share * (1 - share)
    if model.lowest is None:
        weight = counts.seen * bend
    else:
        chance = model.lowest + (1 - model.lowest) * share
        part = (1 - model.lowest) * bend / chance
        curve = part * (part - (1 - 2 * share))
        weight = (counts.seen - counts.right) * bend + counts.right * curve
    return _square(model, *(model.xp.diag(weight @ theta**power) for power in (2, 1, 0)))
