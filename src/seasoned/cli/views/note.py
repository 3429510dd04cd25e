"""Notes in a terminal."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from seasoned.cli.showing import heading, line, plural, table
from seasoned.journeys.content import Content
from seasoned.profile.note import Attached, Note

BEGINNING = 70
"""Letters of a note's text that stand in the list."""


def added_words(note: Note, content: Content) -> str:
    """What was kept, in a sentence."""
    parts = (
        f"{plural(len(note.text.split()), 'word')}" if note.text else "",
        f"{plural(len(note.pictures), 'picture')}" if note.pictures else "",
    )
    return f"Kept {note.id}, {_about(note, content)}: {' and '.join(filter(None, parts))}."


def show_notes(
    notes: Sequence[Note], content: Content, dropped: Collection[str], *, searched: bool
) -> None:
    """One row a note, or that there is none."""
    if not notes:
        line("No note fits that." if searched else "No note yet.")
        return
    table(
        "Id",
        "When",
        "Topic",
        "Begins",
        whole=(0, 1),
        rows=[
            (
                f"{'dropped ' if note.id in dropped else ''}{note.id}",
                f"{note.at:%Y-%m-%d}",
                _about(note, content),
                _beginning(note),
            )
            for note in notes
        ],
    )


def show_note(note: Note, content: Content, files: Sequence[Path] = ()) -> None:
    """A whole note; its pictures by kind and size, and where they were written."""
    heading(f"{_about(note, content)} ({note.at:%Y-%m-%d})")
    if note.text:
        line(note.text)
    for number, one in enumerate(note.pictures):
        line(f"{_picture(one)}{f': {files[number]}' if files else ''}", "italic")


def _about(note: Note, content: Content) -> str:
    named = content.skills[note.skill].name if note.skill in content.skills else note.skill
    both = note.topic and named and note.topic.casefold() != named.casefold()
    return f"{note.topic} ({named})" if both else note.topic or named


def _beginning(note: Note) -> str:
    words = " ".join(note.text.split())
    begun = words if len(words) <= BEGINNING else f"{words[:BEGINNING].rstrip()}..."
    pictures = plural(len(note.pictures), "picture") if note.pictures else ""
    return " + ".join(filter(None, (begun, pictures)))


def _picture(one: Attached) -> str:
    kind = one.kind.rpartition("/")[2].upper()
    return f"{kind}, {one.width} x {one.height}, {max(one.size // 1024, 1)} kB"
