"""Asking addresses politely: robots.txt, a pause between requests, conditional requests, few retries."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpx

from seasoned.boards.board import Reply
from seasoned.boards.cache import Cache, Kept
from seasoned.boards.guard import GuardedTransport, Resolve, resolved
from seasoned.errors import Refused, Throttled, Unreachable

AGENT = "seasoned/1 (career planning on a person's own machine; asks only on request)"
PAUSE = 1.0
"""Seconds between two requests to one host, unless its robots.txt asks for more."""
LONGEST_PAUSE = 20.0
TRIES = 3
LONGEST_WAIT = 30.0
"""Seconds that a throttled request waits at most; who asks for more is left alone."""
TIMEOUT = 20.0
MOST_BYTES = 25_000_000
REDIRECTS = 5


class Fetcher:
    """Asks addresses for a person who asked for it; ``get`` is what connectors are given.

    Parameters
    ----------
    cache : folder for answers; None keeps none.
    allow_private : whether loopback and private addresses may be asked.
    sleep, clock : how time passes, in seconds.
    """

    def __init__(
        self,
        *,
        cache: Path | None = None,
        allow_private: bool = False,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        resolve: Resolve = resolved,
        timeout: float = TIMEOUT,
    ) -> None:
        self._cache = Cache(cache)
        self._sleep, self._clock = sleep, clock
        self._robots: dict[str, RobotFileParser | None] = {}
        self._last: dict[str, float] = {}
        transport = GuardedTransport(
            allow_private=allow_private, most_bytes=MOST_BYTES, resolve=resolve
        )
        headers = {"User-Agent": AGENT, "Accept-Encoding": "identity"}
        self._client = httpx.Client(transport=transport, timeout=timeout, headers=headers)

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def get(self, address: str) -> Reply:
        """What an address answers. Raises Unreachable, Throttled or Refused."""
        for _ in range(REDIRECTS + 1):
            self._allowed(address)
            known = self._cache.kept(address)
            answer = self._asked(address, known.conditions if known else {})
            if answer.status_code == httpx.codes.NOT_MODIFIED and known:
                return Reply(address, known.body)
            if not answer.is_redirect:
                return self._read(address, answer)
            address = urljoin(address, answer.headers["Location"])
        raise Unreachable(address, f"it leads on more than {REDIRECTS} times")

    def _read(self, address: str, answer: httpx.Response) -> Reply:
        if answer.status_code != httpx.codes.OK:
            raise Unreachable(address, _status(answer.status_code))
        headers = answer.headers
        kept = Kept(
            body=answer.content,
            etag=headers.get("ETag", ""),
            modified=headers.get("Last-Modified", ""),
        )
        self._cache.keep(address, kept)
        return Reply(address, answer.content)

    def _asked(self, address: str, conditions: dict[str, str]) -> httpx.Response:
        """The answer after as many tries as are polite."""
        wait = 0.0
        for turn in range(TRIES):
            self._pause(address, wait)
            answer = self._sent(address, conditions)
            if answer.status_code not in (429, 503):
                return answer
            wait = _wait(answer, turn)
            if wait > LONGEST_WAIT:
                break
        raise Throttled(address, wait)

    def _sent(self, address: str, conditions: dict[str, str]) -> httpx.Response:
        try:
            return self._client.get(address, headers=conditions)
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
            raise Unreachable(address, str(error) or type(error).__name__) from error

    def _pause(self, address: str, wait: float) -> None:
        host = urlsplit(address).netloc
        robots = self._robots.get(host)
        delay = float(robots.crawl_delay(AGENT) or 0) if robots else 0.0
        pause = max(wait, min(max(PAUSE, delay), LONGEST_PAUSE))
        last = self._last.get(host)
        left = pause - (self._clock() - last) if last is not None else wait
        if left > 0:
            self._sleep(left)
        self._last[host] = self._clock()

    def _allowed(self, address: str) -> None:
        """Raise Refused for what is no web address, or what its host asks machines to leave alone."""
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise Refused(address, "it is no web address", "Give one that begins with https://.")
        if parts.netloc not in self._robots:
            self._robots[parts.netloc] = self._rules(f"{parts.scheme}://{parts.netloc}/robots.txt")
        robots = self._robots[parts.netloc]
        if robots is not None and not robots.can_fetch(AGENT, address):
            raise Refused(
                address,
                "its robots.txt asks machines not to",
                "Open it in a browser, save it, and add the file.",
            )

    def _rules(self, address: str) -> RobotFileParser | None:
        """The host's rules; None where it has none, which allows everything (RFC 9309)."""
        try:
            self._pause(address, 0.0)
            answer = self._sent(address, {})
        except Unreachable:
            return None
        if answer.status_code != httpx.codes.OK:
            return None
        robots = RobotFileParser()
        robots.parse(answer.text.splitlines())
        return robots


def _wait(answer: httpx.Response, turn: int) -> float:
    """Seconds to wait: what the host asks for, or twice as long each time."""
    asked = answer.headers.get("Retry-After", "")
    return float(asked) if asked.isascii() and asked.isdigit() else 2.0 ** (turn + 1)


def _status(code: int) -> str:
    known = {404: "there is nothing there", 401: "it wants a login", 403: "it refuses"}
    return f"status {code}, {known[code]}" if code in known else f"status {code}"
