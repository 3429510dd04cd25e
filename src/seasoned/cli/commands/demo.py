"""``seasoned demo``."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.options import at_option, json_option, today_or


@click.command()
@click.option("--no-serve", is_flag=True, help="Do not open the browser face afterwards.")
@click.option("--no-browser", is_flag=True, help="Serve, but only print the address.")
@click.option("--port", type=click.IntRange(1, 65535), default=8765, help="The first port to try.")
@click.option("--fresh", is_flag=True, help="Forget what was changed on the sample person.")
@at_option
@json_option
def command(
    no_serve: bool, no_browser: bool, port: int, fresh: bool, at: date | None, as_json: bool
) -> None:
    """Look around with a sample person: standing, gap and plan, then the same in the browser.

    The sample lives in a place of its own and never touches your data. Later commands reach it
    with: seasoned --sample COMMAND.
    """
    from seasoned.cli.sample import use_sample_home
    from seasoned.cli.session import me, pages_ahead

    use_sample_home()
    pages_ahead()
    from seasoned.cli.overview import show_overview
    from seasoned.cli.serving import served
    from seasoned.cli.showing import working
    from seasoned.journeys.sample import load_sample

    day = today_or(at)
    with working("Loading the sample person"):
        person = load_sample(me(), at=day, fresh=fresh)
    show_overview(person, at=day, as_json=as_json)
    if not (no_serve or as_json):
        served(port=port, no_browser=no_browser)
