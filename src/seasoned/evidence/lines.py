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
    ``title``: marked as a heading within its part (``###``, bold). ``indent``: spaces before it.
    """

    start: int
    end: int
    words: str
    part: str
    item: bool
    heading: bool
    gap: bool
    title: bool
    indent: int = 0


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
    normal = _normal(re.sub(r"\s*\([^()]*\)\s*:?\s*$", "", words))
    known = _headings().get(normal, "") or _headings().get(_PICKED.sub("", normal), "")
    if known or len(normal) > 45:
        return known
    if _OF_WORK.search(normal):
        return "experience"
    halves = re.split(r"\s+(?:&|and|und|et|y|en|/)\s+|\s*[/|,]\s*", normal)
    found = [_headings().get(half, "") for half in halves]
    return found[0] if all(found) else ""


_PICKED = re.compile(r"^(?:key|selected|main|recent|relevant|other|further|additional|notable)\s+")
_OF_WORK = re.compile(
    r"^(?:[\w&/-]+ ){0,3}(?:work experience|experience|employment history|work history|"
    r"berufserfahrung|expérience professionnelle|experiencia laboral|werkervaring)$"
)


def _lines(text: str) -> Iterator[Line]:
    part, last = "", _front(text)
    for match in _LINE.finditer(text, last):
        raw = match[0]
        if not raw.strip() or _MARK_LINE.fullmatch(raw):
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
            len(raw) - len(raw.lstrip()),
        )


_MARK_LINE = re.compile(
    r"\s*(?:[-=_*~]{3,}|</?[a-zA-Z][^<>]*>|<!--.*-->|\{%[^\n]*%\}|\{:[^\n]*\})\s*"
)
"""Lines of rules, tags and template marks, which say nothing of the person."""


def _front(text: str) -> int:
    """Where the fields between two lines of hyphens at the start of a Markdown file end."""
    match = re.match(r"\s*---[ \t]*\n(?:(?!---)[^\n]*\n){0,60}---[ \t]*(?:\n|$)", text)
    return match.end() if match else 0


def _part_opened(raw: str) -> str:
    if len(raw) > 60 or _is_item(raw):
        return ""
    return part_of(raw)


def _is_item(raw: str) -> bool:
    return _ITEM.match(raw) is not None and not raw.lstrip().startswith("**")


def _plain(raw: str) -> str:
    bare = re.sub(r"^\s*#{1,6}\s*", "", raw if not _is_item(raw) else _ITEM.sub("", raw, count=1))
    bare = _LINK.sub(r"\1", bare) if "](" in bare else bare
    return re.sub(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)", "", bare).strip()


_LINK = re.compile(r"!?\[([^\[\]\n]{1,200})\]\([^()\s]{0,400}\)")


def _normal(words: str) -> str:
    return " ".join(_MARKS.sub("", words).replace("’", "'").lower().split())
