"""``seasoned evidence drop``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option


@click.command()
@click.argument("keys", metavar="ID...", nargs=-1, required=True)
@click.option("--undo", is_flag=True, help="Count it again.")
@json_option
def command(keys: tuple[str, ...], undo: bool, as_json: bool) -> None:
    """Take evidence out of every number; it can come back until you erase it."""
    from seasoned.cli.keys import evidence_key
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, line, next_up
    from seasoned.store.evidence import drop_evidence, undrop_evidence
    from seasoned.store.versions import together

    person = me()
    keys = tuple(evidence_key(person, key) for key in keys)
    with together():
        for key in keys:
            (undrop_evidence if undo else drop_evidence)(person, key)
    said = "Counts again" if undo else "Dropped"
    answer(
        as_json,
        "dropped/1",
        {"ids": keys, "dropped": not undo},
        lambda: line(f"{said}: {', '.join(keys)}."),
    )
    if not as_json:
        next_up("seasoned standing", "see what it changed")
