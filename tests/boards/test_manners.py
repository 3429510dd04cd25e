"""How hosts are treated, and what becomes of their misbehaviour, on a server that misbehaves."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate

import pytest

from seasoned.boards import cache, fetching
from seasoned.boards.fetching import AGENT, TRIES, Fetcher
from seasoned.boards.guard import WHOLE
from seasoned.errors import Refused, Throttled, Unreachable

from .server import Clock, Handler, Site, answer, redirect, serving

Make = Callable[..., Fetcher]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as up:
        yield up


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make(clock: Clock) -> Make:
    """A fetcher that may ask this machine, on a clock that only sleeping moves."""

    def made(**given: object) -> Fetcher:
        settings = {"allow_private": True, "timeout": 0.4, "clock": clock, "sleep": clock.sleep}
        return Fetcher(**(settings | given))  # type: ignore[arg-type]

    return made


def test_answer_comes_whole_under_our_own_name(site, make):
    site.on("/jobs", answer(b'{"jobs": []}', Content_Type="application/json; charset=utf-8"))

    with make() as fetcher:
        found = fetcher.get(f"{site.address}/jobs#top")

    assert found.body == b'{"jobs": []}'
    assert site.head("/jobs")["user-agent"] == AGENT
    assert "referer" not in site.head("/jobs")
    assert "cookie" not in site.head("/jobs")


def test_compressed_answer_is_unpacked(site, make):
    site.on("/jobs", answer(gzip.compress(b"[1, 2]"), Content_Encoding="gzip"))

    with make() as fetcher:
        assert fetcher.get(f"{site.address}/jobs").body == b"[1, 2]"


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /", "/jobs", False),
        ("User-agent: *\nDisallow: /private/", "/jobs", True),
        ("User-agent: *\nDisallow: /jobs\nAllow: /jobs/open", "/jobs/open", True),
        ("User-agent: Seasoned\nDisallow: /jobs\n\nUser-agent: *\nAllow: /", "/jobs", False),
        ("User-agent: OtherBot\nDisallow: /", "/jobs", True),
        ("User-agent: *\nDisallow: /*?skip=", "/jobs?skip=100", False),
        ("User-agent: *\nDisallow: /*.rss$", "/jobs.rss", False),
        ("User-agent: *\nDisallow: /*.rss$", "/jobs.rss?x=1", True),
        ("User-agent: *\nDisallow:", "/jobs", True),
        ("<html>not rules</html>", "/jobs", True),
    ],
)
def test_robots_are_honoured(site, make, rules, path, allowed):
    site.on("/robots.txt", answer(rules)).on(path, answer(b"here"))

    with make() as fetcher:
        if allowed:
            assert fetcher.get(site.address + path).body == b"here"
        else:
            with pytest.raises(Refused, match=r"robots\.txt"):
                fetcher.get(site.address + path)

    assert (path in site.asked) is allowed


def test_robots_are_asked_once(site, make):
    site.on("/a", answer(b"a")).on("/b", answer(b"b"))

    with make() as fetcher:
        fetcher.get(f"{site.address}/a")
        fetcher.get(f"{site.address}/b")

    assert site.asked == ["/robots.txt", "/a", "/b"]


def test_host_that_cannot_tell_its_rules_is_left_alone(site, make):
    site.on("/robots.txt", answer(b"", 500)).on("/jobs", answer(b"here"))

    with make() as fetcher, pytest.raises(Unreachable):
        fetcher.get(f"{site.address}/jobs")

    assert site.pages() == []


def test_busy_host_may_say_when_as_a_date(site, make, clock):
    at = formatdate(time.time() + 21, usegmt=True)
    site.on("/jobs", answer(b"", 503, Retry_After=at), answer(b"here"))

    with make() as fetcher:
        assert fetcher.get(f"{site.address}/jobs").body == b"here"

    assert clock.slept[0] == 1.0
    assert 15 <= clock.slept[1] <= 22  # its own Date counts, which is told in whole seconds


def test_waits_grow_where_the_host_says_nothing(site, make, clock):
    site.on("/jobs", answer(b"", 429))

    with make() as fetcher, pytest.raises(Throttled):
        fetcher.get(f"{site.address}/jobs")

    assert clock.slept == [1.0, 2.0, 4.0]
    assert site.pages() == ["/jobs"] * TRIES


def test_host_that_wants_long_rest_gets_it(site, make, clock):
    site.on("/jobs", answer(b"", 429, Retry_After="3600"))

    with make() as fetcher, pytest.raises(Throttled, match="3600 seconds"):
        fetcher.get(f"{site.address}/jobs")

    assert site.pages() == ["/jobs"]
    assert clock.slept == [1.0]


def test_error_of_the_host_is_tried_again(site, make):
    site.on("/jobs", answer(b"", 502), answer(b"here"))

    with make() as fetcher:
        assert fetcher.get(f"{site.address}/jobs").body == b"here"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (404, "nothing there"),
        (410, "nothing there"),
        (403, "it refuses"),
        (418, "status 418"),
    ],
)
def test_plain_refusals_are_not_asked_again(site, make, status, words):
    site.on("/jobs", answer(b"", status))

    with make() as fetcher, pytest.raises(Unreachable, match=words):
        fetcher.get(f"{site.address}/jobs")

    assert site.pages() == ["/jobs"]


def test_silent_host_is_given_up(site, make, clock):
    def silent(handler: Handler) -> None:
        site.done.wait(5)

    site.on("/jobs", silent)

    with make() as fetcher, pytest.raises(Unreachable, match="too long"):
        fetcher.get(f"{site.address}/jobs")

    assert clock.slept == [1.0, 2.0, 4.0]


def test_answer_that_trickles_is_given_up(site, make, clock):
    def trickle(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(40):
            handler.wfile.write(b"x" * 1000)
            handler.wfile.flush()
            clock.now += WHOLE / 8
            if site.done.wait(0.02):
                return

    site.on("/jobs", trickle)

    with make() as fetcher, pytest.raises(Unreachable, match="too long"):
        fetcher.get(f"{site.address}/jobs")


def test_answer_that_breaks_off_is_asked_again_then_given_up(site, make):
    site.on("/once", answer(b"half", cut=50), answer(b"whole"))
    site.on("/always", answer(b"half", cut=50))

    with make() as fetcher:
        assert fetcher.get(f"{site.address}/once").body == b"whole"
        with pytest.raises(Unreachable, match=r"incomplete|without sending"):
            fetcher.get(f"{site.address}/always")


def test_false_compression_is_told(site, make):
    site.on("/jobs", answer(b"this is not gzip", Content_Encoding="gzip"))

    with make() as fetcher, pytest.raises(Unreachable, match="unpacked"):
        fetcher.get(f"{site.address}/jobs")


@pytest.mark.parametrize("packed", [False, True])
def test_answer_that_is_too_large_is_not_read_to_its_end(site, make, packed, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_BYTES", 50_000)
    whole = b"x" * 5_000_000
    more = {"Content_Encoding": "gzip"} if packed else {}
    site.on("/jobs", answer(gzip.compress(whole) if packed else whole, **more))

    with make() as fetcher, pytest.raises(Refused, match="more than"):
        fetcher.get(f"{site.address}/jobs")


def test_changed_answer_takes_the_place_of_the_kept_one(site, make, clock, tmp_path):
    site.on("/jobs", answer(b"old", ETag='"v1"'), answer(b"new", ETag='"v2"'), answer(b"", 304))

    bodies = []
    for _ in range(3):
        with make(cache=tmp_path) as fetcher:
            bodies.append(fetcher.get(f"{site.address}/jobs").body)
        clock.now += 3600

    assert bodies == [b"old", b"new", b"new"]


def test_answer_that_must_not_be_kept_is_not(site, make, tmp_path):
    site.on("/jobs", answer(b"secret", Cache_Control="private, no-store"))

    with make(cache=tmp_path) as fetcher:
        fetcher.get(f"{site.address}/jobs")

    assert list(tmp_path.iterdir()) == []


def test_damaged_shelf_is_as_good_as_none(site, make, clock, tmp_path):
    site.on("/jobs", answer(b"here", ETag='"v1"'))
    with make(cache=tmp_path) as fetcher:
        fetcher.get(f"{site.address}/jobs")
    for path in tmp_path.glob("*.json"):
        path.write_text("{not json")

    with make(cache=tmp_path) as fetcher:
        assert fetcher.get(f"{site.address}/jobs").body == b"here"

    assert "if-none-match" not in site.head("/jobs")


def test_shelf_that_is_a_file_keeps_nothing_and_nothing_fails(site, make, tmp_path):
    site.on("/jobs", answer(b"here"))
    (tmp_path / "shelf").write_text("a file")

    with make(cache=tmp_path / "shelf") as fetcher:
        assert fetcher.get(f"{site.address}/jobs").body == b"here"


def test_redirects_are_followed_to_their_end(site, make):
    site.on("/old", redirect("/new")).on("/new", redirect("newest", 308)).on(
        "/newest", answer(b"here")
    )

    with make() as fetcher:
        found = fetcher.get(f"{site.address}/old")

    assert (found.address, found.body) == (f"{site.address}/newest", b"here")


@pytest.mark.parametrize(
    "ring",
    [
        {"/a": "/b", "/b": "/a"},
        {"/a": "/a"},
        {"/a": "/a?1"} | {f"/a?{n}": f"/a?{n + 1}" for n in range(9)},
    ],
)
def test_redirects_in_circles_or_without_end_are_told(site, make, ring):
    for path, target in ring.items():
        site.on(path, redirect(target))

    with make() as fetcher, pytest.raises(Unreachable, match="leads on"):
        fetcher.get(f"{site.address}/a")

    assert len(site.pages()) <= 6


def test_robots_of_a_page_that_is_led_to_are_honoured(site, make):
    site.on("/old", redirect("/private/new")).on("/private/new", answer(b"here"))
    site.on("/robots.txt", answer("User-agent: *\nDisallow: /private"))

    with make() as fetcher, pytest.raises(Refused):
        fetcher.get(f"{site.address}/old")

    assert site.pages() == ["/old"]


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "ftp://a.example/x", "gopher://a.example", "javascript:alert(1)"],
)
def test_redirects_to_other_schemes_are_refused(site, make, target):
    site.on("/old", redirect(target))

    with make() as fetcher, pytest.raises((Refused, Unreachable)):
        fetcher.get(f"{site.address}/old")

    assert site.pages() == ["/old"]


@pytest.mark.parametrize(
    ("body", "claimed"),
    [
        ("Müller sucht Köpfe".encode("cp1252"), "text/plain; charset=utf-8"),
        ("Müller sucht Köpfe".encode(), "text/plain; charset=iso-8859-1"),
        ("Müller sucht Köpfe".encode("utf-16"), "text/plain; charset=ascii"),
        ("Müller sucht Köpfe".encode(), "text/plain; charset=no-such-thing"),
    ],
)
def test_lies_about_the_encoding_are_seen_through(site, make, body, claimed):
    site.on("/jobs", answer(body, Content_Type=claimed))

    with make() as fetcher:
        found = fetcher.get(f"{site.address}/jobs")

    assert found.text == "Müller sucht Köpfe"


def test_encoding_of_json_is_seen_through(site, make):
    site.on("/jobs", answer('{"jobs": ["Müller sucht Köpfe"]}'.encode("cp1252")))

    with make() as fetcher:
        assert fetcher.get(f"{site.address}/jobs").json == {"jobs": ["Müller sucht Köpfe"]}


def test_encoding_that_xml_claims_is_seen_through(site, make):
    whole = '<?xml version="1.0" encoding="utf-8"?><a>Müller sucht Köpfe</a>'
    site.on("/jobs", answer(whole.encode("cp1252")))

    with make() as fetcher:
        assert fetcher.get(f"{site.address}/jobs").xml.text == "Müller sucht Köpfe"


def test_oldest_answers_make_room(site, make, tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "MOST", 2)
    for path in ("/a", "/b", "/c"):
        site.on(path, answer(path, ETag='"v1"'))
        with make(cache=tmp_path) as fetcher:
            fetcher.get(site.address + path)

    with make(cache=tmp_path):
        assert len(list(tmp_path.glob("*.body"))) == 2


def test_password_in_an_address_is_neither_sent_nor_shown(make):
    with make() as fetcher, pytest.raises(Refused) as told:
        fetcher.get("https://me:secret@jobs.example/")

    assert "secret" not in str(told.value)
