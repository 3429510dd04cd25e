"""Where things are kept on this machine. Light: no Django here."""

from __future__ import annotations

import os
from pathlib import Path

DATABASE = "seasoned.sqlite3"


def home() -> Path:
    """The data folder: ``SEASONED_HOME`` when set, else the platform's own place for data."""
    named = os.environ.get("SEASONED_HOME", "")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("seasoned", appauthor=False)


def sample_home() -> Path:
    """The folder of the sample person, apart from everyone else's data."""
    return home() / "sample"


def database_file() -> Path:
    """The SQLite file, whether or not it exists yet."""
    return home() / DATABASE


def database_url() -> str:
    """The address of a PostgreSQL database, or an empty text for SQLite."""
    return os.environ.get("SEASONED_DATABASE_URL", "")


def content_folder() -> Path:
    """Where the person's own content belongs, whether or not it is there yet."""
    return home() / "content"


def content_roots() -> tuple[Path, ...]:
    """Folders of the person's own content, layered over the built-in content."""
    own = content_folder()
    return (own,) if own.is_dir() else ()


def backups_folder() -> Path:
    """Where automatic backups go."""
    return home() / "backups"


def cache_folder() -> Path:
    """Pictures and other things that can be made again; erasing empties it."""
    return home() / "cache"
