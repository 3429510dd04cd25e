"""Finding connectors: every file of the folder, and those that other packages bring."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules

from seasoned.boards import connectors
from seasoned.boards.board import Board
from seasoned.errors import UnknownId

GROUP = "seasoned.boards"
"""Entry points of this group name a Board."""


@lru_cache(maxsize=1)
def boards() -> Mapping[str, Board]:
    """Every connector by its name, in the order of the alphabet."""
    own = (
        import_module(f"{connectors.__name__}.{m.name}") for m in iter_modules(connectors.__path__)
    )
    found = {module.board.name: module.board for module in own}
    for entry in entry_points(group=GROUP):
        board = entry.load()
        found.setdefault(board.name, board)
    return dict(sorted(found.items()))


def board_of(source: str) -> tuple[Board, str] | None:
    """The connector that a source names, and the place on it; None for a plain file.

    ``greenhouse:acme`` names a board, ``https://...`` a page.
    """
    if source.startswith(("https://", "http://")):
        return boards()["page"], source
    name, colon, place = source.partition(":")
    if not colon or len(name) < 2 or not name.isalpha() or not name.islower():
        return None
    if name not in boards():
        raise UnknownId("job board", name, tuple(boards()))
    return boards()[name], place.strip()
