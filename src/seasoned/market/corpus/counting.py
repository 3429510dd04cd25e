"""Demand over many adverts: how often each thing is asked, with its interval, or too few to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from seasoned.market.corpus.opening import KINDS, Adverts, asked, value_of
from seasoned.market.posting import ROLE_KINDS
from seasoned.numerics.shares import lift, mean_interval, median_ranks, wilson

if TYPE_CHECKING:
    from polars import LazyFrame

MINIMUM = 10
"""Adverts below which a share is not said: at ten, half of them is 27 to 73 % (90 % interval)."""
PAIRED = 40
"""Most asked skills that are looked at two by two: 780 pairs."""
LEAST_EXPECTED = 5.0
"""Adverts in which two skills would meet by chance below which their lift is not said: the usual
bound for counts to be taken as normal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of the adverts that speak of such things name this one; shares lie in 0 to 1.

    ``required`` and ``preferred`` only for skills and terms, each advert at its strongest.
    """

    name: str
    count: int
    share: float
    low: float
    high: float
    required: int = 0
    preferred: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """One kind of thing over many adverts; ``said`` of them say it, and shares are of those.

    ``enough`` is False where fewer than ``minimum`` say it: counts hold, shares say nothing.
    """

    by: str
    adverts: int
    said: int
    minimum: int
    enough: bool
    rows: tuple[Share, ...]
    repeats: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """Pay of adverts that state it in one currency and period, from the middles of their ranges.

    ``low`` and ``high``: 90 % interval of the median; ``first`` and ``third``: quartiles. Nothing
    but the count where fewer than the minimum state it.
    """

    currency: str
    period: str
    count: int
    median: float | None = None
    low: float | None = None
    high: float | None = None
    first: float | None = None
    third: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pays:
    """Pay by currency and period, the most stated first."""

    adverts: int
    said: int
    minimum: int
    rows: tuple[Pay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two skills asked together: how often, and how many times as often as chance would have it."""

    first: str
    second: str
    both: int
    lift: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Skills that go together, the surest first; ``skills`` were looked at, the most asked first."""

    adverts: int
    minimum: int
    skills: tuple[str, ...]
    rows: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Adverts by what they name: ``of`` say anything of the kind; required and preferred apart."""

    of: int
    required: Mapping[str, int]
    preferred: Mapping[str, int]

    def total(self, name: str) -> int:
        """Adverts that name it."""
        return self.required.get(name, 0) + self.preferred.get(name, 0)

    @property
    def names(self) -> list[str]:
        """All of them, the most named first."""
        return sorted({*self.required, *self.preferred}, key=lambda n: (-self.total(n), n))


def shares_of(adverts: Adverts, by: str, *, minimum: int = MINIMUM) -> Shares:
    """Shares of adverts by skill, term, place, workplace, month and the like, the largest first.

    ``role`` and ``stage`` are mean shares of the adverts' own mixes and estimates, whose
    uncertainty so goes into them; months come in their order.
    """
    if by == "role":
        return _roles(adverts, minimum)
    if by == "stage":
        return _stages(adverts, minimum)
    counts = counts_of(adverts, by)
    names = sorted(counts.names) if by == "month" else counts.names
    hits = np.array([counts.total(name) for name in names], dtype=float)
    low, high = wilson(hits, np.full(len(names), counts.of))
    rows = tuple(
        Share(
            name=name,
            count=int(hit),
            share=float(hit / counts.of),
            low=float(below),
            high=float(above),
            required=counts.required.get(name, 0) if by in ("skill", "term") else 0,
            preferred=counts.preferred.get(name, 0),
        )
        for name, hit, below, above in zip(names, hits, low, high, strict=True)
    )
    return _shares(adverts, by, counts.of, minimum, rows)


def counts_of(adverts: Adverts, by: str) -> Counts:
    """Adverts by what they name; skills and terms are of all adverts, others of those that say it."""
    import polars as pl

    if by not in KINDS:
        raise ValueError(f"by must be one of {', '.join(KINDS)}, not {by!r}")
    if by in ("skill", "term"):
        return Counts(
            adverts.count,
            _tally(adverts.rows.select(pl.col(f"{by}s_required").explode().alias("name"))),
            _tally(adverts.rows.select(pl.col(f"{by}s_preferred").explode().alias("name"))),
        )
    found = _tally(adverts.rows.select(value_of(by).alias("name")))
    return Counts(sum(found.values()), found, {})


def _tally(names: LazyFrame) -> dict[str, int]:
    import polars as pl

    counted = names.drop_nulls().group_by("name").agg(pl.len()).collect(engine="streaming")
    return dict(zip(counted["name"].to_list(), counted["len"].to_list(), strict=True))


def _roles(adverts: Adverts, minimum: int) -> Shares:
    import polars as pl

    columns = [pl.col(f"role_{role}") for role in ROLE_KINDS]
    sums = (
        adverts.rows.select(c.cast(pl.Float64) / 100 for c in columns)
        .select(
            pl.all().sum().name.suffix("_sum"),
            (pl.all() ** 2).sum().name.suffix("_squares"),
            pl.col("role_research").count().alias("said"),
        )
        .collect(engine="streaming")
        .row(0, named=True)
    )
    moments = {r: (sums[f"role_{r}_sum"], sums[f"role_{r}_squares"]) for r in ROLE_KINDS}
    return _means(adverts, "role", sums["said"], moments, minimum)


