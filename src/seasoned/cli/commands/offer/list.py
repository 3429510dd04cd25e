"""``seasoned offer list``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option


@click.command()
@json_option
def command(as_json: bool) -> None:
    """List your offers with their scores."""
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.offer import show_offers
    from seasoned.journeys.offers import my_offers

    offers = my_offers(me())
    answer(as_json, "offers/1", {"items": offers}, lambda: show_offers(offers))
    if not as_json:
        next_up(
            *(
                ("seasoned offer compare", "weigh them against each other")
                if offers
                else ("seasoned offer add COMPANY --score people=8", "keep one")
            )
        )
