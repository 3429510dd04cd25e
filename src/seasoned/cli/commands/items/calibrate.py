"""``seasoned items calibrate``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from seasoned.cli.options import at_option, json_option, today_or

MODELS = ("1pl", "2pl", "graded", "partial")


@click.command()
@click.argument("responses", required=False, type=click.Path(path_type=Path), metavar="[RESPONSES]")
@click.option(
    "--model",
    type=click.Choice(MODELS),
    default="2pl",
    help="The response model; 2pl unless given.",
)
@click.option(
    "--no-author", is_flag=True, help="From the answers alone, without what authors estimated."
)
@click.option("--save", default="", metavar="NAME", help="Keep it in your content folder, by name.")
@click.option("--sample", default="", help="Whose answers these are, kept with --save.")
@at_option
@json_option
def command(
    responses: Path | None,
    model: str,
    no_author: bool,
    save: str,
    sample: str,
    at: date | None,
    as_json: bool,
) -> None:
    """Difficulty and slope of questions from RESPONSES (CSV or Parquet), or from the answers kept here.

    A row an answer with the columns person, item and right; or a row a person and a column an
    item. Items of the bank are placed on its scale of levels, with their authors' estimates as
    priors; other items on logits, from the answers alone.
    """
    from seasoned.assessment.calibrating import Model
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, working
    from seasoned.cli.views.items import show_calibration
    from seasoned.errors import InvalidValue
    from seasoned.journeys.items import calibrated

    if save and not save.replace("-", "").isalnum():
        raise InvalidValue("save", save, "a name of letters, digits and hyphens")
    me()
    with working("Calibrating"):
        found = calibrated(
            responses,
            model=Model(model),
            author_prior=not no_author,
            save=save,
            sample=sample or (responses.name if responses else "this store"),
            on=today_or(at),
        )
    answer(as_json, "calibration/1", found, lambda: show_calibration(found))
