"""Purification: items that stand out are taken out of the score, and all are screened anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

import numpy as np

from seasoned.numerics.fairness.arrays import Booleans, Floats

Result = TypeVar("Result")


class End(StrEnum):
    """Why a purification ended.

    ``STABLE``: the items flagged are the ones left out of the score. ``LIMIT``: the rounds allowed
    are used up (at once if none are). ``CYCLE``: a set of flagged items came back and would come
    back for ever. ``EMPTY``: every item was flagged, so that no score is left.
    """

    STABLE = "stable"
    LIMIT = "limit"
    CYCLE = "cycle"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When an item is flagged and how often flagged items are taken out of the score.

    ``level``: probability below which an item is flagged. ``rounds``: most purification rounds,
    0 for none; difR allows ten, and six were the most needed on its own example.
    """

    level: float = 0.05
    rounds: int = 10

    def __post_init__(self) -> None:
        if not 0 < self.level < 1 or self.rounds < 0:
            raise ValueError(f"level must lie between 0 and 1 and rounds be 0 or more, not {self}")


RULE = Rule()


@dataclass(frozen=True, slots=True, kw_only=True)
class Purified:
    """Which items made up the score and which stood out against it.

    ``anchors``, ``flagged``: shape (n_items,). ``rounds``: how often the score was made anew.
    """

    anchors: Booleans
    flagged: Booleans
    rounds: int
    end: End


def purify(
    screen: Callable[[Booleans], tuple[Result, Floats]], n_items: int, level: float, limit: int
) -> tuple[Result, Floats, Purified]:
    """Last result of screening items again and again without the ones flagged the time before.

    Parameters
    ----------
    screen : from the items that make up the score, shape (n_items,), to any result and a
        probability per item, shape (n_items,); NaN is never flagged.
    n_items : how many items.
    level : probability below which an item is flagged.
    limit : most rounds after the first screening.

    Returns
    -------
    The last result, its probabilities, and which items were kept and flagged.

    Raises
    ------
    ValueError
        Whatever ``screen`` raises.

    References
    ----------
    Candell and Drasgow (1988), An iterative procedure for linking metrics and assessing item bias,
    Applied Psychological Measurement 12; Magis, Beland, Tuerlinckx and De Boeck (2010), A general
    framework and an R package for the detection of dichotomous differential item functioning,
    Behavior Research Methods 42. Noticing cycles is our own.

    Examples
    --------
    >>> p = np.array([0.01, 0.4, 0.6])
    >>> result, _, purified = purify(lambda anchors: (anchors.sum(), p), 3, 0.05, 10)
    >>> int(result), purified.rounds, purified.end.value
    (2, 1, 'stable')
    """
    anchors, history = np.ones(n_items, dtype=bool), list[Booleans]()
    while True:
        result, p = screen(anchors)
        flagged = p < level
        end = _end(anchors, flagged, history, limit)
        if end:
            kept = Purified(anchors=anchors, flagged=flagged, rounds=len(history), end=end)
            return result, p, kept
        history.append(flagged)
        anchors = ~flagged


def _end(anchors: Booleans, flagged: Booleans, history: list[Booleans], limit: int) -> End | None:
    if (flagged != anchors).all():
        return End.STABLE
    if len(history) >= limit:
        return End.LIMIT
    if flagged.all():
        return End.EMPTY
    return End.CYCLE if any((flagged == earlier).all() for earlier in history) else None
