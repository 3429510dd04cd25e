"""Finding plain phrases of several tables in folded text, each with what it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from seasoned.skills.folding import Folded, closes, fold, opens

T = TypeVar("T")
_SURE = frozenset(" \n,")
"""Signs beside which a word surely begins or ends."""


class Found(NamedTuple, Generic[T]):
    """A phrase's meaning and its place in the text."""

    means: T
    start: int
    end: int


class Phrases(Generic[T]):
    """Phrases with meanings; a ``*`` at an end lets the phrase go on into a longer word.

    Tables are searched in one pass; within each, of overlapping phrases the first and longest
    counts, and the tables do not hide each other's.
    """

    def __init__(self, tables: Mapping[str, Iterable[tuple[str, T]]]) -> None:
        import ahocorasick_rs

        self._tables = tuple(tables)
        meanings: dict[str, list[tuple[int, bool, bool, T]]] = {}
        for number, phrases in enumerate(tables.values()):
            for phrase, meaning in phrases:
                row = number, phrase.startswith("*"), phrase.endswith("*"), meaning
                meanings.setdefault(fold(phrase.strip("*")), []).append(row)
        self._meanings = [tuple(rows) for rows in meanings.values()]
        self._automaton = ahocorasick_rs.AhoCorasick(list(meanings), store_patterns=False)

    def find(self, folded: Folded) -> dict[str, list[Found[T]]]:
        """Every phrase in the text, by table and in order."""
        lower = folded.lower
        padded = f"\n{lower}\n"
        hits: list[list[tuple[int, int, T]]] = [[] for _ in self._tables]
        for index, start, end in self._automaton.find_matches_as_indexes(lower, overlapping=True):
            opened = padded[start] in _SURE or opens(lower, start)
            closed = padded[end + 1] in _SURE or not lower[end - 1].isalnum() or closes(lower, end)
            for table, open_start, open_end, meaning in self._meanings[index]:
                if (opened or open_start) and (closed or open_end):
                    hits[table].append((start, -end, meaning))
        return {
            name: _first_and_longest(found, folded)
            for name, found in zip(self._tables, hits, strict=True)
        }


def _first_and_longest(hits: list[tuple[int, int, T]], folded: Folded) -> list[Found[T]]:
    """Of overlapping phrases the first and longest, with all that the same words mean."""
    hits.sort(key=_order)
    found: list[Found[T]] = []
    reached, kept = -1, (-1, 0)
    for start, negative_end, meaning in hits:
        if start >= reached or (start, negative_end) == kept:
            reached, kept = -negative_end, (start, negative_end)
            found.append(Found(meaning, *folded.span(start, reached)))
    return found


def _order(hit: tuple[int, int, T]) -> tuple[int, int]:
    return hit[0], hit[1]
