"""Draws the pictures of the README from the sample person, by the program itself.

Run: python docs/pictures/make_pictures.py        (the page needs Chromium; without it, it is left)
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
CHARTS = {"shape": "shape.svg", "demand": "demand.svg", "plan": "plan.svg"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Draw every picture into this folder."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "SEASONED_HOME": home}
        seasoned(environment, "demo", "--no-serve")
        for chart, name in CHARTS.items():
            seasoned(environment, "--sample", "chart", chart, str(HERE / name))
        page(environment)


def seasoned(environment: dict[str, str], *arguments: str) -> None:
    """Run one command quietly."""
    command = [sys.executable, "-m", "seasoned", *arguments]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)


def page(environment: dict[str, str]) -> None:
    """A picture of the standing page."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print("Chromium is missing; the page is left as it is.")
        return
    command = [sys.executable, "-m", "seasoned", "--sample", "serve", "--no-browser"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            address = next(word for word in server.stdout.readline().split() if "://" in word)
            shoot(browser, address, HERE / "standing-page.png")
        finally:
            server.terminate()


def shoot(browser: str, address: str, path: Path) -> None:
    """Take the picture with Playwright."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        tab = chromium.new_page(viewport={"width": 1280, "height": 1100})
        tab.goto(f"{address}standing/")
        tab.screenshot(path=str(path))
        chromium.close()


if __name__ == "__main__":
    main()
