"""Text folded for matching: lower case, runs of spaces, hyphens and slashes as one space."""

from __future__ import annotations

import re
from bisect import bisect_right

_WIDE = re.compile(r" {2,}")
_PLAIN = tuple("-/_‐‑\t\xa0\u202f\u2009\u3000")
"""Signs that separate words as a space does."""
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

    @property
    def straight(self) -> bool:
        """Whether every place in the folded text is the same place in the text."""
        return not self._ends

    def place(self, position: int) -> int:
        """Where in the text a folded position stands."""
        index = bisect_right(self._ends, position)
        return position + (self._shifts[index - 1] if index else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text a folded range stands."""
        return self.place(start), self.place(end - 1) + 1

    def _squeezed(self, lower: str) -> str:
        for sign in _PLAIN:
            if sign in lower:
                lower = lower.replace(sign, " ")
        parts: list[str] = []
        place = 0
        trailing = 0
        for line in lower.split("\n"):
            body = line.strip(" ")
            lead = len(line) - len(line.lstrip(" ")) if body else 0
            if place:
                self._break(parts, place - 1, trailing, lead, body)
            elif lead:
                self._gap(parts, 0, lead)
            if "  " in body:
                self._narrowed(parts, body, place + lead)
            else:
                parts.append(body)
            trailing = len(line) - lead - len(body)
            place += len(line) + 1
        if trailing:
            self._gap(parts, place - 1 - trailing, trailing)
        return "".join(parts)

    def _break(self, parts: list[str], place: int, trailing: int, lead: int, body: str) -> None:
        """A line break: one space where the next line goes on, itself before a mark or nothing."""
        marked = lead and self.text[place + 1 : place + 1 + lead].strip()
        if body and not marked and body[0].isalnum():
            self._gap(parts, place - trailing, trailing + 1 + lead)
            return
        if trailing:
            self._gap(parts, place - trailing, trailing)
        parts.append("\n")
        if lead:
            self._gap(parts, place + 1, lead)

    def _gap(self, parts: list[str], start: int, length: int) -> None:
        parts.append(" ")
        if length > 1:
            shift = (self._shifts[-1] if self._shifts else 0) + length - 1
            self._ends.append(start + length - shift)
            self._shifts.append(shift)

    def _narrowed(self, parts: list[str], body: str, place: int) -> None:
        last = 0
        for gap in _WIDE.finditer(body):
            parts.append(body[last : gap.start()])
            self._gap(parts, place + gap.start(), gap.end() - gap.start())
            last = gap.end()
        parts.append(body[last:])


def fold(surface: str) -> str:
    """A short written form, folded as texts are."""
    return spaced(surface.replace("İ", "I").lower())


def spaced(surface: str) -> str:
    """A written form with single spaces for its spaces, hyphens and slashes."""
    return _SURFACE_GAP.sub(" ", surface).strip()


def opens(text: str, start: int) -> bool:
    """Whether a word may start here."""
    if start == 0:
        return True
    before = text[start - 1]
    if before.isalnum() or before in "_@\\":
        return False
    if before in ".'’#" and start > 1 and text[start - 2].isalnum():
        return before in "'’" and _elided(text, start - 2)
    return True


def _elided(text: str, place: int) -> bool:
    """Whether a letter stands alone before an apostrophe, as in French (d'IA, l'apprentissage)."""
    return text[place] in "dl" and not (place > 0 and text[place - 1].isalnum())


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
