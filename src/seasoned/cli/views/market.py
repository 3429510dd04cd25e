"""Corpora in a terminal: how far reading is, and what came of it."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Any

from seasoned.cli.failures import STOPPED, Failure
from seasoned.cli.showing import heading, line, plural
from seasoned.market.corpus.reading import Corpus, Progress

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
