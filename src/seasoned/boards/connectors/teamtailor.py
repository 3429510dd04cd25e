"""Teamtailor: the public feed of a career site, RSS with its own names for places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import SplitResult
from xml.etree.ElementTree import Element

from seasoned.boards.board import Board, Get, Reply, host_of, place_of
from seasoned.boards.feeds import feed_items, local_name
from seasoned.boards.values import cities, words
from seasoned.market.structured import Fields

API = "https://{}/jobs.rss?per_page={}&offset={}"
PAGE = 100
_SITE = ".teamtailor.com"
_REGIONS = ("na", "au")
_NO_COMPANY = ("www", "api", "docs", "support", "app")
_WORKPLACES = {"fully": "remote", "hybrid": "hybrid", "temporary": "onsite", "none": "onsite"}


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every job of the feed, a hundred at a time; a career site's own host stands for its name."""
    company, _ = place_of(place)
    host, offset = _host(host_of(company)), 0
    while True:
        reply = get(API.format(host, PAGE, offset))
        name, count = _company(reply), 0
        for read, node in feed_items(reply):
            count += 1
            yield _fields(read, node, company, name)
        offset += count
        if count < PAGE:
            return


def _host(name: str) -> str:
    own = "." in name and name.rsplit(".", 1)[-1] not in _REGIONS
    return name if own else name + _SITE


def _company(reply: Reply) -> str:
    """The feed's own title, which is the company's name."""
    return words(reply.xml.findtext("channel/title"))


def _fields(read: Fields, node: Element, place: str, company: str) -> Fields:
    status = next((words(p.text) for p in node.iter() if local_name(p) == "remoteStatus"), "")
    where = [_place(part) for part in node.iter() if local_name(part) == "location"]
    return replace(
        read,
        company=company,
        location=cities(*where),
        workplace=_WORKPLACES.get(status, ""),
        department=next((words(p.text) for p in node if local_name(p) == "department"), ""),
        id=f"teamtailor-{place}-{read.id}"[:80],
    )


def _place(location: Element) -> str:
    said = {local_name(part): words(part.text) for part in location}
    return words(said.get("city"), said.get("country")) or said.get("name", "")


def _named(parts: SplitResult) -> str:
    """The whole site only: the page of a single job says the same in data of its own."""
    company = (parts.hostname or "").removesuffix(_SITE)
    whole = parts.path.rstrip("/") in ("", "/jobs", "/jobs.rss")
    return company if whole and company not in (parts.hostname, *_NO_COMPANY) else ""


board = Board(
    name="teamtailor",
    title="Teamtailor",
    example="teamtailor:NAME",
    adverts=adverts,
    documentation="https://support.teamtailor.com/en/articles/5905687",
    named=_named,
)
