"""``seasoned plan export``."""

from __future__ import annotations

from pathlib import Path

import click

from seasoned.cli.options import json_option


@click.command()
@click.argument("file")
@click.option("--number", type=int, default=None, help="An older plan, by its number.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["ics", "md", "json"]),
    default=None,
    help="Taken from the file's name when not given.",
)
@json_option
def command(file: str, number: int | None, form: str | None, as_json: bool) -> None:
    """Write the plan to FILE: a calendar (.ics), Markdown (.md) or JSON; - is standard output."""
    from seasoned.cli.kept import kept_plan
    from seasoned.cli.session import me, write_out
    from seasoned.cli.showing import answer, line, next_up

    form = form or Path(file).suffix.lstrip(".").lower()
    if form not in ("ics", "md", "json"):
        raise click.UsageError("name a file that ends in .ics, .md or .json, or give --format")
    write_out(_written(kept_plan(me(), number), form), file)
    if file == "-":
        return
    answer(as_json, "written/1", {"file": file, "format": form}, lambda: line(f"Wrote {file}."))
    if not as_json:
        next_up(
            "seasoned plan done ACTION", "tell when something is done, so that the next plan knows"
        )


def _written(plan: object, form: str) -> str | bytes:
    from typing import cast

    from seasoned.calendars.writing import plan_ics
    from seasoned.planning.schedule import Plan
    from seasoned.planning.writing import plan_markdown

    made = cast(Plan, plan)
    if form == "json":
        import json

        from seasoned.store.rows import plain

        return json.dumps(plain(made), ensure_ascii=False, indent=2) + "\n"
    return plan_ics(made) if form == "ics" else plan_markdown(made)
