"""Marginal maximum likelihood of one- and two-parameter items, on answers held dense."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from seasoned.numerics.calibration.arrays import (
    Array,
    Booleans,
    Floats,
    Integers,
    Triple,
    namespace_of,
    to_host,
)
from seasoned.numerics.calibration.em import fitted
from seasoned.numerics.calibration.information import (
    complete_information,
    person_scores,
    score_products,
    score_terms,
    source_of,
    variances_of,
)
from seasoned.numerics.calibration.model import Counts, Model, log_chances, model_of
from seasoned.numerics.calibration.nodes import nodes_of, posterior_of
from seasoned.numerics.calibration.outcome import calibration_of, nothing, with_separated
from seasoned.numerics.calibration.result import Calibration, Errors, Known, Prior, Reason
from seasoned.numerics.calibration.squarem import TOLERANCE
from seasoned.numerics.calibration.tally import Settings, Tally, reasons_of

ROWS = 1_024
"""People in a block: 200 items of them in single precision stay in a core's second cache."""

ROWS_ON_DEVICE = 65_536
"""People in a block on an accelerator, which wants few large products."""


def calibrate(
    answers: Array,
    *,
    common_slope: bool = False,
    asymptote: Floats | float = 0.0,
    prior: Prior | None = None,
    known: Known | None = None,
    free_population: bool = False,
    errors: Errors = "none",
    tolerance: float = TOLERANCE,
    limit: int = 1_000,
) -> Calibration:
    """Slopes and difficulties under which the answers of a normal population are most likely.

    Parameters
    ----------
    answers : shape (people, n_items), 8-bit integers: 1 right, 0 wrong, -1 missing at random;
        a NumPy array or a PyTorch tensor, on whose device the work is done.
    common_slope : one slope for all items (1PL) rather than one each (2PL).
    asymptote : number or shape (n_items,), known chance of a right guess, from 0 to below 1.
    prior : makes it a maximum a posteriori estimate; items without answers then have one too.
    known : items held fixed, which lend their scale to the others.
    free_population : whether mean and deviation of ability are estimated rather than 0 and 1;
        needs known items or a prior.
    errors : where standard errors come from. "observed": the second derivative of the
        log-likelihood, at 2 people n_items**2 nodes operations. "cross-product": outer products
        of people's scores, at 8 people n_items**2, which have the same expectation. "either":
        the first up to about a second of work. With a prior, its own second derivative is added.
    tolerance : in logits, see ``TOLERANCE``.
    limit : passes over the answers after which to stop, converged or not.

    Returns
    -------
    The calibration. An item at the bound of the slope keeps it while the others are estimated,
    which is their likelihood's maximum, and is reported as separated.

    Raises
    ------
    ValueError
        If answers hold anything else, an asymptote is out of range, or nothing fixes the scale.

    References
    ----------
    Bock and Aitkin (1981), Marginal maximum likelihood estimation of item parameters,
    Psychometrika 46, 443-459; Liu, Rubin and Wu (1998), Parameter expansion to accelerate EM,
    Biometrika 85, 755-770 (the population's mean and deviation are estimated in each step and
    taken into the items); Varadhan and Roland (2008), Simple and globally convergent methods for
    accelerating the convergence of any EM algorithm, Scandinavian Journal of Statistics 35,
    335-353 (SqS3); Mislevy (1986), Bayes modal estimation, Psychometrika 51, 177-195; Louis
    (1982), Finding the observed information matrix when using the EM algorithm, JRSS B 44,
    226-233; Bock and Lieberman (1970), Psychometrika 35, 179-197 (cross-product).

    Examples
    --------
    >>> answers = np.array([[1, 1], [1, 0], [0, 1], [0, 0]], dtype=np.int8).repeat(50, axis=0)
    >>> fitted = calibrate(answers, common_slope=True, errors="observed")
    >>> abs(fitted.intercept).round(6).tolist(), fitted.intercept_error.round(3).tolist()
    ([0.0, 0.0], [0.141, 0.141])
    """
    tally, held = _tally(answers)
    lowest = _asymptotes(asymptote, len(tally.seen))
    settings = Settings(
        common=common_slope, prior=prior or Prior(), known=known, free=free_population
    )
    reasons = reasons_of(tally, settings)
    kept = reasons <= Reason.KNOWN
    if not kept.any():
        return nothing(reasons, lowest, settings)
    held = _held_of(held, kept)
    people, items = held.answers.shape
    source = source_of(errors, people, items, len(nodes_of(items)))
    model = model_of(held.answers, tally, lowest, settings, kept, int(kept.sum()))
    path = fitted(model, partial(_expected, model, held), tolerance, limit)
    reasons = with_separated(reasons, kept, model, path.point)
    variances = _variances(model, held, path.point, reasons[kept], source)
    return calibration_of(model, path, lowest, (kept, reasons), (source, variances))


