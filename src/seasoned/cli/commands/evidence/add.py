"""``seasoned evidence add``."""

from __future__ import annotations

from typing import Any

import click

from seasoned.cli.options import ThingId, json_option, today_or
from seasoned.cli.pieces import evidence_options


@click.command()
@click.argument("kind", type=ThingId("kinds"))
@evidence_options
@json_option
def command(kind: str, as_json: bool, **fields: Any) -> None:
    """Add evidence of a KIND: shipped-project, article, talk, competition, ...

    Give - as the kind to read JSON from standard input, one object or a list of them.
    """
    from seasoned.cli.session import me, piped_text
    from seasoned.cli.showing import answer, next_up
    from seasoned.journeys.workspace import my_content
    from seasoned.store.evidence import add_all_evidence, load_evidence

    person, content, day = me(), my_content(), today_or(fields["at"])
    new = (
        _from_json(piped_text(), content, day)
        if kind == "-"
        else [_new(kind, fields, content, day)]
    )
    added = [load_evidence(person, key) for key in add_all_evidence(person, new)]
    answer(as_json, "evidence/1", {"items": added}, lambda: _show(added, content))
    if not as_json:
        next_up("seasoned standing", "see what it changed")


def _new(kind: str, fields: dict[str, Any], content: Any, day: Any) -> Any:
    from seasoned.cli.pieces import checked, with_fields
    from seasoned.profile.evidence import Evidence

    return checked(with_fields(Evidence(id="", kind=kind, at=day), content, fields), content)


def _from_json(text: str, content: Any, day: Any) -> Any:
    from seasoned.cli.pieces import pieces_from_json

    return pieces_from_json(text, content, at=day)


def _show(added: Any, content: Any) -> None:
    from seasoned.cli.showing import line
    from seasoned.cli.views.evidence import missing_words

    for piece in added:
        line(
            f"Added {piece.id}: {content.kinds[piece.kind].name}"
            f"{', ' + piece.title if piece.title else ''}."
        )
        if not piece.observations:
            line(
                "It names no skill yet, so it moves no number: seasoned evidence edit "
                f"{piece.id} --skill SKILL=LEVEL.",
                "yellow",
            )
        missing = missing_words(piece, content)
        if missing:
            line(missing, "yellow")
