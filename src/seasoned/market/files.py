"""Reading many adverts: one file, a folder, a table (CSV), lines of JSON, or a JSON list."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from seasoned.documents.document import LIMITS, Document, Limits
from seasoned.documents.encoding import decoded
from seasoned.documents.html import objects
from seasoned.documents.reading import bytes_of, read_document
from seasoned.errors import Problem, SeasonedError, UnreadableDocument
from seasoned.market.posting import Posting
from seasoned.market.reading import read_posting
from seasoned.market.structured import Fields, fields_of
from seasoned.skills.finding import Finder, finder_for
from seasoned.skills.skill import Skill

TABLES = (".csv", ".tsv", ".jsonl", ".ndjson", ".json")
KINDS = (".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx", *TABLES)
TABLE_LIMITS = Limits(file_bytes=500_000_000)
"""A table holds many adverts, so it may be larger than one; each advert keeps the usual limit."""
_FEWEST = 40
"""Characters below which a row's text is no advert."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Adverts that could be read, and what was wrong with the others."""

    postings: tuple[Posting, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_postings(
    path: Path | str,
    *,
    skills: Mapping[str, Skill],
    finder: Finder | None = None,
    at: date | None = None,
    sample: bool = False,
) -> list[Posting]:
    """Every advert of a file or folder that can be read; raises where none can.

    ``read_all`` also tells which ones could not.
    """
    reading = read_all(path, skills=skills, finder=finder, at=at, sample=sample)
    if not reading.postings and reading.problems:
        first = reading.problems[0]
        raise UnreadableDocument(
            Path(path).name,
            f"holds no readable advert ({first.message})",
            first.suggestion or "name a file or folder of adverts",
        )
    return list(reading.postings)


def read_all(
    path: Path | str,
    *,
    skills: Mapping[str, Skill],
    finder: Finder | None = None,
    at: date | None = None,
    sample: bool = False,
) -> Reading:
    """Adverts of a file or folder, and a problem for each part that could not be read."""
    found = finder or finder_for(skills)
    postings: dict[str, Posting] = {}
    problems: list[Problem] = []
    for item in _items(Path(path)):
        if isinstance(item, Problem):
            problems.append(item)
            continue
        document, fields = item
        posting = read_posting(
            document, skills=skills, finder=found, structured=fields, at=at, sample=sample
        )
        postings.setdefault(posting.id, posting)
    return Reading(postings=tuple(postings.values()), problems=tuple(problems))


def fields_in(path: Path) -> Iterator[Fields]:
    """The adverts of a file or folder as fields, unread. Raises UnreadableDocument where none is."""
    problems: list[Problem] = []
    found = False
    for item in _items(path):
        if isinstance(item, Problem):
            problems.append(item)
            continue
        document, fields = item
        found = True
        yield fields or Fields(text=document.text, id="")
    if not found:
        raise UnreadableDocument(
            path.name or str(path),
            problems[0].message if problems else "holds no advert",
            problems[0].suggestion if problems else "name a file or folder of adverts",
        )


Item = tuple[Document, Fields | None] | Problem


def _items(path: Path) -> Iterator[Item]:
    """Documents in order of their names; a folder is searched to its depths."""
    if not path.is_dir():
        yield from _file(path)
        return
    files = [p for p in sorted(path.rglob("*")) if p.is_file() and not p.name.startswith(".")]
    usable = [p for p in files if p.suffix.lower() in KINDS]
    if not usable:
        yield Problem(
            path=str(path),
            field="",
            message="holds no file that an advert comes in",
            suggestion=f"use {', '.join(KINDS)}",
        )
    for file in usable:
        yield from _file(file)


def _file(path: Path) -> Iterator[Item]:
    try:
        if path.suffix.lower() in TABLES:
            yield from _table(path)
        else:
            yield read_document(path), None
    except SeasonedError as error:
        reason, remedy = getattr(error, "reason", str(error)), getattr(error, "remedy", "")
        yield Problem(path=str(path), field="", message=reason, suggestion=remedy)


def _table(path: Path) -> Iterator[Item]:
    text, notes = decoded(bytes_of(path, path.name, TABLE_LIMITS), path.name)
    for number, record in enumerate(records_of(path.name, text), start=1):
        fields = record if isinstance(record, str) else fields_of(record)
        if isinstance(fields, str):
            yield Problem(path=str(path), field=f"row {number}", message=fields)
        elif len(fields.text) < _FEWEST:
            yield Problem(
                path=str(path),
                field=f"row {number}",
                message="holds no advert text",
                suggestion="name the column 'description' or 'text'",
            )
        else:
            name = f"{path.name} row {number}"
            yield (
                Document(
                    text=fields.text[: LIMITS.characters], kind="record", name=name, notes=notes
                ),
                fields,
            )


def records_of(name: str, text: str) -> Iterator[Mapping[str, Any] | str]:
    """Rows of a table by the ending of its name, else lines of JSON; a sentence where one cannot be
    read."""
    suffix = Path(name).suffix.lower()
    if suffix in (".csv", ".tsv"):
        yield from _rows(text)
    elif suffix == ".json" and (whole := _parsed(text)) is not None:
        yield from _things(whole)
    else:
        for line in filter(str.strip, text.splitlines()):
            thing = _parsed(line)
            yield thing if isinstance(thing, Mapping) else "is not one JSON object"


def _rows(text: str) -> Iterator[Mapping[str, Any] | str]:
    csv.field_size_limit(LIMITS.characters * 4)
    head = text[:20_000]
    delimiter = max(",;\t|", key=head.split("\n", 1)[0].count)
    try:
        for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield {key: value for key, value in row.items() if isinstance(key, str)}
    except csv.Error as error:
        yield f"is not a table that can be read ({error})"


def _things(whole: Any) -> Iterator[Mapping[str, Any]]:
    """Objects of a JSON file: a list of adverts, one advert, or a list under any key."""
    if isinstance(whole, dict) and not {"description", "text", "@type", "@graph"} & set(whole):
        lists = [value for value in whole.values() if isinstance(value, list)]
        if lists:
            whole = max(lists, key=len)
    yield from objects(whole)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
