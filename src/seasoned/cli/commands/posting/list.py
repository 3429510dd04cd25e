"""``seasoned posting list``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from seasoned.cli.options import json_option

if TYPE_CHECKING:
    from seasoned.market.posting import Posting


@click.command()
@click.option("--archived", is_flag=True, help="Archived ones too.")
@click.option(
    "--duplicates", is_flag=True, help="Only those that are nearly the same, and where they differ."
)
@json_option
def command(archived: bool, duplicates: bool, as_json: bool) -> None:
    """List your adverts."""
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, line, next_up
    from seasoned.cli.views.posting import show_list
    from seasoned.store.postings import list_postings

    person = me()
    adverts = list_postings(person, archived=archived)
    if duplicates:
        _show_duplicates(adverts, as_json)
        return
    kept = [advert.id for advert in list_postings(person, archived=True)]
    answer(
        as_json,
        "postings/1",
        {"items": adverts},
        lambda: show_list(adverts, kept) if adverts else line("No adverts yet."),
    )
    if not as_json:
        next_up(
            *(
                ("seasoned posting compare", "see what they have in common")
                if adverts
                else ("seasoned posting add FOLDER", "read a few adverts that interest you")
            )
        )


def _show_duplicates(adverts: Sequence[Posting], as_json: bool) -> None:
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.posting import show_duplicates
    from seasoned.market.duplicates import groups_of, near_duplicates

    pairs = near_duplicates(adverts)
    facts = {"items": pairs, "groups": groups_of(pairs)}
    answer(as_json, "duplicates/1", facts, lambda: show_duplicates(pairs, adverts))
    if not as_json and pairs:
        next_up(
            f"seasoned posting archive {pairs[0].posting}",
            "leave one out, so that none counts twice",
        )
