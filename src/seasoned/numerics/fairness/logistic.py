"""Whether a question is harder, or separates people better, for one of two groups (logistic regression).

A right answer is explained by the score, then by score and group, then by both and their product.
What the group adds is uniform, what the product adds is non-uniform differential functioning.
People of equal score and group are one row of counts, so the cost does not grow with their number.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from seasoned.numerics.fairness.arrays import Booleans, Floats, Integers
from seasoned.numerics.fairness.purifying import RULE, Purified, Rule, purify
from seasoned.numerics.fairness.significance import (
    LARGE,
    MODERATE,
    NEGLIGIBLE,
    UNDECIDED,
    benjamini_hochberg,
    chi_square_tail,
)
from seasoned.numerics.fairness.tables import table_maker

FITTED, SEPARATED, UNIDENTIFIED, UNCONVERGED = 0, 1, 2, 3
"""Codes of a reason. SEPARATED: score and group sort right from wrong answers without overlap, so that
no finite coefficients fit best. UNIDENTIFIED: too few distinct scores in a group, or a group without
answers."""

ZUMBO_THOMAS = (0.13, 0.26)
"""Gains of R squared from which differential functioning is moderate and large: Zumbo and Thomas (1997),
as in Zumbo (1999), A Handbook on the Theory and Methods of DIF."""

JODOIN_GIERL = (0.035, 0.07)
"""The same by Jodoin and Gierl (2001), Applied Measurement in Education 14, found by matching the classes
of SIBTEST: about a quarter of the gains that Zumbo and Thomas ask for."""

ITERATIONS = 100
"""Newton steps at most; about six are usual, a nearly separated item takes twenty."""

TOLERANCE = 1e-12
"""Twice the log-likelihood that another step would still gain, at which the fit is left."""


class Kind(StrEnum):
    """Which difference is tested: in difficulty, in slope given difficulty, or in either."""

    UNIFORM = "uniform"
    NONUNIFORM = "non-uniform"
    BOTH = "both"


class Criterion(StrEnum):
    """How it is tested: the gain of twice the log-likelihood, or the coefficients over their errors."""

    RATIO = "likelihood ratio"
    WALD = "Wald"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogisticFit:
    """What the group adds to the score, each field with one row per item.

    ``statistic``, ``p``, ``gain``: shape (n_items,); chi-square, its probability, and the difference
    of Nagelkerke's R squared. ``degrees``: of freedom. ``coefficients``, ``errors``: shape
    (n_items, 4), of the fuller model: intercept, score, focal group, score times group, per right
    answer of the score, NaN where it has no such column. ``reason``: shape (n_items,), FITTED, or
    why the numbers are NaN.
    """

    statistic: Floats
    degrees: int
    p: Floats
    gain: Floats
    coefficients: Floats
    errors: Floats
    reason: Integers


@dataclass(frozen=True, slots=True, kw_only=True)
class Logistic:
    """Differential functioning of each item.

    ``adjusted_p``: shape (n_items,), Benjamini-Hochberg over the items. ``zumbo_thomas``,
    ``jodoin_gierl``: shape (n_items,), sizes: NEGLIGIBLE, MODERATE, LARGE or UNDECIDED.
    """

    fit: LogisticFit
    adjusted_p: Floats
    zumbo_thomas: Integers
    jodoin_gierl: Integers
    purified: Purified


@dataclass(frozen=True, slots=True, kw_only=True)
class _Model:
    coefficients: Floats
    covariance: Floats
    log_likelihood: Floats
    converged: Booleans


def logistic(
    answers: Integers,
    focal: Booleans,
    *,
    kind: Kind = Kind.BOTH,
    criterion: Criterion = Criterion.RATIO,
    matching: Floats | None = None,
    own_item: bool = True,
    rule: Rule = RULE,
) -> Logistic:
    """Differential functioning of each item between two groups, matched on the purified score.

    Parameters
    ----------
    answers : shape (n_people, n_items), 1 right, 0 wrong, -1 missing; see ``mantel_haenszel``.
    focal : shape (n_people,), whether a person belongs to the focal group.
    kind : difference that is tested.
    criterion : how it is tested.
    matching : shape (n_people,), such as ability, instead of a score; nothing is purified then.
        Costs n_items times the number of distinct values, so round it to hundredths.
    own_item : whether an item counts in the score it is held against.
    rule : level and rounds.

    Returns
    -------
    Fit, adjusted p, sizes and purification.

    Raises
    ------
    ValueError
        As for ``mantel_haenszel``.

    References
    ----------
    Swaminathan and Rogers (1990), Detecting differential item functioning using logistic
    regression procedures, Journal of Educational Measurement 27; Nagelkerke (1991), A note on a
    general definition of the coefficient of determination, Biometrika 78.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> ability, focal = rng.normal(size=(400, 1)), np.arange(400) < 200
    >>> answers = (rng.logistic(size=(400, 9)) < ability).astype(int)
    >>> answers[focal, 0] = rng.logistic(size=200) < ability[focal, 0] - 1.5
    >>> logistic(answers, focal, kind=Kind.UNIFORM).purified.flagged.nonzero()[0].tolist()
    [0]
    """
    made, values = table_maker(answers, focal, matching, own_item=own_item)

    def screen(anchors: Booleans) -> tuple[LogisticFit, Floats]:
        fit = logistic_fit(made(anchors), values, kind=kind, criterion=criterion)
        return fit, fit.p

    limit = rule.rounds if matching is None else 0
    fit, p, purified = purify(screen, answers.shape[1], rule.level, limit)
    return Logistic(
        fit=fit,
        adjusted_p=benjamini_hochberg(p),
        zumbo_thomas=gain_sizes(fit.gain, p, ZUMBO_THOMAS, rule.level),
        jodoin_gierl=gain_sizes(fit.gain, p, JODOIN_GIERL, rule.level),
        purified=purified,
    )


def gain_sizes(gain: Floats, p: Floats, bounds: tuple[float, float], level: float) -> Integers:
    """Size of each item's differential functioning by the R squared that the group adds.

    Parameters
    ----------
    gain : shape (n_items,), difference of R squared.
    p : shape (n_items,), of the test against no difference.
    bounds : gains from which a significant difference is moderate and large.
    level : probability below which a difference is significant.

    Returns
    -------
    Codes of shape (n_items,): NEGLIGIBLE, MODERATE, LARGE, or UNDECIDED where a number is missing.

    Raises
    ------
    ValueError
        If the bounds do not rise.

    References
    ----------
    Jodoin and Gierl (2001), Evaluating type I error and power rates using an effect size measure
    with the logistic regression procedure for DIF detection, Applied Measurement in Education 14.
    difR goes by the gain alone and so calls the noise of small samples moderate.

    Examples
    --------
    >>> gain_sizes(np.array([0.05, 0.05, 0.1]), np.array([0.2, 0.01, 0.01]), JODOIN_GIERL, 0.05).tolist()
    [0, 1, 2]
    """
    if not bounds[0] < bounds[1]:
        raise ValueError(f"bounds must rise, not {bounds}")
    unknown, small = np.isnan(gain) | np.isnan(p), (gain < bounds[0]) | (p >= level)
    codes = [UNDECIDED, NEGLIGIBLE, MODERATE]
    return np.asarray(np.select([unknown, small, gain < bounds[1]], codes, LARGE))


def logistic_fit(
    tables: Integers,
    values: Floats,
    *,
    kind: Kind = Kind.BOTH,
    criterion: Criterion = Criterion.RATIO,
) -> LogisticFit:
    """What the group adds to the score of each item.

    Parameters
    ----------
    tables : shape (n_items, n_strata, 2, 2), counts by score, group and answer (wrong, right).
    values : shape (n_strata,), the scores, rising.
    kind : difference that is tested.
    criterion : how it is tested.

    Returns
    -------
    One row per item; NaN where a reason is given.

    Raises
    ------
    ValueError
        If values do not rise or are not one per stratum.

    References
    ----------
    Swaminathan and Rogers (1990), as above. Separation as in Albert and Anderson (1984), On the
    existence of maximum likelihood estimates in logistic regression models, Biometrika 71.

    Examples
    --------
    >>> tables = np.array([[[[8, 2], [8, 2]], [[5, 5], [5, 5]], [[2, 8], [2, 8]]]])
    >>> fit = logistic_fit(tables, np.arange(3.0))
    >>> fit.coefficients[0].round(3).tolist(), float(fit.statistic[0].round(3))
    ([-1.386, 1.386, 0.0, 0.0], 0.0)
    """
    if values.shape != tables.shape[1:2] or not bool((np.diff(values) > 0).all()):
        raise ValueError("values must rise, one for each stratum")
    simple, full = _columns(kind)
    reason = _reasons(tables, full)
    sound = np.flatnonzero(reason == FITTED)
    counts = tables[sound].reshape(len(sound), 2 * len(values), 2).astype(float)
    design, back = _design(values)
    less, more = (_newton(counts, design[:, :n]) for n in (simple, full))
    reason[sound[~(less.converged & more.converged)]] = UNCONVERGED
    statistic = _statistic(less, more, simple, criterion)
    gain = _explained(counts, more) - _explained(counts, less)
    coefficients, errors = _unscaled(more, back[:full, :full])
    return LogisticFit(
        statistic=_laid_out(statistic, sound, reason),
        degrees=full - simple,
        p=_laid_out(_tail(statistic, full - simple), sound, reason),
        gain=_laid_out(gain, sound, reason),
        coefficients=_laid_out(coefficients, sound, reason),
        errors=_laid_out(errors, sound, reason),
        reason=reason,
    )


def _columns(kind: Kind) -> tuple[int, int]:
    """How many columns of the design the simpler and the fuller model use."""
    return {Kind.UNIFORM: (2, 3), Kind.NONUNIFORM: (3, 4), Kind.BOTH: (2, 4)}[kind]


def _design(values: Floats) -> tuple[Floats, Floats]:
    """Rows (stratum, group) of intercept, standardised score, group, product; and the way back.

    ``back`` of shape (4, 4) turns coefficients of standardised scores into those of scores.
    """
    centre, width = values.mean(), values.std() or 1.0
    z = np.repeat((values - centre) / width, 2)
    group = np.tile([0.0, 1.0], len(values))
    line = np.array([[1.0, -centre / width], [0.0, 1 / width]])
    return np.stack([np.ones(len(z)), z, group, z * group], axis=1), np.kron(np.eye(2), line)


def _reasons(tables: Integers, n_columns: int) -> Integers:
    """Why no finite coefficients exist, by item: FITTED where they do."""
    people = tables.sum(-1) > 0
    distinct = people.sum(-2)
    apart = _apart(tables[..., 0] > 0, tables[..., 1] > 0, n_columns)
    enough = distinct.min(-1) >= (2 if n_columns == 4 else 1)
    identified = enough & (distinct.max(-1) >= 2)
    return np.select([~identified, apart], [UNIDENTIFIED, SEPARATED], FITTED)


def _apart(wrong: Booleans, right: Booleans, n_columns: int) -> Booleans:
    """Whether a line in score and group parts wrong from right answers, touching allowed.

    With the product each group has its own line, so either group parted is enough. Without it the
    lines are parallel: both groups must part in the same direction, or one answers all alike.

    Parameters: shape (n_items, n_strata, 2), whether such an answer occurs.
    """
    rising, falling = _last(wrong) <= _first(right), _last(right) <= _first(wrong)
    if n_columns == 4:
        return np.asarray((rising | falling).any(-1))
    alike = ~(wrong.any(-2) & right.any(-2)).all(-1)
    return np.asarray(rising.all(-1) | falling.all(-1) | alike)


def _first(occurs: Booleans) -> Integers:
    """Lowest stratum with such an answer, beyond the last where there is none."""
    return np.asarray(np.where(occurs.any(-2), occurs.argmax(-2), occurs.shape[-2]))


def _last(occurs: Booleans) -> Integers:
    return np.asarray(occurs.shape[-2] - 1 - _first(occurs[..., ::-1, :]))


def _newton(counts: Floats, design: Floats) -> _Model:
    """Best coefficients of all items at once; a step that loses likelihood is halved.

    ``counts`` has shape (n_items, n_rows, 2) and ``design`` shape (n_rows, n_columns).
    """
    n_items, width = len(counts), design.shape[1]
    products = (design[:, :, None] * design[:, None, :]).reshape(len(design), -1)
    beta, stride = np.zeros((n_items, width)), np.ones(n_items)
    reached = _log_likelihood(counts, beta @ design.T)
    for _ in range(ITERATIONS):
        gradient, information = _slopes(counts, design, products, beta)
        move = np.linalg.solve(information, gradient[..., None])[..., 0]
        if not ((left := (gradient * move).sum(-1)) > TOLERANCE).any():
            break
        tried = beta + stride[:, None] * move
        likelihood = _log_likelihood(counts, tried @ design.T)
        better = likelihood >= reached
        beta = np.where(better[:, None], tried, beta)
        reached = np.where(better, likelihood, reached)
        stride = np.where(better, 1.0, stride / 2)
    return _Model(
        coefficients=beta,
        covariance=np.linalg.inv(information),
        log_likelihood=reached,
        converged=left <= TOLERANCE,
    )


def _slopes(
    counts: Floats, design: Floats, products: Floats, beta: Floats
) -> tuple[Floats, Floats]:
    """Gradient, shape (n_items, n_columns), and information, (n_items, n_columns, n_columns)."""
    total = counts.sum(-1)
    chance = 1 / (1 + np.exp(-(beta @ design.T)))
    information = (total * chance * (1 - chance)) @ products
    shape = (len(beta), design.shape[1], design.shape[1])
    return (counts[..., 1] - total * chance) @ design, information.reshape(shape)


def _log_likelihood(counts: Floats, logit: Floats) -> Floats:
    return np.asarray((counts[..., 1] * logit - counts.sum(-1) * np.logaddexp(0, logit)).sum(-1))


def _statistic(less: _Model, more: _Model, simple: int, criterion: Criterion) -> Floats:
    if criterion == Criterion.RATIO:
        return np.maximum(2 * (more.log_likelihood - less.log_likelihood), 0.0)
    tested = more.coefficients[:, simple:]
    weighed = np.linalg.solve(more.covariance[:, simple:, simple:], tested[..., None])
    return np.asarray((tested * weighed[..., 0]).sum(-1))


def _explained(counts: Floats, model: _Model) -> Floats:
    """Nagelkerke's R squared of each item."""
    answers = counts.sum(-2)
    total = answers.sum(-1)
    null = (answers * np.log(answers / total[:, None])).sum(-1)
    gained = -np.expm1(2 * (null - model.log_likelihood) / total)
    return np.asarray(gained / -np.expm1(2 * null / total))


def _unscaled(model: _Model, back: Floats) -> tuple[Floats, Floats]:
    """Coefficients and their errors per unit of the score, four columns, NaN where there is none."""
    covariance = back @ model.covariance @ back.T
    errors = np.sqrt(np.diagonal(covariance, axis1=-2, axis2=-1))
    lacking = ((0, 0), (0, 4 - len(back)))
    both = (model.coefficients @ back.T, errors)
    coefficients, errors = (np.pad(rows, lacking, constant_values=np.nan) for rows in both)
    return coefficients, errors


def _tail(statistic: Floats, degrees: int) -> Floats:
    """Probability of a chi-square of one or two degrees of freedom at least this large."""
    return chi_square_tail(statistic) if degrees == 1 else np.exp(-statistic / 2)


def _laid_out(rows: Floats, sound: Integers, reason: Integers) -> Floats:
    """Rows of the items that were tried, laid among NaN for the ones that were not fitted."""
    whole = np.full((len(reason), *rows.shape[1:]), np.nan)
    whole[sound] = rows
    whole[reason != FITTED] = np.nan
    return whole
