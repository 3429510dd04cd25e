"""Openings of one's own: checked as their readers will read them, and published when complete."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from seasoned.errors import InputError, UnreadableDocument
from seasoned.journeys.content import Content
from seasoned.journeys.naming import known
from seasoned.market.opening import Need, Opening, missing, read_opening
from seasoned.market.posting import Flag, Posting, Strength
from seasoned.market.publishing import as_html, as_json_ld, as_markdown
from seasoned.market.reading import read_posting
from seasoned.skills.finding import finder_for

FORMATS = ("md", "html", "json-ld")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """An opening as others will read it.

    ``missing``: what stops its publication. ``flags``: what its author may want to mend.
    ``misread``: where its words ask something else than its criteria, in words.
    """

    opening: Opening
    missing: tuple[str, ...]
    flags: tuple[Flag, ...]
    misread: tuple[str, ...]


def opening_in(path: Path, content: Content) -> Opening:
    """The opening in a file. Raises UnreadableDocument, ContentError, or UnknownId for a skill."""
    if not path.is_file():
        raise UnreadableDocument(
            str(path), "is no file", f"begin one with: seasoned opening new {path}"
        )
    opening = read_opening(path)
    for one in opening.criteria:
        known("skill", one.skill, content.skills)
    return opening


def check_opening(opening: Opening, content: Content, *, at: date) -> Checked:
    """What is missing, what its text flags, and whether it reads as it is meant."""
    finder = finder_for(content.skills)
    text = as_markdown(opening, content.skills, finder)
    read = read_posting(text, skills=content.skills, finder=finder, at=at)
    return Checked(
        opening=opening,
        missing=missing(opening),
        flags=read.flags,
        misread=tuple(_misread(opening, read, content)),
    )


def published(opening: Opening, content: Content, form: str) -> str:
    """The opening as ``md``, ``html`` or ``json-ld``. Raises InputError naming what is missing."""
    lacking = missing(opening)
    if lacking:
        raise InputError(
            f"{opening.id} cannot be published yet; it lacks {'; '.join(lacking)}. "
            "Whoever reads it needs these to decide."
        )
    skills, finder = content.skills, finder_for(content.skills)
    if form == "json-ld":
        return json.dumps(as_json_ld(opening, skills, finder), ensure_ascii=False, indent=2) + "\n"
    return (as_html if form == "html" else as_markdown)(opening, skills, finder)


def _misread(opening: Opening, read: Posting, content: Content) -> list[str]:
    found = []
    for need, strength, words in (
        (Need.MUST, Strength.REQUIRED, "a must"),
        (Need.NICE, Strength.PREFERRED, "a wish"),
    ):
        meant = {one.skill for one in opening.criteria if one.need is need}
        heard = {one.skill for one in read.named if one.strength is strength}
        found += [
            f"its words ask {content.skills[skill].name} as {words}, and no criterion does"
            for skill in sorted(heard - meant)
            if skill in content.skills
        ]
        found += [
            f"{content.skills[skill].name} is meant as {words} and does not read so"
            for skill in sorted(meant - heard)
        ]
    return found
