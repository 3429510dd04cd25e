"""Finding plain phrases in folded text, longest first, each with what it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from seasoned.skills.folding import Folded, closes, fold, opens

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase's meaning and its place in the text."""

    means: T
    start: int
    end: int


class Phrases(Generic[T]):
    """Phrases with meanings; a ``*`` at an end lets the phrase go on into a longer word."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        import ahocorasick_rs

        meanings: dict[tuple[str, bool, bool], list[T]] = {}
        for phrase, meaning in phrases:
            key = (fold(phrase.strip("*")), phrase.startswith("*"), phrase.endswith("*"))
            meanings.setdefault(key, []).append(meaning)
        self._meanings = list(meanings.items())
        words = [key[0] for key in meanings]
        self._automaton = ahocorasick_rs.AhoCorasick(words, store_patterns=False) if words else None

    def find(self, folded: Folded) -> list[Found[T]]:
        """Every phrase in the text, in order; of overlapping ones the first and longest."""
        if self._automaton is None:
            return []
        hits = self._automaton.find_matches_as_indexes(folded.lower, overlapping=True)
        kept = sorted(
            (start, -end, index)
            for index, start, end in hits
            if self._whole(index, folded.lower, start, end)
        )
        found: list[Found[T]] = []
        reached = -1
        for start, negative_end, index in kept:
            if start >= reached:
                reached = -negative_end
                a, b = folded.span(start, reached)
                found += [Found(meaning, a, b) for meaning in self._meanings[index][1]]
        return found

    def _whole(self, index: int, text: str, start: int, end: int) -> bool:
        _, open_start, open_end = self._meanings[index][0]
        return (open_start or opens(text, start)) and (
            open_end or not text[end - 1].isalnum() or closes(text, end)
        )