def _stages(adverts: Adverts, minimum: int) -> Shares:
    import polars as pl

    told = adverts.rows.filter(pl.col("stages").list.len() > 0)
    said = int(told.select(pl.len()).collect(engine="streaming").item())
    share = pl.col("share").cast(pl.Float64) / 100
    sums = (
        told.select(pl.col("stages").explode())
        .unnest("stages")
        .group_by("stage")
        .agg(share.sum().alias("sum"), (share**2).sum().alias("squares"))
        .collect(engine="streaming")
    )
    moments = {row["stage"]: (row["sum"], row["squares"]) for row in sums.iter_rows(named=True)}
    return _means(adverts, "stage", said, moments, minimum)


def _means(
    adverts: Adverts, by: str, said: int, moments: Mapping[str, tuple[float, float]], minimum: int
) -> Shares:
    rows = []
    for name, (total, squares) in moments.items():
        mean, low, high = mean_interval(np.array(total), np.array(squares), max(said, 1))
        rows.append(
            Share(
                name=name,
                count=round(total),
                share=float(mean),
                low=max(float(low), 0.0),
                high=min(float(high), 1.0),
            )
        )
    ordered = tuple(sorted(rows, key=lambda row: (-row.share, row.name)))
    return _shares(adverts, by, said, minimum, ordered if said else ())


def _shares(adverts: Adverts, by: str, said: int, minimum: int, rows: tuple[Share, ...]) -> Shares:
    return Shares(
        by=by,
        adverts=adverts.count,
        said=said,
        minimum=minimum,
        enough=said >= minimum,
        rows=rows,
        repeats=adverts.repeats,
    )


def pay_of(adverts: Adverts, *, minimum: int = MINIMUM) -> Pays:
    """Median and quartiles of pay where it is stated, by currency and period."""
    import polars as pl

    middle = (pl.col("pay_low") + pl.coalesce("pay_high", "pay_low")) / 2
    stated = (
        adverts.rows.filter(pl.col("pay_low").is_not_null())
        .group_by("pay_currency", "pay_period")
        .agg(middle.alias("middle"))
        .collect(engine="streaming")
    )
    rows = [
        _pay(currency, period, np.sort(middles.to_numpy()), minimum)
        for currency, period, middles in zip(*stated.get_columns(), strict=True)
    ]
    return Pays(
        adverts=adverts.count,
        said=sum(row.count for row in rows),
        minimum=minimum,
        rows=tuple(sorted(rows, key=lambda r: (-r.count, r.currency, r.period))),
    )


def _pay(currency: str, period: str, sums: np.ndarray, minimum: int) -> Pay:
    if sums.size < minimum:
        return Pay(currency=currency, period=period, count=sums.size)
    low, high = median_ranks(sums.size)
    first, median, third = np.quantile(sums, [0.25, 0.5, 0.75])
    return Pay(
        currency=currency,
        period=period,
        count=sums.size,
        median=float(median),
        low=float(sums[low - 1]),
        high=float(sums[high - 1]),
        first=float(first),
        third=float(third),
    )


def per_period(currency: str, period: str) -> str:
    """``EUR a year``, ``USD an hour``."""
    return f"{currency} {'an' if period == 'hour' else 'a'} {period}"


def pairs_of(adverts: Adverts, *, minimum: int = MINIMUM, most: int = PAIRED) -> Pairs:
    """Skills that are asked together more often than chance, the surest first."""
    import polars as pl

    counts = counts_of(adverts, "skill")
    skills = [s for s in counts.names if counts.total(s) >= minimum][:most]
    couples = list(combinations(range(len(skills)), 2))
    if adverts.count < minimum or not couples:
        return Pairs(adverts=adverts.count, minimum=minimum, skills=tuple(skills), rows=())
    flags = adverts.rows.select(asked("skill").alias("asked")).select(
        pl.col("asked").list.contains(skill).alias(str(n)) for n, skill in enumerate(skills)
    )
    met = flags.select(
        (pl.col(str(a)) & pl.col(str(b))).sum().alias(f"{a} {b}") for a, b in couples
    ).collect(engine="streaming")
    both = np.array(met.row(0), dtype=float)
    first = np.array([counts.total(skills[a]) for a, _ in couples], dtype=float)
    second = np.array([counts.total(skills[b]) for _, b in couples], dtype=float)
    value, low, high = lift(both, first, second, adverts.count)
    rows = [
        Pair(
            first=skills[a],
            second=skills[b],
            both=int(both[n]),
            lift=float(value[n]),
            low=float(low[n]),
            high=float(high[n]),
        )
        for n, (a, b) in enumerate(couples)
        if first[n] * second[n] / adverts.count >= LEAST_EXPECTED and both[n] > 0
    ]
    ordered = tuple(sorted(rows, key=lambda p: (-p.low, p.first, p.second)))
    return Pairs(adverts=adverts.count, minimum=minimum, skills=tuple(skills), rows=ordered)
