"""Responses of many people, read from CSV or Parquet: long (a row an answer) or wide (a row a person).

What cannot be used is named with its line and left out; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from seasoned.errors import Problem, UnreadableDocument

if TYPE_CHECKING:
    import polars as pl

Integers = npt.NDArray[np.integer[Any]]
Floats = npt.NDArray[np.floating[Any]]

NAMES = {
    "person": ("person", "person_id", "user", "user_id", "student", "examinee", "respondent"),
    "item": ("item", "item_id", "question", "question_id"),
    "right": ("right", "correct", "outcome", "score", "response", "rating"),
    "chosen": ("chosen", "option", "choice"),
    "seconds": ("seconds", "time", "duration"),
    "date": ("date", "at", "day"),
    "group": ("group",),
}
"""Column names that are understood, ours first."""

WORDS = {
    "1": 1, "0": 0, "1.0": 1, "0.0": 0, "true": 1, "false": 0, "right": 1, "wrong": 0,
    "unknown": 0, "correct": 1, "incorrect": 0, "yes": 1, "no": 0,
}  # fmt: skip
"""Written outcomes; "I don't know" is not right."""

SHOWN = 5
"""Lines of one kind of fault that are named one by one."""

MOST_BYTES = 2_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Responses:
    """Answers in columns of one length, by numbers of people and items.

    ``values``: 1 right and 0 wrong, or ratings from 0 on. ``chosen`` holds the option given,
    -1 where none is told; ``seconds`` NaN and ``dates`` empty where not told. ``groups``: one word
    a person, empty where not told. ``problems``: what was left out, and why.
    """

    source: str
    people: tuple[str, ...]
    items: tuple[str, ...]
    person: Integers
    item: Integers
    values: Integers
    chosen: Integers
    seconds: Floats
    dates: tuple[str, ...]
    groups: tuple[str, ...]
    problems: tuple[Problem, ...] = field(default=())

    def matrix(self) -> npt.NDArray[np.int8]:
        """Values of shape (people, items), -1 where there is none."""
        cells = np.full((len(self.people), len(self.items)), -1, dtype=np.int8)
        cells[self.person, self.item] = self.values
        return cells


def read_responses(path: Path, *, ratings: bool = False) -> Responses:
    """The responses of a file. Raises UnreadableDocument where none can be read.

    ``ratings``: values are whole numbers from 0 to 20 and not only right or wrong.
    """
    frame = _frame(path)
    columns = _columns(frame)
    if "item" not in columns:
        frame, columns = _melted(frame, columns, str(path))
    _complete(columns, frame, str(path))
    return _responses(frame, columns, str(path), ratings=ratings)


def only_items(responses: Responses, known: Mapping[str, object]) -> Responses:
    """The responses to known items, with the others named; all of them when none is known."""
    strange = [name for name in responses.items if name not in known]
    if not strange or len(strange) == len(responses.items):
        return responses
    kept = np.array([name in known for name in responses.items])
    problem = Problem(
        path=responses.source,
        field="item",
        message=f"{len(strange)} items are not in the bank and are left out: {_listed(strange)}",
        suggestion="add them to your content folder, or name a file with only such items",
    )
    return replace(_picked(responses, kept), problems=(*responses.problems, problem))


def _picked(r: Responses, kept: npt.NDArray[np.bool_]) -> Responses:
    rows = kept[r.item]
    items = tuple(name for name, keep in zip(r.items, kept, strict=True) if keep)
    return replace(answers_at(r, rows), items=items, item=(np.cumsum(kept) - 1)[r.item[rows]])


def answers_at(r: Responses, rows: npt.NDArray[np.bool_]) -> Responses:
    """Only the answers in some rows, a mask; people and items keep their numbers."""
    return replace(
        r,
        person=r.person[rows],
        item=r.item[rows],
        values=r.values[rows],
        chosen=r.chosen[rows],
        seconds=r.seconds[rows],
        dates=tuple(d for d, keep in zip(r.dates, rows, strict=True) if keep) if r.dates else (),
    )


def _frame(path: Path) -> pl.DataFrame:
    import polars as pl

    name = str(path)
    if not path.is_file():
        raise UnreadableDocument(name, "is no file", "name a CSV or Parquet file of responses")
    if path.stat().st_size == 0:
        raise UnreadableDocument(name, "is empty", "it needs the columns person, item and right")
    parquet = path.suffix.lower() in (".parquet", ".pq")
    if not parquet and _binary(path):
        raise UnreadableDocument(name, "is no table of text", "save it as CSV in UTF-8, or Parquet")
    if path.stat().st_size > MOST_BYTES:
        raise UnreadableDocument(name, "is larger than 2 GB", "split it, or save it as Parquet")
    try:
        if parquet:
            return pl.read_parquet(path).cast(pl.String)
        return pl.read_csv(path, infer_schema=False, truncate_ragged_lines=False)
    except (pl.exceptions.PolarsError, OSError, UnicodeDecodeError) as error:
        reason = " ".join(str(error).split())[:120]
        raise UnreadableDocument(
            name, f"is no table that can be read ({reason})", "save it as CSV in UTF-8, or Parquet"
        ) from None


def _binary(path: Path) -> bool:
    """Whether a file holds bytes that no text does."""
    with path.open("rb") as file:
        return b"\0" in file.read(4096)


def _columns(frame: pl.DataFrame) -> dict[str, str]:
    """Our name of each column that is understood, to the file's own."""
    there = {column.strip().lower(): column for column in reversed(frame.columns)}
    return {
        ours: there[next(name for name in names if name in there)]
        for ours, names in NAMES.items()
        if any(name in there for name in names)
    }


