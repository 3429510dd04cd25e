"""Whole copies of a SQLite database, made while others may go on writing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connection

from seasoned.errors import StoreError

PG_DUMP = (
    "This store is PostgreSQL, whose backups are made on the server: "
    "pg_dump --format=custom --file=seasoned.dump, and pg_restore to bring one back."
)


def backup(path: Path, *, replace: bool = False) -> Path:
    """A whole copy of the database in one file, made while others may go on writing.

    Raises StoreError when the file exists and may not be replaced, or on PostgreSQL.
    """
    only_sqlite()
    if path.exists() and not replace:
        raise StoreError(f"{path} exists already; name another file.")
    half = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection.ensure_connection()
        half.touch(mode=0o600)
        copy_into(connection.connection, half)
        half.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{path} cannot be written: {error}. Name another file.") from error
    return path


def copy_into(source: sqlite3.Connection, target: Path) -> None:
    """Copy every page of a database into a file, in place of what it held."""
    with closing(sqlite3.connect(target, timeout=20)) as copy:
        source.backup(copy)


def set_aside(damaged: Path, target: Path) -> Path:
    """Move a database that cannot be copied out of the way, with its log; nothing of it is lost."""
    target.parent.mkdir(parents=True, exist_ok=True)
    for ending in ("", "-wal", "-shm"):
        part = damaged.with_name(damaged.name + ending)
        if part.exists():
            part.replace(target.with_name(target.name + ending))
    return target


def only_sqlite() -> None:
    """Raise StoreError with the way PostgreSQL is backed up, unless the store is SQLite."""
    if connection.vendor != "sqlite":
        raise StoreError(PG_DUMP)
