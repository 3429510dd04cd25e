"""Cutting work into parts that are the same every time, and reading one of them."""

from __future__ import annotations

import glob
import io
import json
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from seasoned.documents.document import LIMITS, Document
from seasoned.documents.reading import read_document
from seasoned.errors import Problem, SeasonedError, UnreadableDocument
from seasoned.market.corpus.columns import frame_of
from seasoned.market.corpus.places import (
    Folder,
    ending_of,
    files_below,
    is_address,
    opened,
    shown,
    size_and_time,
)
from seasoned.market.corpus.records import (
    Record,
    check_table,
    kind_of,
    parquet_rows,
    rows_of,
    unopened,
)
from seasoned.market.files import KINDS
from seasoned.market.posting import Posting
from seasoned.market.reading import read_posting
from seasoned.market.structured import fields_of
from seasoned.skills.finding import finder_for
from seasoned.skills.skill import Skill

ROWS = 1_000
"""Adverts of a part: a second or so of work, so a stop loses little, and a million make 1,000."""
PART_BYTES = 32_000_000
"""Bytes of a table after which a part ends however few its rows are."""
SLOW = {".pdf": 40, ".docx": 40}
"""How many plain adverts one such file takes the time of: each opens a process of its own."""
SHOWN_PROBLEMS = 50
"""Problems of one part that are kept in words; all are counted."""
FOOT = "seasoned.part"
"""Name under which the foot of a part's file says what could not be read."""
_FEWEST = 40
"""Characters below which a row's text is no advert."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A document, or rows of a table: from a place in it, the first one's number, how many."""

    file: str
    start: int = 0
    first: int = 1
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the work, by its number from 0."""

    number: int
    slices: tuple[Slice, ...]

    @property
    def called(self) -> str:
        """What messages call it: its first file and rows."""
        one = self.slices[0]
        rows = f" rows {one.first} to {one.first + one.rows - 1}" if one.rows else ""
        more = f" and {len(self.slices) - 1} more" if len(self.slices) > 1 else ""
        return f"{shown(one.file)}{rows}{more}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What every part is read with and where it goes; the same on whichever machine.

    ``key`` names the work: parts of another key in the folder are not ours.
    """

    skills: Mapping[str, Skill]
    folder: str
    key: str
    at: date | None = None
    text: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A part that was read, and how long that took."""

    number: int
    adverts: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A part that could not be read, and why; ``full``: nothing more can be written."""

    number: int
    reason: str
    full: bool = False


Outcome = Done | Failed


def input_files(names: Sequence[str]) -> Iterator[str]:
    """Files that the names stand for: themselves, those in folders, those that a pattern fits."""
    for name in dict.fromkeys(names):
        if is_address(name) or Path(name).exists():
            yield from _usable(name)
        elif glob.has_magic(name):
            for found in sorted(glob.iglob(name, recursive=True)):
                yield from _usable(found)
        else:
            raise UnreadableDocument(name, "is not there", "check the path")


def _usable(name: str) -> Iterator[str]:
    """A file that was named, whatever its ending; of a folder, files that an advert comes in."""
    for path in files_below(name):
        if path == name or kind_of(path) or ending_of(path) in KINDS:
            yield path


def slices_of(file: str, rows: int = ROWS) -> Iterator[Slice]:
    """A table cut into slices of at most so many rows; any other file whole.

    Raises UnreadableDocument where the file is no table of adverts.
    """
    kind = kind_of(file)
    if not kind:
        yield Slice(file)
        return
    check_table(file)
    if kind == "parquet":
        total = parquet_rows(file)
        yield from (
            Slice(file, first, first + 1, min(rows, total - first))
            for first in range(0, total, rows)
        )
        return
    start, first, number = 0, 1, 0
    for number, row in enumerate(rows_of(file), start=1):
        if number - first + 1 == rows or row.after - start >= PART_BYTES:
            yield Slice(file, start, first, number - first + 1)
            start, first = row.after, number + 1
    if number >= first:
        yield Slice(file, start, first, number - first + 1)


def parts_of(files: Iterable[str], rows: int = ROWS) -> Iterator[Part | Problem]:
    """The work in parts, always the same for the same files; problems of files that are none."""
    number, held, weight = 0, [], 0
    for file in files:
        try:
            for one in slices_of(file, rows):
                held.append(one)
                weight += one.rows or SLOW.get(ending_of(file), 1)
                if weight >= rows:
                    yield Part(number, tuple(held))
                    number, held, weight = number + 1, [], 0
        except UnreadableDocument as error:
            yield Problem(path=shown(file), field="", message=error.reason, suggestion=error.remedy)
    if held:
        yield Part(number, tuple(held))


