"""No test touches the data of whoever runs it; one Django settings module serves them all."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

import pytest
from hypothesis import settings

settings.register_profile("seasoned", deadline=None)  # two busy cores say nothing about speed
settings.load_profile("seasoned")

HOME = tempfile.mkdtemp(prefix="seasoned-tests-")
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

os.environ["SEASONED_HOME"] = HOME
os.environ.pop("SEASONED_DATABASE_URL", None)
os.environ["DJANGO_SETTINGS_MODULE"] = "seasoned.web.settings"


@pytest.fixture(scope="session", autouse=True)
def _databases_open(django_db_blocker):
    """Every test that needs a store has one of its own, so none has to be kept from it."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A data folder of the test's own, on SQLite; its database is made when first opened."""
    from seasoned.store.setup import close_store

    folder = tmp_path / "home"
    monkeypatch.setenv("SEASONED_HOME", str(folder))
    monkeypatch.delenv("SEASONED_DATABASE_URL", raising=False)
    yield folder
    close_store()
