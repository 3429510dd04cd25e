"""``seasoned offer edit``."""

from __future__ import annotations

from typing import Any

import click

from seasoned.cli.offering import offer_fields, offer_options
from seasoned.cli.options import json_option


@click.command()
@click.argument("key", metavar="ID")
@click.option("--company", default=None, help="Who offers.")
@offer_options
@json_option
def command(key: str, as_json: bool, **given: Any) -> None:
    """Change an offer; what is not given stays, and the earlier version is kept."""
    from seasoned.cli.keys import thing_key
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.offer import show_offer
    from seasoned.journeys.offers import edit_offer

    person = me()
    key = thing_key(person, "offer", key)
    offer = edit_offer(person, key, **offer_fields(person, given))
    answer(as_json, "offer/1", offer, lambda: show_offer(offer))
    if not as_json:
        next_up("seasoned offer compare", "weigh your offers against each other")
