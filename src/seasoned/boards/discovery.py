"""Finding connectors: every file of the folder, and those that other packages bring."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
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

    ``greenhouse:acme`` names a board, ``https://...`` a page, unless it lies on a board's own site.
    Raises UnknownId for a word before a colon that is no board's, with the nearest that is.

    Examples
    --------
    >>> board, place = board_of("https://job-boards.greenhouse.io/acme/jobs/4012")
    >>> board.name, place
    ('greenhouse', 'acme/4012')
    """
    if source.lower().startswith(("https://", "http://")):
        return _at(source)
    name, colon, place = source.partition(":")
    name = name.lower()
    if not colon or len(name) < 2 or not name.isalpha() or not name.isascii():
        return None
    if name in boards():
        board = boards()[name]
        return board, board.place_in(place.strip()) or place.strip()
    if Path(source).exists():
        return None
    raise UnknownId("job board", name, tuple(boards()))


def _at(address: str) -> tuple[Board, str]:
    for board in boards().values():
        if place := board.place_in(address):
            return board, place
    return boards()["page"], address
