"""The text of an advert cut into pieces: plain words, notes before a sentence, terms to click."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from seasoned.market.posting import Flag, Named, Posting, Strength, Unknown

SAYINGS = (
    (Strength.REQUIRED, "a must"),
    (Strength.PREFERRED, "nice to have"),
    (Strength.DUTY, "part of the work"),
    (Strength.MENTIONED, "only mentioned"),
    (Strength.DENIED, "said not to be needed"),
)
WORDS = dict(SAYINGS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the text; ``kind`` empty where nothing is read from it.

    ``note``: no text of the advert, but what was read from the sentence that follows.
    """

    text: str
    kind: str = ""
    note: bool = False
    term: Named | None = None
    others: tuple[str, ...] = ()
    says: str = ""


def pieces_of(posting: Posting) -> list[Piece]:
    """The text in order, nothing lost: without notes, the pieces join to the advert's text."""
    return list(_cut(posting))


def _cut(posting: Posting) -> Iterator[Piece]:
    text, place = posting.text, 0
    notes = sorted(_notes(posting), key=lambda note: note[0])
    choices = _choices(posting)
    for start, end, piece in _marked(posting, choices):
        if start < place or end > len(text):
            continue
        yield from _plain(text, place, start, notes)
        yield piece
        place = end
    yield from _plain(text, place, len(text), notes)


def _plain(text: str, start: int, end: int, notes: list[tuple[int, str, str]]) -> Iterator[Piece]:
    """Plain words up to a place, with the notes that belong before their sentences."""
    while notes and notes[0][0] <= end:
        at, kind, words = notes.pop(0)
        at = max(start, at)
        if at > start:
            yield Piece(text=text[start:at])
        yield Piece(text=words, kind=kind, note=True)
        start = at
    if end > start:
        yield Piece(text=text[start:end])


def _marked(posting: Posting, choices: dict[int, tuple[str, ...]]) -> list[tuple[int, int, Piece]]:
    """Terms and unknown words with their places, in order."""
    found = [
        (one.span.start, one.span.end, _term(one, choices.get(one.choice, ())))
        for one in posting.named
    ]
    found += [(one.span.start, one.span.end, _unknown(one)) for one in posting.unknown]
    return sorted(found, key=lambda mark: mark[:2])


def _term(one: Named, together: tuple[str, ...]) -> Piece:
    kind = "choice " if together else ""
    return Piece(
        text=one.span.quote,
        kind=f"{kind}{one.strength.value}{' corrected' if one.corrected else ''}",
        term=one,
        others=tuple(term for term in together if term != one.term),
        says=WORDS[one.strength],
    )


def _unknown(one: Unknown) -> Piece:
    return Piece(text=one.surface, kind="unknown", says="seen, not known")


def _choices(posting: Posting) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    for one in posting.named:
        if one.choice:
            found.setdefault(one.choice, []).append(one.term)
    return {number: tuple(dict.fromkeys(terms)) for number, terms in found.items()}


def _notes(posting: Posting) -> Iterator[tuple[int, str, str]]:
    """What is read from whole sentences: where it stands, its kind, and what to say."""
    for years in posting.years:
        upper = f"–{years.upper:g}" if years.upper else "+"
        yield years.span.start, "years", f"{years.lower:g}{upper} years"
    for degree in posting.degrees:
        names = {"first": "bachelor", "higher": "master", "doctorate": "doctorate"}
        yield degree.span.start, "degree", names.get(degree.degree, degree.degree)
    if posting.salary and posting.salary.span.quote:
        yield posting.salary.span.start, "pay", "pay"
    for fact in posting.facts:
        if fact.kind in ("workplace", "visa") and fact.span.quote:
            yield fact.span.start, "place", fact.value
    for spoken in posting.spoken:
        yield spoken.span.start, "language", f"{spoken.code} {spoken.level}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A stretch of the text; ``numbers`` of the flags that speak of it, from 1, none for plain."""

    text: str
    numbers: tuple[int, ...] = ()


def marked_by_flags(text: str, flags: Sequence[Flag]) -> list[Marked]:
    """The text in order with the words of flags marked; the pieces join to the text."""
    spans = [(f.span.start, f.span.end, n) for n, f in enumerate(flags, 1) if f.span.quote]
    edges = sorted({0, len(text), *(e for start, end, _ in spans for e in (start, end))})
    cut = [edge for edge in edges if edge <= len(text)]
    return [
        Marked(
            text=text[start:end],
            numbers=tuple(n for first, last, n in spans if first <= start and end <= last),
        )
        for start, end in pairwise(cut)
    ]
