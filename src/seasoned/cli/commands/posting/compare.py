"""``seasoned posting compare``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option
from seasoned.errors import InputError


@click.command()
@click.argument("keys", nargs=-1, metavar="[ID...]")
@json_option
def command(keys: tuple[str, ...], as_json: bool) -> None:
    """What adverts ask together, and each alone; all of yours unless you name some."""
    from seasoned.cli.keys import posting_key
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.posting import show_comparison
    from seasoned.journeys.workspace import my_content
    from seasoned.market.demand import demand
    from seasoned.store.postings import list_postings, load_posting

    person = me()
    adverts = [load_posting(person, posting_key(person, key)) for key in keys] or list(
        list_postings(person)
    )
    if not adverts:
        raise InputError(
            "There are no adverts to compare; add some with: seasoned posting add FILE."
        )
    asked = demand(adverts)
    facts = {"postings": [advert.id for advert in adverts], "demand": asked}
    answer(as_json, "comparison/1", facts, lambda: show_comparison(adverts, asked, my_content()))
    if not as_json:
        next_up("seasoned gap", "see what of this you have not shown")
