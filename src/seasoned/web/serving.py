"""Serves the pages with waitress, on the loopback address only."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
import webbrowser

from seasoned.errors import InvalidValue, SeasonedError

LOOPBACK = ("127.0.0.1", "localhost", "::1")
TRIES = 20


class NoFreePort(SeasonedError):
    """Every port tried is taken."""

    def __init__(self, first: int) -> None:
        super().__init__(
            f"Ports {first} to {first + TRIES - 1} are all taken; choose one with --port."
        )


def application() -> object:
    """The WSGI application over an open, up-to-date store."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "seasoned.web.settings")
    from django.core.wsgi import get_wsgi_application

    from seasoned.store.setup import open_store

    open_store()
    return get_wsgi_application()


def serve(*, host: str = "127.0.0.1", port: int = 8765, open_browser: bool = True) -> None:
    """Serve until interrupted; takes the next free port when the wished one is taken."""
    from waitress.server import create_server

    if host not in LOOPBACK:
        raise InvalidValue(
            "host", host, f"one of {', '.join(LOOPBACK)}: Seasoned serves this machine only"
        )
    app = application()
    port = free_port(host, port)
    server = create_server(app, host=host, port=port, threads=4, ident="seasoned")
    address = f"http://{host if ':' not in host else f'[{host}]'}:{port}/"
    print(f"Seasoned is open at {address}  (Ctrl+C ends it)", flush=True)
    threading.Thread(target=warm, daemon=True).start()
    if open_browser:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    try:
        server.run()
    except KeyboardInterrupt:
        server.close()


def warm() -> None:
    """Load content and the chart engine ahead, so that the first page does not wait for them."""
    from seasoned.charts.market import demand_bars
    from seasoned.charts.rendering import svg
    from seasoned.journeys.workspace import my_content

    with contextlib.suppress(SeasonedError):  # a page will say what is wrong with the content
        my_content()
    svg(demand_bars([("warm", 0.5, 0.4, 0.6)]))


def free_port(host: str, first: int) -> int:
    """The first port from ``first`` on that nothing listens on; raises NoFreePort."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for port in range(first, first + TRIES):
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    raise NoFreePort(first)
