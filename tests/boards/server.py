"""A real HTTP server on this machine that answers as a test scripts it, misbehaving where told to."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

Handler = BaseHTTPRequestHandler
Script = Callable[[Handler], None]


@dataclass
class Clock:
    """Time that passes only while somebody sleeps."""

    now: float = 1_800_000_000.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


@dataclass
class Site:
    """Scripts by path, and what was asked of them, in order."""

    scripts: dict[str, list[Script]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    heads: list[dict[str, str]] = field(default_factory=list)
    address: str = ""
    done: threading.Event = field(default_factory=threading.Event)

    def on(self, path: str, *scripts: Script) -> Self:
        """What a path answers, one script an ask; the last stays."""
        self.scripts[path] = list(scripts)
        return self

    def head(self, path: str) -> dict[str, str]:
        """Headers of the last ask for a path."""
        return self.heads[len(self.asked) - 1 - self.asked[::-1].index(path)]

    def pages(self) -> list[str]:
        """What was asked, without robots.txt."""
        return [path for path in self.asked if path != "/robots.txt"]


def answer(body: bytes | str = b"", status: int = 200, cut: int = 0, **headers: str) -> Script:
    """An answer with headers (``_`` for ``-``); ``cut``: bytes promised and not sent."""
    data = body.encode() if isinstance(body, str) else body

    def script(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(data) + cut))
        handler.end_headers()
        handler.wfile.write(data)

    return script


def redirect(target: str, status: int = 302) -> Script:
    return answer(b"", status, Location=target)


@contextmanager
def serving() -> Iterator[Site]:
    """A site that is up while the block runs."""
    site = Site()

    class Scripted(Handler):
        def do_GET(self) -> None:  # noqa: N802  (the name that http.server calls)
            site.asked.append(self.path)
            site.heads.append({name.lower(): value for name, value in self.headers.items()})
            scripts = site.scripts.get(self.path, [answer(b"nothing here", 404)])
            script = scripts.pop(0) if len(scripts) > 1 else scripts[0]
            script(self)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Scripted)
    server.daemon_threads = True
    site.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        site.done.set()
        server.shutdown()
        server.server_close()
        thread.join()
