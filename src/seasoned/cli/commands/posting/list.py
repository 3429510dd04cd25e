"""``seasoned posting list``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option


@click.command()
@click.option("--archived", is_flag=True, help="Archived ones too.")
@json_option
def command(archived: bool, as_json: bool) -> None:
    """List your adverts."""
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, line, next_up
    from seasoned.cli.views.posting import show_list
    from seasoned.store.postings import list_postings

    person = me()
    adverts = list_postings(person, archived=archived)
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
