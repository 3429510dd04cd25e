"""From where the iterations ended to the calibration of all items."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.numerics.calibration.arrays import Booleans, Floats, Integers, to_host
from seasoned.numerics.calibration.model import Model
from seasoned.numerics.calibration.penalty import log_prior
from seasoned.numerics.calibration.result import FARTHEST, STEEPEST, Calibration, Errors, Reason
from seasoned.numerics.calibration.squarem import Path
from seasoned.numerics.calibration.tally import Settings

NAMES = ("discrimination", "intercept", "difficulty")
ERROR_NAMES = ("discrimination_error", "intercept_error", "difficulty_error")


def calibration_of(
    model: Model,
    path: Path,
    lowest: Floats,
    items: tuple[Booleans, Integers],
    errors: tuple[Errors, Floats],
) -> Calibration:
    """The calibration of all items, from where the iterations over those kept ended.

    Parameters
    ----------
    model : of the n items kept.
    path : of the iterations; its point has shape (2 n + 2,).
    lowest : shape (n_items,), chance of a right guess.
    items : which were kept, and the reasons, each of shape (n_items,).
    errors : their source, and variances of slopes, of intercepts and covariances, shape (3, n).

    Returns
    -------
    The calibration, NaN for items without estimate.

    Raises
    ------
    IndexError
        If the path has no trace.

    References
    ----------
    Oehlert (1992), A note on the delta method, The American Statistician 46, 27-29 (the difficulty's
    error).

    Examples
    --------
    >>> from seasoned.numerics.calibration import model, tally
    >>> half = tally.Tally(right=np.array([1.0]), seen=np.array([2.0]))
    >>> one = model.model_of(np.zeros(1), half, np.zeros(1), tally.Settings(), np.ones(1, dtype=bool), 1)
    >>> point, trace = np.array([2.0, 1.0, 0.0, 0.0]), np.array([-1.4])
    >>> path = Path(point=point, trace=trace, evaluations=1, converged=True)
    >>> items, errors = (np.array([True]), np.zeros(1, dtype=np.int8)), np.array([[0.0], [0.04], [0.0]])
    >>> found = calibration_of(one, path, np.zeros(1), items, ("observed", errors))
    >>> found.difficulty.tolist(), found.difficulty_error.tolist()
    ([-0.5], [0.1])
    """
    kept, reasons = items
    slope, intercept, _ = model.unpacked(path.point)
    prior = float(log_prior(model, slope, intercept).sum())
    parameters = _parameters(to_host(slope), to_host(intercept))
    return Calibration(
        **_columns(NAMES, parameters, reasons, kept),
        **_columns(ERROR_NAMES, _deviations(parameters, errors[1]), reasons, kept),
        asymptote=lowest,
        reasons=reasons,
        loglik=float(path.trace[-1]) - prior,
        trace=path.trace,
        iterations=path.evaluations,
        converged=path.converged,
        mean=float(path.point[-2]),
        deviation=math.exp(path.point[-1]),
        common_slope=model.common,
        information=errors[0],
    )


def nothing(reasons: Integers, lowest: Floats, settings: Settings) -> Calibration:
    """The calibration if no item can be estimated.

    Parameters
    ----------
    reasons : shape (n_items,), codes of ``Reason``.
    lowest : shape (n_items,), chance of a right guess.
    settings : what was asked for.

    Returns
    -------
    The calibration, NaN throughout, not converged.

    Raises
    ------
    IndexError
        If reasons have more than one axis.

    References
    ----------
    Our own.

    Examples
    --------
    >>> found = nothing(np.array([2, 3], dtype=np.int8), np.zeros(2), Settings())
    >>> found.difficulty.tolist(), found.converged
    ([nan, nan], False)
    """
    empty, none = np.zeros((3, 0)), np.zeros(len(reasons), dtype=bool)
    return Calibration(
        **_columns(NAMES, empty, reasons, none),
        **_columns(ERROR_NAMES, empty, reasons, none),
        asymptote=lowest,
        reasons=reasons,
        loglik=math.nan,
        trace=np.zeros(0),
        iterations=0,
        converged=False,
        common_slope=settings.common,
    )


def with_separated(
    reasons: npt.NDArray[np.int8], kept: Booleans, model: Model, point: Floats
) -> npt.NDArray[np.int8]:
    """Reasons of all items once those kept are fitted: some ran to a bound.

    Parameters
    ----------
    reasons : shape (n_items,), codes of ``Reason`` before.
    kept : shape (n_items,), whether an item was fitted or known.
    model : of the n items kept.
    point : shape (2 n + 2,), slopes, intercepts, mean and log deviation of ability.

    Returns
    -------
    shape (n_items,), SEPARATED where a slope or an intercept that was estimated is at its bound.

    Raises
    ------
    ValueError
        If the point has not as many slopes as intercepts.

    References
    ----------
    Albert and Anderson (1984), On the existence of maximum likelihood estimates in logistic regression
    models, Biometrika 71; the bounds are our own, see ``STEEPEST`` and ``FARTHEST``.

    Examples
    --------
    >>> from seasoned.numerics.calibration import model, tally
    >>> half = tally.Tally(right=np.array([1.0]), seen=np.array([2.0]))
    >>> one = model.model_of(np.zeros(1), half, np.zeros(1), tally.Settings(), np.ones(1, dtype=bool), 1)
    >>> reasons, steep = np.zeros(1, dtype=np.int8), np.array([STEEPEST, 0.0, 0.0, 0.0])
    >>> Reason(with_separated(reasons, np.array([True]), one, steep)[0]).name
    'SEPARATED'
    """
    slope, intercept = np.abs(point[:-2]).reshape(2, -1)
    gone = (slope >= 0.999 * STEEPEST) | (intercept >= 0.999 * FARTHEST)
    after = reasons.copy()
    after[np.flatnonzero(kept)[gone & (to_host(model.free) > 0)]] = Reason.SEPARATED
    return after


def _parameters(slope: Floats, intercept: Floats) -> Floats:
    """Slope, intercept and difficulty, (3, n)."""
    return np.stack([slope, intercept, -intercept / np.where(slope == 0, np.nan, slope)])


def _deviations(parameters: Floats, variances: Floats) -> Floats:
    """Errors of slope, intercept and, by the delta method, of difficulty, (3, n)."""
    (slope, _, difficulty), (aa, dd, ad) = parameters, variances
    with np.errstate(divide="ignore", invalid="ignore"):
        place = (difficulty**2 * aa + dd + 2 * difficulty * ad) / slope**2
        return np.asarray(np.sqrt(np.stack([aa, dd, np.maximum(place, 0)])))


def _columns(
    names: tuple[str, ...], values: Floats, reasons: Integers, kept: Booleans
) -> dict[str, Any]:
    """Values of the items kept, NaN for the others and for those that have no estimate."""
    columns = np.full((len(names), len(reasons)), np.nan)
    columns[:, kept] = values
    columns[:, reasons > Reason.KNOWN] = np.nan
    return dict(zip(names, columns, strict=True))
