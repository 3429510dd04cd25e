"""``seasoned market demand``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from seasoned.cli.corpora import corpus_options, drawn
from seasoned.cli.options import json_option

BY = ("skill", "term", "role", "stage", "seniority", "place", "workplace", "month", "pay", "pairs")


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE...]")
@click.option(
    "--by", type=click.Choice(BY), default="skill", help="What to count; skills unless given."
)
@click.option(
    "--top", type=click.IntRange(1), default=20, metavar="N", help="Rows shown; 20 unless given."
)
@corpus_options
@json_option
def command(
    files: tuple[str, ...],
    by: str,
    top: int,
    only: tuple[str, ...],
    since: date | None,
    until: date | None,
    repeats: bool,
    minimum: int | None,
    svg: Path | None,
    as_json: bool,
) -> None:
    """What adverts ask, with intervals; of what market read wrote, or of your own kept adverts."""
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, line, next_up, working
    from seasoned.cli.views.market import show_demand
    from seasoned.journeys.corpora import adverts_from, names_of, only_from
    from seasoned.market.corpus.counting import MINIMUM, pairs_of, pay_of, shares_of

    least = minimum or MINIMUM
    chosen_adverts = [only_from(one) for one in only]
    with working("Counting"):
        adverts = adverts_from(
            me, files, only=chosen_adverts, since=since, until=until, repeats=repeats
        )
        found: Any
        if by == "pay":
            found = pay_of(adverts, minimum=least)
        elif by == "pairs":
            found = pairs_of(adverts, minimum=least)
        else:
            found = shares_of(adverts, by, minimum=least)
    names = names_of("skill" if by == "pairs" else by)
    if svg:
        drawn(_picture(by, found, names, top), svg)
    answer(as_json, f"demand-{by}/1", found, lambda: show_demand(found, names, top))
    if not as_json:
        if svg:
            line(f"Wrote {svg}.")
        again = " ".join(files)
        next_up(f"seasoned market trend {again}".rstrip(), "see what changes over time")


def _picture(by: str, found: Any, names: Mapping[str, str], top: int) -> Any:
    from seasoned.charts.corpora import pairs_heat, pay_ranges, role_mixes
    from seasoned.charts.market import demand_bars
    from seasoned.errors import InputError

    if by == "pairs":
        return pairs_heat(found, names)
    if by == "pay":
        return pay_ranges(found)
    if not found.enough:
        raise InputError(
            f"Too few adverts to draw: {found.said} say it, and it takes {found.minimum} (--min)."
        )
    if by == "role":
        return role_mixes([("all adverts", found)])
    rows = [(names.get(r.name, r.name), r.share, r.low, r.high) for r in found.rows[:top]]
    return demand_bars(rows)
