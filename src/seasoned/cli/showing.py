"""How things look in a terminal: narrow-safe, every number with its interval, one next step."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from seasoned.profile.standing import Estimate
from seasoned.profile.words import level_range
from seasoned.profile.words import percent as percent

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

T = TypeVar("T")

SCALE = 5.0
"""Levels run from 0 to a little above 4; bars are drawn to 5 so that an interval has room."""


def print_json(schema: str, value: Any) -> None:
    """One JSON object whose ``schema`` names its shape and version."""
    from seasoned.store.rows import plain

    body = plain(value)
    whole = {
        "schema": f"seasoned.{schema}",
        **(body if isinstance(body, dict) else {"items": body}),
    }
    click.echo(json.dumps(whole, ensure_ascii=not speaks("“é─😀"), indent=2))


def speaks(text: str) -> bool:
    """Whether the terminal, or the file that the words go to, can write this text."""
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def console() -> Console:
    """The terminal, or 80 columns of plain text where there is none."""
    from rich.console import Console

    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False)


def heading(words: str) -> None:
    """A bold line with air above it."""
    from rich.text import Text

    console().print(Text("\n" + words, style="bold"))


def line(words: str = "", style: str = "", *, hang: int = 0) -> None:
    """One paragraph, wrapped to the terminal; what wraps keeps the indent, or hangs under it."""
    from rich.text import Text

    there = console()
    start = len(words) - len(words.lstrip(" "))
    under = max(start, hang)
    room = max(there.width - under, 20)
    head, rest = words[:under], words[under:]
    for number, part in enumerate(Text(rest).wrap(there, room) or [Text("")]):
        before = head if number == 0 else " " * under
        there.print(Text(before + part.plain.rstrip(), style=style), soft_wrap=True)


def next_up(command: str, why: str) -> None:
    """The one clear next step at the end of a command."""
    from rich.text import Text

    console().print(Text.assemble("\nNext: ", (command, "bold cyan"), f"  {why}"))


def table(
    *columns: str,
    rows: Iterable[Sequence[Any]],
    right: Sequence[int] = (),
    whole: Sequence[int] = (),
) -> None:
    """A table without a frame; long cells wrap, but not in the columns numbered in ``whole``.

    Columns numbered in ``right`` align there.
    """
    from rich.text import Text

    made = _empty_table()
    for number, name in enumerate(columns):
        made.add_column(
            name,
            justify="right" if number in right else "left",
            overflow="fold",
            no_wrap=number in whole,
        )
    for row in rows:
        made.add_row(*(cell if isinstance(cell, Text) else Text(str(cell)) for cell in row))
    console().print(made)


def _empty_table() -> Table:
    from rich import box
    from rich.table import Table

    return Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", padding=(0, 1))


def in_words(estimate: Estimate) -> str:
    """A level as a person reads it: ``2.1, likely 1.5 to 2.7``."""
    likely = level_range(estimate.low, estimate.high)
    return f"{max(estimate.level, 0.0):.1f}, likely {likely}"


def bar(estimate: Estimate, *, asked: float | None = None, width: int = 20) -> Any:
    """A level as a bar: full to its lower end, shaded to its upper end, a mark at what is asked."""
    from rich.text import Text

    low, high = _cells(estimate.low, width), _cells(estimate.high, width)
    sure, maybe, none, mark = "█░·│" if speaks("█░·│") else "#=.|"
    cells = [sure] * low + [maybe] * (high - low) + [none] * (width - high)
    if asked is not None:
        cells[min(_cells(asked, width), width - 1)] = mark
    return Text("".join(cells), style="cyan")


def _cells(level: float, width: int) -> int:
    return round(min(max(level, 0.0), SCALE) / SCALE * width)


def plural(count: int, one: str, many: str = "") -> str:
    """``1 skill``, ``3 skills``."""
    return f"{count} {one if count == 1 else many or one + 's'}"


@contextmanager
def working(words: str) -> Iterator[None]:
    """A sign of life on standard error while something takes its time; silent when piped."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(words):
        yield


def tracked(items: Sequence[T], words: str) -> Iterable[T]:
    """The items, with a progress bar on standard error when a person is watching."""
    if not sys.stderr.isatty() or len(items) < 2:
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, description=words, console=Console(stderr=True), transient=True)


def answer(as_json: bool, schema: str, value: Any, show: Callable[[], None]) -> None:
    """The value as JSON, or shown in words."""
    if as_json:
        print_json(schema, value)
    else:
        show()
