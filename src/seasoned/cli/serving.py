"""From the terminal to the browser."""

from __future__ import annotations


def served(*, port: int, no_browser: bool) -> None:
    """Serve the pages until interrupted, opening the browser unless told not to."""
    from seasoned.web.serving import serve

    serve(port=port, open_browser=not no_browser)
