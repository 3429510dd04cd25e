"""A table of adverts, on this machine or at an address: CSV, TSV, JSON or JSON lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from seasoned.boards.board import Board, Get, Reply
from seasoned.errors import LayoutChanged
from seasoned.market.files import TABLES, fields_in, records_of
from seasoned.market.structured import Fields, fields_of


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every row of the table; only for an address is anything asked of the network."""
    if place.startswith(("https://", "http://")):
        yield from _fetched(get(place))
        return
    yield from fields_in(Path(place).expanduser())


def _fetched(reply: Reply) -> Iterator[Fields]:
    """Rows of a table from an address, whose name often tells no kind."""
    if reply.text.lstrip()[:1] == "<":
        raise LayoutChanged(reply.address, "a web page and no table")
    name = Path(urlsplit(reply.address).path).name
    kind = name if name.lower().endswith(TABLES) else f"{name}.csv"
    found = [fields_of(row) for row in records_of(kind, reply.text) if not isinstance(row, str)]
    if not any(fields.text for fields in found):
        raise LayoutChanged(reply.address, "no column called description or text")
    yield from found


board = Board(
    name="csv",
    title="A table, here or at an address",
    example="csv:FILE",
    adverts=adverts,
    documentation="docs/how-to/boards.md",
    local=True,
)
