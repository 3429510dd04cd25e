"""Actions that are behind a person, and how long things really take them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from seasoned.errors import InvalidValue

START_FACTOR = 1.6
"""How much longer things take than their authors think, before anything is known of the person:
students took about 1.6 times their own estimate in Buehler, Griffin & Ross (1994), study 1
(55.5 days against 33.9)."""

START_WEIGHT = 3
"""The start counts like three actions, so that one quick or slow one does not turn every plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """An action that was done: when, its authored middle hours, and the hours it took, if told."""

    action: str
    at: date
    expected_hours: float
    hours: float | None = None

    def __post_init__(self) -> None:
        if self.hours is not None and not 0 < self.hours <= 10_000:
            raise InvalidValue("hours", self.hours, "above 0 and at most 10000")


def duration_factor(done: Sequence[Done], *, start: float = START_FACTOR) -> float:
    """How many times its authored hours an action takes this person: a weighted geometric mean.

    ``start``: the factor before anything is known, above 0.

    Examples
    --------
    >>> duration_factor(())
    1.6
    """
    ratios = [
        math.log(d.hours / d.expected_hours) for d in done if d.hours and d.expected_hours > 0
    ]
    total = START_WEIGHT * math.log(start) + sum(ratios)
    return round(math.exp(total / (START_WEIGHT + len(ratios))), 3)
