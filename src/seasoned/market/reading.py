"""Reading one advert: what it asks, each value with the words that say it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date

from seasoned.documents.document import Document
from seasoned.documents.encoding import clean
from seasoned.documents.language import language_of
from seasoned.market.posting import Posting
from seasoned.market.requirements import requirements_of
from seasoned.market.sections import Sections
from seasoned.market.sentences import Sentences
from seasoned.market.strength import Judge
from seasoned.skills.finding import Finder, finder_for
from seasoned.skills.folding import Folded
from seasoned.skills.skill import Skill


def read_posting(
    source: str | Document,
    *,
    skills: Mapping[str, Skill],
    finder: Finder | None = None,
    id: str = "",
    title: str = "",
    company: str = "",
    location: str = "",
    source_name: str = "",
    url: str = "",
    posted: date | None = None,
    sample: bool = False,
) -> Posting:
    """An advert as read from its text or document; nothing in it is obeyed, everything is quoted."""
    text = clean(source.text if isinstance(source, Document) else source)
    folded = Folded(text)
    sections = Sections(text)
    sentences = Sentences(text, sections.starts())
    judge = Judge(folded, sections, sentences)
    found = (finder or finder_for(skills)).mentions(folded)
    return Posting(
        id=id or posting_id(title, text),
        title=title,
        text=text,
        requirements=requirements_of(found, judge, ()),
        company=company,
        location=location,
        source=source_name,
        url=url,
        posted=posted,
        language=language_of(text) or "en",
        sample=sample,
    )


def posting_id(title: str, text: str) -> str:
    """A slug that the same advert always gets: words of its title and a digest of its text."""
    words = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40] or "advert"
    return f"{words}-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:8]}"
