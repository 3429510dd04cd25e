"""The M step: the likeliest items for expected counts, by Newton."""

from __future__ import annotations

from seasoned.numerics.calibration.arrays import Array, Pair, Triple
from seasoned.numerics.calibration.model import (
    Counts,
    Model,
    bounded,
    lift_of,
    log_chances,
    logistic,
)
from seasoned.numerics.calibration.penalty import log_prior, with_prior

HALVINGS = 8
"""Times that a step is halved at the most, after which an item stays where it was."""

CLOSE = 1e-5
"""Newton's last step in logits; what is then left is its square."""

LEAST = 1e-9
"""Information, in people, added where an item may have none: the step is then halved into place."""


def maximised(
    model: Model, counts: Counts, slope: Array, intercept: Array, theta: Array
) -> tuple[Array, Array]:
    """Slopes and intercepts of the most likely items for the expected counts, by Newton.

    Parameters
    ----------
    model : of n items, with the most steps.
    counts : expected people at each of q nodes.
    slope, intercept : shape (n,), where to start; per logit and in logits.
    theta : shape (q,), abilities of the nodes.

    Returns
    -------
    Slopes and intercepts, each of shape (n,), within their bounds. Known items stay; the expected
    log-likelihood, with the prior, falls for no item (or not in sum, if they share their slope).

    Raises
    ------
    ValueError
        If shapes do not belong together; RuntimeError by PyTorch.

    References
    ----------
    Bock and Aitkin (1981), Psychometrika 46, 443-459; Lord (1980), Applications of Item Response
    Theory, ch. 12.1 (scoring, with guessing). Halving a step item by item is our own.

    Examples
    --------
    >>> import numpy as np
    >>> from seasoned.numerics.calibration import model, tally
    >>> half = tally.Tally(right=np.array([150.0]), seen=np.array([300.0]))
    >>> one = model.model_of(np.zeros(1), half, np.zeros(1), tally.Settings(), np.ones(1, dtype=bool), 1)
    >>> people, theta = np.full(3, 100.0), np.array([-1.0, 0.0, 1.0])
    >>> able = np.array([(people / (1 + np.exp(-theta))) @ theta])
    >>> counts = Counts(people=people, seen=people, right=able, loglik=0.0)
    >>> maximised(one, counts, np.full(1, 2.0), np.zeros(1), theta)[0].round(6).tolist()
    [1.0]
    """
    value = _gain(model, counts, slope, intercept, theta)
    for _ in range(model.newton):
        rise, move = _newton(model, counts, slope, intercept, theta)
        here = slope, intercept, value
        slope, intercept, value = _taken(model, counts, theta, here, (rise, move))
        moved = abs(slope - here[0]).max(), abs(intercept - here[1]).max()
        if max(float(moved[0]), float(moved[1])) < CLOSE:
            break
    return slope, intercept


def _taken(
    model: Model,
    counts: Counts,
    theta: Array,
    here: tuple[Array, Array, Array],
    step: tuple[Array, Array],
) -> tuple[Array, Array, Array]:
    """The step of each item, halved until the item's expected log-likelihood is no lower."""
    xp, (slope, intercept, value) = model.xp, here
    share = xp.ones_like(value)
    for _ in range(HALVINGS):
        rise, move = slope + share * step[0], intercept + share * step[1]
        new_slope, new_intercept = bounded(xp, rise, move, positive=model.positive)
        new_value = _gain(model, counts, new_slope, new_intercept, theta)
        worse = new_value < value - 1e-13 * abs(value)
        if not bool(worse.any()):
            break
        share = xp.where(worse, share / 2, share)
    slope, intercept = xp.where(worse, slope, new_slope), xp.where(worse, intercept, new_intercept)
    return slope, intercept, xp.where(worse, value, new_value)


def _gain(model: Model, counts: Counts, slope: Array, intercept: Array, theta: Array) -> Array:
    """Expected log-likelihood and log prior of each item, (n,), or of all, (1,), if they share
    their slope."""
    odds, wrong = log_chances(model, slope, intercept, theta)
    if counts.right.ndim == 1:
        right = slope * counts.right + intercept * model.right
    else:
        right = (counts.right * odds).sum(axis=1)
    value = (
        right + wrong @ counts.seen
        if counts.seen.ndim == 1
        else right + (wrong * counts.seen).sum(axis=1)
    )
    value = value + log_prior(model, slope, intercept)
    return value.sum()[None] if model.common else value


def _newton(
    model: Model, counts: Counts, slope: Array, intercept: Array, theta: Array
) -> tuple[Array, Array]:
    """Step of slopes and intercepts: Newton's, or scoring where an item can be guessed.

    With c the chance of guessing, p the logistic and P = c + (1 - c) p, the logit's score is
    (u - P) p / P and its information p (1 - p) (1 - c) p / P (Lord, 1980, ch. 4.2 and 12.1).
    """
    share, _ = logistic(model.xp, slope[:, None] * theta + intercept[:, None])
    expected = counts.seen * share
    weight = expected * (1 - share)
    if counts.right.ndim == 1:
        right, moment = model.right, counts.right
    else:
        lift = lift_of(model, share)
        credited = counts.right * lift
        right, moment = credited.sum(axis=1), credited @ theta
        weight = weight * lift * (1 - model.lowest)
    score = moment - expected @ theta, right - expected.sum(axis=1)
    information = weight @ theta**2 + LEAST, weight @ theta, weight.sum(axis=1) + LEAST
    return _solved(model, *with_prior(model, slope, intercept, score, information))


def _solved(model: Model, score: Pair, information: Triple) -> Pair:
    """Information's inverse times the score, item by item or with one slope for all."""
    (up, along), (aa, ad, dd) = score, information
    if model.common:
        rise = (up - ad * along / dd).sum() / (aa - ad**2 / dd).sum()
        return model.xp.ones_like(up) * rise, (along - ad * rise) / dd
    scale = model.free / (aa * dd - ad**2)
    return scale * (dd * up - ad * along), scale * (aa * along - ad * up)
