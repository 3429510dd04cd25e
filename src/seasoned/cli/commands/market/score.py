"""``seasoned market score``."""

from __future__ import annotations

from pathlib import Path

import click

from seasoned.cli.options import json_option


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--misses", is_flag=True, help="Every difference, advert by advert.")
@json_option
def command(folder: Path | None, misses: bool, as_json: bool) -> None:
    """How well adverts are read, against the labelled ones that come along or those of a folder.

    A folder holds adverts (.txt, .md, .html) with a label of the same stem (.toml) beside each.
    """
    from seasoned.cli.showing import answer
    from seasoned.cli.views.score import show_misses, show_score
    from seasoned.journeys.scoring import scored

    found = scored(folder)
    shown = {"score": found.score, "misses": found.misses if misses else ()}

    def show() -> None:
        show_score(found.score)
        if misses:
            show_misses(found.misses)

    answer(as_json, "market-score/1", shown, show)
