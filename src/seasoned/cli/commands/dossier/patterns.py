"""``seasoned dossier patterns``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option


@click.command()
@json_option
def command(as_json: bool) -> None:
    """What three or more companies do, with the companies and every source."""
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer
    from seasoned.cli.views.dossier import show_patterns
    from seasoned.journeys.dossier import my_patterns

    found = my_patterns(me())
    answer(as_json, "patterns/1", {"items": found}, lambda: show_patterns(found))
