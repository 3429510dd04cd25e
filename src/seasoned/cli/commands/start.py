"""``seasoned start``."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.options import at_option, json_option, today_or


@click.command()
@click.option("--cv", default=None, metavar="FILE", help="Your CV; skipped when empty.")
@click.option(
    "--rate", "ratings", multiple=True, metavar="SKILL=LEVEL", help="A rating of your own."
)
@click.option("--adverts", multiple=True, metavar="FILE|FOLDER", help="Adverts that interest you.")
@click.option("--yes", is_flag=True, help="Let what the CV suggests count at once.")
@click.option("--no-serve", is_flag=True, help="Do not open the browser face afterwards.")
@click.option("--no-browser", is_flag=True, help="Serve, but only print the address.")
@click.option("--port", type=click.IntRange(1, 65535), default=8765, help="The first port to try.")
@at_option
@json_option
def command(
    cv: str | None,
    ratings: tuple[str, ...],
    adverts: tuple[str, ...],
    yes: bool,
    no_serve: bool,
    no_browser: bool,
    port: int,
    at: date | None,
    as_json: bool,
) -> None:
    """Begin here: CV, a few ratings, adverts; each can be skipped. Then standing, gap and plan."""
    from seasoned.cli.session import me, pages_ahead, watched

    pages_ahead()
    from seasoned.cli.first_run import asked_for, gathered
    from seasoned.cli.overview import show_overview
    from seasoned.cli.serving import served

    person, day = me(), today_or(at)
    given = asked_for(person, cv, ratings, adverts, ask=watched() and not as_json)
    gathered(person, given, at=day, confirm=yes, quiet=as_json)
    show_overview(person, at=day, as_json=as_json)
    if not (no_serve or as_json):
        served(port=port, no_browser=no_browser)