# Answers, and which of them are kept


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Held:
    """Answers, (people, n_items), whether none is missing, and people in a block."""

    answers: Array
    complete: bool
    rows: int

    def blocks(self) -> Iterator[Array]:
        """Answers of ``rows`` people at a time.

        Returns
        -------
        Views of ``answers``, each of shape (rows, n_items), the last with as many rows as are left.

        Raises
        ------
        ValueError
            If ``rows`` is 0.

        References
        ----------
        Our own; see ``ROWS`` and ``ROWS_ON_DEVICE``.

        Examples
        --------
        >>> held = _Held(answers=np.zeros((5, 2), dtype=np.int8), complete=True, rows=2)
        >>> [len(block) for block in held.blocks()]
        [2, 2, 1]
        """
        for start in range(0, self.answers.shape[0], self.rows):
            yield self.answers[start : start + self.rows]


def _tally(answers: Array) -> tuple[Tally, _Held]:
    if answers.ndim != 2 or 0 in tuple(answers.shape):
        raise ValueError(f"answers must have people and items, not shape {tuple(answers.shape)}")
    least, most = int(answers.min()), int(answers.max())
    if least < -1 or most > 1:
        raise ValueError(f"answers must be 1, 0 or -1 for missing, not {least} to {most}")
    host = isinstance(answers, np.ndarray) or str(answers.device) == "cpu"
    held = _Held(answers=answers, complete=least == 0, rows=ROWS if host else ROWS_ON_DEVICE)
    xp = namespace_of(answers)
    right, seen = np.zeros(answers.shape[1]), np.zeros(answers.shape[1])
    for block in held.blocks():
        one, there = _indicators(xp, block, xp.float32, complete=held.complete)
        right += to_host(xp.sum(one, axis=0))
        seen += len(block) if there is None else to_host(xp.sum(there, axis=0))
    return Tally(right=right, seen=seen), held


def _held_of(held: _Held, kept: Booleans) -> _Held:
    """Only the items kept: a copy, if that leaves any out."""
    if kept.all():
        return held
    return replace(held, answers=held.answers[:, np.flatnonzero(kept)])


def _asymptotes(asymptote: Floats | float, items: int) -> Floats:
    lowest = np.broadcast_to(np.asarray(asymptote, dtype=float), (items,))
    if not bool(np.all((lowest >= 0) & (lowest < 1))):
        raise ValueError(f"an asymptote must be from 0 to below 1, not {asymptote}")
    return lowest


# E step


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Tables:
    """What a block of answers is multiplied by, in the working precision.

    ``odds``: log odds of a right answer, (n, q), or slopes alone, (n,), if no item can be
    guessed: intercepts are the same at all nodes. ``wrong``: log chance of a wrong one, (n, q),
    or summed over items with the weights, (q,), if nothing is missing.
    """

    odds: Array
    wrong: Array
    weights: Array
    theta: Array
    moments: Array


def _expected(model: Model, held: _Held, slope: Array, intercept: Array, theta: Array) -> Counts:
    exact = _exact_tables(model, held, slope, intercept, theta)
    tables = _rounded(model, held, exact)
    people, seen, right, loglik = _zeros(model, held, exact)
    for block in held.blocks():
        one, there = _indicators(model.xp, block, model.kind, complete=held.complete)
        posterior, moments, inverse, log = _posterior(model, tables, one, there)
        loglik += log
        people += inverse @ posterior
        if exact.odds.ndim == 1:
            right += (moments[:, 1] * inverse) @ one
        else:
            right += one.T @ (posterior * inverse[:, None])
        if there is not None:
            seen += there.T @ (posterior * inverse[:, None])
    seen = people if held.complete else seen
    loglik += _lost(exact, tables, Counts(people=people, seen=seen, right=right, loglik=0.0))
    if exact.odds.ndim == 1:
        loglik += float(intercept @ model.right)
    return Counts(people=people, seen=seen, right=right, loglik=loglik)


