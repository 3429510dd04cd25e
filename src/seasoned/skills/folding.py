"""Text folded for matching: lower case, runs of spaces, hyphens and slashes as one space."""

from __future__ import annotations

import re
from bisect import bisect_right

_GAP = re.compile(
    r"(?! (?![^\S\n]|[-‐‑_/]|\n[^\S\n]*\w))"
    r"(?:(?:[^\S\n]|[-‐‑_/])+(?:\n[^\S\n]*(?=\w))?|\n[^\S\n]*(?=\w))"
)
"""What becomes one space; single spaces, which are that already, are passed over."""
_SURFACE_GAP = re.compile(r"[\s\-‐‑_/]+")


class Folded:
    """Folded text and the way back: ``text`` as given, ``lower`` for matching.

    A line break joins words like a space does, except before a list mark or an empty line, so
    that a name may run over the end of a line but never from one list item into the next.
    """

    __slots__ = ("_ends", "_shifts", "lower", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        lower = text.replace("İ", "I").lower()
        self._ends: list[int] = []
        self._shifts: list[int] = []
        self.lower = self._squeezed(lower if len(lower) == len(text) else _aligned(text))

    def place(self, position: int) -> int:
        """Where in the text a folded position stands."""
        index = bisect_right(self._ends, position)
        return position + (self._shifts[index - 1] if index else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text a folded range stands."""
        return self.place(start), self.place(end - 1) + 1

    def _squeezed(self, lower: str) -> str:
        parts: list[str] = []
        last = shift = 0
        for gap in _GAP.finditer(lower):
            parts.append(lower[last : gap.start()])
            last = gap.end()
            extra = last - gap.start() - 1
            if extra:
                shift += extra
                self._ends.append(last - shift)
                self._shifts.append(shift)
        parts.append(lower[last:])
        return " ".join(parts)


def fold(surface: str) -> str:
    """A short written form, folded as texts are."""
    return spaced(surface.replace("İ", "I").lower())


def spaced(surface: str) -> str:
    """A written form with single spaces for its spaces, hyphens and slashes."""
    return _SURFACE_GAP.sub(" ", surface).strip()


def whole(text: str, start: int, end: int) -> bool:
    """Whether a match in folded text is no part of a longer word, address or version."""
    return opens(text, start) and closes(text, end)


def opens(text: str, start: int) -> bool:
    """Whether a word may start here."""
    if start == 0:
        return True
    before = text[start - 1]
    if before.isalnum() or before in "_@\\":
        return False
    return not (before in ".'’#" and start > 1 and text[start - 2].isalnum())


def closes(text: str, end: int) -> bool:
    """Whether a word may end here; a version number may follow it (Python3)."""
    if end == len(text):
        return True
    after, last = text[end], text[end - 1]
    if after.isdigit() and last.isalpha():
        return _version(text, end)
    if after.isalnum() or after in "_#\\" or (after == "+" and last != "+"):
        return False
    return not (after in ".@" and end + 1 < len(text) and text[end + 1].isalnum())


_DIGITS = re.compile(r"\d(?:\.[\dx]+)*(?!\w)")


def _version(text: str, end: int) -> bool:
    return end >= 4 and text[end - 4 : end].isalpha() and _DIGITS.match(text, end) is not None


def _aligned(text: str) -> str:
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)
