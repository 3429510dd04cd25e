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
    """Where standard errors come from: as asked, or by the work that the observed information takes.

    Parameters
    ----------
    errors : "none", "observed", "cross-product" or "either".
    people : number of people.
    columns : of the scores, shape (people, columns) at each node, which are multiplied with each other.
    nodes : number of nodes.

    Returns
    -------
    ``errors``, or for "either" one of "observed" and "cross-product".

    Raises
    ------
    ValueError
        If errors have another name.

    References
    ----------
    Our own; see ``OBSERVED_UP_TO``.

    Examples
    --------
    >>> source_of("either", 1_000, 20, 41), source_of("either", 1_000_000, 200, 53)
    ('observed', 'cross-product')
    """
    if errors not in get_args(Errors):
        raise ValueError(f"errors must be one of {', '.join(get_args(Errors))}, not {errors}")
    if errors != "either":
        return errors
    cheap = 2.0 * people * columns**2 * nodes <= OBSERVED_UP_TO
    return "observed" if cheap else "cross-product"


def variances_of(
    model: Model, matrix: Array, slope: Array, intercept: Array, estimated: Booleans
) -> Floats:
    """Variances of slopes and of intercepts, and their covariances, from what answers and prior tell.

    Parameters
    ----------
    model : of n items.
    matrix : shape (2 n, 2 n), information of the answers on slopes, then intercepts.
    slope, intercept : shape (n,), where the prior's information is taken; per logit and in logits.
    estimated : shape (n,), whether an item is neither known nor separated.

    Returns
    -------
    shape (3, n): variances of slopes, of intercepts, and covariances of the two; 0 for items that
    are not estimated, NaN if the information has no inverse.

    Raises
    ------
    ValueError
        If shapes do not belong together; RuntimeError by PyTorch.

    References
    ----------
    Louis (1982), Finding the observed information matrix when using the EM algorithm, JRSS B 44,
    226-233; Mislevy (1986), Bayes modal estimation in item response models, Psychometrika 51,
    177-195 (the prior's part).

    Examples
    --------
    >>> from seasoned.numerics.calibration import model, tally
    >>> half = tally.Tally(right=np.array([1.0]), seen=np.array([2.0]))
    >>> one = model.model_of(np.zeros(1), half, np.zeros(1), tally.Settings(), np.ones(1, dtype=bool), 1)
    >>> variances_of(one, np.diag([4.0, 10.0]), np.ones(1), np.zeros(1), np.array([True])).tolist()
    [[0.25], [0.1], [0.0]]
    """
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
    """Covariance of all parameters from their information and the free ones among them.

    Parameters
    ----------
    matrix : shape (k, k), information on all parameters.
    onto : shape (k, free), from free parameters onto all.

    Returns
    -------
    shape (k, k): 0 for what is not free, NaN if the information on what is free has no inverse.

    Raises
    ------
    ValueError
        If shapes do not belong together.

    References
    ----------
    Rao (1973), Linear Statistical Inference and Its Applications, ch. 5 (the inverse information);
    Aitchison and Silvey (1958), Maximum-likelihood estimation of parameters subject to restraints,
    Annals of Mathematical Statistics 29, 813-828 (of what is restricted).

    Examples
    --------
    >>> covariance_of(np.array([[4.0, 1.0], [1.0, 2.0]]), np.array([[1.0], [0.0]])).tolist()
    [[0.25, 0.0], [0.0, 0.0]]
    """
    reduced = onto.T @ matrix @ onto
    try:
        np.linalg.cholesky(reduced)
    except np.linalg.LinAlgError:
        return np.full_like(matrix, np.nan)
    return np.asarray(onto @ np.linalg.inv(reduced) @ onto.T)


