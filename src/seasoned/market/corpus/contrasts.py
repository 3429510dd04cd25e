"""Two corpora, or two slices of one: which shares differ beyond what chance and many looks explain."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seasoned.market.corpus.counting import LEAST_EXPECTED, MINIMUM, counts_of
from seasoned.market.corpus.opening import Adverts
from seasoned.numerics.shares import false_discovery, newcombe, two_shares

FALSE_CALLS = 0.05
"""Share of things called different that are not, at most, in the long run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing in two groups of adverts; the difference is first minus second, shares in 0 to 1.

    ``adjusted``: p after all looks (Benjamini and Hochberg); None where counts are too small to
    say. ``is_different``: called so.
    """

    name: str
    first: int
    second: int
    difference: float
    low: float
    high: float
    adjusted: float | None
    is_different: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """What differs between two groups of adverts, the largest differences first.

    ``enough`` is False where a group says too little for any share of it.
    """

    by: str
    first_said: int
    second_said: int
    minimum: int
    enough: bool
    rows: tuple[Difference, ...]


def contrast(
    first: Adverts, second: Adverts, by: str = "skill", *, minimum: int = MINIMUM
) -> Contrast:
    """Differences of shares with Newcombe's 90 % intervals; different only beyond noise."""
    one, two = counts_of(first, by), counts_of(second, by)
    names = sorted({*one.names, *two.names})
    enough = min(one.of, two.of) >= minimum
    rows: tuple[Difference, ...] = ()
    if enough and names:
        hits = np.array([one.total(name) for name in names], dtype=float)
        others = np.array([two.total(name) for name in names], dtype=float)
        rows = _differences(names, hits, one.of, others, two.of)
    return Contrast(
        by=by,
        first_said=one.of,
        second_said=two.of,
        minimum=minimum,
        enough=enough,
        rows=rows,
    )


def _differences(
    names: list[str],
    hits: np.ndarray,
    of: int,
    others: np.ndarray,
    other_of: int,
) -> tuple[Difference, ...]:
    trials, other_trials = np.full(len(names), of), np.full(len(names), other_of)
    low, high = newcombe(hits, trials, others, other_trials)
    p, least = two_shares(hits, trials, others, other_trials)
    told = least >= LEAST_EXPECTED
    adjusted = np.full(len(names), np.nan)
    adjusted[told] = false_discovery(p[told])
    rows = [
        Difference(
            name=name,
            first=int(hits[n]),
            second=int(others[n]),
            difference=float(hits[n] / of - others[n] / other_of),
            low=float(low[n]),
            high=float(high[n]),
            adjusted=float(adjusted[n]) if told[n] else None,
            is_different=bool(told[n] and adjusted[n] <= FALSE_CALLS),
        )
        for n, name in enumerate(names)
    ]
    return tuple(sorted(rows, key=lambda r: (not r.is_different, -abs(r.difference), r.name)))
