"""Reading one advert: what it asks, each value with the words that say it.

Text is only ever matched, quoted and counted: instructions hidden in it have no effect.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from html import unescape

from seasoned.catalogue import read
from seasoned.documents.document import Document
from seasoned.documents.encoding import clean
from seasoned.documents.html import html_text, json_ld, looks_like_html
from seasoned.documents.language import language_of
from seasoned.market.degrees import degrees_of, fields_in
from seasoned.market.details import details_of
from seasoned.market.flags import flags_of, noted
from seasoned.market.naming import named_of
from seasoned.market.posting import (
    ASKED,
    DegreeAsked,
    Named,
    Posting,
    Requirement,
    Unknown,
    Years,
)
from seasoned.market.requirements import requirements_of
from seasoned.market.role_mix import role_mix
from seasoned.market.sections import Sections, front_matter
from seasoned.market.sentences import Sentences
from seasoned.market.soft import soft_skills_of
from seasoned.market.spoken import spoken_of
from seasoned.market.strength import Judge
from seasoned.market.structured import Fields, fields_of, job_posting
from seasoned.market.unknown import unknown_in
from seasoned.market.years import years_of
from seasoned.skills.finding import Finder, finder_for
from seasoned.skills.folding import Folded
from seasoned.skills.reading import SKILLS
from seasoned.skills.skill import Skill

LONGEST = 60_000
"""Characters of an advert that are read; the longest real ones hold about 25,000."""
_SAMPLE = "sample written for Seasoned"
"""Words that mark the adverts that come with the package."""


def read_posting(
    advert: str | Document,
    *,
    skills: Mapping[str, Skill],
    finder: Finder | None = None,
    id: str = "",
    title: str = "",
    company: str = "",
    location: str = "",
    url: str = "",
    posted: date | None = None,
    source: str = "",
    sample: bool = False,
    at: date | None = None,
    structured: Fields | None = None,
) -> Posting:
    """An advert as read from text, HTML or a document.

    Parameters
    ----------
    advert : the advert; HTML and JSON-LD in it are recognised.
    skills, finder : the vocabulary; the finder is made once per ``skills`` if not given.
    title, company, location, url, posted : known already; they win over what the text says.
    source : where the advert came from.
    at : day of reading, for judging whether years asked are possible.

    Notes
    -----
    The role mix never looks at the title.
    """
    document = advert if isinstance(advert, Document) else _document(advert)
    given = Fields(title=title, company=company, location=location, url=url, posted=posted, id=id)
    known = _known(given, document, structured or _front(document.text))
    whole = bare(clean(_fuller(known.text, document.text)))
    text = whole[:LONGEST]
    if len(whole) > LONGEST:
        note = f"Only the first {LONGEST:,} of {len(whole):,} characters were read."
        document = replace(document, notes=(*document.notes, note))
    return _posting(
        text,
        known,
        finder or finder_for(skills),
        document.notes,
        source=source or document.name,
        sample=sample,
        at=at,
    )


@lru_cache(maxsize=1)
def built_in_skills() -> Mapping[str, Skill]:
    """The vocabulary that comes with the program, read once."""
    return read(SKILLS).things


def posting_id(title: str, text: str) -> str:
    """A slug that the same advert always gets: words of its title and a digest of its text."""
    words = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40].strip("-") or "advert"
    return f"{words}-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:8]}"


def bare(text: str) -> str:
    """Text with links as the words they stand under, and signs that were written as their names.

    Examples
    --------
    >>> bare("Join [Acme](https://acme.example) for R&amp;D")
    'Join Acme for R&D'
    """
    if _ENTITY.search(text):
        text = unescape(text)
    return _LINK.sub(r"\1", text) if "](" in text else text


_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,5}|#x[0-9a-f]{2,4});", re.I)
_LINK = re.compile(r"!?\[((?:[^\[\]\n]|\[[^\[\]\n]*\]){1,200})\]\([^()\s]{1,400}\)")


def _fuller(field: str, page: str) -> str:
    """The text of the data field, which has no menus around it, unless it is but a teaser of the page."""
    teaser = len(field) < _TEASER and len(field) < len(page) / 2
    return page if teaser else field


_TEASER = 800
"""Characters below which a description beside a longer page is a teaser."""


def _front(text: str) -> Fields | None:
    """Fields that a Markdown file opens with, between lines of hyphens."""
    lines = text[: front_matter(text)].splitlines()
    pairs = [line.split(":", 1) for line in lines if _FIELD.match(line)]
    record = {key.strip(): value.strip(" \t\"'") for key, value in pairs}
    found = fields_of(record) if record else None
    return replace(found, text="", id="", url=found.url) if found else None


_FIELD = re.compile(r"[A-Za-z][\w-]*\s*:\s*[^\s>|]")


def _document(text: str) -> Document:
    if looks_like_html(text):
        return Document(text=html_text(text), kind="html", structured=json_ld(text))
    return Document(text=text, kind="text")


def _known(given: Fields, document: Document, structured: Fields | None) -> Fields:
    """Fields from the caller first, then from the structured record or the page's JobPosting."""
    record = None if structured else job_posting(document.structured)
    page = structured or (fields_of(record) if record else Fields())
    return Fields(
        title=given.title or page.title,
        text=page.text,
        company=given.company or page.company,
        location=given.location or page.location,
        url=given.url or page.url,
        id=given.id or (page.id if structured else ""),
        workplace=page.workplace,
        posted=given.posted or page.posted,
        pay=page.pay,
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the text asks, before it becomes a posting."""

    named: tuple[Named, ...]
    unknown: tuple[Unknown, ...]
    requirements: tuple[Requirement, ...]
    years: tuple[Years, ...]
    degrees: tuple[DegreeAsked, ...]
    demands: bool


def _posting(
    text: str,
    known: Fields,
    finder: Finder,
    notes: Sequence[str],
    *,
    source: str,
    sample: bool,
    at: date | None,
) -> Posting:
    folded, sections = Folded(text), Sections(text)
    judge = Judge(folded, sections, Sentences(text, sections.starts()))
    asked = _asked(judge, finder, folded)
    more = details_of(judge, known, asked.years, asked.requirements)
    flags = flags_of(
        judge,
        asked.requirements,
        asked.years,
        more.salary,
        demands=asked.demands,
        at=known.posted or at,
    )
    return Posting(
        id=known.id or posting_id(more.title, text),
        title=more.title,
        text=text,
        named=asked.named,
        unknown=asked.unknown,
        requirements=asked.requirements,
        years=asked.years,
        degrees=asked.degrees,
        soft_skills=soft_skills_of(judge),
        spoken=spoken_of(judge),
        salary=more.salary,
        role_mix=role_mix(judge, skip=more.skip),
        company=more.company,
        location=more.location,
        workplace=more.workplace,
        seniority=more.seniority,
        visa=more.visa,
        stage=more.stage,
        facts=more.facts,
        flags=flags,
        source=source,
        url=known.url,
        posted=known.posted,
        language=language_of(text) or "en",
        asks_nothing=not asked.demands,
        sample=sample or _SAMPLE in text,
        notes=(*notes, *more.notes, *noted(flags), *_unasked(asked)),
    )


def _asked(judge: Judge, finder: Finder, folded: Folded) -> _Asked:
    years = years_of(judge)
    degrees = degrees_of(judge)
    fields = fields_in(judge)
    named = named_of(finder.mentions(folded), judge, fields)
    requirements = requirements_of(named, judge, years)
    asking = any(r.strength in ASKED for r in requirements)
    return _Asked(
        named,
        unknown_in(judge, named, fields),
        requirements,
        years,
        degrees,
        bool(asking or years or degrees) or _demands(judge),
    )


def _demands(judge: Judge) -> bool:
    """Whether the advert asks for anything at all, known to us or not."""
    return any(
        s.kind in ("required", "preferred") and judge.text[s.start : s.end].strip()
        for s in judge.sections.all
    )


def _unasked(asked: _Asked) -> Iterable[str]:
    if not asked.demands:
        yield "It states no requirement."
    elif not any((asked.requirements, asked.years, asked.degrees)):
        yield "It asks for things that Seasoned has no skills for."
