"""CVs that come as data, JSON Resume and the LinkedIn export, written out as a plain CV.

They are then read like any other, so that every piece keeps a line to quote; titles and
organisations, which the data name exactly, are handed along beside the text.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from seasoned.documents.archive import member, opened
from seasoned.documents.encoding import clean, decoded
from seasoned.errors import UnreadableDocument

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A structured CV as text, with the exact titles and organisations of its roles in order."""

    text: str
    person: str = ""
    roles: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    title: str
    organisation: str
    start: str
    end: str
    lines: tuple[str, ...]


_SECTIONS = (
    "Education",
    "Skills",
    "Projects",
    "Publications",
    "Talks",
    "Awards",
    "Certifications",
    "Courses",
    "Volunteering",
)


def from_json_resume(text: str, name: str) -> Written | None:
    """A JSON Resume as a plain CV; None where the JSON is something else.

    References
    ----------
    JSON Resume schema 1.0.0, jsonresume.org/schema.
    """
    data, mended = _parsed(text, name)
    if not isinstance(data, dict) or not {"basics", "work", "education", "skills"} & set(data):
        return None
    written = _written(
        [_json_job(one) for one in _records(data, "work")],
        {section: list(_json_lines(data, section)) for section in _SECTIONS},
        _text(data.get("basics"), "name"),
        _text(data.get("basics"), "summary"),
    )
    return replace(written, notes=(*written.notes, _MENDED)) if mended else written


def _parsed(text: str, name: str) -> tuple[Any, bool]:
    """The JSON, and whether commas too many had to be taken out of it first."""
    try:
        return json.loads(text), False
    except RecursionError:
        return None, False
    except ValueError as error:
        if not _KEYS.search(text):
            return None, False
        return _mended(text, name, error), True


def _mended(text: str, name: str, error: ValueError) -> Any:
    try:
        return json.loads(_SPARE.sub(lambda m: m[1] or m[2], text), strict=False)
    except (ValueError, RecursionError):
        line = getattr(error, "lineno", 0)
        raise UnreadableDocument(
            name,
            f"is a JSON Resume with an error in line {line}",
            "mend it with a JSON checker, or bring your CV as PDF, Word or text",
        ) from error


_KEYS = re.compile(r"^\s*\{.{0,4000}?\"(?:basics|work|education)\"\s*:", re.S)
_SPARE = re.compile(r"(\"(?:[^\"\\]|\\.|\\\Z)*(?:\"|\Z))|,\s*([\]}])", re.S)
"""Strings, which are kept, and commas before a closing bracket, which JSON does not allow."""
_MENDED = "Its JSON held commas too many; it was read without them."


def from_linkedin(data: bytes, name: str) -> Written | None:
    """A LinkedIn data export (zip of CSV files) as a plain CV; None where the archive is no such.

    Raises UnreadableDocument where the archive is damaged, locked or outsized.
    """
    archive = opened(data, name)
    tables = {PurePosixPath(path).name.lower(): path for path in archive.namelist()}
    if not {"positions.csv", "skills.csv", "education.csv", "profile.csv"} & set(tables):
        return None
    read = {table: _csv(archive, path, name) for table, path in tables.items() if table in _WANTED}
    profile = next(iter(read.get("profile.csv", [])), {})
    person = f"{profile.get('First Name', '')} {profile.get('Last Name', '')}".strip()
    return _written(
        [_linkedin_job(one) for one in read.get("positions.csv", [])],
        {section: list(_linkedin_lines(read, section)) for section in _SECTIONS},
        person,
        profile.get("Summary", ""),
    )


_LINKEDIN = {
    "Education": (
        "education.csv",
        ("Degree Name", "School Name", "Start Date", "End Date", "Notes"),
    ),
    "Skills": ("skills.csv", ("Name",)),
    "Projects": ("projects.csv", ("Title", "Description", "Url", "Started On", "Finished On")),
    "Publications": (
        "publications.csv",
        ("Name", "Publisher", "Published On", "Description", "Url"),
    ),
    "Awards": ("honors.csv", ("Title", "Description", "Issued On")),
    "Certifications": ("certifications.csv", ("Name", "Authority", "Started On", "Url")),
    "Courses": ("courses.csv", ("Name", "Number")),
    "Volunteering": ("volunteering.csv", ("Role", "Company Name", "Cause", "Description")),
}
_WANTED = frozenset({"positions.csv", "profile.csv", *(table for table, _ in _LINKEDIN.values())})
_JSON = {
    "Education": (
        "education",
        ("studyType", "area", "institution", "startDate", "endDate", "courses"),
    ),
    "Skills": ("skills", ("name", "level", "keywords")),
    "Projects": ("projects", ("name", "description", "highlights", "url", "startDate", "endDate")),
    "Publications": ("publications", ("name", "publisher", "releaseDate", "summary", "url")),
    "Awards": ("awards", ("title", "awarder", "date", "summary")),
    "Certifications": ("certificates", ("name", "issuer", "date", "url")),
    "Volunteering": ("volunteer", ("position", "organization", "summary")),
}