def score_terms(model: Model, slope: Array, intercept: Array, theta: Array) -> Triple:
    """What people's scores are made of, at each node.

    A right answer scores lift - share, a wrong one -share, times ability (by slope) or 1 (by intercept).

    Parameters
    ----------
    model : of n items.
    slope, intercept : shape (n,), per logit and in logits.
    theta : shape (q,), abilities of the nodes.

    Returns
    -------
    Lift and share, each of shape (n, q), and abilities of shape (q,), in the working precision.

    Raises
    ------
    ValueError
        If slope and intercept differ in length; RuntimeError by PyTorch.

    References
    ----------
    Lord (1980), Applications of Item Response Theory, ch. 12.1; Birnbaum (1968), in Lord and Novick,
    Statistical Theories of Mental Test Scores, ch. 17.

    Examples
    --------
    >>> from seasoned.numerics.calibration import model, tally
    >>> half = tally.Tally(right=np.array([1.0]), seen=np.array([2.0]))
    >>> one = model.model_of(np.zeros(1), half, np.zeros(1), tally.Settings(), np.ones(1, dtype=bool), 1)
    >>> [term.tolist() for term in score_terms(one, np.ones(1), np.zeros(1), np.zeros(1))]
    [[[1.0]], [[0.5]], [0.0]]
    """
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
    """Derivative of each person's log-likelihood by slopes, then intercepts.

    Parameters
    ----------
    model : of n items; only its namespace counts.
    terms : what ``score_terms`` gives.
    one : shape (rows, n), 1 where right, else 0.
    there : shape (rows, n), 1 where answered, else 0; None if everybody answered all.
    posterior : shape (rows, q), each row with sum 1.

    Returns
    -------
    shape (rows, 2 n).

    Raises
    ------
    ValueError
        If shapes do not belong together; RuntimeError by PyTorch.

    References
    ----------
    Bock and Lieberman (1970), Fitting a response model for n dichotomously scored items,
    Psychometrika 35, 179-197; Louis (1982), as for ``variances_of``, sec. 3.

    Examples
    --------
    >>> from seasoned.numerics.calibration import model, tally
    >>> half = tally.Tally(right=np.array([1.0]), seen=np.array([2.0]))
    >>> one = model.model_of(np.zeros(1), half, np.zeros(1), tally.Settings(), np.ones(1, dtype=bool), 1)
    >>> terms = np.ones((1, 1)), np.full((1, 1), 0.5), np.full(1, 2.0)
    >>> person_scores(one, terms, np.array([[1.0], [0.0]]), None, np.ones((2, 1))).tolist()
    [[1.0, 0.5], [-1.0, -0.5]]
    """
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
    """Expected outer products of people's complete scores, summed over the people.

    Parameters
    ----------
    model : of n items; only its namespace and device count.
    terms : what ``score_terms`` gives.
    one : shape (rows, n), 1 where right, else 0.
    there : shape (rows, n), 1 where answered, else 0; None if everybody answered all.
    posterior : shape (rows, q), each row with sum 1.

    Returns
    -------
    shape (2 n, 2 n), slopes before intercepts.

    Raises
    ------
    ValueError
        If shapes do not belong together; RuntimeError by PyTorch.

    References
    ----------
    Louis (1982), as for ``variances_of``, sec. 3: what is lost because abilities are not seen.

    Examples
    --------
    >>> from seasoned.numerics.calibration import model, tally
    >>> half = tally.Tally(right=np.array([1.0]), seen=np.array([2.0]))
    >>> one = model.model_of(np.zeros(1), half, np.zeros(1), tally.Settings(), np.ones(1, dtype=bool), 1)
    >>> terms = np.ones((1, 1)), np.full((1, 1), 0.5), np.full(1, 2.0)
    >>> score_products(one, terms, np.array([[1.0], [0.0]]), None, np.ones((2, 1))).tolist()
    [[2.0, 1.0], [1.0, 0.5]]
    """
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
    """Information that answers would give if abilities were seen: expected second derivatives.

    Parameters
    ----------
    model : of n items.
    counts : expected people at each of q nodes.
    slope, intercept : shape (n,), per logit and in logits.
    theta : shape (q,), abilities of the nodes.

    Returns
    -------
    shape (2 n, 2 n), slopes before intercepts; items have nothing in common.

    Raises
    ------
    ValueError
        If shapes do not belong together; RuntimeError by PyTorch.

    References
    ----------
    Louis (1982), as for ``variances_of``, sec. 3; Lord (1980), Applications of Item Response Theory,
    ch. 12.1 (with guessing).

    Examples
    --------
    >>> from seasoned.numerics.calibration import model, tally
    >>> half = tally.Tally(right=np.array([1.0]), seen=np.array([2.0]))
    >>> one = model.model_of(np.zeros(1), half, np.zeros(1), tally.Settings(), np.ones(1, dtype=bool), 1)
    >>> eight = np.full(1, 8.0)
    >>> counts = Counts(people=eight, seen=eight, right=np.zeros(1), loglik=0.0)
    >>> complete_information(one, counts, np.ones(1), np.array([-2.0]), np.full(1, 2.0)).tolist()
    [[8.0, 4.0], [4.0, 2.0]]
    """
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
