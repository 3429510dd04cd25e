"""Evidence as it is kept: appended, superseded by newer versions, dropped by a tombstone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from django.db import transaction

from seasoned.profile.evidence import Evidence
from seasoned.store import versions
from seasoned.store.rows import plain, value_from
from seasoned.store.tables import EvidenceVersion

WHAT = "piece of evidence"


def add_evidence(person: int, evidence: Evidence) -> str:
    """Store a new piece; returns its id, which is its own when that is free."""
    return versions.add(EvidenceVersion, person, plain(evidence), prefix="e")


def add_all_evidence(person: int, evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """Store several pieces, all or none; returns their ids."""
    with transaction.atomic():
        return tuple(add_evidence(person, piece) for piece in evidence)


def edit_evidence(person: int, key: str, evidence: Evidence) -> Evidence:
    """A new version in place of the piece; the earlier one stays in its history."""
    return change_evidence(person, key, lambda _: evidence)


def change_evidence(person: int, key: str, edit: Callable[[Evidence], Evidence]) -> Evidence:
    """The piece after an edit of its newest version, made while no one else can write.

    Raises UnknownId when there is no such piece.
    """
    body = versions.change(EvidenceVersion, person, key, _on_values(edit), what=WHAT)
    return value_from(Evidence, body)


def drop_evidence(person: int, key: str) -> None:
    """Take the piece out of every number from now on; its history stays until erased."""
    versions.change(EvidenceVersion, person, key, _same, what=WHAT, closed=True)


def undrop_evidence(person: int, key: str) -> None:
    """Count a dropped piece again."""
    versions.change(EvidenceVersion, person, key, _same, what=WHAT, closed=False)


def confirm_evidence(person: int, keys: Iterable[str]) -> tuple[Evidence, ...]:
    """Count these suggestions from now on, all or none."""
    with transaction.atomic():
        return tuple(change_evidence(person, key, _confirmed) for key in keys)


def list_evidence(person: int, *, with_dropped: bool = False) -> tuple[Evidence, ...]:
    """Every piece as it stands now, in the order in which they were added."""
    rows = versions.current(EvidenceVersion, person, with_closed=with_dropped)
    return tuple(value_from(Evidence, row.body) for row in rows)


def load_evidence(person: int, key: str) -> Evidence:
    """One piece as it stands now, dropped or not. Raises UnknownId."""
    return value_from(Evidence, versions.newest(EvidenceVersion, person, key, what=WHAT).body)


def dropped_ids(person: int) -> frozenset[str]:
    """Ids of the pieces that were dropped."""
    rows = versions.current(EvidenceVersion, person, with_closed=True)
    return frozenset(row.key for row in rows if row.closed)


def evidence_history(person: int, key: str) -> tuple[Evidence, ...]:
    """Every version of a piece, oldest first. Raises UnknownId."""
    rows = versions.history(EvidenceVersion, person, key, what=WHAT)
    return tuple(value_from(Evidence, row.body) for row in rows)


def _on_values(edit: Callable[[Evidence], Evidence]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    def edited(body: dict[str, Any]) -> dict[str, Any]:
        changed: dict[str, Any] = plain(edit(value_from(Evidence, body)))
        return changed

    return edited


def _confirmed(evidence: Evidence) -> Evidence:
    return replace(evidence, confirmed=True)


def _same(body: dict[str, Any]) -> dict[str, Any]:
    return body
