from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from seasoned.errors import StoreError
from seasoned.store import databases, notes, people, places, setup, sittings
from seasoned.store.databases import database_settings


@pytest.fixture
def fresh_home(home):
    setup._prepared.clear()
    return home


def _run(path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()


def test_first_opening_makes_the_database(fresh_home):
    setup.open_store()

    assert people.ensure_person() == 1
    assert places.database_file() == fresh_home / "seasoned.sqlite3"


def test_sqlite_has_write_ahead_log_foreign_keys_and_early_locks(fresh_home):
    from django.db import connection

    setup.open_store()

    with connection.cursor() as cursor:
        told = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "foreign_keys", "synchronous", "secure_delete")
        }
    assert told == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "secure_delete": 1}
    assert connection.transaction_mode == "IMMEDIATE"
    assert connection.settings_dict["CONN_MAX_AGE"] is None


def test_another_home_is_another_store(fresh_home, monkeypatch, tmp_path):
    setup.open_store()
    people.ensure_person("here")

    monkeypatch.setenv("SEASONED_HOME", str(tmp_path / "other"))
    setup.open_store()

    assert people.handles() == ()


NEWER_TABLES = ("noteversion", "picture", "sittingversion", "responserow", "itemnow")


def test_database_of_an_older_version_is_upgraded_after_a_backup(fresh_home):
    setup.open_store()
    people.ensure_person("kept")
    setup.close_store()
    # an older version: one without the newest tables, and no note of the migration that made them
    _run(
        places.database_file(),
        *(f"DROP TABLE store_{name}" for name in NEWER_TABLES),
        "DELETE FROM django_migrations WHERE app = 'store' AND name > '0001_initial'",
    )
    setup._prepared.clear()

    setup.open_store()

    backups = list(places.backups_folder().glob("before-0002_notes.sqlite3"))
    with closing(sqlite3.connect(backups[0])) as copy:
        assert copy.execute("SELECT handle FROM store_person").fetchall() == [("kept",)]
    assert people.find_person("kept") is not None
    assert notes.list_notes(people.ensure_person("kept")) == ()
    assert sittings.list_sittings(people.ensure_person("kept")) == ()


def test_database_of_a_newer_version_is_refused(fresh_home):
    setup.open_store()
    setup.close_store()
    _run(
        places.database_file(),
        "INSERT INTO django_migrations (app, name, applied) "
        "VALUES ('store', '9999_later', '2030-01-01')",
    )
    setup._prepared.clear()

    with pytest.raises(StoreError, match=r"newer Seasoned \(it knows 9999_later\)"):
        setup.open_store()


def test_broken_database_is_told_in_a_sentence(fresh_home):
    fresh_home.mkdir()
    places.database_file().write_bytes(b"no database" * 1000)

    with pytest.raises(StoreError, match=r"cannot be opened: .*seasoned doctor"):
        setup.open_store()


def test_home_that_is_a_file_is_told_in_a_sentence(fresh_home, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("SEASONED_HOME", str(tmp_path / "file"))

    with pytest.raises(StoreError, match="cannot be opened"):
        setup.open_store()


def test_address_of_a_server_becomes_settings(monkeypatch):
    monkeypatch.setenv(
        "SEASONED_DATABASE_URL", "postgresql://me:s%40cret@db.example:5433/career?sslmode=require"
    )

    settings = database_settings()

    assert (
        settings["USER"],
        settings["PASSWORD"],
        settings["HOST"],
        settings["PORT"],
        settings["NAME"],
    ) == ("me", "s@cret", "db.example", "5433", "career")
    assert settings["OPTIONS"] == {"sslmode": "require"}
    assert settings["CONN_MAX_AGE"] > 0


@pytest.mark.parametrize("url", ["mysql://host/name", "postgresql://host", "nonsense"])
def test_address_that_is_none_is_refused_without_showing_it(url):
    with pytest.raises(StoreError, match="must look like postgresql://") as told:
        databases.postgresql(url)

    assert url not in str(told.value)


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_server_of_an_older_version_waits_for_its_keepers_backup(person):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("UPDATE django_migrations SET app = 'old' WHERE app = 'store'")
    setup._prepared.clear()
    try:
        with pytest.raises(StoreError, match="pg_dump"):
            setup.open_store()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE django_migrations SET app = 'store' WHERE app = 'old'")

    setup.open_store()
    assert people.ensure_person() == person
