"""Rows of tables of any size, one after the other, each with the place where the next one starts.

A slice of a table is read again from its start alone, so that many processes share one table.
"""

from __future__ import annotations

import csv
import json
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from seasoned.documents.document import LIMITS
from seasoned.errors import UnreadableDocument
from seasoned.market.corpus.places import ending_of, is_address, opened, shown, size_and_time
from seasoned.market.structured import fields_of

LONGEST_LINE = LIMITS.file_bytes
"""Bytes of one line that are held at most; a longer one is named and passed over."""
_CHUNK = 1 << 20
_FIRST_ROWS = 200
"""Rows of a table of JSON that are looked at for a text before it is said to hold none."""

Record = Mapping[str, Any] | str
"""A row by the names of its columns; a sentence where it cannot be read."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row and the byte (for Parquet: the row) at which the next one starts."""

    record: Record
    after: int


def kind_of(name: str) -> str:
    """How a table is written, by its ending: csv, jsonl, json, parquet; empty for a document."""
    return _KINDS.get(ending_of(name).removeprefix("."), "")


_KINDS = {
    "csv": "csv",
    "tsv": "csv",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "json": "json",
    "parquet": "parquet",
    "pq": "parquet",
}


def rows_of(name: str, start: int = 0, count: int | None = None) -> Iterator[Row]:
    """Rows of a table from a place that an earlier row named; ``count`` None: to its end.

    Raises UnreadableDocument for a table that holds no adverts or cannot be opened.
    """
    kind = kind_of(name)
    rows = _parquet(name, start, count) if kind == "parquet" else _text_rows(name, kind, start)
    for number, row in enumerate(rows):
        if number == count:
            return
        yield row


def check_table(name: str) -> None:
    """Raise UnreadableDocument where no column of the table can hold an advert's text."""
    kind = kind_of(name)
    if kind in ("csv", "parquet"):
        columns = _parquet_columns(name) if kind == "parquet" else _csv_columns(name)
    else:
        seen: dict[str, None] = {}
        for row in rows_of(name, 0, _FIRST_ROWS):
            seen.update(dict.fromkeys(row.record if isinstance(row.record, Mapping) else ()))
            if holds_text(tuple(seen)):
                return
        columns = tuple(seen)
    if not holds_text(columns):
        listed = ", ".join(str(c) for c in columns[:8]) or "none"
        raise UnreadableDocument(
            shown(name),
            f"has no column with the adverts' text (its columns: {listed})",
            "name that column 'description' or 'text'",
        )


def holds_text(columns: tuple[str, ...]) -> bool:
    """Whether one of the columns is one in which adverts' texts are looked for."""
    return any(fields_of({column: "words"}).text for column in columns)


def _text_rows(name: str, kind: str, start: int) -> Iterator[Row]:
    try:
        with opened(name) as file:
            _plain_encoding(file.read(4), name)
            file.seek(0)
            if kind == "json":
                kind = _json_kind(file, name)
            made = {"csv": _csv, "jsonl": _jsonl, "list": _json_list, "whole": _json_whole}[kind]
            yield from made(file, start)
    except OSError as error:
        raise unopened(name, error) from error


def unopened(name: str, error: OSError) -> UnreadableDocument:
    """What to say of a file that cannot be opened."""
    reason = error.strerror or str(error)
    return UnreadableDocument(
        shown(name), f"cannot be opened ({reason})", "check the path and its permissions"
    )


def _plain_encoding(head: bytes, name: str) -> None:
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or head[1:4:2] == b"\0\0":
        raise UnreadableDocument(shown(name), "is saved as UTF-16", "save it as UTF-8")


class _Lines:
    """Lines of a file as text, with the byte at which the next one starts."""

    def __init__(self, file: BinaryIO, start: int) -> None:
        file.seek(start)
        self.file, self.offset = file, start

    def __iter__(self) -> Iterator[str]:
        readline = self.file.readline
        while line := readline(LONGEST_LINE):
            if self.offset == 0:
                self.offset, line = len(line), line.removeprefix(BOM_UTF8)
            else:
                self.offset += len(line)
            if len(line) >= LONGEST_LINE - 3 and not line.endswith(b"\n"):
                self._pass_over()
                line = b"\n"
            yield as_text(line)

    def _pass_over(self) -> None:
        while piece := self.file.readline(_CHUNK):
            self.offset += len(piece)
            if piece.endswith(b"\n"):
                return


