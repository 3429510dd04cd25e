"""``seasoned profile constraints``."""

from __future__ import annotations

from typing import Any

import click

from seasoned.cli.options import json_option

EMPTY: dict[str, Any] = {
    "places": (),
    "workplaces": (),
    "pay_per_year": 0.0,
    "needs_visa": False,
    "languages": (),
}


@click.command()
@click.option(
    "--place",
    "places",
    multiple=True,
    help="A word that the place must hold, like Prague; one of several is enough.",
)
@click.option(
    "--workplace",
    "workplaces",
    multiple=True,
    help="remote, hybrid or onsite; give each that is possible for you.",
)
@click.option("--pay", "pay_per_year", type=float, default=None, help="The least for a year.")
@click.option("--currency", default=None, help="The currency of that pay, like EUR.")
@click.option(
    "--visa/--no-visa", "needs_visa", default=None, help="Whether you need one sponsored."
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    help="A language that you speak, by its code like cs; name all of them.",
)
@click.option("--clear", multiple=True, type=click.Choice(sorted(EMPTY)), help="Take one away.")
@json_option
def command(clear: tuple[str, ...], as_json: bool, **given: Any) -> None:
    """Set what a job must not fail; adverts and offers that do are excluded with the reason.

    What is not given stays; lists given replace those named before. What an advert does not state
    excludes nothing.
    """
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.match import show_constraints
    from seasoned.journeys.matching import constrain, my_constraints

    person = me()
    fields = {name: value for name, value in given.items() if value not in (None, ())}
    fields |= {name: EMPTY[name] for name in clear}
    wanted = constrain(person, **fields) if fields else my_constraints(person)
    answer(as_json, "constraints/1", wanted, lambda: show_constraints(wanted))
    if not as_json:
        next_up("seasoned posting rank", "see your adverts in the order in which to look at them")
