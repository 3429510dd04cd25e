"""``seasoned plan done``."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.options import ThingId, at_option, json_option, today_or


@click.command()
@click.argument("action", type=ThingId("actions"))
@click.option("--hours", type=float, default=None, help="How long it took you.")
@at_option
@json_option
def command(action: str, hours: float | None, at: date | None, as_json: bool) -> None:
    """Note that an action is done; plans learn how long things take you."""
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, line, next_up
    from seasoned.journeys.workspace import finish_action

    factor = finish_action(me(), action, at=today_or(at), hours=hours)
    answer(
        as_json,
        "done/1",
        {"action": action, "duration_factor": factor},
        lambda: line(f"Noted. Plans now reckon {factor:.2f} times the usual hours for you."),
    )
    if not as_json:
        next_up("seasoned evidence add", "what it produced is evidence; add it")
