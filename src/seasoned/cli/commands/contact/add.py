"""``seasoned contact add``."""

from __future__ import annotations

from typing import Any

import click

from seasoned.cli.contacting import contact_options
from seasoned.cli.options import json_option, today_or


@click.command()
@click.argument("company")
@contact_options
@json_option
def command(company: str, as_json: bool, **given: Any) -> None:
    """Keep that a COMPANY came to you, and the level that it proposes in its own words."""
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, line, next_up
    from seasoned.journeys.contacts import add_contact

    contact = add_contact(me(), company, today=today_or(None), **given)
    answer(as_json, "contact/1", contact, lambda: line(f"Kept {contact.id}."))
    if not as_json:
        next_up("seasoned contact list", "see what the level means and how it stands to yours")
