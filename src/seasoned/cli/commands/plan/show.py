"""``seasoned plan show``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option


@click.command()
@click.option("--number", type=int, default=None, help="An older plan, by its number.")
@click.option("--list", "listed", is_flag=True, help="List every plan that was made.")
@json_option
def command(number: int | None, listed: bool, as_json: bool) -> None:
    """Show the newest plan, or an older one, as it was made."""
    from seasoned.cli.kept import kept_plan
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.plan import show_plan

    person = me()
    if listed:
        _list(person, as_json)
        return
    plan = kept_plan(person, number)
    answer(as_json, "plan/1", plan, lambda: show_plan(plan))
    if not as_json:
        next_up("seasoned plan why", "read why this and not something else")


def _list(person: int, as_json: bool) -> None:
    from seasoned.cli.showing import answer, table
    from seasoned.store.snapshots import list_snapshots

    kept = list_snapshots(person, "plan")
    facts = [
        {
            "number": s.id,
            "at": s.at,
            "fingerprint": s.fingerprint,
            "words": s.payload.get("words", ""),
        }
        for s in kept
    ]
    answer(
        as_json,
        "plans/1",
        facts,
        lambda: table(
            "Number", "Made", "Plan", rows=[(f["number"], f["at"], f["words"]) for f in facts]
        ),
    )
