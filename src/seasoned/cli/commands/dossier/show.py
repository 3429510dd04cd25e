"""``seasoned dossier show``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option


@click.command()
@click.argument("company", default="")
@json_option
def command(company: str, as_json: bool) -> None:
    """What you know of a COMPANY, or of each: your entries, and what its adverts work with."""
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.dossier import show_dossiers
    from seasoned.journeys.dossier import my_dossiers

    found = my_dossiers(me(), company)
    answer(as_json, "dossiers/1", {"items": found}, lambda: show_dossiers(found))
    if not as_json:
        next_up(
            *(
                ("seasoned dossier patterns", "see what repeats over companies")
                if found
                else ("seasoned dossier add COMPANY --text ... --source ADDRESS", "keep something")
            )
        )
