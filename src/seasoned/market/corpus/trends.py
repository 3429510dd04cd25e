"""How a share changes over months or quarters, said only where it is more than noise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from seasoned.market.corpus.counting import MINIMUM, counts_of
from seasoned.market.corpus.opening import Adverts, asked, value_of
from seasoned.numerics.shares import Slope, slope, wilson

PERIODS = {"month": "1mo", "quarter": "1q"}
LEAST = {"month": 6, "quarter": 4}
"""Periods with enough adverts below which no trend is looked for: half a year, or a year of
quarters. Fewer leave a line that any bunch of adverts turns."""
LEVEL = 0.90
YEAR = 365.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """The share of one period, of the adverts that came out in it; ``enough``: it may be said."""

    start: date
    count: int
    adverts: int
    share: float
    low: float
    high: float
    enough: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """One thing over time. ``slope`` is per year, and None where the periods are too few.

    Its interval is widened for looking at several things at once (Bonferroni), so that among all
    of them at most one in ten such tables holds a trend that is none.
    """

    name: str
    points: tuple[Point, ...]
    slope: Slope | None

    @property
    def is_clear(self) -> bool:
        """Whether there is a trend that noise does not explain."""
        return self.slope is not None and self.slope.is_clear


@dataclass(frozen=True, slots=True, kw_only=True)
class Trends:
    """Trends of some things; ``dated`` of the adverts say when they came out."""

    by: str
    per: str
    adverts: int
    dated: int
    minimum: int
    periods: int
    least: int
    rows: tuple[Trend, ...]


def trends_of(
    adverts: Adverts,
    by: str = "skill",
    *,
    names: Sequence[str] = (),
    per: str = "month",
    top: int = 6,
    minimum: int = MINIMUM,
) -> Trends:
    """Shares of things by month or quarter; of the most named ones where none is given."""
    import polars as pl

    if per not in PERIODS:
        raise ValueError(f"per must be one of {', '.join(PERIODS)}, not {per!r}")
    chosen = list(names) or counts_of(adverts, by).names[:top]
    dated = adverts.rows.filter(pl.col("posted").is_not_null())
    start = pl.col("posted").dt.truncate(PERIODS[per]).alias("start")
    value = asked(by) if by in ("skill", "term") else value_of(by)
    base = dated.select(start, value.alias("name"))
    if by not in ("skill", "term"):
        base = base.drop_nulls("name")
    totals = base.group_by("start").agg(pl.len()).collect(engine="streaming")
    of = {row[0]: row[1] for row in sorted(totals.iter_rows())}
    single = base.explode("name") if by in ("skill", "term") else base
    hits = (
        single.filter(pl.col("name").is_in(chosen))
        .group_by("start", "name")
        .agg(pl.len())
        .collect(engine="streaming")
    )
    found = {(row[0], row[1]): row[2] for row in hits.iter_rows()}
    periods = sum(count >= minimum for count in of.values())
    rows = tuple(
        _trend(name, of, found, minimum, periods >= LEAST[per], len(chosen)) for name in chosen
    )
    return Trends(
        by=by,
        per=per,
        adverts=adverts.count,
        dated=sum(of.values()),
        minimum=minimum,
        periods=periods,
        least=LEAST[per],
        rows=rows,
    )


def _trend(
    name: str,
    of: dict[date, int],
    found: dict[tuple[date, str], int],
    minimum: int,
    enough: bool,
    looked_at: int,
) -> Trend:
    trials = np.array(list(of.values()), dtype=float)
    hits = np.array([found.get((start, name), 0) for start in of], dtype=float)
    low, high = wilson(hits, trials)
    points = tuple(
        Point(
            start=start,
            count=int(hits[n]),
            adverts=int(trials[n]),
            share=float(hits[n] / trials[n]),
            low=float(low[n]),
            high=float(high[n]),
            enough=bool(trials[n] >= minimum),
        )
        for n, start in enumerate(of)
    )
    if not enough:
        return Trend(name=name, points=points, slope=None)
    kept = trials >= minimum
    years = np.array([start.toordinal() / YEAR for start in of])
    level = 1 - (1 - LEVEL) / looked_at
    return Trend(
        name=name,
        points=points,
        slope=slope(hits[kept], trials[kept], years[kept], level=level),
    )