def as_text(data: bytes) -> str:
    """UTF-8, or what Windows-1252 makes of bytes that are none."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _csv(file: BinaryIO, start: int) -> Iterator[Row]:
    csv.field_size_limit(LIMITS.characters * 4)
    head = _Lines(file, 0)
    delimiter = _delimiter(head)
    head = _Lines(file, 0)
    columns = next(csv.reader(head, delimiter=delimiter), [])
    lines = _Lines(file, max(start, head.offset))
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(f"cannot be read as a row of the table ({error})", lines.offset)
            continue
        if values:
            yield Row(dict(zip(columns, values, strict=False)), lines.offset)


def _delimiter(lines: _Lines) -> str:
    first = next(iter(lines), "")
    counts = {sign: first.count(sign) for sign in ",;\t|"}
    return max(counts, key=counts.__getitem__)


def _csv_columns(name: str) -> tuple[str, ...]:
    try:
        with opened(name) as file:
            _plain_encoding(file.read(4), name)
            delimiter = _delimiter(_Lines(file, 0))
            return tuple(next(csv.reader(_Lines(file, 0), delimiter=delimiter), []))
    except OSError as error:
        raise unopened(name, error) from error
    except csv.Error as error:
        raise UnreadableDocument(shown(name), f"is no table ({error})", "save it as CSV") from None


def _jsonl(file: BinaryIO, start: int) -> Iterator[Row]:
    lines = _Lines(file, start)
    for line in lines:
        if line.strip():
            yield Row(_object(line), lines.offset)


def _object(line: str) -> Record:
    try:
        thing = json.loads(line)
    except (ValueError, RecursionError):
        return "is not one JSON object"
    return thing if isinstance(thing, Mapping) else "is not one JSON object"


def _json_kind(file: BinaryIO, name: str) -> str:
    """Lines, a list, or something small enough to be looked at whole."""
    head = as_text(file.read(_CHUNK)).lstrip("\ufeff \t\r\n")
    file.seek(0)
    if head.startswith("["):
        return "list"
    if isinstance(_object(head.split("\n", 1)[0]), Mapping) and "\n{" in head:
        return "jsonl"
    size = size_and_time(name)[0]
    if size > LIMITS.file_bytes:
        raise UnreadableDocument(
            shown(name),
            f"is one JSON object of {size / 1e6:.0f} MB",
            "save its adverts as a list, or one a line (.jsonl)",
        )
    return "whole"


def _json_whole(file: BinaryIO, start: int) -> Iterator[Row]:
    """Adverts of one object: itself, or the longest list under any of its names."""
    try:
        thing = json.loads(as_text(file.read()))
    except (ValueError, RecursionError):
        yield Row("is not JSON", 0)
        return
    lists: list[list[Any]] = []
    if isinstance(thing, dict):
        lists = [v for v in thing.values() if isinstance(v, list)]
    alone = not lists or holds_text(tuple(thing)) or "@type" in thing or "@graph" in thing
    for number, one in enumerate([thing] if alone else sorted(lists, key=len)[-1]):
        if number >= start:
            record = one if isinstance(one, Mapping) else "is not one JSON object"
            yield Row(record, number + 1)


def _json_list(file: BinaryIO, start: int) -> Iterator[Row]:
    """Members of a list of any length; what is damaged ends it, for nothing tells where it goes on."""
    window = _Window(file, start)
    if start == 0:
        window.skip("\ufeff \t\r\n")
        window.skip("[", most=1)
    while True:
        window.skip(" \t\r\n,")
        if window.ended or window.peek() == "]":
            return
        try:
            thing = window.member()
        except (ValueError, RecursionError):
            yield Row("is damaged, and so is what follows it", window.offset)
            return
        yield Row(thing if isinstance(thing, Mapping) else "is not one JSON object", window.offset)


class _Window:
    """A part of a JSON text that moves on as it is read, and knows at which byte it stands."""

    def __init__(self, file: BinaryIO, start: int) -> None:
        file.seek(start)
        self.file, self.offset, self.ended = file, start, False
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._text, self._at = "", 0

    def peek(self) -> str:
        """The next sign, or nothing at the end."""
        if self._at >= len(self._text):
            self._fill()
        return self._text[self._at : self._at + 1]

    def skip(self, signs: str, most: int = 1 << 60) -> None:
        """Move over these signs, at most so many."""
        while most and (sign := self.peek()) and sign in signs:
            self._move(self._at + 1)
            most -= 1
        self.ended = not self.peek()

    def member(self) -> Any:
        """The JSON value that begins here; raises ValueError where none does."""
        while True:
            try:
                thing, end = _DECODER.raw_decode(self._text, self._at)
            except ValueError:
                if len(self._text) - self._at > LONGEST_LINE or not self._fill():
                    raise
                continue
            self._move(end)
            return thing

    def _move(self, to: int) -> None:
        self.offset += len(self._text[self._at : to].encode("utf-8", "replace"))
        self._at = to

    def _fill(self) -> bool:
        data = self.file.read(max(_CHUNK, len(self._text) - self._at))
        self._text = self._text[self._at :] + self._decode(data, final=not data)
        self._at = 0
        return bool(data)


_DECODER = json.JSONDecoder()


def _parquet(name: str, start: int, count: int | None) -> Iterator[Row]:
    from polars.exceptions import PolarsError

    reading = _parquet_far if is_address(name) else _parquet_here
    try:
        for number, record in enumerate(reading(name, start, count), start=start + 1):
            yield Row({k: _plain(v) for k, v in record.items()}, number)
    except OSError as error:
        raise unopened(name, error) from error
    except (PolarsError, ValueError) as error:  # pyarrow's errors are ValueErrors
        raise _no_parquet(name, error) from error


_AT_ONCE = 2_000
"""Rows of Parquet that are held at once."""


def _parquet_here(name: str, start: int, count: int | None) -> Iterator[Mapping[str, Any]]:
    lazy = _scanned(name)
    end = start + (parquet_rows(name) - start if count is None else count)
    for first in range(start, end, _AT_ONCE):
        yield from (
            lazy.slice(first, min(_AT_ONCE, end - first)).collect(engine="streaming")
        ).iter_rows(named=True)


def _parquet_far(name: str, start: int, count: int | None) -> Iterator[Mapping[str, Any]]:
    from pyarrow.parquet import ParquetFile

    with opened(name) as stream:
        file = ParquetFile(stream)
        groups: list[int] = []
        before = 0
        for group in range(file.metadata.num_row_groups):
            rows = file.metadata.row_group(group).num_rows
            if not groups and before + rows <= start:
                before += rows
            else:
                groups.append(group)
        number = before
        for batch in file.iter_batches(batch_size=_AT_ONCE, row_groups=groups):
            number += batch.num_rows
            if number > start:
                skip = max(0, batch.num_rows - (number - start))
                yield from batch.slice(skip).to_pylist()
            if count is not None and number >= start + count:
                return


def parquet_rows(name: str) -> int:
    """Number of rows of a Parquet file, from its foot."""
    import polars as pl

    if is_address(name):
        from pyarrow.parquet import ParquetFile

        with opened(name) as stream:
            return int(ParquetFile(stream).metadata.num_rows)
    return int(pl.scan_parquet(name, glob=False).select(pl.len()).collect().item())


def _scanned(name: str) -> Any:
    import polars as pl

    lazy = pl.scan_parquet(name, glob=False)
    heavy = (pl.Binary, pl.Array)
    return lazy.select(
        [column for column, kind in lazy.collect_schema().items() if not isinstance(kind, heavy)]
    )


def _parquet_columns(name: str) -> tuple[str, ...]:
    from polars.exceptions import PolarsError

    try:
        if not is_address(name):
            return tuple(_scanned(name).collect_schema())
        from pyarrow.parquet import read_schema

        with opened(name) as stream:
            return tuple(read_schema(stream).names)
    except OSError as error:
        raise unopened(name, error) from error
    except (PolarsError, ValueError) as error:
        raise _no_parquet(name, error) from error


def _no_parquet(name: str, error: Exception) -> UnreadableDocument:
    reason = str(error).split("\n", 1)[0][:120]
    return UnreadableDocument(shown(name), f"is no Parquet file ({reason})", "write it again")


def _plain(value: Any) -> Any:
    """Dates as JSON has them; everything else as it is."""
    return value.isoformat() if hasattr(value, "isoformat") else value
