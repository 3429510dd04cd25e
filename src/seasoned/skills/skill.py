"""Skill, Area and the level scale that everything in Seasoned speaks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LEVEL_NAMES = ("with help", "on their own", "leads the hard cases", "sets the standard")
"""What levels 1 to 4 mean in two words; each skill says it in observable words of its own."""

LOGIT_OFFSET = 2.5
"""level = logit + 2.5: authors' levels 1, 2, 3, 4 lie at -1.5, -0.5, 0.5, 1.5 logits, so one
level is one logit and item difficulties, ratings and expectations share one ruler."""


class Area(StrEnum):
    """The five areas of the work."""

    DATA = "data"
    MODELS = "models"
    SYSTEMS = "systems"
    OPS = "ops"
    LEADERSHIP = "leadership"


class TermKind(StrEnum):
    """What a term names."""

    CONCEPT = "concept"
    TOOL = "tool"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifiers:
    """The same thing in public taxonomies, where one fits."""

    esco: str = ""
    onet: str = ""
    lightcast: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A name that a skill goes by in adverts and CVs.

    ``name`` is canonical: what the thing is usually called. ``misspellings`` are found like
    ``aliases``. ``exact_case``: matches only as written (``R``, ``Go``, ``Spark``). ``near``: if
    given, the term counts only when one of these words stands within about 60 characters (``R``
    near ``Python, SQL, statistics``). ``not_near``: words that veto it (``Series C``).
    ``same_as``: the canonical name of the term of this skill that it says in another language or
    case, where that needs rules of its own. ``human``: names a human quality.
    """

    name: str
    kind: TermKind = TermKind.CONCEPT
    aliases: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    exact_case: bool = False
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    language: str = "en"
    same_as: str = ""
    human: bool = False
    identifiers: Identifiers = Identifiers()

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Every written form, the canonical one first."""
        return (self.name, *self.aliases, *self.misspellings)

    @property
    def canonical(self) -> str:
        """The name that a mention is reported under, in whatever language it was written."""
        return self.same_as or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """Something that can be learned, with its names, its neighbours and four levels.

    ``formerly``: ids that it had in earlier content, or ids of skills that were merged into it.
    ``human``: its concepts are human qualities, which adverts ask apart from technical names.
    """

    id: str
    name: str
    area: Area
    summary: str
    levels: tuple[str, ...]
    terms: tuple[Term, ...]
    prerequisites: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    only_inside: bool = False
    human: bool = False
    formerly: tuple[str, ...] = ()
    identifiers: Identifiers = Identifiers()
