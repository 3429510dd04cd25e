"""Lines of a CV with their places, and the part of the CV that each belongs to."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from seasoned.catalogue import BUILT_IN

TABLE = BUILT_IN / "reading" / "cv.toml"
_LINE = re.compile(r"[^\n]+")
_ITEM = re.compile(r"\s*(?:[-•·▪●○◦‣∙■►➢✓✔*+o](?=\s)|\d{1,2}[.)](?=\s)|\uf0b7)\s*")
_MARKS = re.compile(r"^[\s#*_>|=~•\-\W\d]+|[\s*_:#|=~.\-\W]+$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its place, its words without list and Markdown marks, and its part of the CV.

    ``item``: a list item. ``heading``: opens a part. ``gap``: an empty line stands before it.
    ``title``: marked as a heading within its part (``###``, bold).
    """

    start: int
    end: int
    words: str
    part: str
    item: bool
    heading: bool
    gap: bool
    title: bool


def lines_of(text: str) -> tuple[Line, ...]:
    """Every line that holds words, in order; ``part`` is empty before the first known heading."""
    return tuple(_lines(text))


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """The tables of headings, job titles and degrees."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _headings() -> dict[str, str]:
    return {_normal(h): part for part, listed in table()["headings"].items() for h in listed}


def part_of(words: str) -> str:
    """The part of a CV that a heading opens, or an empty string."""
    normal = _normal(words)
    known = _headings().get(normal, "")
    if known or len(normal) > 45:
        return known
    halves = re.split(r"\s+(?:&|and|und|et|y|en|/)\s+|\s*[/|,]\s*", normal)
    found = [_headings().get(half, "") for half in halves]
    return found[0] if all(found) else ""


def _lines(text: str) -> Iterator[Line]:
    part, last = "", 0
    for match in _LINE.finditer(text):
        raw = match[0]
        if not raw.strip():
            continue
        gap = text.count("\n", last, match.start()) > 1
        last = match.end()
        found = _part_opened(raw)
        if found:
            part = found
        yield Line(
            match.start(),
            match.end(),
            _plain(raw),
            part,
            _is_item(raw),
            bool(found),
            gap,
            re.match(r"\s*(?:#{1,6}\s|\*\*[^*]+\*\*\s*$)", raw) is not None,
        )


def _part_opened(raw: str) -> str:
    if len(raw) > 60 or _is_item(raw):
        return ""
    return part_of(raw)


def _is_item(raw: str) -> bool:
    return _ITEM.match(raw) is not None and not raw.lstrip().startswith("**")


def _plain(raw: str) -> str:
    bare = re.sub(r"^\s*#{1,6}\s*", "", raw if not _is_item(raw) else _ITEM.sub("", raw, count=1))
    return re.sub(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)", "", bare).strip()


def _normal(words: str) -> str:
    return " ".join(_MARKS.sub("", words).replace("’", "'").lower().split())
