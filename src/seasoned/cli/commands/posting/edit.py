"""``seasoned posting edit``."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from seasoned.cli.options import Day, json_option


@click.command()
@click.argument("key", metavar="ID")
@click.option("--title", default=None, help="Its title.")
@click.option("--company", default=None, help="Who hires.")
@click.option("--location", default=None, help="Where.")
@click.option("--url", default=None, help="Where it stands.")
@click.option("--posted", type=Day(), default=None, metavar="DATE", help="When it came out.")
@click.option(
    "--confirm",
    "confirmed",
    multiple=True,
    metavar="SKILL",
    help="Someone in the job says this is really asked.",
)
@click.option(
    "--contradict",
    "contradicted",
    multiple=True,
    metavar="SKILL",
    help="Someone in the job says this is not really asked.",
)
@click.option("--note", default="", help="Who said so, or anything worth keeping.")
@json_option
def command(
    key: str,
    confirmed: tuple[str, ...],
    contradicted: tuple[str, ...],
    note: str,
    as_json: bool,
    **fields: Any,
) -> None:
    """Correct an advert, or add what a talk with someone in the job told you."""
    from seasoned.cli.keys import posting_key
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.posting import show_posting
    from seasoned.journeys.talks import told
    from seasoned.journeys.workspace import my_content
    from seasoned.profile.sense import short_enough
    from seasoned.store.postings import change_posting

    person, content = me(), my_content()
    key = posting_key(person, key)
    given: dict[str, Any] = {
        name: short_enough(name, value) if isinstance(value, str) else value
        for name, value in fields.items()
        if value is not None
    }
    advert = change_posting(
        person,
        key,
        lambda old: told(
            replace(old, **given),
            content.skills,
            confirmed=confirmed,
            contradicted=contradicted,
            note=note,
        ),
    )
    answer(as_json, "posting/1", advert, lambda: show_posting(advert, content))
    if not as_json:
        next_up(f"seasoned gap --posting {key}", "compare it with what you have shown")
