"""Note: something the person wrote down or photographed, and finding it again."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from seasoned.errors import InvalidValue

LONGEST_TOPIC = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A picture of a note, without its bytes: ``id`` is their SHA-256, ``size`` their number."""

    id: str
    kind: str
    width: int
    height: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note on a topic, in free words, on a skill, or on both; it enters no score."""

    id: str
    at: date
    topic: str = ""
    skill: str = ""
    text: str = ""
    pictures: tuple[Attached, ...] = ()

    def __post_init__(self) -> None:
        if not self.topic.strip() and not self.skill:
            raise InvalidValue("topic", self.topic, "some words, or the skill that it is about")
        if len(self.topic) > LONGEST_TOPIC:
            shown = f"{self.topic[:20]}..."
            raise InvalidValue("topic", shown, f"at most {LONGEST_TOPIC} letters long")
        if not self.text.strip() and not self.pictures:
            raise InvalidValue("text", self.text, "some words, unless a picture is added")


def found_notes(
    notes: Iterable[Note],
    names: Mapping[str, str],
    *,
    topic: str = "",
    skill: str = "",
    words: str = "",
) -> tuple[Note, ...]:
    """The notes that fit everything asked, in their order.

    ``topic``: stands in the note's topic. ``skill``: an id. ``words``: each stands somewhere in
    topic, skill or text. Case and accents are ignored. ``names``: skills' names by id.
    """
    wanted, asked = folded(topic), folded(words).split()
    return tuple(
        note
        for note in notes
        if (not skill or note.skill == skill)
        and wanted in folded(note.topic or names.get(note.skill, note.skill))
        and _holds(note, asked, names)
    )


def topics_of(notes: Sequence[Note]) -> dict[str, int]:
    """How many notes each topic has, as first written, the fullest first."""
    written: dict[str, str] = {}
    counts: dict[str, int] = {}
    for note in notes:
        if note.topic:
            topic = written.setdefault(folded(note.topic), note.topic)
            counts[topic] = counts.get(topic, 0) + 1
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], folded(pair[0]))))


def folded(text: str) -> str:
    """A text without what searching ignores: case, accents and doubled spaces.

    Examples
    --------
    >>> folded("Größe  des Café")
    'grosse des cafe'
    """
    apart = unicodedata.normalize("NFKD", text)
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(plain.casefold().split())


def _holds(note: Note, asked: Sequence[str], names: Mapping[str, str]) -> bool:
    parts = (note.topic, note.skill, names.get(note.skill, ""), note.text)
    whole = folded(" ".join(parts))
    return all(word in whole for word in asked)
