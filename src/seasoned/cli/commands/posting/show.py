"""``seasoned posting show``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option


@click.command()
@click.argument("key", metavar="ID")
@click.option("--text", is_flag=True, help="The advert's own text as well.")
@json_option
def command(key: str, text: bool, as_json: bool) -> None:
    """Show what an advert asks, each value with the words that say it."""
    from seasoned.cli.keys import posting_key
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, line, next_up
    from seasoned.cli.views.posting import show_posting
    from seasoned.journeys.workspace import my_content
    from seasoned.store.postings import load_posting

    person = me()
    advert = load_posting(person, key := posting_key(person, key))
    answer(as_json, "posting/1", advert, lambda: show_posting(advert, my_content()))
    if not as_json:
        if text:
            line(advert.text)
        next_up(f"seasoned gap --posting {key}", "compare it with what you have shown")
