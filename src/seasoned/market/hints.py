"""Where a text holds one of a few letters: the cheap test before a costly pattern."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from seasoned.market.sentences import Sentences


@lru_cache(maxsize=2)
def lowered(text: str) -> str:
    """The text in lower case, letter for letter, so that places in both are the same."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(one if len(one := c.lower()) == 1 else c for c in text)


def places(low: str, hints: Sequence[str]) -> list[int]:
    """Where any of the hints stands in text in lower case, in order."""
    found: list[int] = []
    for hint in hints:
        place = low.find(hint)
        while place >= 0:
            found.append(place)
            place = low.find(hint, place + 1)
    found.sort()
    return found


def sentences_with(
    text: str, sentences: Sentences, hints: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Sentences that hold one of the hints, each once, in order."""
    reached = -1
    for place in places(lowered(text), hints):
        if place >= reached:
            start, end = sentences.at(place)
            reached = max(end, place + 1)
            yield start, end


def lines_with(text: str, hints: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Lines that hold one of the hints in any case, each once, in order."""
    return lines_at(text, places(lowered(text), hints))


def lines_at(text: str, found: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Lines that places, given in order, stand in, each once."""
    reached = -1
    for place in found:
        if place >= reached:
            start = text.rfind("\n", 0, place) + 1
            end = text.find("\n", place)
            reached = len(text) if end < 0 else end
            yield start, reached
