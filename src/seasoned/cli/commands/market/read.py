"""``seasoned market read``."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.options import at_option, json_option, today_or


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="DIR|FILE|GLOB...")
@click.option(
    "--out",
    required=True,
    metavar="OUT",
    help="One file that ends in .parquet, or a folder (an address too) that gets the parts.",
)
@click.option("--text", is_flag=True, help="Keep the adverts' own words as a column.")
@click.option("--anew", is_flag=True, help="Read all again in place of what --out holds.")
@click.option(
    "--processes",
    type=click.IntRange(1),
    default=None,
    metavar="N",
    help="Processes that read; one a core unless given.",
)
@click.option("--ray", "on_ray", is_flag=True, help="Read on a Ray cluster (extra 'scale').")
@click.option(
    "--address",
    default=None,
    help="The cluster's address for --ray; this machine alone unless given.",
)
@at_option
@json_option
def command(
    inputs: tuple[str, ...],
    out: str,
    text: bool,
    anew: bool,
    processes: int | None,
    on_ray: bool,
    address: str | None,
    at: date | None,
    as_json: bool,
) -> None:
    """Read any number of adverts into a table, a row an advert.

    Folders, patterns, documents, and tables (CSV, TSV, JSON, JSON lines, Parquet) with a column
    description or text. Memory stays flat. Stopped at any moment, the same command goes on.
    """
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.market import Meter, show_corpus
    from seasoned.journeys.corpora import read_adverts, runner_of

    runner = runner_of(processes=processes, ray=on_ray or address is not None, address=address)
    with Meter() as meter:
        corpus = read_adverts(
            inputs,
            out,
            at=today_or(at),
            text=text,
            anew=anew,
            runner=runner,
            progress=meter.show,
        )
    answer(as_json, "corpus/1", corpus, lambda: show_corpus(corpus))
    if not as_json:
        next_up(f"seasoned market demand {corpus.out}", "see what these adverts ask")
    if corpus.failed:
        from seasoned.cli.failures import EXIT_CODES
        from seasoned.errors import UnreadableDocument

        click.get_current_context().exit(EXIT_CODES[UnreadableDocument][0])
