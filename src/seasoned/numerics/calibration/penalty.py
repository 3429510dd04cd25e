"""What a prior adds to the log-likelihood of items, to its score and to its information."""

from __future__ import annotations

from seasoned.numerics.calibration.arrays import Array, Pair, Triple
from seasoned.numerics.calibration.model import Model


def log_prior(model: Model, slope: Array, intercept: Array) -> Array:
    """Log prior of each item up to a constant, (n,)."""
    return -0.5 * (_residuals(model, slope, intercept) ** 2).sum(axis=0)


def with_prior(
    model: Model, slope: Array, intercept: Array, score: Pair, information: Triple
) -> tuple[Pair, Triple]:
    """Score and information with the prior's, whose curvature is that of its residuals alone."""
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
    """Minus the second derivatives of the log prior by slope, by both and by intercept, (n,)."""
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
