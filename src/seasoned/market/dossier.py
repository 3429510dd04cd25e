"""Dossier: what is known of a company, each thing with its source and date, and what repeats over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from seasoned.errors import InvalidValue
from seasoned.market.posting import Posting, Strength
from seasoned.skills.finding import Finder

ENOUGH = 3
"""Companies from which on something counts as a pattern: two may be chance or copy."""

KINDS = ("stack", "design", "process", "scale", "team", "culture", "other")

USED = (Strength.REQUIRED, Strength.PREFERRED, Strength.DUTY)
"""Strengths with which an advert says that a company works with something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing known of a company.

    ``what``: stack, design, process, scale, team, culture or other. ``source``: the address of
    the page, or the talk or person it is from. ``at``: its date. ``patterns``: names that the
    person gives to what is done there, such as "one feature store per team".
    """

    id: str
    company: str
    what: str
    text: str
    source: str
    at: date
    patterns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("company", "text", "source"):
            if not getattr(self, name).strip():
                raise InvalidValue(name, getattr(self, name), _LEGAL[name])
        if self.what not in KINDS:
            raise InvalidValue("what", self.what, f"one of {', '.join(KINDS)}")
        if ":" in self.source and self.source.split(":")[0].lower() in ("javascript", "data"):
            raise InvalidValue("source", self.source, _LEGAL["source"])

    @property
    def address(self) -> str:
        """The source where it is a page that one can open; else empty."""
        return self.source if urlsplit(self.source).scheme in ("http", "https") else ""


_LEGAL = {
    "company": "the name of the company",
    "text": "some words on what is done there",
    "source": "the address of the page, or who said it",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Something that a company does, as one source says it. ``posting``: the advert, if it is one."""

    name: str
    company: str
    source: str
    at: date | None
    entry: str = ""
    posting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything known of one company: the person's entries, and what its adverts work with."""

    company: str
    entries: tuple[Entry, ...]
    from_adverts: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A term, or a pattern that the person named, found in three companies or more."""

    name: str
    companies: tuple[str, ...]
    said: tuple[Said, ...]


def dossiers(
    entries: Sequence[Entry], postings: Sequence[Posting], company: str = ""
) -> tuple[Dossier, ...]:
    """One dossier a company, by name; only that company's where one is named."""
    named: dict[str, str] = {}
    for name in (*(one.company for one in entries), *(one.company for one in postings)):
        if name.strip() and (not company.strip() or company_key(name) == company_key(company)):
            named.setdefault(company_key(name), " ".join(name.split()))
    return tuple(
        Dossier(
            company=name,
            entries=_newest_first(one for one in entries if company_key(one.company) == key),
            from_adverts=tuple(
                said
                for posting in postings
                if company_key(posting.company) == key
                for said in _used(posting, name)
            ),
        )
        for key, name in sorted(named.items())
    )


def patterns(
    entries: Sequence[Entry],
    postings: Sequence[Posting],
    finder: Finder,
    *,
    least: int = ENOUGH,
) -> tuple[Pattern, ...]:
    """What several companies do, those of most companies first, with every source."""
    written = (*(one.company for one in postings), *(one.company for one in entries))
    names = {company_key(name): name for name in written}
    heard = [said for entry in entries for said in _named(entry, finder)]
    heard += [said for one in postings if one.company.strip() for said in _used(one, one.company)]
    groups: dict[str, list[Said]] = {}
    for said in heard:
        groups.setdefault(said.name.casefold(), []).append(said)
    found = (_pattern(group, names) for group in groups.values())
    kept = (one for one in found if len(one.companies) >= least)
    return tuple(sorted(kept, key=lambda one: (-len(one.companies), one.name.casefold())))


def company_key(name: str) -> str:
    """A company's name without what does not matter: case, doubled spaces, the legal form.

    Examples
    --------
    >>> company_key("ACME  GmbH") == company_key("Acme")
    True
    """
    words = name.casefold().replace(",", " ").split()
    while len(words) > 1 and words[-1].replace(".", "") in _FORMS:
        words.pop()
    return " ".join(words)


_FORMS = frozenset(
    ("gmbh", "ag", "inc", "ltd", "llc", "se", "sro", "as", "bv", "plc", "corp", "sa")
)
"""Legal forms, without their points."""


def _pattern(said: Sequence[Said], names: Mapping[str, str]) -> Pattern:
    keys = dict.fromkeys(company_key(one.company) for one in said)
    return Pattern(
        name=said[0].name, companies=tuple(sorted(names[key] for key in keys)), said=tuple(said)
    )


def _named(entry: Entry, finder: Finder) -> Iterator[Said]:
    """Terms that an entry names, and the patterns that the person gave it."""
    terms = (mention.term for mention in finder.mentions(entry.text) if not mention.human)
    for name in dict.fromkeys((*entry.patterns, *terms)):
        yield Said(
            name=name, company=entry.company, source=entry.source, at=entry.at, entry=entry.id
        )


def _used(posting: Posting, company: str) -> Iterator[Said]:
    """Terms that an advert says the company works with or asks for, each once."""
    terms = (one.term for one in posting.named if one.strength in USED and not one.human)
    for term in dict.fromkeys(terms):
        yield Said(
            name=term,
            company=company,
            source=posting.url or posting.source or posting.title,
            at=posting.posted,
            posting=posting.id,
        )


def _newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda one: one.at, reverse=True))
