"""``seasoned posting archive``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option


@click.command()
@click.argument("keys", nargs=-1, required=True, metavar="ID...")
@click.option("--undo", is_flag=True, help="Bring it back.")
@json_option
def command(keys: tuple[str, ...], undo: bool, as_json: bool) -> None:
    """Leave adverts out of gap and plan; they are kept."""
    from seasoned.cli.keys import posting_key
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, line, next_up
    from seasoned.store.postings import archive_posting
    from seasoned.store.versions import together

    person = me()
    keys = tuple(posting_key(person, key) for key in keys)
    with together():
        adverts = [archive_posting(person, key, archived=not undo) for key in keys]
    answer(
        as_json,
        "postings/1",
        {"items": adverts},
        lambda: line(f"{'Back again' if undo else 'Archived'}: {', '.join(keys)}."),
    )
    if not as_json:
        next_up("seasoned gap", "see what the others ask")
