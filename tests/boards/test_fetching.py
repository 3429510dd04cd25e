"""The fetcher against a real server on this machine that is slow, busy, lost, or lies."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from seasoned.boards import fetching
from seasoned.boards.fetching import TRIES, Fetcher
from seasoned.boards.guard import is_public
from seasoned.boards.reading import fetch
from seasoned.errors import Refused, Throttled, UnknownId, Unreachable

Answer = Callable[[BaseHTTPRequestHandler], None]
PRIVATE = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "240.0.0.1",
    "::1",
    "fe80::1%eth0",
    "fc00::1",
    "::ffff:127.0.0.1",
    "2002:7f00:1::",
]


class Server:
    """Paths with what they answer, and every request that came."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append((self.path, dict(self.headers)))
                outer.answers.get(self.path, reply(404))(self)

            def log_message(self, *_: object) -> None:
                """Silence."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self._server.server_port}{path}"

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def reply(status: int, body: bytes = b"", **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.stop()


class Slept(list[float]):
    """Notes how long was slept, and moves the clock instead."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)

    def clock(self) -> float:
        return sum(self)


def fetcher(slept: Slept | None = None, **more: Any) -> Fetcher:
    slept = Slept() if slept is None else slept
    options: dict[str, Any] = {"allow_private": True, "timeout": 5.0, **more}
    return Fetcher(sleep=slept, clock=slept.clock, **options)


def test_answer_comes_with_an_honest_name_and_after_a_pause(server: Server) -> None:
    server.answers["/a"] = server.answers["/b"] = reply(200, b"hello")
    slept = Slept()

    with fetcher(slept) as asking:
        assert asking.get(server.at("/a")).body == b"hello"
        asking.get(server.at("/b"))

    assert server.paths == ["/robots.txt", "/a", "/b"]
    assert all("seasoned" in headers["User-Agent"] for _, headers in server.asked)
    assert slept == [1.0, 1.0]


def test_robots_txt_is_obeyed_and_its_delay_kept(server: Server) -> None:
    rules = b"User-agent: *\nDisallow: /jobs\nCrawl-delay: 7\n"
    server.answers["/robots.txt"] = reply(200, rules)
    server.answers["/open"] = reply(200, b"x")
    slept = Slept()

    with fetcher(slept) as asking:
        with pytest.raises(Refused, match=r"robots\.txt"):
            asking.get(server.at("/jobs/1"))
        asking.get(server.at("/open"))

    assert slept == [7.0]
    assert server.paths == ["/robots.txt", "/open"]


def test_second_request_asks_only_whether_anything_changed(server: Server, tmp_path: Path) -> None:
    server.answers["/a"] = reply(200, b"first", ETag='"v1"')
    with fetcher(cache=tmp_path) as asking:
        asking.get(server.at("/a"))
    server.answers["/a"] = reply(304)

    with fetcher(cache=tmp_path) as asking:
        answer = asking.get(server.at("/a"))

    assert answer.body == b"first"
    assert server.asked[-1][1]["If-None-Match"] == '"v1"'


def test_busy_host_is_waited_for_as_long_as_it_asks(server: Server) -> None:
    turns = iter([reply(429, b"", Retry_After="9"), reply(200, b"now")])
    server.answers["/a"] = lambda handler: next(turns)(handler)
    slept = Slept()

    with fetcher(slept) as asking:
        assert asking.get(server.at("/a")).body == b"now"

    assert 9.0 in slept


@pytest.mark.parametrize("wait", ["3600", "Wed, 21 Oct 2026 07:28:00 GMT", "-1", ""])
def test_host_that_stays_busy_is_left_alone(server: Server, wait: str) -> None:
    server.answers["/a"] = reply(503, b"", Retry_After=wait)

    with fetcher() as asking, pytest.raises(Throttled, match="Try again after that"):
        asking.get(server.at("/a"))

    assert len(server.asked) <= 1 + TRIES


def test_redirects_are_followed_and_circles_end(server: Server) -> None:
    server.answers["/a"] = reply(302, b"", Location="/b")
    server.answers["/b"] = reply(200, b"there")
    server.answers["/c"] = reply(302, b"", Location="/c")

    with fetcher() as asking:
        assert asking.get(server.at("/a")).body == b"there"
        with pytest.raises(Unreachable, match="leads on"):
            asking.get(server.at("/c"))


def test_slow_host_is_given_up(server: Server) -> None:
    server.answers["/a"] = lambda handler: time.sleep(3)

    with fetcher(timeout=0.3) as asking, pytest.raises(Unreachable, match="too long"):
        asking.get(server.at("/a"))


def test_answer_cut_off_is_told(server: Server) -> None:
    def cut(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"half")
        handler.close_connection = True

    server.answers["/a"] = cut

    with fetcher() as asking, pytest.raises(Unreachable):
        asking.get(server.at("/a"))


def test_page_that_lies_about_its_encoding_is_read(server: Server) -> None:
    page = "<html><body><p>Zürich: Erfahrung mit Größen</p></body></html>".encode("cp1252")
    server.answers["/a"] = reply(200, page, Content_Type="text/html; charset=utf-8")

    with fetcher() as asking:
        assert "Zürich: Erfahrung mit Größen" in asking.get(server.at("/a")).text


def test_endless_answer_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MOST_BYTES", 1000)
    server.answers["/a"] = reply(200, b"x" * 5000)

    with fetcher() as asking, pytest.raises(Refused, match="more than"):
        asking.get(server.at("/a"))


def test_private_address_is_refused_before_anything_is_asked(server: Server) -> None:
    server.answers["/a"] = reply(200, b"secret")

    with fetcher(allow_private=False) as asking, pytest.raises(Refused, match="private"):
        asking.get(server.at("/a"))

    assert server.asked == []


def test_public_name_that_turns_private_gains_nothing(server: Server) -> None:
    answers = iter([["93.184.215.14"]])
    address = server.at("/a").replace("127.0.0.1", "harmless.example")

    def resolve(host: str, port: int) -> list[str]:
        return next(answers, ["127.0.0.1"])

    with (
        fetcher(allow_private=False, resolve=resolve, timeout=0.3) as asking,
        pytest.raises((Refused, Unreachable)),
    ):
        asking.get(address)

    assert server.asked == []


@pytest.mark.parametrize("address", PRIVATE)
def test_ranges_of_private_addresses_are_known(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111"])
def test_public_addresses_are_open(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("source", ["https://", "http://[::1", "greenhouse:a b", "lever:", "x.txt"])
def test_what_is_no_address_is_one_clear_line(source: str) -> None:
    with fetcher() as asking:
        found = fetch([source], asking.get)

    assert len(found.problems) == 1
    assert "\n" not in str(found.problems[0])
    assert found.adverts == ()


def test_unknown_board_names_the_nearest() -> None:
    with fetcher() as asking:
        found = fetch(["greenhose:acme"], asking.get)

    assert isinstance(found.problems[0], UnknownId)
    assert "greenhouse" in str(found.problems[0])
