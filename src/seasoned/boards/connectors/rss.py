"""RSS and Atom: any feed of adverts by its address; where an item only teases, the page it links to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seasoned.boards.board import Board, Get
from seasoned.boards.connectors.page import stated, whole
from seasoned.boards.feeds import feed_items
from seasoned.errors import SourceError
from seasoned.market.structured import Fields

TEASER = 400
"""Characters below which an item is a teaser: real adverts are rarely half as short."""


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every item of the feed."""
    for fields, _ in feed_items(get(place)):
        yield fields if len(fields.text) >= TEASER or not fields.url else _told(fields, get)


def _told(teaser: Fields, get: Get) -> Fields:
    """The advert of the page that an item links to, or the item itself where that says less."""
    try:
        reply = get(teaser.url)
        page = next(stated(reply), None) or whole(reply)
    except SourceError:
        return teaser
    if len(page.text) <= len(teaser.text):
        return teaser
    return replace(
        page,
        id=teaser.id,
        title=teaser.title or page.title,
        url=teaser.url,
        posted=page.posted or teaser.posted,
    )


board = Board(
    name="rss",
    title="RSS or Atom feed",
    example="rss:https://example.org/jobs.rss",
    adverts=adverts,
    documentation="https://www.rssboard.org/rss-specification",
)
