"""``seasoned rate``."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.options import at_option, json_option, today_or


@click.command()
@click.argument("ratings", metavar="[SKILL=LEVEL...]", nargs=-1)
@at_option
@json_option
def command(ratings: tuple[str, ...], at: date | None, as_json: bool) -> None:
    """Rate yourself: 0 never, 1 with help, 2 on your own, 3 hard cases, 4 sets the standard.

    Without arguments it asks about a few skills; - reads one rating a line. Your own view is one
    voice among others: it never outweighs measured evidence.
    """
    from seasoned.cli.asking import asked_ratings
    from seasoned.cli.session import me, piped_text, watched
    from seasoned.cli.showing import answer, line, next_up
    from seasoned.errors import InputError
    from seasoned.journeys.naming import rating_from
    from seasoned.journeys.workspace import my_content, rate

    person, skills, day = me(), my_content().skills, today_or(at)
    typed = tuple(piped_text().splitlines()) if ratings == ("-",) else ratings
    given = dict(rating_from(skills, one.strip()) for one in typed if one.strip())
    if not typed and not watched():
        raise InputError("Name what you rate, like: seasoned rate python=3 sql=2.")
    given = given or asked_ratings(person, day)
    keys = rate(person, given, at=day)
    answer(
        as_json,
        "ratings/1",
        {"ratings": given, "ids": keys},
        lambda: line(
            "; ".join(f"{skills[name].name} {level:g}" for name, level in given.items())
            or "Nothing rated."
        ),
    )
    if not as_json:
        next_up("seasoned standing", "see where that puts you")
