"""From the terminal to the browser."""

from __future__ import annotations

from importlib import import_module

PAGES = "seasoned.web.serving"
"""The browser face is a face like this one; neither knows the other, so it is called by name."""


def served(*, port: int, no_browser: bool) -> None:
    """Serve the pages until interrupted, opening the browser unless told not to."""
    import_module(PAGES).serve(port=port, open_browser=not no_browser)