def _exact_tables(
    model: Model, held: _Held, slope: Array, intercept: Array, theta: Array
) -> _Tables:
    odds, wrong = log_chances(model, slope, intercept, theta)
    if held.complete:
        wrong = wrong.sum(axis=0) + model.weights
    return _Tables(
        odds=slope if model.lowest is None else odds,
        wrong=wrong,
        weights=model.weights,
        theta=theta,
        moments=model.xp.stack([model.xp.ones_like(theta), theta], axis=1),
    )


def _rounded(model: Model, held: _Held, exact: _Tables) -> _Tables:
    def cast(array: Array) -> Array:
        return model.xp.asarray(array, dtype=model.kind)

    return _Tables(
        odds=cast(_on_grid(model, exact.odds)),
        wrong=cast(exact.wrong if held.complete else _on_grid(model, exact.wrong)),
        weights=cast(exact.weights),
        theta=cast(exact.theta),
        moments=cast(exact.moments),
    )


def _on_grid(model: Model, table: Array) -> Array:
    """A table over items, rounded so that sums of its entries are exact in single precision.

    Otherwise each entry is rounded as it is added to a larger sum, and to the same side for
    everyone: a bias of .4 for 100,000 people. That of the table itself is known, see ``_lost``.
    """
    if model.kind is not model.xp.float32:
        return table
    largest = float(model.xp.amax(abs(table).sum(axis=0)))
    step = 2.0 ** (math.ceil(math.log2(max(largest, 1.0))) - 24)
    return model.xp.round(table / step) * step


def _zeros(model: Model, held: _Held, exact: _Tables) -> tuple[Array, Array, Array, float]:
    items, nodes = len(model.right), len(exact.theta)
    right = (items,) if exact.odds.ndim == 1 else (items, nodes)
    seen = (1,) if held.complete else (items, nodes)
    zeros = [model.array(np.zeros(shape)) for shape in ((nodes,), seen, right)]
    return zeros[0], zeros[1], zeros[2], 0.0


def _indicators(xp: Any, block: Array, kind: Any, *, complete: bool) -> tuple[Array, Array | None]:
    """One where right, and one where answered, or nothing if all are."""
    if complete:
        return xp.asarray(block, dtype=kind), None
    return xp.asarray(block == 1, dtype=kind), xp.asarray(block >= 0, dtype=kind)


def _posterior(
    model: Model, tables: _Tables, one: Array, there: Array | None
) -> tuple[Array, Array, Array, float]:
    """What ``posterior_of`` gives for a block of answers."""
    log = one @ tables.odds
    if log.ndim == 1:
        log = log[:, None] * tables.theta
    log += tables.wrong if there is None else there @ tables.wrong + tables.weights
    return posterior_of(model.xp, log, tables.moments)


def _lost(exact: _Tables, tables: _Tables, counts: Counts) -> float:
    """What rounding the tables took from the log-likelihood, to first order: the rounding times
    the expected counts."""

    def lost(name: str, counted: Array) -> float:
        return float(((getattr(exact, name) - getattr(tables, name)) * counted).sum())

    chances = lost("wrong", counts.seen) + lost("odds", counts.right)
    return chances + (lost("weights", counts.people) if counts.seen.ndim == 2 else 0.0)


# Standard errors


def _variances(
    model: Model, held: _Held, point: Floats, reasons: Integers, source: Errors
) -> Floats:
    """Variances of slopes and of intercepts, and covariances, (3, n)."""
    if source == "none":
        return np.full((3, len(reasons)), np.nan)
    at = model.unpacked(point)
    matrix = _information(model, held, at, observed=source == "observed")
    return variances_of(model, matrix, at[0], at[1], reasons == Reason.ESTIMATED)


def _information(model: Model, held: _Held, at: Triple, *, observed: bool) -> Array:
    """Information on slopes, then intercepts, (2 n, 2 n), without the prior's.

    Observed: of abilities if they were seen, less what is lost because they are not (Louis).
    """
    tables = _rounded(model, held, _exact_tables(model, held, *at))
    terms = score_terms(model, *at)
    total = model.array(np.zeros((2 * len(at[0]), 2 * len(at[0]))))
    for block in held.blocks():
        one, there = _indicators(model.xp, block, model.kind, complete=held.complete)
        posterior, _, inverse, _ = _posterior(model, tables, one, there)
        posterior *= inverse[:, None]
        scores = person_scores(model, terms, one, there, posterior)
        total += scores.T @ scores
        if observed:
            total -= score_products(model, terms, one, there, posterior)
    if observed:
        total += complete_information(model, _expected(model, held, *at), *at)
    return total
