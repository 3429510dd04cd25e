"""``seasoned note drop``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option


@click.command()
@click.argument("keys", metavar="ID...", nargs=-1, required=True)
@click.option("--undo", is_flag=True, help="Bring it back.")
@json_option
def command(keys: tuple[str, ...], undo: bool, as_json: bool) -> None:
    """Take notes off the list; they can come back until you erase everything."""
    from seasoned.cli.keys import note_key
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, line, next_up
    from seasoned.store.notes import drop_note, undrop_note
    from seasoned.store.versions import together

    person = me()
    keys = tuple(note_key(person, key) for key in keys)
    with together():
        for key in keys:
            (undrop_note if undo else drop_note)(person, key)
    said = "Back on the list" if undo else "Dropped"
    answer(
        as_json,
        "dropped/1",
        {"ids": keys, "dropped": not undo},
        lambda: line(f"{said}: {', '.join(keys)}."),
    )
    if not as_json:
        next_up("seasoned note list", "see the others")
