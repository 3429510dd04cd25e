"""RSS and Atom: any feed of adverts by its address."""

from collections.abc import Iterator

from seasoned.boards.board import Board, Get
from seasoned.boards.feeds import feed_items
from seasoned.market.structured import Fields


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every item of the feed."""
    for fields, _ in feed_items(get(place)):
        yield fields


board = Board(
    name="rss",
    title="RSS or Atom feed",
    example="rss:https://example.org/jobs.rss",
    adverts=adverts,
    documentation="https://www.rssboard.org/rss-specification",
)
