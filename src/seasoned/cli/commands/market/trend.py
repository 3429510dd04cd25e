"""``seasoned market trend``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from seasoned.cli.corpora import corpus_options, drawn
from seasoned.cli.options import json_option

BY = ("skill", "term", "role", "stage", "seniority", "place", "workplace")


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE...]")
@click.option("--by", type=click.Choice(BY), default="skill", help="What to follow.")
@click.option("--name", "names", multiple=True, help="Which of them; the most asked unless given.")
@click.option("--per", type=click.Choice(("month", "quarter")), default="month", help="How fine.")
@click.option(
    "--top", type=click.IntRange(1, 30), default=6, metavar="N", help="How many; 6 unless given."
)
@corpus_options
@json_option
def command(
    files: tuple[str, ...],
    by: str,
    names: tuple[str, ...],
    per: str,
    top: int,
    only: tuple[str, ...],
    since: date | None,
    until: date | None,
    repeats: bool,
    minimum: int | None,
    svg: Path | None,
    as_json: bool,
) -> None:
    """Shares by month or quarter; a trend is told only where noise does not explain it."""
    from seasoned.charts.corpora import trend_lines
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, line, next_up, working
    from seasoned.cli.views.market import show_trends
    from seasoned.journeys.corpora import adverts_from, known_name, names_of, only_from
    from seasoned.market.corpus.counting import MINIMUM
    from seasoned.market.corpus.trends import trends_of

    chosen = [known_name(by, name) for name in names]
    chosen_adverts = [only_from(one) for one in only]
    with working("Counting"):
        adverts = adverts_from(
            me, files, only=chosen_adverts, since=since, until=until, repeats=repeats
        )
        found = trends_of(adverts, by, names=chosen, per=per, top=top, minimum=minimum or MINIMUM)
    called = names_of(by)
    if svg:
        drawn(trend_lines(found, called), svg)
    answer(as_json, "trends/1", found, lambda: show_trends(found, called))
    if not as_json:
        if svg:
            line(f"Wrote {svg}.")
        next_up(
            f"seasoned market compare {' '.join(files)} --split workplace=remote".replace(
                "  ", " "
            ),
            "see what differs between kinds of adverts",
        )
