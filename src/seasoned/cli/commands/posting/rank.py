"""``seasoned posting rank``."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.options import at_option, json_option, today_or
from seasoned.errors import InputError


@click.command()
@click.argument("keys", nargs=-1, metavar="[ID...]")
@at_option
@json_option
def command(keys: tuple[str, ...], at: date | None, as_json: bool) -> None:
    """Your adverts in the order in which to look at them, each with the reason.

    A rare skill that an advert asks and your record names goes before common ones; adverts that
    fail your hard constraints come last, with what they fail.
    """
    from seasoned.cli.keys import posting_key
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up, working
    from seasoned.cli.views.match import facts_of, show_ranking
    from seasoned.journeys.workspace import my_content

    person = me()
    with working("Comparing"):
        from seasoned.journeys.matching import my_ranking

        only = [posting_key(person, key) for key in keys]
        found = my_ranking(person, at=today_or(at), only=only)
    if not found.matches:
        raise InputError("There are no adverts to rank; add some with: seasoned posting add FILE.")
    facts = {
        "at": found.at,
        "constraints": found.constraints,
        "items": [facts_of(one, found) for one in found.matches],
    }
    answer(as_json, "ranking/1", facts, lambda: show_ranking(found, my_content()))
    if not as_json:
        first = found.matches[0].posting
        next_up(f"seasoned posting match {first}", "see what is met and what is missing")
