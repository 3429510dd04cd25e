"""A plain folder of adverts on this machine."""

from collections.abc import Iterator
from pathlib import Path

from seasoned.boards.board import Board, Get
from seasoned.market.files import fields_in
from seasoned.market.structured import Fields


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every advert of the folder; nothing is asked of the network."""
    yield from fields_in(Path(place).expanduser())


board = Board(
    name="folder",
    title="A folder on this machine",
    example="folder:PATH",
    adverts=adverts,
    documentation="docs/how-to/boards.md",
    local=True,
)
