"""Results as they were computed, with the fingerprint of the content; they never change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from seasoned.errors import Missing
from seasoned.store import tables
from seasoned.store.rows import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A stored result: what kind, for which day, from which content, and the result itself."""

    id: int
    kind: str
    at: date
    fingerprint: str
    payload: Any
    saved_at: datetime


def save_snapshot(person: int, kind: str, at: date, fingerprint: str, payload: Any) -> int:
    """Keep a result; returns its id, that of the last one when that says the very same."""
    body = plain(payload)
    mine = tables.Snapshot.objects.filter(person_id=person, kind=kind)
    last = mine.order_by("-pk").first()
    if last is not None and (last.at, last.fingerprint, last.payload) == (at, fingerprint, body):
        return last.pk
    return tables.Snapshot.objects.create(
        person_id=person, kind=kind, at=at, fingerprint=fingerprint, payload=body
    ).pk


def list_snapshots(person: int, kind: str = "") -> tuple[Snapshot, ...]:
    """Stored results, newest first, of one kind or of every kind."""
    rows = tables.Snapshot.objects.filter(person_id=person).order_by("-pk")
    return tuple(_snapshot(row) for row in (rows.filter(kind=kind) if kind else rows))


def latest_snapshot(person: int, kind: str) -> Snapshot | None:
    """The newest stored result of a kind, or None when there is none."""
    row = tables.Snapshot.objects.filter(person_id=person, kind=kind).order_by("-pk").first()
    return _snapshot(row) if row is not None else None


def load_snapshot(key: int, person: int | None = None) -> Snapshot:
    """One stored result, of this person when one is named. Raises Missing."""
    rows = tables.Snapshot.objects.filter(pk=key)
    row = (rows if person is None else rows.filter(person_id=person)).first()
    if row is None:
        raise Missing("result", key)
    return _snapshot(row)


def _snapshot(row: tables.Snapshot) -> Snapshot:
    return Snapshot(
        id=row.pk,
        kind=row.kind,
        at=row.at,
        fingerprint=row.fingerprint,
        payload=row.payload,
        saved_at=row.saved_at,
    )
