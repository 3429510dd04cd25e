"""Export, erase, backup, restore and health of everything that is kept."""

from __future__ import annotations

import shutil
import sqlite3
from base64 import b64encode
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import Error, connection, transaction

from seasoned import __version__
from seasoned.errors import Missing, StoreError
from seasoned.store import places
from seasoned.store.copying import backup as backup
from seasoned.store.copying import copy_into, only_sqlite, set_aside
from seasoned.store.quick import Finding, file_finding, quick_health
from seasoned.store.setup import close_store, open_store
from seasoned.store.tables import (
    EvidenceVersion,
    NoteVersion,
    Person,
    Picture,
    PostingVersion,
    ResponseRow,
    SittingVersion,
    Snapshot,
    Statement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was removed, how many rows of each, and where copies may still lie."""

    rows: dict[str, int]
    backups: tuple[str, ...]
    words: str


def export_person(person: int) -> dict[str, Any]:
    """Everything a person owns, as plain JSON values: every version of every fact and result."""
    row = Person.objects.filter(pk=person).first()
    if row is None:
        raise Missing("person", person)
    return {
        "schema": "seasoned.export/1",
        "made_by": f"seasoned {__version__}",
        "person": {"handle": row.handle, "created_at": row.created_at.isoformat()},
        "statements": [_statement(s) for s in Statement.objects.filter(person=row).order_by("pk")],
        "evidence": [
            _version(v) for v in EvidenceVersion.objects.filter(person=row).order_by("pk")
        ],
        "postings": [_version(v) for v in PostingVersion.objects.filter(person=row).order_by("pk")],
        "notes": [_version(v) for v in NoteVersion.objects.filter(person=row).order_by("pk")],
        "sittings": [_version(v) for v in SittingVersion.objects.filter(person=row).order_by("pk")],
        "responses": [_response(r) for r in ResponseRow.objects.filter(person=row).order_by("pk")],
        "pictures": [_picture(p) for p in Picture.objects.filter(person=row).order_by("pk")],
        "snapshots": [_result(s) for s in Snapshot.objects.filter(person=row).order_by("pk")],
    }


def erase_person(person: int) -> Erased:
    """Remove every row, result and cached picture of a person for good. Raises Missing.

    Removed rows are overwritten, not only unlinked. Backups are not touched: they are for their
    keeper to purge, and the answer names those that lie in the data folder.
    """
    with transaction.atomic():
        _, counts = Person.objects.filter(pk=person).delete()
    if not counts:
        raise Missing("person", person)
    shutil.rmtree(places.cache_folder(), ignore_errors=True)
    _scrub()
    kept = tuple(str(path) for path in sorted(places.backups_folder().glob("*")))
    rows = {name.split(".")[-1]: count for name, count in counts.items()}
    return Erased(rows=rows, backups=kept, words=_erased_words(kept))


def restore(path: Path) -> Path | None:
    """Put a backup in place of the database; returns where the replaced one was saved first.

    A damaged database is moved out of the way as it is. The backup is checked before anything is
    touched. Raises StoreError when it is not a whole Seasoned database, or on PostgreSQL.
    """
    only_sqlite()
    finding = file_finding(path, remedy="name another backup")
    if not finding.fine:
        raise StoreError(f"Nothing was restored: {finding.words}; {finding.remedy}.")
    saved = _saved_before_restore()
    close_store()
    with closing(sqlite3.connect(path)) as source:
        copy_into(source, places.database_file())
    open_store()
    return saved


def health() -> list[Finding]:
    """Quick findings, and that the database answers, is whole and has up-to-date tables."""
    return [*quick_health(), _answers()]


def _answers() -> Finding:
    try:
        open_store()
        people = Person.objects.count()
    except (StoreError, Error) as error:
        return Finding(
            name="tables",
            fine=False,
            words=str(error).splitlines()[0],
            remedy="restore a backup, or check SEASONED_DATABASE_URL",
        )
    return Finding(
        name="tables",
        fine=True,
        words=f"{connection.display_name} answers, {people} person(s) kept",
    )


def _saved_before_restore() -> Path | None:
    if not places.database_file().exists():
        return None
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    target = places.backups_folder() / f"before-restore-{stamp}.sqlite3"
    if file_finding(places.database_file()).fine:
        return backup(target, replace=True)
    close_store()
    return set_aside(places.database_file(), target)


def _scrub() -> None:
    """Give freed pages back and empty the write-ahead log, so that no erased word stays in a file."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            tables = (model._meta.db_table for model in apps.get_app_config("store").get_models())
            cursor.execute(f"VACUUM {', '.join(map(connection.ops.quote_name, tables))}")


def _erased_words(kept: tuple[str, ...]) -> str:
    where = (
        f"{len(kept)} of them lie in {places.backups_folder()}"
        if kept
        else "none lies in the data folder"
    )
    return (
        "Every row, stored result and cached picture is removed. Backups are for their keeper "
        f"to purge; {where}."
    )


def _statement(row: Statement) -> dict[str, Any]:
    return {"subject": row.subject, "said_at": row.said_at.isoformat(), "body": row.body}


def _response(row: ResponseRow) -> dict[str, Any]:
    return {
        "sitting": row.sitting,
        "number": row.number,
        "item": row.item,
        "given_at": row.given_at.isoformat(),
        "body": row.body,
    }


def _version(
    row: EvidenceVersion | PostingVersion | NoteVersion | SittingVersion,
) -> dict[str, Any]:
    return {
        "id": row.key,
        "version": row.number,
        "closed": row.closed,
        "written_at": row.written_at.isoformat(),
        "body": row.body,
    }


def _picture(row: Picture) -> dict[str, Any]:
    return {
        "id": row.key,
        "kind": row.kind,
        "added_at": row.added_at.isoformat(),
        "base64": b64encode(row.body).decode("ascii"),
    }


def _result(row: Snapshot) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "at": row.at.isoformat(),
        "fingerprint": row.fingerprint,
        "saved_at": row.saved_at.isoformat(),
        "payload": row.payload,
    }
