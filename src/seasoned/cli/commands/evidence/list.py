"""``seasoned evidence list``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option


@click.command()
@click.option("--waiting", is_flag=True, help="Only suggestions that wait for you.")
@click.option("--dropped", "with_dropped", is_flag=True, help="Dropped ones too.")
@json_option
def command(waiting: bool, with_dropped: bool, as_json: bool) -> None:
    """List your evidence; a question mark waits for your word."""
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, line, next_up, plural
    from seasoned.cli.views.evidence import show_evidence
    from seasoned.journeys.tested import tested_evidence
    from seasoned.journeys.workspace import my_content
    from seasoned.store.evidence import dropped_ids, list_evidence

    person = me()
    kept = list_evidence(person, with_dropped=True)
    told = (
        *list_evidence(person, with_dropped=with_dropped),
        *tested_evidence(person, my_content()),
    )
    pieces = [e for e in told if not (waiting and e.confirmed)]
    dropped = dropped_ids(person) if with_dropped else frozenset()
    answer(
        as_json,
        "evidence/1",
        {"items": pieces, "dropped": sorted(dropped)},
        lambda: (
            show_evidence(pieces, my_content(), dropped, [piece.id for piece in kept])
            if pieces
            else line("No evidence yet." if not waiting else "Nothing waits for you.")
        ),
    )
    if not as_json:
        count = sum(not e.confirmed for e in pieces)
        if count:
            next_up(
                "seasoned evidence confirm --all",
                f"let {plural(count, 'suggestion')} count, or drop what is wrong first",
            )
        else:
            next_up("seasoned evidence why SKILL", "see what made a number")
