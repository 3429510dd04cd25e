"""Addresses inside private networks are not asked, however they are dressed up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from seasoned.boards import guard
from seasoned.boards.fetching import Fetcher
from seasoned.boards.guard import is_public
from seasoned.errors import Refused, Unreachable

from .server import Clock, Site, answer, redirect, serving

INSIDE = (
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.100.100.200",
    "168.63.129.16",
    "192.0.0.192",
    "198.18.0.1",
    "203.0.113.7",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:db8::1",
)
OUTSIDE = (
    "93.184.216.34",
    "8.8.8.8",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700::1111",
    "::ffff:8.8.8.8",
)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as up:
        yield up.on("/jobs", answer(b"inside"))


def fetcher(resolve: object = None, **given: object) -> Fetcher:
    clock = Clock()
    more = {"resolve": resolve} if resolve else {}
    return Fetcher(timeout=0.3, clock=clock, sleep=clock.sleep, **more, **given)  # type: ignore[arg-type]


def test_public_and_private_addresses_are_told_apart():
    assert [one for one in INSIDE if is_public(one)] == []
    assert [one for one in OUTSIDE if not is_public(one)] == []


def test_this_machine_is_refused_and_never_asked(site):
    with fetcher() as one, pytest.raises(Refused, match="--allow-private"):
        one.get(f"{site.address}/jobs")

    assert site.asked == []


def test_this_machine_is_asked_when_that_is_wished(site):
    with fetcher(allow_private=True) as one:
        assert one.get(f"{site.address}/jobs").body == b"inside"


@pytest.mark.parametrize(
    "host",
    ["localhost", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::1]", "[::ffff:127.0.0.1]"],
)
def test_other_spellings_of_this_machine_are_refused(site, host):
    port = site.address.rsplit(":", 1)[1]

    with fetcher() as one, pytest.raises((Refused, Unreachable)):
        one.get(f"http://{host}:{port}/jobs")

    assert site.asked == []


@pytest.mark.parametrize("inside", INSIDE)
def test_name_that_leads_inside_is_refused(inside):
    with (
        fetcher(lambda host, port: [inside]) as one,
        pytest.raises(Refused, match="private address"),
    ):
        one.get("http://jobs.example/")


def test_name_with_one_address_inside_is_refused():
    def resolve(host: str, port: int) -> Sequence[str]:
        return ["93.184.216.34", "10.0.0.1"]

    with fetcher(resolve) as one, pytest.raises(Refused, match=r"10\.0\.0\.1"):
        one.get("http://jobs.example/")


def test_name_is_resolved_once_an_ask_so_that_it_cannot_change_its_mind(site, monkeypatch):
    """A name that is public when judged and private when connected to: the pin never looks again."""
    answers = iter((["93.184.216.34"], ["127.0.0.1"]))
    asked: list[str] = []

    def resolve(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return next(answers)

    reached: list[str] = []

    def refuse(address: tuple[str, int], *rest: object, **more: object) -> None:
        reached.append(address[0])
        raise OSError("no network in tests")

    monkeypatch.setattr("socket.create_connection", refuse)
    with fetcher(resolve) as one, pytest.raises(Refused, match="private address"):
        one.get(f"http://jobs.example:{site.address.rsplit(':', 1)[1]}/jobs")

    assert asked == ["jobs.example", "jobs.example"]  # asked anew for the second try, judged anew
    assert reached == ["93.184.216.34"]
    assert site.asked == []


def test_redirect_to_the_inside_is_refused(site, monkeypatch):
    """Only the first host counts as public here; where it leads is judged by itself."""
    port = site.address.rsplit(":", 1)[1]
    site.on("/out", redirect(f"http://metadata.internal:{port}/latest"))
    site.on("/latest", answer(b"secret"))
    monkeypatch.setattr(guard, "is_public", lambda address: address == "127.0.0.1")

    def resolve(host: str, port: int) -> Sequence[str]:
        return ["127.0.0.1"] if host == "jobs.example" else ["169.254.169.254"]

    with fetcher(resolve) as one, pytest.raises(Refused, match=r"169\.254\.169\.254"):
        one.get(f"http://jobs.example:{port}/out")

    assert site.asked == ["/robots.txt", "/out"]


def test_host_is_named_in_the_head_though_an_address_is_connected_to(site):
    port = site.address.rsplit(":", 1)[1]

    with fetcher(lambda host, port: ["127.0.0.1"], allow_private=True) as one:
        one.get(f"http://jobs.example:{port}/jobs")

    assert site.head("/jobs")["host"] == f"jobs.example:{port}"


def test_second_address_is_tried_where_the_first_takes_no_connection(site):
    port = site.address.rsplit(":", 1)[1]

    with fetcher(lambda host, port: ["127.0.0.9", "127.0.0.1"], allow_private=True) as one:
        assert one.get(f"http://jobs.example:{port}/jobs").body == b"inside"


@pytest.mark.parametrize(
    "address",
    [
        "ftp://jobs.example/x",
        "file:///etc/passwd",
        "https://",
        "https:///jobs",
        "//jobs.example",
        "jobs.example",
        "https://jobs.example:notaport/",
        "https://[broken",
        "",
        "https://me:secret@jobs.example/",
    ],
)
def test_what_is_no_web_address_is_refused(address):
    with fetcher() as one, pytest.raises(Refused) as told:
        one.get(address)

    assert "secret" not in str(told.value)


def test_name_without_an_address_is_told():
    def resolve(host: str, port: int) -> Sequence[str]:
        raise OSError("no such name")

    with fetcher(resolve) as one, pytest.raises(Unreachable, match="is not known"):
        one.get("https://jobs.example/")
