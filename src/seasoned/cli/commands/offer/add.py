"""``seasoned offer add``."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from seasoned.cli.offering import offer_fields, offer_options
from seasoned.cli.options import Day, json_option, today_or


@click.command()
@click.argument("company")
@offer_options
@click.option("--on", "at", type=Day(), default=None, metavar="DATE", help="When it came.")
@json_option
def command(company: str, at: date | None, as_json: bool, **given: Any) -> None:
    """Keep an offer of a COMPANY with its terms and your scores from 0 to 10."""
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.offer import show_offer
    from seasoned.journeys.offers import add_offer

    person = me()
    offer = add_offer(person, company, at=today_or(at), **offer_fields(person, given))
    answer(as_json, "offer/1", offer, lambda: show_offer(offer))
    if not as_json:
        next_up("seasoned offer compare", "weigh your offers against each other")
