"""Corpora in a terminal: how far reading is, and what came of it."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from types import TracebackType
from typing import Any

from seasoned.cli.failures import STOPPED, Failure
from seasoned.cli.showing import heading, line, plural, table
from seasoned.market.corpus.contrasts import Contrast
from seasoned.market.corpus.counting import Pairs, Pays, Shares, per_period
from seasoned.market.corpus.reading import Corpus, Progress
from seasoned.market.corpus.trends import Trend, Trends

SHOWN = 10
EVERY = 10.0
"""Seconds between two lines of progress where nobody watches a terminal."""


class Meter:
    """Progress on standard error: a bar for who watches, a line now and then for a log.

    Ctrl-C inside it says how much is kept.
    """

    def __init__(self) -> None:
        self._bar: Any = None
        self._task: Any = None
        self._last: Progress | None = None
        self._begun = self._told = time.monotonic()

    def __enter__(self) -> Meter:
        if sys.stderr.isatty():
            self._bar = _bar()
            self._task = self._bar.add_task("Looking through the files", total=None, speed="")
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
        if isinstance(error, KeyboardInterrupt):
            kept = f" {_parts(self._last)} are kept;" if self._last else ""
            raise Failure(f"Stopped.{kept} the same command goes on from there.", STOPPED) from None

    def show(self, now: Progress) -> None:
        """How far it is."""
        self._last = now
        spent = time.monotonic() - self._begun
        speed = f"{now.adverts / spent:,.0f} adverts/s" if spent > 1 else ""
        if self._bar is not None:
            self._bar.update(
                self._task,
                description="Reading adverts",
                total=now.parts,
                completed=now.done,
                speed=speed,
            )
        elif time.monotonic() - self._told >= EVERY:
            self._told = time.monotonic()
            print(f"{_parts(now)} read, {speed}", file=sys.stderr, flush=True)


def _bar() -> Any:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[speed]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


def _parts(now: Progress) -> str:
    return f"{now.done:,} of {plural(now.parts, 'part')}"


def show_corpus(corpus: Corpus) -> None:
    """How many adverts went where, and what could not be read."""
    heading(f"{corpus.adverts:,} adverts in {corpus.out}")
    if corpus.kept:
        again = "all of them" if corpus.kept == corpus.parts else f"{corpus.kept:,} of them"
        line(f"{plural(corpus.parts, 'part')}, {again} read before.", "dim")
    elif not corpus.parts:
        line("It was read from these files before; nothing was to be done.", "dim")
    for called, reason in corpus.failed[:SHOWN]:
        line(f"Not read: {called}: {reason}.", "red")
    if corpus.failed:
        line(
            f"{plural(len(corpus.failed), 'part')} failed every time; the others stand. "
            "The same command tries the failed ones again.",
            "yellow",
        )
    for problem in corpus.problems[:SHOWN]:
        line(str(problem), "yellow")
    if corpus.problem_count > SHOWN:
        line(f"... and {corpus.problem_count - SHOWN:,} more that could not be read.", "yellow")


def show_demand(found: Shares | Pays | Pairs, names: Mapping[str, str], top: int) -> None:
    """What is asked, how often, and how sure that is."""
    if isinstance(found, Pays):
        _show_pay(found)
    elif isinstance(found, Pairs):
        _show_pairs(found, names, top)
    else:
        _show_shares(found, names, top)


def _show_shares(found: Shares, names: Mapping[str, str], top: int) -> None:
    heading(f"{found.adverts:,} adverts by {found.by}")
    if found.repeats:
        line(f"{found.repeats:,} more say the same words as one of these; counted once.", "dim")
    if found.said < found.adverts:
        line(f"{found.said:,} of them say it; shares are of those.", "dim")
    if not found.rows:
        line(f"No advert says its {found.by}.")
        return
    if not found.enough:
        line(_too_few(found.said, found.minimum), "yellow")
    parted = found.by in ("skill", "term")
    rows = [
        (
            names.get(row.name, row.name),
            f"{row.count:,}",
            _range(row.share, row.low, row.high) if found.enough else "too few to say",
            *((f"{row.required:,}", f"{row.preferred:,}") if parted else ()),
        )
        for row in found.rows[:top]
    ]
    columns = (found.by.capitalize(), "Adverts", "Share, likely")
    more = ("Must", "Wish") if parted else ()
    table(*columns, *more, right=(1, 3, 4) if parted else (1,), rows=rows)
    _more(len(found.rows), top)


def _show_pay(found: Pays) -> None:
    heading(f"Pay in {found.said:,} of {found.adverts:,} adverts that state it")
    if not found.rows:
        return
    rows = [
        (
            per_period(pay.currency, pay.period),
            f"{pay.count:,}",
            f"{pay.median:,.0f}, likely {pay.low:,.0f} to {pay.high:,.0f}"
            if pay.median is not None
            else "too few to say",
            f"{pay.first:,.0f} to {pay.third:,.0f}" if pay.median is not None else "",
        )
        for pay in found.rows
    ]
    table("Pay", "Adverts", "Median", "Middle half", right=(1,), rows=rows)
    line(f"From the middle of each range; fewer than {found.minimum} say nothing.", "dim")


def _show_pairs(found: Pairs, names: Mapping[str, str], top: int) -> None:
    heading(f"Skills asked together in {found.adverts:,} adverts")
    if not found.rows:
        line(_too_few(found.adverts, found.minimum), "yellow")
        return
    rows = [
        (
            f"{names.get(pair.first, pair.first)} + {names.get(pair.second, pair.second)}",
            f"{pair.both:,}",
            f"{pair.lift:.1f}, likely {pair.low:.1f} to {pair.high:.1f}",
        )
        for pair in found.rows[:top]
    ]
    table("Skills", "Together", "Times as often as chance", right=(1,), rows=rows)
    _more(len(found.rows), top)


def show_trends(found: Trends, names: Mapping[str, str]) -> None:
    """Shares over time, and a sentence for each trend that there is."""
    heading(f"{found.dated:,} of {found.adverts:,} adverts by {found.per}")
    told = [point for trend in found.rows[:1] for point in trend.points if point.enough]
    if not told:
        line(
            f"No {found.per} has {found.minimum} adverts or more with a date; too few to say.",
            "yellow",
        )
        return
    starts = {point.start for point in told[-SHOWN_PERIODS:]}
    rows = [
        (
            names.get(trend.name, trend.name),
            *(f"{point.share * 100:.0f} %" for point in trend.points if point.start in starts),
        )
        for trend in found.rows
    ]
    shown = [f"{point.start:%Y-%m}" for point in told[-SHOWN_PERIODS:]]
    table(found.by.capitalize(), *shown, right=tuple(range(1, len(shown) + 1)), rows=rows)
    if found.periods < found.least:
        line(
            f"{plural(found.periods, found.per)} with {found.minimum} adverts or more; a trend "
            f"takes {found.least}, so none is told.",
            "yellow",
        )
        return
    clear = [trend for trend in found.rows if trend.is_clear]
    for trend in clear:
        line(_trend(trend, names))
    rest = len(found.rows) - len(clear)
    if rest:
        line(f"For {rest} of {len(found.rows)}, what changes is within noise.", "dim")


SHOWN_PERIODS = 6


def _trend(trend: Trend, names: Mapping[str, str]) -> str:
    assert trend.slope is not None
    change, ends = trend.slope.change, sorted((abs(trend.slope.low), abs(trend.slope.high)))
    word = "grows" if change > 0 else "falls"
    return (
        f"{names.get(trend.name, trend.name)} {word} by {abs(change) * 100:.1f} points a year "
        f"(likely {ends[0] * 100:.1f} to {ends[1] * 100:.1f})."
    )


def show_contrast(
    found: Contrast, sides: tuple[str, str], names: Mapping[str, str], top: int
) -> None:
    """What differs between two groups, what may be noise, and what is too few to say."""
    heading(f"{sides[0]} ({found.first_said:,}) beside {sides[1]} ({found.second_said:,})")
    if not found.enough:
        line(_too_few(min(found.first_said, found.second_said), found.minimum), "yellow")
        return
    different = [row for row in found.rows if row.is_different]
    noise = [row for row in found.rows if not row.is_different and row.adjusted is not None]
    unsaid = len(found.rows) - len(different) - len(noise)
    if different:
        table(
            found.by.capitalize(),
            "First",
            "Second",
            "Difference, likely",
            right=(1, 2),
            rows=[
                (
                    names.get(row.name, row.name),
                    f"{row.first / found.first_said * 100:.0f} %",
                    f"{row.second / found.second_said * 100:.0f} %",
                    f"{row.difference * 100:+.0f} points, {row.low * 100:+.0f} to "
                    f"{row.high * 100:+.0f}",
                )
                for row in different[:top]
            ],
        )
        _more(len(different), top)
    else:
        line("Nothing differs beyond noise.")
    if noise:
        line(f"{len(noise)} more differ no further than chance explains.", "dim")
    if unsaid:
        line(f"{unsaid} are named by too few adverts to say.", "dim")


def _range(share: float, low: float, high: float) -> str:
    return f"{share * 100:.0f} %, {low * 100:.0f} to {high * 100:.0f} %"


def _too_few(said: int, minimum: int) -> str:
    return f"Only {plural(said, 'advert')}: too few to say a share, which takes {minimum} (--min)."


def _more(count: int, top: int) -> None:
    if count > top:
        line(f"... and {count - top:,} more (--top).", "dim")
