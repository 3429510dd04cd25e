"""Whether items became harder or easier between two calibrations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seasoned.numerics.fairness.arrays import Booleans, Floats, ratio
from seasoned.numerics.fairness.purifying import RULE, Purified, Rule, purify
from seasoned.numerics.fairness.significance import benjamini_hochberg, chi_square_tail

QUARTILE_WIDTH = 0.74
"""From the distance between quartiles of a normal variable to its deviation, 1 / 1.349."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """Change of each item's difficulty after the scales were linked, fields of shape (n_items,).

    ``shift``: what was taken off, the anchors' mean change. ``change``, ``error``: in logits, above
    zero for harder. ``z``, ``p``, ``adjusted_p``: of no change. ``robust_z``: distance from the
    median change in deviations, free of the errors.
    """

    shift: float
    change: Floats
    error: Floats
    z: Floats
    p: Floats
    adjusted_p: Floats
    robust_z: Floats
    purified: Purified


def drift(
    first: Floats,
    first_error: Floats,
    second: Floats,
    second_error: Floats,
    *,
    rule: Rule = RULE,
) -> Drift:
    """Which items became harder or easier between two calibrations, after mean linking.

    Parameters
    ----------
    first, second : shape (n_items,), difficulties in logits; NaN for an item not calibrated then.
    first_error, second_error : shape (n_items,), their standard errors.
    rule : level and rounds; items that moved are taken out of the link.

    Returns
    -------
    Changes and their tests; NaN for items of one calibration only. The error of the link counts.

    Raises
    ------
    ValueError
        If shapes differ or fewer than two items were calibrated twice.

    References
    ----------
    Lord (1980), Applications of Item Response Theory, ch. 14 (the test); Kolen and Brennan (2014),
    Test Equating, Scaling, and Linking, ch. 6 (mean linking); Huynh and Meyer (2010), Use of robust
    z in detecting unstable items in item response theory models, Practical Assessment, Research
    and Evaluation 15.

    Examples
    --------
    >>> before, after = np.array([-1.0, -0.5, 0.0, 0.5, 1.0]), np.array([-0.8, -0.3, 0.2, 0.7, 2.2])
    >>> found = drift(before, np.full(5, 0.1), after, np.full(5, 0.1))
    >>> round(found.shift, 3), round(float(found.change[4]), 3)
    (0.2, 1.0)
    """
    moved = second - first
    variance = first_error**2 + second_error**2
    known = np.isfinite(moved) & np.isfinite(variance)
    if np.count_nonzero(known) < 2:
        raise ValueError("two items or more must have been calibrated twice")

    def screen(anchors: Booleans) -> tuple[tuple[float, Floats, Floats], Floats]:
        shift, change, error = _linked(moved, variance, anchors & known)
        return (shift, change, error), chi_square_tail((change / error) ** 2)

    (shift, change, error), p, purified = purify(screen, len(first), rule.level, rule.rounds)
    return Drift(
        shift=shift,
        change=change,
        error=error,
        z=change / error,
        p=p,
        adjusted_p=benjamini_hochberg(p),
        robust_z=_robust_z(np.where(known, moved, np.nan)),
        purified=purified,
    )


def _linked(moved: Floats, variance: Floats, anchors: Booleans) -> tuple[float, Floats, Floats]:
    """Mean change of the anchors, every item's change less that mean, and the error of the latter."""
    n = np.count_nonzero(anchors)
    shift = float(moved[anchors].mean())
    of_link = variance[anchors].sum() / n**2
    return shift, moved - shift, np.sqrt(variance * (1 - 2 * anchors / n) + of_link)


def _robust_z(moved: Floats) -> Floats:
    low, middle, high = np.nanquantile(moved, [0.25, 0.5, 0.75])
    return ratio(moved - middle, QUARTILE_WIDTH * (high - low))
