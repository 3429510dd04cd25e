"""``seasoned opening export``."""

from __future__ import annotations

from pathlib import Path

import click

from seasoned.cli.options import json_option

FORMATS = ("md", "html", "json-ld")


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.toml")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="md",
    help="Markdown, a page with the JobPosting inside, or the schema.org JobPosting alone.",
)
@click.option("--to", default="-", metavar="FILE", help="Where to; standard output unless given.")
@json_option
def command(file: Path, form: str, to: str, as_json: bool) -> None:
    """Publish a job of your own; refused while pay, criteria or process are missing."""
    from seasoned.cli.session import write_out
    from seasoned.cli.showing import answer
    from seasoned.journeys.openings import opening_in, published
    from seasoned.journeys.workspace import my_content

    content = my_content()
    text = published(opening_in(file, content), content, form)
    facts = {"format": form, "text": text}
    answer(as_json, "opening-published/1", facts, lambda: write_out(text, to))
