"""``seasoned note show``."""

from __future__ import annotations

from pathlib import Path

import click

from seasoned.cli.options import json_option


@click.command()
@click.argument("key", metavar="ID")
@click.option(
    "--save",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    metavar="FOLDER",
    help="Write its pictures into this folder, which is made when not there.",
)
@json_option
def command(key: str, folder: Path | None, as_json: bool) -> None:
    """Show a note; with --save its pictures are written as files."""
    from seasoned.cli.keys import note_key
    from seasoned.cli.noting import pictures_saved
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.note import show_note
    from seasoned.journeys.workspace import my_content
    from seasoned.store.notes import load_note
    from seasoned.store.rows import plain

    person = me()
    note = load_note(person, note_key(person, key))
    files = pictures_saved(person, note, folder) if folder is not None else ()
    facts = {**plain(note), "files": [str(path) for path in files]}
    answer(as_json, "note/1", facts, lambda: show_note(note, my_content(), files))
    if as_json:
        return
    if note.pictures and not files:
        next_up(f"seasoned note show {note.id} --save FOLDER", "write its pictures as files")
    else:
        next_up("seasoned note list", "see all of them")
