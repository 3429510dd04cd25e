"""Posting: a job advert read into what it asks, each value with the words that say it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where in the posting's text something stands, and the words."""

    start: int
    end: int
    quote: str


class Strength(StrEnum):
    """How an advert speaks of a skill; only the first two are asked. ``denied``: said not to be."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    DUTY = "duty"
    MENTIONED = "mentioned"
    DENIED = "denied"


ASKED = (Strength.REQUIRED, Strength.PREFERRED)
"""Strengths that ask something of the person."""


class Source(StrEnum):
    """Whether a value comes from the words of an advert or from a data field beside them."""

    TEXT = "text"
    FIELD = "field"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A term at one place of an advert: its canonical name, its skill, and how it is spoken of.

    ``choice`` numbers the alternatives of which one is enough, from 1; 0 where it stands alone.
    ``human``: a human quality and no technical name. ``corrected``: a person said so, and the
    reader thought otherwise.
    """

    term: str
    skill: str
    strength: Strength
    span: Span
    choice: int = 0
    human: bool = False
    corrected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A technical word that the vocabulary does not hold: seen, not known, kept for review."""

    surface: str
    strength: Strength
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One asked skill, or alternatives of which one is enough, with the sentence that asks it.

    ``terms``: the canonical names under which it is asked; several terms may be one skill.
    """

    any_of: tuple[str, ...]
    strength: Strength
    surfaces: tuple[str, ...]
    span: Span
    level: float
    years: float | None = None
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftSkill:
    """A human quality that an advert asks, under its plain name: "communication", "curiosity"."""

    name: str
    strength: Strength
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenLanguage:
    """A spoken language asked: its ISO 639-1 code, and a level of the Common European Framework
    where the advert names one or says it in words (``B2``, ``C2``; empty where it does not)."""

    code: str
    strength: Strength
    span: Span
    level: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One value of an advert with its words and source; where text and data field differ, there
    are two facts of one ``kind``.

    ``kind``: title, company, location, workplace, seniority, visa, posted, salary, company-size,
    data-scale, team-size. A fact from a data field has an empty span.
    """

    kind: str
    value: str
    span: Span
    source: Source = Source.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class StageEstimate:
    """How likely each stage of the built-in ladder is what the advert means, in per cent summing
    to 100, with the words that tell; ``words`` say it in a sentence."""

    shares: tuple[tuple[str, float], ...]
    words: str
    spans: tuple[Span, ...] = ()

    @property
    def likeliest(self) -> str:
        """The stage that the advert most probably means."""
        return max(self.shares, key=lambda pair: pair[1])[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Something its author may want to mend: what, in which words, and how.

    ``kind``: impossible-years, many-years, many-musts, no-pay, wide-pay, gendered-word,
    talent-word, machine-words, asks-nothing.
    """

    kind: str
    words: str
    remedy: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """Years of experience asked; ``instead`` holds exceptions by degree, in words, ``fewest`` the
    years of the mildest of them, and ``most`` those that go with the lowest degree."""

    lower: float
    upper: float | None
    span: Span
    subject: str = ""
    strength: Strength = Strength.REQUIRED
    instead: str = ""
    fewest: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DegreeAsked:
    """Degree asked, with field and whether an equivalent counts."""

    degree: str
    span: Span
    fields: tuple[str, ...] = ()
    or_equivalent: bool = False
    strength: Strength = Strength.REQUIRED


@dataclass(frozen=True, slots=True, kw_only=True)
class Salary:
    """Pay as stated: range, currency, period; never invented.

    ``period_stated`` False: the text names no period and the sum fits a year only. An empty span
    means that a data field of the page says it and no words do.
    """

    low: float
    high: float | None
    currency: str
    period: str
    span: Span
    period_stated: bool = True
    source: Source = Source.TEXT


ROLE_KINDS = ("research", "product", "platform", "mlops", "software", "analytics")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleShare:
    """A share of the work in per cent, with the words that speak for it."""

    role: str
    share: float
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """An advert as read. ``asks_nothing``: it states no requirement, which is an answer too.

    ``named`` holds every technical term at its place; ``requirements`` follow from it, by skill.
    ``workplace``: remote, hybrid, onsite or empty. ``seniority``: intern, junior, mid, senior,
    staff, lead, manager or empty. ``visa``: offered, not offered or empty.
    """

    id: str
    title: str
    text: str
    requirements: tuple[Requirement, ...] = ()
    years: tuple[Years, ...] = ()
    degrees: tuple[DegreeAsked, ...] = ()
    salary: Salary | None = None
    role_mix: tuple[RoleShare, ...] = ()
    company: str = ""
    location: str = ""
    workplace: str = ""
    source: str = ""
    url: str = ""
    posted: date | None = None
    language: str = "en"
    asks_nothing: bool = False
    sample: bool = False
    archived: bool = False
    notes: tuple[str, ...] = ()
    named: tuple[Named, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    soft_skills: tuple[SoftSkill, ...] = ()
    spoken: tuple[SpokenLanguage, ...] = ()
    seniority: str = ""
    visa: str = ""
    stage: StageEstimate | None = None
    facts: tuple[Fact, ...] = ()
    flags: tuple[Flag, ...] = ()

    @property
    def asked(self) -> tuple[Requirement, ...]:
        """Requirements that the advert really asks, as must or as wish."""
        return tuple(r for r in self.requirements if r.strength in ASKED)

    @property
    def required(self) -> tuple[str, ...]:
        """Canonical names of the technical terms that are a must, in the order of the text."""
        return self._terms(Strength.REQUIRED)

    @property
    def preferred(self) -> tuple[str, ...]:
        """Canonical names of the technical terms that are a wish and no must."""
        musts = set(self.required)
        return tuple(term for term in self._terms(Strength.PREFERRED) if term not in musts)

    @property
    def years_required(self) -> float | None:
        """The years of experience asked of whoever has the lowest degree that is enough.

        None where none are asked. Of several demands the largest counts, as who meets it meets
        the others; "a bachelor's degree and 5 years, or a master's and 3" asks 5, as
        ``degree_required`` is the bachelor's; ``Years.fewest`` holds the 3.
        """
        asked = [y for y in self.years if y.strength is Strength.REQUIRED]
        return max((y.lower if y.most is None else y.most for y in asked), default=None)

    @property
    def degree_required(self) -> str:
        """The lowest degree that is enough: first, higher or doctorate; empty where none is asked."""
        return next((d.degree for d in self.degrees if d.strength is Strength.REQUIRED), "")

    def said(self, kind: str) -> tuple[Fact, ...]:
        """What text and data field say of one kind of thing; two facts where they differ."""
        return tuple(fact for fact in self.facts if fact.kind == kind)

    def _terms(self, strength: Strength) -> tuple[str, ...]:
        said = (n.term for n in self.named if n.strength is strength and not n.human)
        return tuple(dict.fromkeys(said))
