"""``seasoned items report``."""

from __future__ import annotations

from pathlib import Path

import click

from seasoned.cli.options import json_option


@click.command()
@click.argument("responses", required=False, type=click.Path(path_type=Path), metavar="[RESPONSES]")
@click.option("--html", default="", metavar="FILE", help="Write it as one HTML page; - prints it.")
@json_option
def command(responses: Path | None, html: str, as_json: bool) -> None:
    """How questions behave in RESPONSES (CSV or Parquet), or in the answers kept here.

    Difficulty, fit, exposure and time; with a column chosen the use of options, with group
    fairness between groups of like ability, with date drift.
    """
    from seasoned.cli.session import me, write_out
    from seasoned.cli.showing import answer, line, next_up, working
    from seasoned.cli.views.items import show_quality
    from seasoned.journeys.items import reported
    from seasoned.journeys.items_page import items_page

    me()
    with working("Looking at every item"):
        found = reported(responses)
    if html:
        write_out(items_page(found.report, found.problems), html)
        if html != "-" and not as_json:
            line(f"Wrote {html}.")
            return
        if not as_json:
            return
    answer(as_json, "items/1", found, lambda: show_quality(found))
    if not as_json:
        next_up("seasoned items report --html items.html", "the whole of it as a page")
