"""``seasoned evidence edit``."""

from __future__ import annotations

from typing import Any

import click

from seasoned.cli.options import json_option
from seasoned.cli.pieces import evidence_options


@click.command()
@click.argument("key", metavar="ID")
@evidence_options
@json_option
def command(key: str, as_json: bool, **fields: Any) -> None:
    """Change what is given, keep the rest; the earlier version stays in the history."""
    from seasoned.cli.keys import evidence_key
    from seasoned.cli.pieces import checked, with_fields
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, line, next_up
    from seasoned.cli.views.evidence import missing_words
    from seasoned.journeys.workspace import my_content
    from seasoned.store.evidence import change_evidence

    person, content = me(), my_content()
    key = evidence_key(person, key)
    piece = change_evidence(
        person, key, lambda old: checked(with_fields(old, content, fields), content)
    )
    answer(
        as_json,
        "evidence/1",
        {"items": [piece]},
        lambda: line(f"Changed {piece.id}. {missing_words(piece, content)}".strip()),
    )
    if not as_json:
        next_up("seasoned standing", "see what it changed")
