"""Things that change by a new version: the way evidence, adverts, notes and tests are kept.

Every function takes the table as ``rows``. Writers of one person's things take turns by holding
the person's row; the unique constraint on version numbers stands behind that.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeAlias

from django.db import transaction
from django.db.models import F, Max, Min

from seasoned.errors import Missing, UnknownId
from seasoned.store.tables import (
    EvidenceVersion,
    NoteVersion,
    Person,
    PostingVersion,
    SittingVersion,
)

Rows: TypeAlias = (
    type[EvidenceVersion] | type[PostingVersion] | type[NoteVersion] | type[SittingVersion]
)
Body: TypeAlias = dict[str, Any]


def locked(person: int) -> Person:
    """The person's row, held until the transaction ends. Raises Missing for nobody."""
    row = Person.objects.select_for_update().filter(pk=person).first()
    if row is None:
        raise Missing("person", person)
    return row


def add(rows: Rows, person: int, body: Body, *, prefix: str, closed: bool = False) -> str:
    """Append a thing's first version under its own id, or the next free one; returns the id."""
    with transaction.atomic():
        locked(person)
        key = str(body.get("id") or "")
        if not key or rows._default_manager.filter(person_id=person, key=key).exists():
            key = _free_key(rows, person, key or prefix)
        rows._default_manager.create(
            person_id=person, key=key, number=1, body={**body, "id": key}, closed=closed
        )
    return key


def change(
    rows: Rows,
    person: int,
    key: str,
    edit: Callable[[Body], Body],
    *,
    what: str,
    closed: bool | None = None,
) -> Body:
    """Read the newest version, edit it and append the result, while nobody else can.

    ``closed`` None keeps the thing open or closed as it is. An edit that changes nothing adds
    no version. Raises UnknownId with the nearest id.
    """
    with transaction.atomic():
        locked(person)
        last = newest(rows, person, key, what=what)
        body = {**edit(dict(last.body)), "id": key}
        shut = last.closed if closed is None else closed
        if body != last.body or shut != last.closed:
            rows._default_manager.create(
                person_id=person, key=key, number=last.number + 1, body=body, closed=shut
            )
    return body


def newest(rows: Rows, person: int, key: str, *, what: str) -> Any:
    """The newest version of one thing. Raises UnknownId with the nearest id."""
    found = rows._default_manager.filter(person_id=person, key=key).order_by("-number").first()
    if found is None:
        known = rows._default_manager.filter(person_id=person).values_list("key", flat=True)
        raise UnknownId(what, key, tuple(dict.fromkeys(known)))
    return found


def current(rows: Rows, person: int, *, with_closed: bool = False) -> list[Any]:
    """The newest version of each thing, in the order in which the things were first added."""
    mine = rows._default_manager.filter(person_id=person)
    last = {row["key"]: row for row in mine.values("key").annotate(last=Max("pk"), first=Min("pk"))}
    found = mine.filter(pk__in=[row["last"] for row in last.values()])
    open_ones = [row for row in found if with_closed or not row.closed]
    return sorted(open_ones, key=lambda row: int(last[row.key]["first"]))


def history(rows: Rows, person: int, key: str, *, what: str) -> list[Any]:
    """Every version of one thing, oldest first. Raises UnknownId with the nearest id."""
    newest(rows, person, key, what=what)
    return list(rows._default_manager.filter(person_id=person, key=key).order_by("number"))


def next_number(person: int) -> int:
    """A number that nothing else of this person has or will have; counted in the database."""
    with transaction.atomic():
        Person.objects.filter(pk=person).update(counter=F("counter") + 1)
        return locked(person).counter


def _free_key(rows: Rows, person: int, stem: str) -> str:
    while True:
        key = f"{stem}-{next_number(person)}"
        if not rows._default_manager.filter(person_id=person, key=key).exists():
            return key


def together() -> AbstractContextManager[None]:
    """What is stored inside is stored all or not at all."""
    whole: AbstractContextManager[None] = transaction.atomic()
    return whole
