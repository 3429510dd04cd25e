"""Notes for the faces: write one down, change it, find it again by topic, skill and words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from seasoned.documents.picture import Picture
from seasoned.errors import InvalidValue, UnknownId
from seasoned.journeys.content import Content
from seasoned.journeys.naming import skill_named
from seasoned.journeys.renaming import former_ids
from seasoned.profile.note import Note, found_notes
from seasoned.store import notes as kept
from seasoned.store.versions import together

T = TypeVar("T")

MOST_PICTURES = 20
"""A notebook's chapter; more belong into notes of their own, so that each is found by its topic."""


def write_note(
    person: int,
    content: Content,
    *,
    topic: str = "",
    skill: str = "",
    text: str = "",
    pictures: Sequence[Picture] = (),
    at: date,
) -> Note:
    """Store a note; a topic that names a skill leads to it. Raises UnknownId or InvalidValue."""
    with together():
        attached = kept.keep_pictures(person, _few(pictures))
        note = Note(
            id="",
            at=at,
            topic=topic.strip(),
            skill=_skill(content, skill, topic),
            text=_lines(text),
            pictures=attached,
        )
        return replace(note, id=kept.add_note(person, note))


def rewrite_note(
    person: int,
    key: str,
    content: Content,
    *,
    topic: str | None = None,
    skill: str | None = None,
    text: str | None = None,
    at: date | None = None,
    pictures: Sequence[Picture] = (),
    without: Collection[str] = (),
) -> Note:
    """A new version of a note; what is not given stays. ``without``: pictures taken off, by id.

    Raises UnknownId or InvalidValue.
    """

    def edited(note: Note) -> Note:
        stay = (one for one in note.pictures if one.id not in without)
        return replace(
            note,
            topic=note.topic if topic is None else topic.strip(),
            skill=note.skill if skill is None else _skill(content, skill, ""),
            text=note.text if text is None else _lines(text),
            at=at or note.at,
            pictures=tuple(_few(tuple(dict.fromkeys((*stay, *attached))))),
        )

    with together():
        attached = kept.keep_pictures(person, _few(pictures))
        return kept.change_note(person, key, edited)


def my_notes(
    person: int,
    content: Content,
    *,
    topic: str = "",
    skill: str = "",
    words: str = "",
    with_dropped: bool = False,
) -> tuple[Note, ...]:
    """The person's notes that fit, the newest first. Raises UnknownId for a skill there is not.

    A note under a skill's former id is found under the present one.
    """
    now = former_ids(content.skills)
    asked = now.get(skill, skill) and skill_named(content.skills, now.get(skill, skill))
    notes = [
        replace(note, skill=now.get(note.skill, note.skill))
        for note in reversed(kept.list_notes(person, with_dropped=with_dropped))
    ]
    newest_first = sorted(notes, key=lambda note: note.at, reverse=True)
    names = {name: found.name for name, found in content.skills.items()}
    return found_notes(newest_first, names, topic=topic, skill=asked, words=words)


def _skill(content: Content, named: str, topic: str) -> str:
    """The skill named, else the one that the topic is a name of, else none."""
    if named:
        return skill_named(content.skills, named)
    try:
        return skill_named(content.skills, topic.strip()) if topic.strip() else ""
    except UnknownId:
        return ""


def _lines(text: str) -> str:
    """The text with one kind of line end and without empty lines around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _few(pictures: Sequence[T]) -> Sequence[T]:
    if len(pictures) > MOST_PICTURES:
        raise InvalidValue("pictures", len(pictures), f"at most {MOST_PICTURES} in one note")
    return pictures
