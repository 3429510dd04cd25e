"""An advert as its author should see it: what a candidate reads in it, misses, and may stumble over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from seasoned.market.posting import Flag, Posting, Requirement, Strength
from seasoned.market.reading import read_posting
from seasoned.market.sections import Sections
from seasoned.skills.skill import Skill

_PROCESS = re.compile(
    r"interview|hiring process|recruit\w* process|selection process|next steps|how to apply"
    r"|bewerbungs(?:prozess|gespräch|ablauf)|vorstellungsgespräch|kennenlern"
    r"|entretien|proceso de selecci|entrevista|sollicitatie(?:proce|gesprek)",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """An advert read for its author.

    ``musts`` and ``wishes``: in a candidate's words, alternatives joined by "or". ``absent``: what
    a candidate looks for and does not find.
    """

    posting: Posting
    words: int
    musts: tuple[str, ...]
    wishes: tuple[str, ...]
    absent: tuple[str, ...]

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What to mend, in the order of the text; what stands nowhere in it comes last."""
        return tuple(
            sorted(self.posting.flags, key=lambda f: (not f.span.quote, f.span.start, f.kind))
        )

    @property
    def counts(self) -> dict[str, int]:
        """Numbers to compare a text with its earlier version by."""
        return {
            "flags": len(self.flags),
            "musts": len(self.musts),
            "wishes": len(self.wishes),
            "absent": len(self.absent),
            "words": self.words,
        }


def reviewed(
    text: str, skills: Mapping[str, Skill], *, at: date, title: str = "", location: str = ""
) -> Review:
    """The advert read for its author; ``title`` and ``location`` where they stand beside the text."""
    read = read_posting(text, skills=skills, at=at, title=title, location=location)
    return Review(
        posting=read,
        words=len(read.text.split()),
        musts=_asked(read, Strength.REQUIRED),
        wishes=_asked(read, Strength.PREFERRED),
        absent=tuple(_absent(read)),
    )


def _asked(read: Posting, strength: Strength) -> tuple[str, ...]:
    asked = (_words(one) for one in read.requirements if one.strength is strength)
    known = dict.fromkeys(words for words in asked if words)
    return (*known, *_others(read, strength))


def _words(one: Requirement) -> str:
    return " or ".join(dict.fromkeys(one.terms or one.surfaces))


def _others(read: Posting, strength: Strength) -> Iterator[str]:
    """What is asked beside skills: years, degrees and spoken languages."""
    for years in read.years:
        if years.strength is strength:
            yield f"{years.lower:g} years{f' of {years.subject}' if years.subject else ''}"
    for degree in read.degrees:
        if degree.strength is strength:
            yield f"{degree.degree} degree{' or equivalent' if degree.or_equivalent else ''}"
    for spoken in read.spoken:
        if spoken.strength is strength:
            yield f"spoken: {spoken.code} {spoken.level}".strip()


def _absent(read: Posting) -> Iterator[str]:
    if read.salary is None:
        yield "what it pays"
    if not read.location and not read.workplace:
        yield "where the work is done"
    if not read.seniority:
        yield "at which level it is"
    if not read.role_mix:
        yield "what one will do all day"
    if not Sections(read.text).has("process") and not _PROCESS.search(read.text):
        yield "how the hiring goes, and what happens next"
    if read.asks_nothing:
        yield "what is asked"
