"""Notes as they are kept: appended, superseded by newer versions, dropped; pictures by their bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction

from seasoned.documents.picture import Picture
from seasoned.errors import Missing
from seasoned.profile.note import Attached, Note
from seasoned.store import tables, versions
from seasoned.store.rows import plain, value_from
from seasoned.store.tables import NoteVersion

WHAT = "note"


def add_note(person: int, note: Note) -> str:
    """Store a new note, whose pictures are kept already; returns its id."""
    return versions.add(NoteVersion, person, plain(note), prefix="n")


def change_note(person: int, key: str, edit: Callable[[Note], Note]) -> Note:
    """The note after an edit of its newest version; the earlier one stays in its history.

    Raises UnknownId when there is no such note.
    """

    def edited(body: dict[str, Any]) -> dict[str, Any]:
        changed: dict[str, Any] = plain(edit(value_from(Note, body)))
        return changed

    return value_from(Note, versions.change(NoteVersion, person, key, edited, what=WHAT))


def drop_note(person: int, key: str) -> None:
    """Take the note off the list; its history and pictures stay until erased. Raises UnknownId."""
    versions.change(NoteVersion, person, key, _same, what=WHAT, closed=True)


def undrop_note(person: int, key: str) -> None:
    """Bring a dropped note back. Raises UnknownId."""
    versions.change(NoteVersion, person, key, _same, what=WHAT, closed=False)


def list_notes(person: int, *, with_dropped: bool = False) -> tuple[Note, ...]:
    """Every note as it stands now, in the order in which they were added; no picture is read."""
    rows = versions.current(NoteVersion, person, with_closed=with_dropped)
    return tuple(value_from(Note, row.body) for row in rows)


def load_note(person: int, key: str) -> Note:
    """One note as it stands now, dropped or not. Raises UnknownId."""
    return value_from(Note, versions.newest(NoteVersion, person, key, what=WHAT).body)


def dropped_notes(person: int) -> frozenset[str]:
    """Ids of the notes that were dropped."""
    rows = versions.current(NoteVersion, person, with_closed=True)
    return frozenset(row.key for row in rows if row.closed)


def note_history(person: int, key: str) -> tuple[Note, ...]:
    """Every version of a note, oldest first. Raises UnknownId."""
    rows = versions.history(NoteVersion, person, key, what=WHAT)
    return tuple(value_from(Note, row.body) for row in rows)


def keep_pictures(person: int, pictures: Iterable[Picture]) -> tuple[Attached, ...]:
    """Store the bytes of pictures, each once, all or none; returns what a note says of them."""
    with transaction.atomic():
        versions.locked(person)
        return tuple(dict.fromkeys(_kept(person, picture) for picture in pictures))


def load_picture(person: int, key: str) -> tuple[str, bytes]:
    """The media type and the bytes of a picture of this person. Raises Missing."""
    row = tables.Picture.objects.filter(person_id=person, key=key).first()
    if row is None:
        raise Missing("picture", key)
    return row.kind, bytes(row.body)


def _kept(person: int, picture: Picture) -> Attached:
    key = hashlib.sha256(picture.body).hexdigest()
    tables.Picture.objects.get_or_create(
        person_id=person, key=key, defaults={"kind": picture.kind, "body": picture.body}
    )
    return Attached(
        id=key,
        kind=picture.kind,
        width=picture.width,
        height=picture.height,
        size=len(picture.body),
    )


def _same(body: dict[str, Any]) -> dict[str, Any]:
    return body
