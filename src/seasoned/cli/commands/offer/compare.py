"""``seasoned offer compare``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option


@click.command()
@click.argument("keys", nargs=-1, metavar="[ID...]")
@click.option(
    "--weight",
    "weights",
    multiple=True,
    metavar="CRITERION=WEIGHT",
    help="What a criterion weighs, like people=3; only the proportions matter.",
)
@click.option("--keep", is_flag=True, help="Remember these weights for the next time.")
@json_option
def command(keys: tuple[str, ...], weights: tuple[str, ...], keep: bool, as_json: bool) -> None:
    """Your offers under your weights, and whether a tenth more or less of one changes who leads.

    Offers that fail a hard constraint are excluded with the reason; see profile constraints.
    """
    from seasoned.cli.keys import thing_key
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.offer import show_compared
    from seasoned.journeys.offers import keep_weights, my_offers_compared, numbers_from

    person, stated = me(), numbers_from(weights, "weight")
    if keep and not stated:
        raise click.UsageError("--keep remembers weights: name them with --weight people=3")
    only = [thing_key(person, "offer", key) for key in keys]
    found = my_offers_compared(person, only=only, weights=stated)
    if keep:
        keep_weights(person, stated)
    answer(as_json, "offer-comparison/1", found, lambda: show_compared(found))
    if not as_json:
        next_up("seasoned offer compare --weight people=3 --weight pay=2", "try other weights")
