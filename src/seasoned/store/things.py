"""Small things that a person keeps many of (offers, contacts, dossier entries), each by its own id.

Each is a statement of its own subject, so that a change writes one thing and not all of them; the
earlier ones stay as its history. A thing that was dropped stays too, until erased.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from seasoned.errors import UnknownId
from seasoned.store.people import state
from seasoned.store.rows import plain, value_from
from seasoned.store.tables import Statement
from seasoned.store.versions import locked, next_number, together


class Thing(Protocol):
    """Whatever has an id."""

    @property
    def id(self) -> str:
        """Its id, unlike that of any other thing of its kind."""


T = TypeVar("T", bound=Thing)

STEM = 20
"""Letters of a name that stand in an id; subjects have 40 in all."""


def new_key(person: int, name: str) -> str:
    """An id from a name and a number that nothing else of this person has."""
    stem = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:STEM].strip("-") or "thing"
    return f"{stem}-{next_number(person)}"


def keep_thing(person: int, kind: str, thing: T) -> T:
    """Store a thing, new or in place of the one of its id."""
    state(person, _subject(kind, thing.id), {"value": plain(thing), "dropped": False})
    return thing


def change_thing(person: int, kind: str, cls: type[T], key: str, edit: Callable[[T], T]) -> T:
    """The thing after an edit, made while no one else can write. Raises UnknownId."""
    with together():
        locked(person)
        return keep_thing(person, kind, edit(load_thing(person, kind, cls, key)))


def drop_thing(person: int, kind: str, key: str, *, undo: bool = False) -> None:
    """Take a thing off the list, or bring it back. Raises UnknownId."""
    with together():
        locked(person)
        body = _bodies(person, kind).get(key)
        if body is None:
            raise UnknownId(kind, key, tuple(_bodies(person, kind)))
        state(person, _subject(kind, key), {**body, "dropped": not undo})


def list_things(
    person: int, kind: str, cls: type[T], *, with_dropped: bool = False
) -> tuple[T, ...]:
    """Every thing of a kind as it stands now, in the order in which they were added."""
    return tuple(
        value_from(cls, body["value"])
        for body in _bodies(person, kind).values()
        if with_dropped or not body["dropped"]
    )


def load_thing(person: int, kind: str, cls: type[T], key: str) -> T:
    """One thing as it stands now, dropped or not. Raises UnknownId with the nearest id."""
    bodies = _bodies(person, kind)
    if key not in bodies:
        raise UnknownId(kind, key, tuple(bodies))
    return value_from(cls, bodies[key]["value"])


def keys_of(person: int, kind: str) -> tuple[str, ...]:
    """Ids of all things of a kind, dropped ones too."""
    return tuple(_bodies(person, kind))


def _bodies(person: int, kind: str) -> dict[str, dict[str, Any]]:
    """The newest body of each thing by id; the first time that it was said settles the order."""
    prefix = _subject(kind, "")
    rows = Statement.objects.filter(person_id=person, subject__startswith=prefix).order_by("pk")
    return {row.subject.removeprefix(prefix): row.body for row in rows}


def _subject(kind: str, key: str) -> str:
    return f"{kind}:{key}"
