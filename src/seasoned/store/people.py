"""Whose facts these are, and what they said about themselves; said again, the latest counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction

from seasoned.errors import Missing
from seasoned.profile.person import Education, Leave, Profile, Role, Wishes
from seasoned.store.evidence import list_evidence
from seasoned.store.rows import plain, storable, value_from
from seasoned.store.tables import Person, Statement
from seasoned.store.versions import locked


def ensure_person(handle: str = "me") -> int:
    """The key of the person of that handle, who is made when not there yet."""
    try:
        with transaction.atomic():
            person, _ = Person.objects.get_or_create(handle=storable(handle))
    except IntegrityError:  # another process made it in the same moment
        person = Person.objects.get(handle=storable(handle))
    return person.pk


def find_person(handle: str) -> int | None:
    """The key of the person of that handle, or None."""
    return Person.objects.filter(handle=storable(handle)).values_list("pk", flat=True).first()


def handle_of(person: int) -> str:
    """The handle of a person. Raises Missing."""
    row = Person.objects.filter(pk=person).first()
    if row is None:
        raise Missing("person", person)
    return row.handle


def handles() -> tuple[str, ...]:
    """Everyone who is kept here, by handle."""
    return tuple(Person.objects.order_by("handle").values_list("handle", flat=True))


def load_profile(person: int) -> Profile:
    """Everything stored about a person, as one value; dropped evidence is left out."""
    said = latest(person)
    return Profile(
        name=said.get("name", ""),
        roles=value_from(tuple[Role, ...], said.get("roles", [])),
        education=value_from(tuple[Education, ...], said.get("education", [])),
        leaves=value_from(tuple[Leave, ...], said.get("leaves", [])),
        wishes=value_from(Wishes, said.get("wishes", {})),
        evidence=list_evidence(person),
    )


def save_profile(person: int, profile: Profile) -> None:
    """Store every part of a profile but its evidence, each as a new statement."""
    with transaction.atomic():
        set_name(person, profile.name)
        save_roles(person, profile.roles)
        save_education(person, profile.education)
        save_leaves(person, profile.leaves)
        save_wishes(person, profile.wishes)


def set_name(person: int, name: str) -> None:
    """What the person wants to be called; it enters no score."""
    state(person, "name", name)


def save_roles(person: int, roles: Sequence[Role]) -> None:
    """All roles, in place of the ones named before."""
    state(person, "roles", tuple(roles))


def save_education(person: int, education: Sequence[Education]) -> None:
    """All education, in place of what was named before."""
    state(person, "education", tuple(education))


def save_leaves(person: int, leaves: Sequence[Leave]) -> None:
    """All leaves, in place of the ones named before."""
    state(person, "leaves", tuple(leaves))


def save_wishes(person: int, wishes: Wishes) -> None:
    """Where the person wants to go, in place of what was wished before."""
    state(person, "wishes", wishes)


def state(person: int, subject: str, value: Any) -> None:
    """Append a statement, unless it repeats the latest one. Raises Missing for nobody."""
    body = plain(value)
    with transaction.atomic():
        locked(person)
        if _last(person, subject) != [body]:
            Statement.objects.create(person_id=person, subject=subject, body=body)


def latest(person: int) -> dict[str, Any]:
    """The latest statement on each subject. Raises Missing when the person is not there."""
    if not Person.objects.filter(pk=person).exists():
        raise Missing("person", person)
    rows = Statement.objects.filter(person_id=person).order_by("pk")
    return {row.subject: row.body for row in rows}


def history(person: int, subject: str) -> list[dict[str, Any]]:
    """Everything said about one subject, oldest first, with the moment it was said."""
    rows = Statement.objects.filter(person_id=person, subject=subject).order_by("pk")
    return [{"said_at": row.said_at.isoformat(), "body": row.body} for row in rows]


def _last(person: int, subject: str) -> list[Any]:
    rows = Statement.objects.filter(person_id=person, subject=subject).order_by("-pk")
    return list(rows.values_list("body", flat=True)[:1])