def _written(
    jobs: Sequence[_Job], sections: Mapping[str, Sequence[str]], person: str, summary: str
) -> Written:
    parts = [
        f"# {person}" if person else "",
        f"## Summary\n\n{_one_line(summary)}" if summary else "",
    ]
    dated = [job for job in jobs if job.start]
    parts += ["## Experience", *map(_job_text, dated)] if dated else []
    parts += [
        f"## {section}\n\n" + "\n".join(f"- {line}" for line in lines)
        for section, lines in sections.items()
        if lines
    ]
    missing = len(jobs) - len(dated)
    notes = (f"{missing} role(s) carry no start date and were left out.",) if missing else ()
    return Written(
        text=clean("\n\n".join(filter(None, parts))),
        person=person,
        notes=notes,
        roles=tuple((job.title, job.organisation) for job in dated),
    )


def _job_text(job: _Job) -> str:
    head = f"### {job.title or 'Role'} | {job.organisation}".rstrip(" |")
    return "\n".join(
        (head, f"{job.start} – {job.end or 'present'}", *(f"- {line}" for line in job.lines))
    )


def _json_job(one: Record) -> _Job:
    said = [_text(one, "summary"), *_texts(one.get("highlights"))]
    return _Job(
        title=_text(one, "position"),
        organisation=_text(one, "name") or _text(one, "company"),
        start=_text(one, "startDate"),
        end=_text(one, "endDate"),
        lines=tuple(filter(None, said)),
    )


def _linkedin_job(one: Mapping[str, str]) -> _Job:
    lines = [part.strip(" •*-–·") for part in one.get("Description", "").splitlines()]
    return _Job(
        title=_one_line(one.get("Title", "")),
        organisation=_one_line(one.get("Company Name", "")),
        start=one.get("Started On", ""),
        end=one.get("Finished On", ""),
        lines=tuple(filter(None, lines)),
    )


def _json_lines(data: Record, section: str) -> Iterator[str]:
    key, fields = _JSON.get(section, ("", ()))
    for one in _records(data, key):
        words = [", ".join(_texts(one.get(field))) for field in fields]
        if line := _joined(fields, words):
            yield line


def _linkedin_lines(read: Mapping[str, Sequence[Mapping[str, str]]], section: str) -> Iterator[str]:
    table, fields = _LINKEDIN.get(section, ("", ()))
    for one in read.get(table, []):
        if line := _joined(fields, [_one_line(one.get(field, "")) for field in fields]):
            yield line


def _joined(fields: Sequence[str], words: Sequence[str]) -> str:
    """Fields on one line; a field of study follows its degree as "in"."""
    pairs = [(field, word) for field, word in zip(fields, words, strict=True) if word]
    if len(pairs) > 1 and [pairs[0][0], pairs[1][0]] == ["studyType", "area"]:
        link = ", " if _SUBJECT.search(pairs[0][1]) else " in "
        pairs[:2] = [("studyType", link.join((pairs[0][1], pairs[1][1])))]
    return ", ".join(word for _, word in pairs)


_SUBJECT = re.compile(
    r",|\bin\b|\bof (?!science|arts|engineering|philosophy|technology|business)", re.I
)
"""A degree that names its subject itself, so that the field says something else."""


def _records(data: Record, key: str) -> list[Record]:
    found = data.get(key, [])
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def _text(record: Any, key: str) -> str:
    value = record.get(key) if isinstance(record, Mapping) else ""
    return _one_line(str(value)) if isinstance(value, str | int | float) else ""


def _texts(value: Any) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [
        _one_line(str(one))
        for one in listed
        if isinstance(one, str | int | float) and str(one).strip()
    ]


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _csv(archive: zipfile.ZipFile, path: str, name: str) -> list[dict[str, str]]:
    """Rows of one table of the export, past the notes that LinkedIn puts above some of them."""
    data = member(archive, path, name)
    if not data.strip():
        return []
    text, _ = decoded(data, f"{name}: {path}")
    if text.startswith("Notes:"):
        text = text.split("\n\n", 1)[-1]
    csv.field_size_limit(10_000_000)
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    except csv.Error as error:
        raise UnreadableDocument(
            name, f"its table {path} cannot be read", "export it again"
        ) from error
    return [{str(k): str(v or "") for k, v in row.items() if isinstance(v, str)} for row in rows]
