"""``seasoned evidence confirm``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option
from seasoned.errors import InputError


@click.command()
@click.argument("keys", metavar="[ID...]", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every suggestion that waits.")
@json_option
def command(keys: tuple[str, ...], everything: bool, as_json: bool) -> None:
    """Let suggestions count: what a CV said is yours to confirm."""
    from seasoned.cli.keys import evidence_key
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, line, next_up, plural
    from seasoned.store.evidence import confirm_evidence, list_evidence

    person = me()
    if everything:
        keys = tuple(e.id for e in list_evidence(person) if not e.confirmed)
    elif not keys:
        raise InputError(
            "Name the suggestions to confirm, or give --all; "
            "seasoned evidence list --waiting shows them."
        )
    pieces = confirm_evidence(person, [evidence_key(person, key) for key in keys])
    answer(
        as_json,
        "evidence/1",
        {"items": pieces},
        lambda: line(
            f"{plural(len(pieces), 'piece')} of evidence now count."
            if len(pieces) != 1
            else "1 piece of evidence now counts."
        ),
    )
    if not as_json:
        next_up("seasoned standing", "see where that puts you")