def file_name(number: int, key: str) -> str:
    """Name of the file of a part."""
    return f"part-{number:06d}-{key[:12]}.parquet"


def read_part(part: Part, work: Work) -> Outcome:
    """Read a part and put its file into the folder of the work; never raises an Exception."""
    begun = time.perf_counter()
    try:
        postings, problems, count = _read(part, work)
        data = _as_file(postings, problems, count, work)
        Folder(work.folder).write(file_name(part.number, work.key), data)
    except OSError as error:
        return Failed(number=part.number, reason=_words(error), full=error.errno in FULL)
    except Exception as error:  # one part that cannot be read leaves the others standing
        return Failed(number=part.number, reason=_words(error))
    seconds = time.perf_counter() - begun
    return Done(number=part.number, adverts=len(postings), seconds=seconds)


FULL = (27, 28, 122)
"""File too large, no space left on device, quota exceeded: nothing more can be written."""


def _words(error: Exception) -> str:
    said = getattr(error, "strerror", None) or " ".join(str(error).split())
    return said if isinstance(error, OSError | SeasonedError) else f"{type(error).__name__}: {said}"


def _as_file(
    postings: Sequence[Posting], problems: Sequence[Problem], count: int, work: Work
) -> bytes:
    """The part as Parquet; what went wrong stands in its foot, so that there is one file a part."""
    foot = {
        "adverts": len(postings),
        "problems": [asdict(p) for p in problems],
        "problem_count": count,
    }
    out = io.BytesIO()
    frame_of(postings, text=work.text).write_parquet(out, metadata={FOOT: json.dumps(foot)})
    return out.getvalue()


def _read(part: Part, work: Work) -> tuple[list[Posting], list[Problem], int]:
    postings: list[Posting] = []
    problems: list[Problem] = []
    count = 0
    for one in _adverts(part, work):
        if isinstance(one, Posting):
            postings.append(one)
            continue
        count += 1
        if len(problems) < SHOWN_PROBLEMS:
            problems.append(one)
    return postings, problems, count


def _adverts(part: Part, work: Work) -> Iterator[Posting | Problem]:
    for piece in part.slices:
        if not piece.rows:
            yield _document(piece.file, work)
            continue
        rows = rows_of(piece.file, piece.start, piece.rows)
        for number, row in enumerate(rows, start=piece.first):
            yield _row(piece.file, number, row.record, work)


def _document(file: str, work: Work) -> Posting | Problem:
    try:
        document = read_document(_contents(file) if is_address(file) else Path(file), shown(file))
    except UnreadableDocument as error:
        return Problem(path=shown(file), field="", message=error.reason, suggestion=error.remedy)
    return _posting(document, None, file, "", work)


def _contents(file: str) -> bytes:
    try:
        if size_and_time(file)[0] > LIMITS.file_bytes:
            raise UnreadableDocument(file, "is too large for one advert", "cut it")
        with opened(file) as stream:
            return stream.read()
    except OSError as error:
        raise unopened(file, error) from error


def _row(file: str, number: int, record: Record, work: Work) -> Posting | Problem:
    field = f"row {number}"
    if isinstance(record, str):
        return Problem(path=shown(file), field=field, message=record)
    fields = fields_of(record)
    if len(fields.text) < _FEWEST:
        return Problem(
            path=shown(file),
            field=field,
            message="holds no advert text",
            suggestion="name the column 'description' or 'text'",
        )
    text = fields.text[: LIMITS.characters]
    document = Document(text=text, kind="record", name=f"{shown(file)} {field}")
    return _posting(document, fields, file, field, work)


def _posting(
    document: Document, fields: object, file: str, field: str, work: Work
) -> Posting | Problem:
    try:
        return read_posting(
            document,
            skills=work.skills,
            finder=finder_for(work.skills),
            structured=fields,  # type: ignore[arg-type]
            at=work.at,
        )
    except Exception as error:  # an advert that breaks the reader is named, and the rest is read
        return Problem(
            path=shown(file), field=field, message=f"could not be read ({_words(error)})"
        )
