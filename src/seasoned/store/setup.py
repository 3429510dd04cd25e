"""Opens the store: Django once, the database that the environment names, its tables up to date."""

from __future__ import annotations

import os
from typing import Any

from seasoned.errors import StoreError
from seasoned.store import places
from seasoned.store.databases import database_settings

SETTINGS = "seasoned.store.settings"


def open_store() -> None:
    """Make the store ready for use; calling it again costs next to nothing.

    Configures Django when nobody has, goes to the database that the environment names now, and
    brings its tables up to date, after a backup when they are of an older version. Raises
    StoreError when the database cannot be opened or is of a newer version.
    """
    configure()
    _point()
    _prepare()


def close_store() -> None:
    """Close this thread's connection, so that the database file may be moved or removed."""
    from django.db import connections

    connections.close_all()


def configure() -> None:
    """Configure Django once, with the settings that the environment names or the store's own."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()


def _point() -> None:
    from django.db import connection, connections

    wanted = connections.configure_settings({"default": database_settings()})["default"]
    if _same(connection.settings_dict, wanted):
        return
    connections.close_all()
    connections.settings["default"] = wanted
    del connections["default"]


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(one[key] == other[key] for key in ("ENGINE", "NAME", "HOST", "PORT", "USER"))


_prepared: set[str] = set()


def _prepare() -> None:
    from django.db import Error, connection

    name = repr([connection.settings_dict[key] for key in ("ENGINE", "NAME", "HOST", "PORT")])
    if name in _prepared and _still_there():
        return
    try:
        _folder()
        _migrate()
    except (Error, OSError) as error:
        raise StoreError(
            f"The database cannot be opened: {_first_line(error)}. "
            "Run seasoned doctor --quick to see where it is looked for."
        ) from error
    _prepared.add(name)


def _still_there() -> bool:
    return bool(places.database_url()) or places.database_file().exists()


def _folder() -> None:
    if not places.database_url():
        places.home().mkdir(parents=True, exist_ok=True, mode=0o700)


def _migrate() -> None:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    _refuse_newer(executor)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not waiting:
        return
    if executor.loader.applied_migrations:
        _backup_first(str(waiting[0][0].name))
    _run(executor)


def _run(executor: Any) -> None:
    """Migrate; when another process did it in the same moment, theirs counts."""
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor.migrate(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        again = MigrationExecutor(connection)
        if again.migration_plan(again.loader.graph.leaf_nodes()):
            again.migrate(again.loader.graph.leaf_nodes())


def _refuse_newer(executor: Any) -> None:
    known = set(executor.loader.disk_migrations)
    newer = sorted(
        name
        for app, name in executor.loader.applied_migrations
        if app == "store" and (app, name) not in known
    )
    if newer:
        raise StoreError(
            f"The database was written by a newer Seasoned (it knows {newer[-1]}); "
            "upgrade Seasoned, or restore an older backup."
        )


def _backup_first(before: str) -> None:
    if places.database_url():
        _ask_for_server_backup()
        return
    from seasoned.store.copying import backup

    backup(places.backups_folder() / f"before-{before}.sqlite3", replace=True)


def _ask_for_server_backup() -> None:
    if os.environ.get("SEASONED_UPGRADE", "") != "yes":
        raise StoreError(
            "The PostgreSQL database is of an older version. Back it up with pg_dump, "
            "then run once with SEASONED_UPGRADE=yes to bring its tables up to date."
        )


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
