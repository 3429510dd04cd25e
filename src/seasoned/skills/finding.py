"""Finding skills in text by the names they go by.

One Aho-Corasick pass over the folded text, then rules that keep only what the words mean: whole
words, case where it matters, words that must or must not stand near, and the longest name first.
Aho and Corasick (1975), Efficient string matching, Communications of the ACM 18(6).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from seasoned.skills.folding import Folded, closes, fold, opens, spaced
from seasoned.skills.skill import Skill, Term, TermKind

NEARBY = 60
"""Characters on each side in which ``near`` and ``not_near`` words are looked for."""
_SPELLINGS = (
    ("modeling", "modelling"),
    ("labeling", "labelling"),
    ("ization", "isation"),
    ("izing", "ising"),
    ("behavior", "behaviour"),
    ("center", "centre"),
)
_OPENING = frozenset(" \n(,:;")
_CLOSING = frozenset(" \n,;:)(")
"""Signs after which a word surely starts, and before which it surely ends."""
_BEFORE_ONE = " \n(,;:\"'“”‘*[|•·+&>=~."
_AFTER_ONE = " \n,;:.)!?\"'”’]|*&<=("
"""Signs between which a name of one letter is sought."""
_SHORT = 2
"""Names of so few letters also refuse a hyphen, ampersand, apostrophe or full stop beside them."""


class Mention(NamedTuple):
    """A skill named in a text: the words as written, their place, and the term they stand for."""

    skill: str
    surface: str
    start: int
    end: int
    term: str = ""
    human: bool = False


@dataclass(frozen=True, slots=True)
class _Name:
    """One written form of a term, ready for matching."""

    skill: str
    term: str
    human: bool
    tool: bool
    exact: str
    near: _Words | None
    not_near: _Words | None
    short: bool
    free: bool
    """Whether it counts wherever it stands as a whole word."""


class Finder:
    """Finds the skills that a text names; built once per content, then used for any text."""

    def __init__(self, skills: Mapping[str, Skill]) -> None:
        import ahocorasick_rs

        forms: dict[str, list[_Name]] = {}
        for skill in skills.values():
            for term in skill.terms:
                for form, name in _forms(skill, term):
                    forms.setdefault(form, []).append(name)
        sought = [(held, form) for form in forms for held in _held(form)]
        self._forms = [_preferred(forms[form]) for _, form in sought]
        self._inset = [(len(held) - len(form)) // 2 for held, form in sought]
        self._automaton = ahocorasick_rs.AhoCorasick(
            [held for held, _ in sought], store_patterns=False
        )

    def mentions(self, text: str | Folded) -> tuple[Mention, ...]:
        """Skills named in the text, in order, without overlaps; ``text[start:end] == surface``.

        A text that is folded already, for other searches too, is not folded again.
        """
        if not self._forms:
            return ()
        folded = text if isinstance(text, Folded) else Folded(text)
        found, doubtful = self._hits(folded)
        kept = list(_longest(found))
        return tuple(_listed(kept, doubtful, folded.text) if doubtful else kept)

    def _hits(self, folded: Folded) -> tuple[list[Mention], list[Mention]]:
        """Names that surely stand there, and names that lack only a word of theirs nearby."""
        lower, text, straight = folded.lower, folded.text, folded.straight
        padded = f"\n{lower}\n"
        found: list[Mention] = []
        doubtful: list[Mention] = []
        for index, first, last in self._automaton.find_matches_as_indexes(padded, overlapping=True):
            inset = self._inset[index]
            start, end = first + inset - 1, last - inset - 1
            after = padded[end + 1]
            if after.isalpha() or (after not in _CLOSING and not closes(lower, end)):
                continue
            if padded[start] not in _OPENING and not opens(lower, start):
                continue
            a, b = (start, end) if straight else folded.span(start, end)
            for name in self._forms[index]:
                doubt = None if name.free else _doubt(name, text, a, b)
                if doubt is None or doubt == _ALONE:
                    kept = doubtful if doubt else found
                    kept.append(Mention(name.skill, text[a:b], a, b, name.term, name.human))
                    break
        return found, doubtful


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


def names_of(skills: Mapping[str, Skill]) -> Callable[[str], str]:
    """From any written form of a term to its canonical name; other names come back as they are.

    Context rules do not apply: the name stands alone, and whoever wrote it meant it.
    """
    known: dict[str, str] = {}
    for skill in skills.values():
        for term in skill.terms:
            for form, name in _forms(skill, term):
                known.setdefault(form, name.term)

    def canonical(name: str) -> str:
        return known.get(fold(name), name)

    return canonical


def _held(form: str) -> Iterator[str]:
    """What is sought for a form: itself, or a single letter between signs, as most letters of a
    text stand in words and would cost more to pass over than all names together."""
    if len(form) > 1:
        yield form
    else:
        yield from (before + form + after for before in _BEFORE_ONE for after in _AFTER_ONE)


def _forms(skill: Skill, term: Term) -> Iterator[tuple[str, _Name]]:
    """Folded forms of a term, spellings and plurals included, each with its rules."""
    near, not_near = _any_word(term.near), _any_word(term.not_near)
    for surface in term.surfaces:
        exact = spaced(surface) if term.exact_case else ""
        name = _Name(
            skill.id,
            term.canonical,
            term.human or (skill.human and term.kind is TermKind.CONCEPT),
            term.kind is TermKind.TOOL,
            exact,
            near,
            not_near,
            short := len(surface) <= _SHORT,
            not (exact or short or near or not_near),
        )
        for form in dict.fromkeys(
            _variants(fold(surface), plain=not term.exact_case and not name.tool)
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


class _Words:
    """Words of which one stands near; looked for as letters first, as whole words then."""

    __slots__ = ("_letters", "_whole")

    def __init__(self, words: tuple[str, ...]) -> None:
        self._letters = tuple(word.lower() for word in words)
        self._whole = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, self._letters))})s?(?!\w)")

    def stand_in(self, low: str) -> bool:
        """Whether one of the words stands in lower-case text."""
        return any(word in low for word in self._letters) and bool(self._whole.search(low))


def _any_word(words: tuple[str, ...]) -> _Words | None:
    return _Words(words) if words else None


def _preferred(names: list[_Name]) -> tuple[_Name, ...]:
    """Names sharing a form, those with the strictest rules first."""
    return tuple(
        sorted(names, key=lambda n: (not n.exact, n.near is None, n.not_near is None, n.skill))
    )


_ALONE = "alone"


def _doubt(name: _Name, text: str, start: int, end: int) -> str | None:
    """Why the words may not mean the name; None where they do.

    ``alone``: only a word that should stand near is missing.
    """
    if name.exact and spaced(text[start:end]) != name.exact:
        return "case"
    if name.short and _attached(text, start, end):
        return "attached"
    if name.near is None and name.not_near is None:
        return None
    around = f"{text[max(0, start - NEARBY) : start]} \0 {text[end : end + NEARBY]}".lower()
    if name.not_near is not None and name.not_near.stand_in(around):
        return "other meaning"
    return None if name.near is None or name.near.stand_in(around) else _ALONE


def _listed(kept: list[Mention], doubtful: list[Mention], text: str) -> list[Mention]:
    """Names kept, with the doubtful ones that stand in one list with them: "LoRA, DPO or RLHF"."""
    for backwards in (False, True):
        for mention in sorted(_longest(doubtful), key=_order, reverse=backwards):
            place = bisect_left(kept, mention.start, key=_start)
            before = kept[place - 1] if place else None
            after = kept[place] if place < len(kept) else None
            if (before and before.end > mention.start) or (after and after.start < mention.end):
                continue
            if (before and _LINK.fullmatch(text, before.end, mention.start)) or (
                after and _LINK.fullmatch(text, mention.end, after.start)
            ):
                kept.insert(place, mention)
    return kept


_LINK = re.compile(
    r"[ ()]*(?:[,/|&+·][ ()]*(?:(?:and|or|und|oder|et|ou|y|o|en|of)[ (]+)?|"
    r"(?:and|or|and/or|und|oder|et|ou|y|o|en|of|bzw\.)[ (]+)"
)
"""What stands between two names of one list."""


def _start(mention: Mention) -> int:
    return mention.start


def _attached(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return (
        before in ("&", "-", "'", "’", ".")
        or after in ("&", "-", "'", "’")
        or (after in ("+", "#"))
    )


def _order(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


def _longest(found: Iterable[Mention]) -> Iterator[Mention]:
    """Leftmost mentions first, the longest of those that start together, none overlapping."""
    reached = -1
    for mention in sorted(found, key=_order):
        if mention.start >= reached:
            yield mention
            reached = mention.end
