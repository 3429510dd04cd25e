"""Debian's Chromium against a real server: the program itself, serving a folder of the test's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")
def chromium():
    """The browser, closed with the module: its event loop must not outlive it."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("Chromium is not installed; install Debian's package 'chromium' to run this")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def serving(home: Path, *options: str) -> Iterator[str]:
    """The program's own server over a data folder; gives its address and ends it afterwards."""
    command = [sys.executable, "-m", "seasoned", "--home", str(home), *options]
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("SEASONED", "DJANGO"))}
    server = subprocess.Popen(
        [*command, "serve", "--no-browser", "--port", "8870"],
        stdout=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip
    try:
        line = server.stdout.readline() if server.stdout else ""
        assert "http://" in line, f"the server said {line!r}"
        yield next(word for word in line.split() if word.startswith("http")).rstrip("/")
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture
def empty_site(tmp_path) -> Iterator[str]:
    with serving(tmp_path / "home") as address:
        yield address


@pytest.fixture(scope="module")
def sample_site(tmp_path_factory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("sample-home")
    load = [sys.executable, "-m", "seasoned", "--home", str(home), "demo", "--no-serve", "--json"]
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("SEASONED", "DJANGO"))}
    subprocess.run(load, check=True, stdout=subprocess.DEVNULL, env=environment)
    with serving(home, "--sample") as address:
        yield address


class Watched:
    """A page that remembers what its console complained about."""

    def __init__(self, browser, **options) -> None:
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _heard(self, message) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)


@pytest.fixture
def watch(chromium):
    """Opens a watched page; no test may leave a complaint behind."""
    opened: list[Watched] = []

    def opens(**options):
        opened.append(Watched(chromium, **{"viewport": WIDE, **options}))
        return opened[-1].page

    yield opens
    complaints = [words for one in opened for words in one.complaints]
    for one in opened:
        one.context.close()
    assert complaints == []
