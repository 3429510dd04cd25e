"""Asking addresses politely: robots.txt, a pause between requests, conditional requests, few retries."""

from __future__ import annotations

import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx

from seasoned.boards.board import Reply
from seasoned.boards.cache import Cache, Kept
from seasoned.boards.guard import PACKED, GuardedTransport, Resolve, resolved
from seasoned.boards.robots import Robots, robots_from
from seasoned.errors import Refused, Throttled, Unreachable

PROGRAM = "seasoned"
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
BUSY = (429, 500, 502, 503, 504)
"""Answers after which a host is asked again."""


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
        self._robots: dict[str, Robots] = {}
        self._last: dict[str, float] = {}
        transport = GuardedTransport(
            allow_private=allow_private, most_bytes=MOST_BYTES, resolve=resolve, clock=clock
        )
        headers = {"User-Agent": AGENT, "Accept-Encoding": ", ".join(PACKED)}
        self._client = httpx.Client(transport=transport, timeout=timeout, headers=headers)

    def __enter__(self) -> Fetcher:
        self._cache.thin()
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def get(self, address: str) -> Reply:
        """What an address answers. Raises Unreachable, Throttled or Refused."""
        known = self._cache.kept(address)
        end, answer = self._followed(address, known.conditions if known else {})
        if answer.status_code == httpx.codes.NOT_MODIFIED and known:
            return Reply(end, known.body)
        if answer.status_code != httpx.codes.OK:
            raise Unreachable(end, _status(answer.status_code))
        headers = answer.headers
        kept = Kept(
            body=answer.content,
            etag=headers.get("ETag", ""),
            modified=headers.get("Last-Modified", ""),
        )
        if "no-store" not in headers.get("Cache-Control", "").lower():
            self._cache.keep(address, kept)
        return Reply(end, answer.content)

    def _followed(
        self, address: str, conditions: dict[str, str], *, by_rules: bool = True
    ) -> tuple[str, httpx.Response]:
        """Where an address leads in the end, and the answer there; every hop is judged by itself."""
        here = _web_address(address)
        for _ in range(REDIRECTS + 1):
            if by_rules and not self._rules(here).allows(_path(here)):
                raise Refused(
                    here,
                    "its robots.txt asks machines not to",
                    "Open it in a browser, save it, and add the file.",
                )
            answer = self._asked(here, conditions)
            if not answer.has_redirect_location:
                return here, answer
            there = _web_address(_joined(here, answer.headers["Location"]))
            if here.startswith("https:") and there.startswith("http:"):
                raise Refused(here, f"it leads on to {there}, unencrypted", "Check the address.")
            here = there
        raise Unreachable(address, f"it leads on more than {REDIRECTS} times")

    def _asked(self, address: str, conditions: dict[str, str]) -> httpx.Response:
        """The answer after as many tries as are polite."""
        wait, broken = 0.0, ""
        for turn in range(TRIES):
            self._pause(address, wait)
            try:
                answer = self._client.get(address, headers=conditions)
            except (httpx.TransportError, httpx.DecodingError) as error:
                wait, broken = 2.0 ** (turn + 1), str(error) or type(error).__name__
                continue
            except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
                raise Unreachable(address, str(error) or type(error).__name__) from error
            if answer.status_code not in BUSY:
                return answer
            wait, broken = _wait(answer, turn), _broken(answer.status_code)
            if wait > LONGEST_WAIT:
                break
        raise Unreachable(address, broken) if broken else Throttled(address, wait)

    def _pause(self, address: str, wait: float) -> None:
        host = urlsplit(address).netloc
        rules = self._robots.get(host)
        pause = max(wait, min(max(PAUSE, rules.delay if rules else 0.0), LONGEST_PAUSE))
        last = self._last.get(host)
        left = pause - (self._clock() - last) if last is not None else wait
        if left > 0:
            self._sleep(left)
        self._last[host] = self._clock()

    def _rules(self, address: str) -> Robots:
        """What the host of an address asks of machines, asked once.

        A host without rules allows everything; one that cannot tell them now is left alone (RFC 9309).
        """
        parts = urlsplit(address)
        if parts.netloc not in self._robots:
            where = f"{parts.scheme}://{parts.netloc}/robots.txt"
            _, answer = self._followed(where, {}, by_rules=False)
            told = answer.text if answer.status_code == httpx.codes.OK else ""
            self._robots[parts.netloc] = robots_from(told, PROGRAM)
        return self._robots[parts.netloc]


def _web_address(address: str) -> str:
    """The address without its fragment. Raises Refused for what is none that may be asked."""
    remedy = "Give one that begins with https://."
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise Refused(address, "it is no web address", remedy) from error
    if parts.scheme not in ("http", "https") or not host:
        raise Refused(address, "it is no web address", remedy)
    if parts.username or parts.password:
        raise Refused(host, "its address carries a password", "Leave that out.")
    return parts._replace(fragment="").geturl()


def _joined(here: str, location: str) -> str:
    try:
        return urljoin(here, location)
    except ValueError:
        return location


def _path(address: str) -> str:
    parts = urlsplit(address)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _wait(answer: httpx.Response, turn: int) -> float:
    """Seconds to wait: what the host asks for, as a number or a date, or twice as long each time."""
    asked = answer.headers.get("Retry-After", "")
    if asked.isascii() and asked.isdigit():
        return float(asked)
    try:
        then, now = (parsedate_to_datetime(d) for d in (asked, answer.headers.get("Date", "")))
        return max((then - now).total_seconds(), 0.0)
    except (ValueError, TypeError, IndexError):
        return 2.0 ** (turn + 1)


def _broken(code: int) -> str:
    """What is wrong with a host that answers with an error of its own; nothing if it is busy only."""
    return "" if code in (429, 503) else _status(code)


def _status(code: int) -> str:
    nothing = "there is nothing there"
    known = {404: nothing, 410: nothing, 401: "it wants a login", 403: "it refuses"}
    return f"status {code}, {known[code]}" if code in known else f"status {code}"
