"""What a calibration is told, and what it answers: priors, known items, parameters, reasons."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

import numpy as np

from seasoned.numerics.calibration.arrays import Floats, Integers

STEEPEST = 8.0
"""A slope that gets here rises from 2 to 98 % within one logit: the answers separate people
perfectly as far as nodes can tell, so the likelihood has no maximum in this item."""

FARTHEST = 25.0
"""An intercept that gets here has no maximum either; the steepest item would need ability 3."""

GENTLEST = 1e-3
"""Least slope where a prior on its logarithm asks for a positive one."""


class Reason(IntEnum):
    """Why an item has no estimate, or has one.

    Without a prior: nobody answered it; everybody who did was right, or wrong, or rated alike; its
    slope or its intercept ran to the bound; or fewer items are left than slopes can be told apart
    from, which takes three, or two that share one.
    """

    ESTIMATED = 0
    KNOWN = 1
    UNANSWERED = 2
    ALL_RIGHT = 3
    ALL_WRONG = 4
    SEPARATED = 5
    TOO_FEW = 6
    ALL_ALIKE = 7


Errors = Literal["none", "observed", "cross-product", "either"]

Normal = tuple[Floats | float, Floats | float]
"""Mean and standard deviation, each a number or of shape (n_items,); infinite: no prior."""

NO_PRIOR: Normal = (0.0, math.inf)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prior:
    """Independent normal priors of what is thought of items before anyone answered.

    With a common slope, the prior of its logarithm is counted once and must be one number.
    """

    log_discrimination: Normal = NO_PRIOR
    difficulty: Normal = NO_PRIOR
    intercept: Normal = NO_PRIOR

    def __post_init__(self) -> None:
        for _, deviation in (self.log_discrimination, self.difficulty, self.intercept):
            if not bool(np.all(np.asarray(deviation) > 0)):
                raise ValueError(f"deviations of a prior must be above zero, not {deviation}")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Known:
    """Items whose parameters are fixed, each of shape (n_items,), NaN where to be estimated."""

    discrimination: Floats
    difficulty: Floats

    def __post_init__(self) -> None:
        if not np.array_equal(np.isnan(self.discrimination), np.isnan(self.difficulty)):
            raise ValueError("an item is known in both parameters or in neither")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Calibration:
    """Item parameters with what is needed to judge them; arrays have shape (n_items,).

    The logit of a right answer is ``discrimination * (ability - difficulty)``, which is
    ``discrimination * ability + intercept``; ability is normal with ``mean`` and ``deviation``.
    An item that cannot be estimated is NaN and ``reasons`` holds the code of a ``Reason``.
    Errors are NaN unless asked for, 0 for known items, and hold for mean and deviation of ability
    as given or estimated; with a prior they are posterior deviations. ``trace`` holds the
    log-likelihood of each accepted point, plus the log prior where there is one (up to a
    constant); ``loglik`` is without it. ``converged`` means that the tolerance was met.
    """

    discrimination: Floats
    difficulty: Floats
    intercept: Floats
    asymptote: Floats
    discrimination_error: Floats
    difficulty_error: Floats
    intercept_error: Floats
    reasons: Integers
    loglik: float
    trace: Floats
    iterations: int
    converged: bool
    mean: float = 0.0
    deviation: float = 1.0
    common_slope: bool = False
    information: Errors = "none"
