"""When a difference counts: tail probabilities, many tests at once, and codes of a size."""

from __future__ import annotations

import numpy as np

from seasoned.numerics.fairness.arrays import Floats
from seasoned.numerics.normal import cdf

NEGLIGIBLE, MODERATE, LARGE, UNDECIDED = 0, 1, 2, -1
"""Codes of a size: what ETS calls A, B and C, and "cannot be told"."""


def chi_square_tail(x: Floats) -> Floats:
    """Probability that a chi-square of one degree of freedom is at least this large.

    Parameters
    ----------
    x : any shape, 0 or more; NaN stays NaN.

    Returns
    -------
    The same shape.

    Raises
    ------
    TypeError
        If x holds no numbers.

    References
    ----------
    The square of a standard normal.

    Examples
    --------
    >>> chi_square_tail(np.array([0.0, 3.841459])).round(4).tolist()
    [1.0, 0.05]
    """
    return 2 * cdf(-np.sqrt(x))


def benjamini_hochberg(p: Floats) -> Floats:
    """Smallest share of false alarms at which each of several tests would be flagged.

    Parameters
    ----------
    p : shape (n,); NaN counts as not tested.

    Returns
    -------
    shape (n,), at least as large as p; NaN stays NaN.

    Raises
    ------
    ValueError
        If p has more than one axis.

    References
    ----------
    Benjamini and Hochberg (1995), Controlling the false discovery rate, J. R. Statist. Soc. B 57.

    Examples
    --------
    >>> benjamini_hochberg(np.array([0.01, 0.04, 0.03, np.nan])).round(3).tolist()
    [0.03, 0.04, 0.04, nan]
    """
    if p.ndim != 1:
        raise ValueError(f"p must have one axis, not {p.ndim}")
    order = np.argsort(p)
    scaled = p[order] * np.count_nonzero(~np.isnan(p)) / np.arange(1, len(p) + 1)
    adjusted = np.empty(len(p))
    adjusted[order] = np.minimum(np.fmin.accumulate(scaled[::-1])[::-1], 1.0)
    return adjusted
