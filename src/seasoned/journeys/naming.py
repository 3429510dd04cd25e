"""From what a person types to the id it means: skills, stages, expectations and the rest."""

from __future__ import annotations

from collections.abc import Mapping

from seasoned.errors import InvalidValue, UnknownId, nearest
from seasoned.journeys.content import Content
from seasoned.skills.skill import Skill


def skill_named(skills: Mapping[str, Skill], typed: str) -> str:
    """The id of the skill of that id, name or term, whatever its case. Raises UnknownId."""
    if typed in skills:
        return typed
    wanted = _folded(typed)
    for names in (_ids_and_names(skills), _terms(skills)):
        if wanted in names:
            return names[wanted]
    near = tuple({*skills, *_ids_and_names(skills)})
    raise UnknownId("skill", typed, near if nearest(typed, near) else tuple(skills))


def rating_from(skills: Mapping[str, Skill], typed: str) -> tuple[str, float]:
    """Skill and level from ``python=3`` or ``python 3``. Raises UnknownId or InvalidValue."""
    name, sign, level = typed.rpartition("=") if "=" in typed else typed.rpartition(" ")
    if not sign or not name.strip():
        raise InvalidValue("rating", typed, "written like python=3")
    try:
        return skill_named(skills, name.strip()), float(level.replace(",", "."))
    except ValueError:
        raise InvalidValue("level", level, "a number from 0 to 5") from None


def known(what: str, given: str, ids: Mapping[str, object]) -> str:
    """The id itself when it is known. Raises UnknownId with the nearest."""
    if given not in ids:
        raise UnknownId(what, given, tuple(ids))
    return given


def expectation_words(content: Content) -> dict[str, str]:
    """What every expectation of every ladder says, by its id."""
    return {e.id: e.statement for ladder in content.ladders.values() for e in ladder.expectations}


def _ids_and_names(skills: Mapping[str, Skill]) -> dict[str, str]:
    named = {_folded(skill.name): name for name, skill in skills.items()}
    return {**named, **{_folded(name): name for name in skills}}


def _terms(skills: Mapping[str, Skill]) -> dict[str, str]:
    return {
        _folded(surface): name
        for name, skill in skills.items()
        for term in skill.terms
        for surface in term.surfaces
    }


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
