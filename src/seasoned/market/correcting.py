"""A person's correction of what was read: kept in the advert, and everything that follows from it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from seasoned.errors import InvalidValue
from seasoned.market.posting import ASKED, Named, Posting, Requirement, Strength
from seasoned.market.reading import read_posting
from seasoned.market.requirements import requirements_of
from seasoned.market.sections import Sections
from seasoned.market.sentences import Sentences
from seasoned.market.strength import Judge
from seasoned.skills.folding import Folded
from seasoned.skills.skill import Skill


def corrected(posting: Posting, place: int, strength: Strength, *, alone: bool = False) -> Posting:
    """The advert after a person says how the term that begins at a place is asked.

    ``alone``: it is no alternative to the others of its list. Raises InvalidValue where no term
    begins there.
    """
    if not any(one.span.start == place for one in posting.named):
        starts = ", ".join(str(one.span.start) for one in posting.named[:5])
        raise InvalidValue("place", place, f"where a term begins ({starts} ...)")
    named = (
        _said(one, strength, alone=alone) if one.span.start == place else one
        for one in posting.named
    )
    return renamed(posting, named)


def strengthened(posting: Posting, skills: Collection[str], strength: Strength) -> Posting:
    """The advert after a person says how skills are asked, wherever it names them."""
    if not any(one.skill in skills for one in posting.named):
        return posting
    named = (_said(n, strength) if n.skill in skills else n for n in posting.named)
    return renamed(posting, named)


def renamed(posting: Posting, named: Iterable[Named]) -> Posting:
    """The advert with other terms; requirements that no words of it say are kept."""
    terms = tuple(named)
    told = tuple(r for r in posting.requirements if r.span.start == r.span.end)
    found = (*requirements_of(terms, judge_of(posting.text), posting.years), *told)
    return replace(
        posting, named=terms, requirements=found, asks_nothing=_asks_nothing(posting, found)
    )


def read_again(posting: Posting, skills: Mapping[str, Skill], *, at: date | None = None) -> Posting:
    """The advert read anew from its text, with a person's corrections and what talks told kept."""
    fresh = read_posting(
        posting.text,
        skills=skills,
        id=posting.id,
        title=posting.title,
        company=posting.company,
        location=posting.location,
        url=posting.url,
        posted=posting.posted,
        source=posting.source,
        sample=posting.sample,
        at=at,
    )
    said = {one.span.start: one for one in posting.named if one.corrected}
    kept = tuple(r for r in posting.requirements if r.span.start == r.span.end)
    whole = replace(
        fresh,
        requirements=(*fresh.requirements, *kept),
        workplace=posting.workplace or fresh.workplace,
        archived=posting.archived,
    )
    named = tuple(
        replace(one, strength=known.strength, choice=known.choice and one.choice, corrected=True)
        if (known := said.get(one.span.start))
        else one
        for one in fresh.named
    )
    return renamed(whole, named) if said or kept else whole


def judge_of(text: str) -> Judge:
    """The judge of an advert's text."""
    sections = Sections(text)
    return Judge(Folded(text), sections, Sentences(text, sections.starts()))


def _said(one: Named, strength: Strength, *, alone: bool = False) -> Named:
    return replace(one, strength=strength, choice=0 if alone else one.choice, corrected=True)


def _asks_nothing(posting: Posting, found: Iterable[Requirement]) -> bool:
    asking = any(r.strength in ASKED for r in found) or posting.years or posting.degrees
    return not asking and (posting.asks_nothing or bool(posting.requirements))
