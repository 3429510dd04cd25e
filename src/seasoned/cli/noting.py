"""Notes as they are typed, piped in and written out again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from seasoned.cli.session import piped_bytes, piped_text
from seasoned.documents.picture import ENDINGS, Picture, read_picture
from seasoned.errors import InputError
from seasoned.profile.note import Note


def note_words(text: str, photos: Sequence[str]) -> str:
    """The text, from standard input for ``-``. Raises InputError when pictures want that too."""
    if (text, *photos).count("-") > 1:
        raise InputError("Only one of --text and --photo can read standard input; name a file.")
    return piped_text() if text == "-" else text


def pictures_named(photos: Sequence[str]) -> tuple[Picture, ...]:
    """The pictures in files, and on standard input for ``-``. Raises UnreadableDocument."""
    return tuple(
        read_picture(piped_bytes(), "standard input")
        if name == "-"
        else read_picture(Path(name).expanduser())
        for name in photos
    )


def pictures_saved(person: int, note: Note, folder: Path) -> tuple[Path, ...]:
    """Write a note's pictures into a folder, named for the note; nothing there is written over.

    Raises InputError when it cannot be done.
    """
    from seasoned.store.notes import load_picture

    files = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, one in enumerate(note.pictures, 1):
            path = folder / f"{note.id}-{number}.{ENDINGS.get(one.kind, 'bin')}"
            _written(path, load_picture(person, one.id)[1])
            files.append(path)
    except OSError as error:
        raise InputError(
            f"{folder} cannot be written: {error.strerror}. Name another folder."
        ) from None
    return tuple(files)


def _written(path: Path, body: bytes) -> None:
    if path.exists() and path.read_bytes() != body:
        raise InputError(f"{path} holds something else already; name another folder.")
    path.write_bytes(body)
