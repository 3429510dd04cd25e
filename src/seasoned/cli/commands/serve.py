"""``seasoned serve``."""

from __future__ import annotations

import click


@click.command()
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8765,
    show_default=True,
    help="The first port to try.",
)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
def command(port: int, no_browser: bool) -> None:
    """Open Seasoned in the browser, served to this machine alone; Ctrl-C ends it."""
    from seasoned.cli.serving import served
    from seasoned.cli.session import me, pages_ahead

    pages_ahead()
    me()
    served(port=port, no_browser=no_browser)
