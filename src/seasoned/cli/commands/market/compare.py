"""``seasoned market compare``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from seasoned.cli.corpora import corpus_options, drawn
from seasoned.cli.options import json_option

BY = ("skill", "term", "role", "stage", "seniority", "place", "workplace", "language")


@click.command()
@click.argument("files", nargs=-1, metavar="[A] [B]")
@click.option(
    "--split",
    default="",
    metavar="NAME=VALUE[/VALUE]",
    help="Compare within A: workplace=remote with the rest, stage=senior/mid with each other.",
)
@click.option("--by", type=click.Choice(BY), default="skill", help="What to compare.")
@click.option(
    "--top", type=click.IntRange(1), default=20, metavar="N", help="Rows shown; 20 unless given."
)
@corpus_options
@json_option
def command(
    files: tuple[str, ...],
    split: str,
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
    """What differs between two corpora A and B, or two slices of one, beyond noise.

    Differences come with Newcombe's interval, and are called so only after allowing for how many
    things were looked at (Benjamini and Hochberg, 5 %).
    """
    from seasoned.charts.corpora import difference_bars
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, line, working
    from seasoned.cli.views.market import show_contrast
    from seasoned.journeys.corpora import adverts_from, names_of, only_from, sides_from
    from seasoned.market.corpus.contrasts import contrast
    from seasoned.market.corpus.counting import MINIMUM

    sides = sides_from(files, split)
    chosen = [only_from(one) for one in only]
    with working("Comparing"):
        first, second = (
            adverts_from(
                me,
                side.files,
                only=[*chosen, *([side.only] if side.only else [])],
                since=since,
                until=until,
                repeats=repeats,
            )
            for side in sides
        )
        found = contrast(first, second, by, minimum=minimum or MINIMUM)
    names, called = (sides[0].name, sides[1].name), names_of(by)
    if svg:
        rows = [
            (called.get(r.name, r.name), r.difference, r.low, r.high, r.is_different)
            for r in found.rows[:top]
        ]
        drawn(difference_bars(rows), svg)
    facts = {"first": names[0], "second": names[1], "contrast": found}
    answer(as_json, "contrast/1", facts, lambda: show_contrast(found, names, called, top))
    if svg and not as_json:
        line(f"Wrote {svg}.")
