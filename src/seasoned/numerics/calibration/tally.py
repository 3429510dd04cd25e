"""Which items can be estimated, by how many answers they have and what else is known."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from seasoned.numerics.calibration.arrays import Booleans, Floats
from seasoned.numerics.calibration.result import Known, Prior, Reason


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tally:
    """Right answers and answers of each item, shape (n_items,)."""

    right: Floats
    seen: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Settings:
    """What was asked for; unless told otherwise, a slope for each item and no prior."""

    common: bool = False
    prior: Prior = field(default_factory=Prior)
    known: Known | None = None
    free: bool = False

    def __post_init__(self) -> None:
        if self.free and self.known is None and not _fixing(self.prior):
            raise ValueError("a free population needs known items or a prior, to fix the scale")
        if self.common and self.known is not None:
            raise ValueError("known items have slopes of their own: common_slope must be False")


def _fixing(prior: Prior) -> bool:
    """Whether a prior says anything of both spread and place."""
    place = np.isfinite(prior.difficulty[1]).any() or np.isfinite(prior.intercept[1]).any()
    return bool(place and np.isfinite(prior.log_discrimination[1]).any())


def reasons_of(tally: Tally, settings: Settings) -> npt.NDArray[np.int8]:
    """Which items can be estimated, by their numbers of answers and what else is known.

    Parameters
    ----------
    tally : right answers and answers of each item.
    settings : what was asked for.

    Returns
    -------
    shape (n_items,), codes of ``Reason``.

    Raises
    ------
    ValueError
        If a prior is of another number of items.
    IndexError
        If known items are.

    References
    ----------
    Anderson and Rubin (1956), Statistical inference in factor analysis, Third Berkeley Symposium 5,
    sec. 5 (it takes three items to tell slopes apart); the rest is our own.

    Examples
    --------
    >>> tally = Tally(right=np.array([1.0, 2.0, 3.0, 0.0]), seen=np.array([3.0, 3.0, 3.0, 0.0]))
    >>> [Reason(code).name for code in reasons_of(tally, Settings(common=True))]
    ['ESTIMATED', 'ESTIMATED', 'ALL_RIGHT', 'UNANSWERED']
    """
    reasons = np.full(len(tally.seen), Reason.ESTIMATED, dtype=np.int8)
    reasons[tally.right == tally.seen] = Reason.ALL_RIGHT
    reasons[tally.right == 0] = Reason.ALL_WRONG
    reasons[tally.seen == 0] = Reason.UNANSWERED
    believed = _believed(settings, len(reasons))
    reasons[believed] = Reason.ESTIMATED
    if settings.known is not None:
        reasons[~np.isnan(settings.known.difficulty)] = Reason.KNOWN
    elif (reasons == Reason.ESTIMATED).sum() < (2 if settings.common else 3):
        reasons[(reasons == Reason.ESTIMATED) & ~believed] = Reason.TOO_FEW
    return reasons


def _believed(settings: Settings, items: int) -> Booleans:
    """Items whose prior alone says enough."""
    prior = settings.prior
    place = np.isfinite(prior.difficulty[1]) | np.isfinite(prior.intercept[1])
    slope = np.isfinite(prior.log_discrimination[1]) | settings.common
    return np.broadcast_to(np.asarray(place & slope), (items,))
