"""Sense checks on hats: areas, skills, and names that two hats claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from seasoned.catalogue import Shelf
from seasoned.errors import Problem, meant
from seasoned.ladder.hat import Hat, hat_key
from seasoned.skills.skill import Skill


def problems(shelf: Shelf[Hat], skills: Mapping[str, Skill]) -> Iterator[Problem]:
    """Everything that makes no sense in the hats, taken together."""
    owner: dict[str, str] = {}
    for name, hat in shelf.things.items():
        path = str(shelf.paths[name])
        yield from _areas(hat, path)
        yield from _skills(hat, skills, path)
        yield from _names(hat, owner, path)


def _areas(hat: Hat, path: str) -> Iterator[Problem]:
    if not hat.areas:
        hint = "name at least one area whose expectations it draws on"
        yield Problem(path=path, field="areas", message="is empty", suggestion=hint)
    if len(set(hat.areas)) != len(hat.areas):
        yield Problem(path=path, field="areas", message="names an area twice")


def _skills(hat: Hat, known: Mapping[str, Skill], path: str) -> Iterator[Problem]:
    for name in hat.skills:
        message, hint = _wrong(hat, name, known)
        if message:
            yield Problem(path=path, field="skills", message=message, suggestion=hint)


def _wrong(hat: Hat, name: str, known: Mapping[str, Skill]) -> tuple[str, str]:
    if name not in known:
        return f"names {name!r}, which is no skill", meant(name, tuple(known))
    area = known[name].area
    if area not in hat.areas:
        return f"names {name!r}, of the area {area.value}", f"add {area.value!r} to its areas"
    return "", ""


def _names(hat: Hat, owner: dict[str, str], path: str) -> Iterator[Problem]:
    for key in dict.fromkeys(map(hat_key, (hat.id, *hat.names))):
        other = owner.setdefault(key, hat.id)
        if other != hat.id:
            hint = "keep it with one of them"
            message = f"{key!r} already belongs to {other}"
            yield Problem(path=path, field="aliases", message=message, suggestion=hint)
