"""What a talk with someone in the job says about an advert: confirms a requirement or contradicts it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from seasoned.errors import InputError
from seasoned.journeys.naming import skill_named
from seasoned.market.correcting import strengthened
from seasoned.market.posting import Posting, Requirement, Span, Strength
from seasoned.skills.skill import Skill

USUAL_LEVEL = 2.0
"""Level taken for a skill that a talk names and the advert does not: on their own."""


def told(
    posting: Posting,
    skills: Mapping[str, Skill],
    *,
    confirmed: Sequence[str] = (),
    contradicted: Sequence[str] = (),
    note: str = "",
) -> Posting:
    """The advert after a talk: what was confirmed is required, what was contradicted only mentioned.

    A confirmed skill that the advert does not name is added, with the note as its words. Raises
    UnknownId for no skill, InputError when the same skill is confirmed and contradicted.
    """
    yes = {skill_named(skills, name) for name in confirmed}
    no = {skill_named(skills, name) for name in contradicted}
    if yes & no:
        raise InputError(
            f"{', '.join(sorted(yes & no))} cannot be confirmed and contradicted at once."
        )
    posting = strengthened(posting, no, Strength.MENTIONED)
    posting = strengthened(posting, yes, Strength.REQUIRED)
    kept = tuple(_heard(requirement, yes, no) for requirement in posting.requirements)
    named = {skill for requirement in kept for skill in requirement.any_of}
    added = tuple(_from_talk(skill, note) for skill in sorted(yes - named))
    notes = (*posting.notes, *_noted(yes, no, note))
    return replace(
        posting,
        requirements=(*kept, *added),
        notes=notes,
        asks_nothing=posting.asks_nothing and not added,
    )


def _heard(requirement: Requirement, yes: Collection[str], no: Collection[str]) -> Requirement:
    if set(requirement.any_of) & set(yes):
        return replace(requirement, strength=Strength.REQUIRED)
    if set(requirement.any_of) <= set(no):
        return replace(requirement, strength=Strength.MENTIONED)
    return requirement


def _from_talk(skill: str, note: str) -> Requirement:
    return Requirement(
        any_of=(skill,),
        strength=Strength.REQUIRED,
        surfaces=(),
        level=USUAL_LEVEL,
        span=Span(start=0, end=0, quote=note or "told in a talk"),
    )


def _noted(yes: Collection[str], no: Collection[str], note: str) -> tuple[str, ...]:
    said = [f"confirmed: {', '.join(sorted(yes))}"] if yes else []
    said += [f"contradicted: {', '.join(sorted(no))}"] if no else []
    words = "; ".join([*said, note] if note else said)
    return (words,) if words else ()
