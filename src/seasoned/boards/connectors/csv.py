"""A table of adverts on this machine: CSV, TSV, JSON or JSON lines."""

from collections.abc import Iterator
from pathlib import Path

from seasoned.boards.board import Board, Get
from seasoned.market.files import fields_in
from seasoned.market.structured import Fields


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every row of the table; nothing is asked of the network."""
    yield from fields_in(Path(place).expanduser())


board = Board(
    name="csv",
    title="A table on this machine",
    example="csv:FILE",
    adverts=adverts,
    documentation="docs/how-to/boards.md",
    local=True,
)
