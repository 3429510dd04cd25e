"""``seasoned posting match``."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.options import at_option, json_option, today_or


@click.command()
@click.argument("key", metavar="ID")
@at_option
@json_option
def command(key: str, at: date | None, as_json: bool) -> None:
    """How one advert and you go together: met, missing, one of several, and rare.

    Where a research or modelling-heavy advert states a degree or level that your record does not
    name, it is said as it stands, with roles beside it that you are nearer to.
    """
    from seasoned.cli.keys import posting_key
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up, working
    from seasoned.cli.views.match import facts_of, show_match
    from seasoned.journeys.workspace import my_content

    person = me()
    key = posting_key(person, key)
    with working("Comparing"):
        from seasoned.journeys.matching import my_fit, my_ranking

        found = my_ranking(person, at=today_or(at), only=[key])
        one = found.matches[0]
        fit = my_fit(person, found, one)
    facts = {**facts_of(one, found), "fit": fit}
    answer(as_json, "match/1", facts, lambda: show_match(one, found, my_content(), fit))
    if not as_json:
        next_up(f"seasoned gap --posting {key}", "see what closes the gap")
