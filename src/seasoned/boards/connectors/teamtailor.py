"""Teamtailor: the public feed of a career site, RSS with its own names for places."""

from collections.abc import Iterator
from dataclasses import replace

from seasoned.boards.board import Board, Get, words
from seasoned.boards.feeds import feed_items, local_name
from seasoned.market.structured import Fields, fields_of

API = "https://{}.teamtailor.com/jobs.rss"
_WORKPLACES = {"fully": "remote", "hybrid": "hybrid", "temporary": "onsite", "none": "onsite"}


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every job of the feed."""
    reply = get(API.format(place))
    for read, node in feed_items(reply):
        cities = [
            words(part.text)
            for part in node.iter()
            if local_name(part) in ("city", "name") and part is not node
        ]
        status = next((words(p.text) for p in node.iter() if local_name(p) == "remoteStatus"), "")
        where = fields_of({"location": words(*cities), "workplace": _WORKPLACES.get(status, "")})
        yield replace(
            read,
            company=place,
            location=where.location,
            workplace=where.workplace,
            id=f"teamtailor-{place}-{read.id}"[:80],
        )


board = Board(
    name="teamtailor",
    title="Teamtailor",
    example="teamtailor:NAME",
    adverts=adverts,
    documentation="https://support.teamtailor.com/en/articles/5905687",
)
