"""``seasoned dossier add``."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.options import Day, json_option, today_or

KINDS = ("stack", "design", "process", "scale", "team", "culture", "other")


@click.command()
@click.argument("company")
@click.option("--text", required=True, help="What is done there; - reads standard input.")
@click.option("--source", required=True, help="The address of the page, or who said it.")
@click.option("--what", type=click.Choice(KINDS), default="other", help="What it is about.")
@click.option(
    "--on", "at", type=Day(), default=None, metavar="DATE", help="The date of the source."
)
@click.option(
    "--pattern",
    "patterns",
    multiple=True,
    help="A name of your own for what is done there, to find it again elsewhere.",
)
@json_option
def command(
    company: str,
    text: str,
    source: str,
    what: str,
    at: date | None,
    patterns: tuple[str, ...],
    as_json: bool,
) -> None:
    """Keep something about a COMPANY with its source and date."""
    from seasoned.cli.session import me, piped_text
    from seasoned.cli.showing import answer, line, next_up
    from seasoned.journeys.dossier import add_entry

    entry = add_entry(
        me(),
        company,
        what=what,
        text=piped_text() if text == "-" else text,
        source=source,
        at=today_or(at),
        today=today_or(None),
        named=patterns,
    )
    answer(as_json, "dossier-entry/1", entry, lambda: line(f"Kept {entry.id}."))
    if not as_json:
        next_up("seasoned dossier patterns", "see what repeats over companies")
