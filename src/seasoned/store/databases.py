"""Django's description of the database that the environment names. Light: no Django here."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from seasoned.errors import StoreError
from seasoned.store import places

PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
"""WAL lets readers read while one writes; FULL keeps a committed fact through a power cut;
secure_delete overwrites erased rows instead of only forgetting where they were."""

WAIT_SECONDS = 20
"""How long a writer waits for another; twenty writers at once finish well within it."""


def database_settings() -> dict[str, Any]:
    """Settings of Django's default database: SQLite in the data folder, or PostgreSQL by address.

    Raises StoreError when ``SEASONED_DATABASE_URL`` is not a PostgreSQL address.
    """
    url = places.database_url()
    return postgresql(url) if url else sqlite(str(places.database_file()))


def sqlite(path: str) -> dict[str, Any]:
    """A SQLite file with write-ahead log and transactions that take the write lock at once."""
    options = {"transaction_mode": "IMMEDIATE", "timeout": WAIT_SECONDS, "init_command": PRAGMAS}
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": options,
        "CONN_MAX_AGE": None,
    }


def postgresql(url: str) -> dict[str, Any]:
    """PostgreSQL at an address like ``postgresql://user:password@host:5432/name``."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres") or len(parts.path) < 2:
        raise StoreError(
            "SEASONED_DATABASE_URL must look like postgresql://user:password@host/name; "
            "unset it to use SQLite."
        )
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }
