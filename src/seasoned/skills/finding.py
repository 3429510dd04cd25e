"""Finding skills in text by the names they go by.

One Aho-Corasick pass over the folded text, then rules that keep only what the words mean: whole
words, case where it matters, words that must or must not stand near, and the longest name first.
Aho and Corasick (1975), Efficient string matching, Communications of the ACM 18(6).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from seasoned.skills.skill import Skill, Term, TermKind

NEARBY = 60
"""Characters on each side in which ``near`` and ``not_near`` words are looked for."""
_GAP = re.compile(r"(?:[^\S\n]|[-‐‑_/])+(?:\n[^\S\n]*(?=\w))?|\n[^\S\n]*(?=\w)")
_SPELLINGS = (
    ("modeling", "modelling"),
    ("labeling", "labelling"),
    ("ization", "isation"),
    ("izing", "ising"),
    ("behavior", "behaviour"),
    ("center", "centre"),
)
_GLUE = frozenset("+#@\\&")
_SHORT = 2
"""Names of so few letters also refuse a hyphen, ampersand, apostrophe or full stop beside them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A skill named in a text: the words as written, their place, and the term they stand for."""

    skill: str
    surface: str
    start: int
    end: int
    term: str = ""


@dataclass(frozen=True, slots=True)
class _Name:
    """One written form of a term, ready for matching."""

    skill: str
    term: str
    tool: bool
    exact: str
    near: re.Pattern[str] | None
    not_near: re.Pattern[str] | None
    short: bool


class Finder:
    """Finds the skills that a text names; built once per content, then used for any text."""

    def __init__(self, skills: Mapping[str, Skill]) -> None:
        import ahocorasick_rs

        forms: dict[str, list[_Name]] = {}
        for skill in skills.values():
            for term in skill.terms:
                for form, name in _forms(skill.id, term):
                    forms.setdefault(form, []).append(name)
        self._forms = [_preferred(names) for names in forms.values()]
        self._automaton = ahocorasick_rs.AhoCorasick(list(forms), store_patterns=False)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Skills named in the text, in order, without overlaps; ``text[start:end] == surface``."""
        if not self._forms:
            return ()
        folded = _Folded(text)
        found = [hit for hit in self._hits(folded) if hit is not None]
        return tuple(_longest(found))

    def _hits(self, folded: _Folded) -> Iterator[Mention | None]:
        hits = self._automaton.find_matches_as_indexes(folded.lower, overlapping=True)
        for index, start, end in hits:
            if _whole(folded.lower, start, end):
                yield self._accepted(index, folded, start, end)

    def _accepted(self, index: int, folded: _Folded, start: int, end: int) -> Mention | None:
        a, b = folded.place(start), folded.place(end - 1) + 1
        for name in self._forms[index]:
            if _agrees(name, folded.text, a, b):
                return Mention(
                    skill=name.skill, surface=folded.text[a:b], start=a, end=b, term=name.term
                )
        return None


_finders: list[tuple[Mapping[str, Skill], Finder]] = []


def finder_for(skills: Mapping[str, Skill]) -> Finder:
    """The finder of exactly this mapping, built on first use; the last four are kept."""
    for known, finder in _finders:
        if known is skills:
            return finder
    finder = Finder(skills)
    _finders.insert(0, (skills, finder))
    del _finders[4:]
    return finder


class _Folded:
    """Lower-case text with every run of spaces, hyphens and slashes as one space, and the way back."""

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


def _aligned(text: str) -> str:
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


def _fold(surface: str) -> str:
    return re.sub(r"[\s\-‐‑_/]+", " ", surface.replace("İ", "I").lower()).strip()


