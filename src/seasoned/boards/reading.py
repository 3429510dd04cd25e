"""Several sources one after the other; one that fails is told and leaves the others standing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from seasoned.boards.board import Board, Get
from seasoned.boards.discovery import board_of
from seasoned.errors import InvalidValue, LayoutChanged, SeasonedError
from seasoned.market.structured import Fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """Adverts of the sources that answered, each with its source, and what went wrong elsewhere.

    ``empty``: sources that answered and list no open advert, which is nothing wrong. ``cut``: sources
    of which only the first adverts were taken.
    """

    adverts: tuple[tuple[str, Fields], ...] = ()
    problems: tuple[SeasonedError, ...] = ()
    empty: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()


def fetch(sources: Iterable[str], get: Get) -> Fetched:
    """Adverts of every source that gives some; a source that breaks half-way keeps its first half."""
    adverts: list[tuple[str, Fields]] = []
    problems: list[SeasonedError] = []
    empty: list[str] = []
    cut: list[str] = []
    for source in sources:
        before = len(adverts)
        try:
            listed = 0
            for fields in _adverts(source, get):
                listed += 1
                if listed > _most(source):
                    cut.append(source)
                    break
                if fields.text.strip():
                    adverts.append((source, fields))
            if not listed:
                empty.append(source)
            elif len(adverts) == before:
                raise LayoutChanged(source, "no advert of it holds a text")
        except SeasonedError as error:
            problems.append(error)
    return Fetched(
        adverts=tuple(adverts), problems=tuple(problems), empty=tuple(empty), cut=tuple(cut)
    )


def _adverts(source: str, get: Get) -> Iterator[Fields]:
    found = board_of(source)
    if found is None:
        raise InvalidValue(
            "source", source, "a board and a name like greenhouse:NAME, or https://..."
        )
    board, place = found
    if not place or (not board.local and any(c.isspace() for c in place)):
        raise InvalidValue("source", source, f"written like {board.example}")
    yield from _shaped(board, place, get)


def _most(source: str) -> int:
    found = board_of(source)
    return found[0].most if found else 0


def _shaped(board: Board, place: str, get: Get) -> Iterator[Fields]:
    """What the connector yields; a shape it stumbles over is told as one."""
    try:
        yield from board.adverts(place, get)
    except (KeyError, TypeError, AttributeError, ValueError, IndexError) as error:
        raise LayoutChanged(
            f"{board.name}:{place}", f"unexpected {type(error).__name__}"
        ) from error