def _melted(
    frame: pl.DataFrame, columns: dict[str, str], source: str
) -> tuple[pl.DataFrame, dict[str, str]]:
    """A wide table, a column an item, as a long one."""
    import polars as pl

    kept: dict[str, str] = {n: columns[n] for n in ("person", "group", "date") if n in columns}
    items = [column for column in frame.columns if column not in kept.values()]
    if len(items) < 2:
        raise UnreadableDocument(
            source,
            f"has the columns {', '.join(frame.columns[:6])}",
            "it needs person, item and right, or a person and a column for each item",
        )
    if "person" not in kept:
        frame = frame.with_columns(
            pl.int_range(1, frame.height + 1).cast(pl.String).alias("person")
        )
        kept["person"] = "person"
    long = frame.unpivot(
        on=items, index=list(kept.values()), variable_name="item", value_name="right"
    )
    return long.drop_nulls("right"), {**kept, "item": "item", "right": "right"}


def _complete(columns: Mapping[str, str], frame: pl.DataFrame, source: str) -> None:
    missing = [name for name in ("person", "item", "right") if name not in columns]
    if missing:
        raise UnreadableDocument(
            source,
            f"lacks the column {missing[0]!r} (it has {', '.join(frame.columns[:8])})",
            f"name it {' or '.join(NAMES[missing[0]][:3])}",
        )


def _responses(
    frame: pl.DataFrame, columns: Mapping[str, str], source: str, *, ratings: bool
) -> Responses:
    import polars as pl

    renamed = frame.select(
        pl.int_range(2, frame.height + 2).alias("line"),
        *(pl.col(theirs).str.strip_chars().alias(ours) for ours, theirs in columns.items()),
    )
    value = (
        pl.col("right")
        .str.to_lowercase()
        .replace_strict(WORDS, default=None, return_dtype=pl.Int64)
    )
    if ratings:
        value = pl.col("right").cast(pl.Float64, strict=False).cast(pl.Int64, strict=False)
    valued = renamed.with_columns(value.alias("value"))
    problems: list[Problem] = []
    for mask, words, hint in _faults(ratings=ratings):
        bad = valued.filter(mask)
        problems += _told(bad, words, hint, source)
        valued = valued.filter(~mask)
    repeated = valued.filter(pl.struct("person", "item").is_duplicated()).filter(
        ~pl.struct("person", "item").is_first_distinct()
    )
    problems += _told(repeated, "repeat an answer of the same person to the same item",
                      "the first one counts; give a later sitting another person id", source)  # fmt: skip
    valued = valued.unique(["person", "item"], keep="first", maintain_order=True)
    return _packed(valued, source, tuple(problems))


def _faults(*, ratings: bool) -> Iterator[tuple[pl.Expr, str, str]]:
    import polars as pl

    for name in ("person", "item"):
        empty = pl.col(name).is_null() | (pl.col(name) == "")
        yield empty.fill_null(True), f"name no {name}", f"fill the column {name}"
    none = pl.col("right").is_null() | (pl.col("right") == "")
    yield none.fill_null(True), "hold no answer", "leave out questions that were not asked"
    legal = "a whole number from 0 to 20" if ratings else "1 or 0, right or wrong"
    odd = pl.col("value").is_null() | ~pl.col("value").is_between(0, 20)
    yield odd.fill_null(True), f"hold an answer that is not {legal}", "mend or remove them"


def _told(bad: pl.DataFrame, words: str, hint: str, source: str) -> Iterator[Problem]:
    if bad.height:
        lines = ", ".join(str(line) for line in bad["line"].head(SHOWN).to_list())
        more = f" and {bad.height - SHOWN} more" if bad.height > SHOWN else ""
        yield Problem(
            path=source,
            field=f"line{'s' if bad.height > 1 else ''} {lines}{more}",
            message=f"{words} and {'are' if bad.height > 1 else 'is'} left out",
            suggestion=hint,
        )


def _packed(frame: pl.DataFrame, source: str, problems: tuple[Problem, ...]) -> Responses:
    people, person = _numbered(frame["person"].to_list())
    items, item = _numbered(frame["item"].to_list())
    return Responses(
        source=source,
        people=people,
        items=items,
        person=person,
        item=item,
        values=frame["value"].to_numpy().astype(np.int64),
        chosen=_chosen(frame),
        seconds=_seconds(frame),
        dates=tuple(d or "" for d in frame["date"].to_list()) if "date" in frame.columns else (),
        groups=_groups(frame, len(people), person),
        problems=problems,
    )


def _numbered(names: Sequence[str]) -> tuple[tuple[str, ...], Integers]:
    known = {name: n for n, name in enumerate(dict.fromkeys(names))}
    return tuple(known), np.array([known[name] for name in names], dtype=np.int64)


def _chosen(frame: pl.DataFrame) -> Integers:
    import polars as pl

    if "chosen" not in frame.columns:
        return np.full(frame.height, -1, dtype=np.int64)
    told = frame["chosen"].cast(pl.Int64, strict=False).fill_null(-1)
    return told.to_numpy().astype(np.int64)


def _seconds(frame: pl.DataFrame) -> Floats:
    import polars as pl

    if "seconds" not in frame.columns:
        return np.full(frame.height, np.nan)
    told = frame["seconds"].cast(pl.Float64, strict=False).to_numpy().astype(float)
    return np.where(told > 0, told, np.nan)


def _groups(frame: pl.DataFrame, count: int, person: Integers) -> tuple[str, ...]:
    """The first group that is told of each person."""
    if "group" not in frame.columns:
        return ()
    groups = [""] * count
    for n, group in zip(person.tolist(), frame["group"].to_list(), strict=True):
        groups[n] = groups[n] or (group or "")
    return tuple(groups)


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more
