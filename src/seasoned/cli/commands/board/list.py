"""``seasoned board list``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option


@click.command()
@json_option
def command(as_json: bool) -> None:
    """Every connector, and how a place on it is written."""
    from seasoned.boards.discovery import boards
    from seasoned.cli.showing import answer, next_up, table

    found = list(boards().values())
    facts = [
        {"name": b.name, "title": b.title, "example": b.example, "documentation": b.documentation}
        for b in found
    ]
    rows = [(board.title, board.example) for board in found]
    answer(
        as_json,
        "boards/1",
        {"items": facts},
        lambda: table("Board", "Written", rows=rows, whole=(1,)),
    )
    if not as_json:
        next_up("seasoned posting add greenhouse:NAME", "fetch a company's adverts")