def _forms(skill: str, term: Term) -> Iterator[tuple[str, _Name]]:
    """Folded forms of a term, spellings and plurals included, each with its rules."""
    near, not_near = _any_word(term.near), _any_word(term.not_near)
    for surface in term.surfaces:
        exact = re.sub(r"[\s\-‐‑_/]+", " ", surface).strip() if term.exact_case else ""
        name = _Name(
            skill,
            term.name,
            term.kind is TermKind.TOOL,
            exact,
            near,
            not_near,
            len(surface) <= _SHORT,
        )
        for form in dict.fromkeys(
            _variants(_fold(surface), plain=not term.exact_case and not name.tool)
        ):
            if form:
                yield form, name


def _variants(form: str, *, plain: bool) -> Iterator[str]:
    yield form
    if plain:
        for spelled in (form, *_respelled(form)):
            yield spelled
            yield from _numbers(spelled)


def _respelled(form: str) -> Iterator[str]:
    for american, british in _SPELLINGS:
        if american in form:
            yield form.replace(american, british)
        elif british in form:
            yield form.replace(british, american)


def _numbers(form: str) -> Iterator[str]:
    """Plural of a singular and singular of a plural; words in -ss, -us, -is, -ics stay."""
    if len(form) < 3 or not form[-1].isalpha():
        return
    if form.endswith("s"):
        if not form.endswith(("ss", "us", "is", "ics", "as", "os")):
            yield form[:-3] + "y" if form.endswith("ies") else form[:-1]
    elif form.endswith("y") and form[-2] not in "aeou":
        yield form[:-1] + "ies"
    else:
        yield form + ("es" if form.endswith(("x", "ch", "sh", "z")) else "s")


def _any_word(words: tuple[str, ...]) -> re.Pattern[str] | None:
    if not words:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})s?(?!\w)", re.I)


def _preferred(names: list[_Name]) -> tuple[_Name, ...]:
    """Names sharing a form, those with the strictest rules first."""
    return tuple(
        sorted(names, key=lambda n: (not n.exact, n.near is None, n.not_near is None, n.skill))
    )


def _whole(text: str, start: int, end: int) -> bool:
    """Whether the match is no part of a longer word, address or version."""
    return _opens(text, start) and _closes(text, end, text[end - 1])


def _opens(text: str, start: int) -> bool:
    if start == 0:
        return True
    before = text[start - 1]
    if before.isalnum() or before in "_@\\":
        return False
    return not (before in ".'’#" and start > 1 and text[start - 2].isalnum())


def _closes(text: str, end: int, last: str) -> bool:
    if end == len(text):
        return True
    after = text[end]
    if after.isdigit() and last.isalpha():
        return _version(text, end)
    if after.isalnum() or after in "_#\\" or (after == "+" and last != "+"):
        return False
    return not (after in ".@" and end + 1 < len(text) and text[end + 1].isalnum())


def _version(text: str, end: int) -> bool:
    """Whether only a version number follows: Python3, TensorFlow2.x."""
    match = _DIGITS.match(text, end)
    return match is not None and text[max(0, end - 4) : end].isalpha() and end >= 4


_DIGITS = re.compile(r"\d(?:\.[\dx]+)*(?!\w)")


def _agrees(name: _Name, text: str, start: int, end: int) -> bool:
    if name.exact and re.sub(r"[\s\-‐‑_/]+", " ", text[start:end]) != name.exact:
        return False
    if name.short and _attached(text, start, end):
        return False
    if name.near is None and name.not_near is None:
        return True
    around = text[max(0, start - NEARBY) : start] + " \0 " + text[end : end + NEARBY]
    if name.not_near is not None and name.not_near.search(around):
        return False
    return name.near is None or name.near.search(around) is not None


def _attached(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return (
        before in ("&", "-", "'", "’", ".")
        or after in ("&", "-", "'", "’")
        or (after in ("+", "#"))
    )


def _longest(found: list[Mention]) -> Iterator[Mention]:
    """Leftmost mentions first, the longest of those that start together, none overlapping."""
    reached = -1
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if mention.start >= reached:
            yield mention
            reached = mention.end
