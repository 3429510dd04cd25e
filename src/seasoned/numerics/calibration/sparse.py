"""Marginal maximum a posteriori items from a long list of answers, few per person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.numerics.calibration.arrays import Booleans, Floats, Integers, to_host
from seasoned.numerics.calibration.em import fitted
from seasoned.numerics.calibration.model import Counts, Model, log_chances, logistic, model_of
from seasoned.numerics.calibration.nodes import posterior_of
from seasoned.numerics.calibration.outcome import calibration_of, nothing, with_separated
from seasoned.numerics.calibration.penalty import prior_curvature
from seasoned.numerics.calibration.result import Calibration, Errors, Known, Prior, Reason
from seasoned.numerics.calibration.tally import Settings, Tally, reasons_of

WEAK = Prior(log_discrimination=(0.0, 0.5), intercept=(0.0, 2.0))
"""Two thirds of slopes between .6 and 1.65, nearly all items between 2 and 98 % right: about what
ten answers say, so that an item with thirty is governed by its answers."""

ROWS = 16_384
"""People in a block: the counts of 20,000 items are then added up seven times a pass."""

ROWS_OF_ERRORS = 2_048
"""People in a block of the pass that spreads every answer over the nodes."""

NEWTON = 2
"""Newton steps per pass: with one, twice as many passes are needed; a third saves none."""

TOLERANCE = 1e-3
"""As for dense answers, but standard errors of items are above .05 here."""


def calibrate(
    people: Integers,
    items: Integers,
    right: npt.NDArray[Any],
    *,
    n_items: int | None = None,
    prior: Prior = WEAK,
    known: Known | None = None,
    free_population: bool = False,
    errors: bool = False,
    tolerance: float = TOLERANCE,
    limit: int = 200,
) -> Calibration:
    """Slopes and difficulties of items of which everybody has answered only some.

    Who answers what may depend on earlier answers, as in adaptive tests, but not on ability by
    any other way: then difficulties would take up what is ability. Nobody can guess here.

    Parameters
    ----------
    people : shape (n_answers,), numbers of people from 0 on; who has no answer is not counted.
    items : shape (n_answers,), numbers of items from 0 on.
    right : shape (n_answers,), 1 or True where right, else 0 or False.
    n_items : if there are more than the largest number says.
    known, free_population : as for dense answers.
    prior : of log slope, and of intercept or difficulty; without answers it is the estimate. A
        narrow one of log slopes gives all items the same slope.
    errors : whether standard errors are found too, from the outer products of people's scores
        for one item at a time, as if the other items were known; with the prior, they are
        posterior deviations.
    tolerance : in logits, largest distance from the limit.
    limit : passes over the answers after which to stop, converged or not.

    Returns
    -------
    The calibration.

    Raises
    ------
    ValueError
        If lengths differ, a number is negative, an answer is neither 1 nor 0, or nothing fixes
        the scale.

    References
    ----------
    Mislevy (1986), Bayes modal estimation in item response models, Psychometrika 51, 177-195;
    Mislevy and Wu (1996), Missing responses and IRT ability estimation, ETS RR-96-30 (adaptive
    tests); the others as for dense answers.

    Examples
    --------
    >>> people, items = np.divmod(np.arange(400), 4)
    >>> fitted = calibrate(people, items, items < people % 5, n_items=5)
    >>> abs(float(fitted.difficulty[4])), bool((np.diff(fitted.difficulty[:4]) > 0).all())
    (0.0, True)
    """
    _checked(people, items, right)
    count = max(int(items.max()) + 1, n_items or 0)
    tally = Tally(
        right=np.bincount(items, right, count).astype(float),
        seen=np.bincount(items, minlength=count).astype(float),
    )
    settings = Settings(common=False, prior=prior, known=known, free=free_population)
    reasons = reasons_of(tally, settings)
    kept, lowest = reasons <= Reason.KNOWN, np.zeros(count)
    if not kept.any():
        return nothing(reasons, lowest, settings)
    held = _held(people, items, right, kept)
    model = replace(model_of(lowest, tally, lowest, settings, kept, held.longest), newton=NEWTON)
    path = fitted(model, partial(_expected, model, held), tolerance, limit)
    reasons = with_separated(reasons, kept, model, path.point)
    variances = _variances(model, held, path.point) if errors else np.full((3, kept.sum()), np.nan)
    source: Errors = "cross-product" if errors else "none"
    return calibration_of(model, path, lowest, (kept, reasons), (source, variances))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Held:
    """Blocks of people: answers and right answers as sparse matrices, (rows, n_items), of the same
    structure; and the most answers that anybody has."""

    blocks: list[tuple[Any, Any]]
    longest: int


def _held(people: Integers, items: Integers, right: npt.NDArray[Any], kept: Booleans) -> _Held:
    from scipy.sparse import csr_array

    number = np.cumsum(kept, dtype=np.int32) - 1
    chosen = kept[items]
    place = people[chosen].astype(np.int32), number[items[chosen]]
    shape = int(people.max()) + 1, int(kept.sum())
    there = csr_array((np.ones(len(place[0]), dtype=np.float32), place), shape=shape)
    one = csr_array((right[chosen].astype(np.float32), place), shape=shape)
    answered = np.diff(there.indptr)
    present = np.flatnonzero(answered)
    blocks = [present[start : start + ROWS] for start in range(0, len(present), ROWS)]
    return _Held(blocks=[(there[b], one[b]) for b in blocks], longest=int(answered.max()))


def _checked(people: Integers, items: Integers, right: npt.NDArray[Any]) -> None:
    if not len(people) == len(items) == len(right) > 0:
        raise ValueError(
            f"one person, item and answer each, not {len(people)}, {len(items)}, {len(right)}"
        )
    if min(int(people.min()), int(items.min())) < 0:
        raise ValueError("people and items are numbered from 0 on, not below")
    if not ((right == 0) | (right == 1)).all():
        raise ValueError("an answer is 1 or 0")


def _expected(model: Model, held: _Held, slope: Floats, intercept: Floats, theta: Floats) -> Counts:
    """As for dense answers without guessing: only abilities of those who were right matter."""
    tables = _tables(model, slope, intercept, theta)
    seen, right = np.zeros((len(slope), len(theta))), np.zeros(len(slope))
    people, loglik = np.zeros(len(theta)), float(intercept @ model.right)
    for there, one in held.blocks:
        posterior, sums, inverse, value = _posterior(tables, there, one)
        loglik += value
        people += inverse @ posterior
        right += one.T @ (sums[:, 1] * inverse)
        posterior *= inverse[:, None]
        seen += there.T @ posterior
    return Counts(people=people, seen=seen, right=right, loglik=loglik)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Tables:
    """Slopes, (n,), log chance of a wrong answer, (n, q), log weights, abilities, (q,), and 1 and
    ability, (q, 2), in the working precision."""

    slope: Floats
    wrong: Floats
    weights: Floats
    theta: Floats
    moments: Floats


def _tables(model: Model, slope: Floats, intercept: Floats, theta: Floats) -> _Tables:
    _, wrong = log_chances(model, slope, intercept, theta)
    return _Tables(
        slope=slope.astype(model.kind),
        wrong=wrong.astype(model.kind),
        weights=model.weights.astype(model.kind),
        theta=theta.astype(model.kind),
        moments=np.stack([np.ones_like(theta), theta], axis=1).astype(model.kind),
    )


def _posterior(tables: _Tables, there: Any, one: Any) -> tuple[Floats, Floats, Floats, float]:
    log = there @ tables.wrong
    log += tables.weights
    log += np.multiply.outer(one @ tables.slope, tables.theta)
    return posterior_of(np, log, tables.moments)


def _variances(model: Model, held: _Held, point: Floats) -> Floats:
    """Variances of slopes and of intercepts, and covariances, each item by itself, (3, n)."""
    slope, intercept, theta = model.unpacked(point)
    tables = _tables(model, slope, intercept, theta)
    aa, ad, dd = (np.asarray(part) for part in prior_curvature(model, slope, intercept))
    share = logistic(np, slope[:, None] * theta + intercept[:, None])[0].astype(model.kind)
    for there, one in held.blocks:
        for start in range(0, there.shape[0], ROWS_OF_ERRORS):
            rows = slice(start, start + ROWS_OF_ERRORS)
            where, by_slope, by_intercept = _scores(tables, share, there[rows], one[rows])
            aa = aa + np.bincount(where, by_slope**2, len(slope))
            ad = ad + np.bincount(where, by_slope * by_intercept, len(slope))
            dd = dd + np.bincount(where, by_intercept**2, len(slope))
    return np.asarray(to_host(model.free) * np.stack([dd, aa, -ad]) / (aa * dd - ad**2))


def _scores(
    tables: _Tables, share: Floats, there: Any, one: Any
) -> tuple[Integers, Floats, Floats]:
    """Item of each answer, and the derivatives of its person's log-likelihood by the item's slope
    and intercept."""
    posterior, sums, inverse, _ = _posterior(tables, there, one)
    posterior *= inverse[:, None]
    person = np.repeat(np.arange(there.shape[0]), np.diff(there.indptr))
    joint = posterior[person] * share[there.indices]
    by_slope = one.data * (sums[:, 1] * inverse)[person] - there.data * (joint @ tables.theta)
    return there.indices, by_slope, one.data - there.data * joint.sum(axis=1)
