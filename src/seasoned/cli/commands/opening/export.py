"""``seasoned opening export``."""

from __future__ import annotations

from pathlib import Path

import click

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
def command(file: Path, form: str, to: str) -> None:
    """Publish a job of your own; refused while pay, criteria or process are missing."""
    from seasoned.cli.session import write_out
    from seasoned.journeys.openings import opening_in, published
    from seasoned.journeys.workspace import my_content

    content = my_content()
    write_out(published(opening_in(file, content), content, form), to)
