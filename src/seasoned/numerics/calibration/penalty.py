"""What a prior adds to the log-likelihood of items, to its score and to its information."""

from __future__ import annotations

from seasoned.numerics.calibration.arrays import Array, Pair, Triple
from seasoned.numerics.calibration.model import Model


def log_prior(model: Model, slope: Array, intercept: Array) -> Array:
    """Log prior of each item up to a constant.

    Parameters
    ----------
    model : of n items.
    slope, intercept : shape (n,), per logit and in logits.

    Returns
    -------
    shape (n,), 0 or less.

    Raises
    ------
    ValueError
        If slope or intercept have another length; RuntimeError by PyTorch.

    References
    ----------
    Mislevy (1986), Bayes modal estimation in item response models, Psychometrika 51, 177-195.

    Examples
    --------
    >>> import numpy as np
    >>> from seasoned.numerics.calibration import model, result, tally
    >>> asked = tally.Settings(prior=result.Prior(intercept=(0.0, 2.0)))
    >>> half = tally.Tally(right=np.array([1.0]), seen=np.array([2.0]))
    >>> one = model.model_of(np.zeros(1), half, np.zeros(1), asked, np.ones(1, dtype=bool), 1)
    >>> log_prior(one, np.ones(1), np.array([2.0])).tolist()
    [-0.5]
    """
    return -0.5 * (_residuals(model, slope, intercept) ** 2).sum(axis=0)


def with_prior(
    model: Model, slope: Array, intercept: Array, score: Pair, information: Triple
) -> tuple[Pair, Triple]:
    """Score and information with the prior's, whose curvature is that of its residuals alone.

    Parameters
    ----------
    model : of n items.
    slope, intercept : shape (n,), per logit and in logits.
    score : by slope and by intercept, each of shape (n,).
    information : on slope, on both and on intercept, each of shape (n,).

    Returns
    -------
    Score and information, of the same shapes; what was given if there is no prior.

    Raises
    ------
    ValueError
        If lengths differ; RuntimeError by PyTorch.

    References
    ----------
    Mislevy (1986), as for ``log_prior``; leaving out the residuals' own second derivatives, so that
    information stays positive, is Gauss and Newton's.

    Examples
    --------
    >>> import numpy as np
    >>> from seasoned.numerics.calibration import model, result, tally
    >>> asked = tally.Settings(prior=result.Prior(intercept=(0.0, 2.0)))
    >>> half = tally.Tally(right=np.array([1.0]), seen=np.array([2.0]))
    >>> one = model.model_of(np.zeros(1), half, np.zeros(1), asked, np.ones(1, dtype=bool), 1)
    >>> nought, two = np.zeros(1), np.array([2.0])
    >>> score, information = with_prior(one, np.ones(1), two, (nought, nought), (nought,) * 3)
    >>> score[1].tolist(), information[2].tolist()
    ([-0.5], [0.25])
    """
    if not model.positive and not bool(model.prior_root.any()):
        return score, information
    residual = _residuals(model, slope, intercept)
    by_slope, by_intercept = _turns(model, slope, intercept)
    score = (
        score[0] - (residual * by_slope).sum(axis=0),
        score[1] - (residual * by_intercept).sum(axis=0),
    )
    return score, (
        information[0] + (by_slope**2).sum(axis=0),
        information[1] + (by_slope * by_intercept).sum(axis=0),
        information[2] + (by_intercept**2).sum(axis=0),
    )


def prior_curvature(model: Model, slope: Array, intercept: Array) -> Triple:
    """Minus the second derivatives of the log prior by slope, by both and by intercept.

    Parameters
    ----------
    model : of n items.
    slope, intercept : shape (n,), per logit and in logits.

    Returns
    -------
    Three arrays of shape (n,); unlike in ``with_prior``, with the residuals' own second derivatives.

    Raises
    ------
    ValueError
        If lengths differ; RuntimeError by PyTorch.

    References
    ----------
    Mislevy (1986), as for ``log_prior``; worked out from the density.

    Examples
    --------
    >>> import numpy as np
    >>> from seasoned.numerics.calibration import model, result, tally
    >>> asked = tally.Settings(prior=result.Prior(intercept=(0.0, 2.0)))
    >>> half = tally.Tally(right=np.array([1.0]), seen=np.array([2.0]))
    >>> one = model.model_of(np.zeros(1), half, np.zeros(1), asked, np.ones(1, dtype=bool), 1)
    >>> [part.tolist() for part in prior_curvature(one, np.ones(1), np.zeros(1))]
    [[0.0], [0.0], [0.25]]
    """
    nought = model.xp.zeros_like(slope)
    _, parts = with_prior(model, slope, intercept, (nought, nought), (nought, nought, nought))
    aa, ad, dd = parts
    if model.positive:
        pull = _residuals(model, slope, intercept) * model.prior_root
        aa = aa - (pull[0] + 2 * pull[1] * intercept / slope) / slope**2
        ad = ad + pull[1] / slope**2
    return aa, ad, dd


def _residuals(model: Model, slope: Array, intercept: Array) -> Array:
    """Distance of log slope, difficulty and intercept from their means in deviations, (3, n)."""
    if not model.positive:
        return model.prior_root * (intercept - model.prior_mean)
    values = model.xp.stack([model.xp.log(slope), -intercept / slope, intercept])
    return model.prior_root * (values - model.prior_mean)


def _turns(model: Model, slope: Array, intercept: Array) -> Pair:
    """Derivatives of the residuals with respect to slope and intercept, each (3, n)."""
    xp, nought = model.xp, model.xp.zeros_like(slope)
    by_intercept = xp.stack([nought, -1 / slope if model.positive else nought, nought + 1])
    by_slope = xp.stack([1 / slope, intercept / slope**2, nought]) if model.positive else nought
    return model.prior_root * by_slope, model.prior_root * by_intercept
