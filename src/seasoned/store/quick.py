"""What can be told about the store without Django: where it is, and whether it is sound."""

from __future__ import annotations

import os
import platform
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from seasoned.store import places


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at: fine or not, in a sentence, and what to do when not."""

    name: str
    fine: bool
    words: str
    remedy: str = ""


def quick_health() -> list[Finding]:
    """Findings about Python, SQLite, the data folder and the database file, in milliseconds."""
    return [_python(), _sqlite(), _home(), _database()]


def _python() -> Finding:
    return Finding(name="python", fine=True, words=f"Python {platform.python_version()}")


def _sqlite() -> Finding:
    fine = sqlite3.sqlite_version_info >= (3, 31)
    return Finding(
        name="sqlite",
        fine=fine,
        words=f"SQLite {sqlite3.sqlite_version}",
        remedy="" if fine else "SQLite 3.31 or later is needed: use a newer Python",
    )


def _home() -> Finding:
    folder = places.home()
    there = folder.is_dir()
    fine = os.access(folder if there else _nearest_parent(folder), os.W_OK)
    words = f"data folder {folder}" + ("" if there else " (will be made when first needed)")
    return Finding(
        name="home",
        fine=fine,
        words=words,
        remedy="" if fine else "make it writable, or set SEASONED_HOME to one that is",
    )


def _database() -> Finding:
    if places.database_url():
        return Finding(name="database", fine=True, words="PostgreSQL, by SEASONED_DATABASE_URL")
    path = places.database_file()
    if not path.exists():
        return Finding(name="database", fine=True, words="no database yet; the first fact makes it")
    return file_finding(path)


def file_finding(path: Path, *, remedy: str = "restore a backup: seasoned restore FILE") -> Finding:
    """Whether a SQLite file is whole and one of ours; ``remedy`` is what to do when it is broken."""
    if not path.exists():
        return _broken(f"{path} is not there", remedy)
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            verdict = database.execute("PRAGMA quick_check(1)").fetchone()[0]
            ours = database.execute("SELECT count(*) FROM sqlite_master WHERE name='store_person'")
            known = bool(ours.fetchone()[0])
    except sqlite3.Error as error:
        return _broken(f"{path} cannot be read: {error}", remedy)
    if verdict != "ok":
        return _broken(f"{path} is damaged: {verdict}", remedy)
    size = f"{path.stat().st_size / 1024:.0f} kB"
    return Finding(
        name="database",
        fine=known,
        words=f"{path}, {size}, whole",
        remedy="" if known else "it is not a Seasoned database",
    )


def _broken(words: str, remedy: str) -> Finding:
    return Finding(name="database", fine=False, words=words, remedy=remedy)


def _nearest_parent(folder: Path) -> Path:
    return next(parent for parent in folder.absolute().parents if parent.exists())
