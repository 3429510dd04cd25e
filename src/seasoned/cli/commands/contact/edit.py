"""``seasoned contact edit``."""

from __future__ import annotations

from typing import Any

import click

from seasoned.cli.contacting import contact_options
from seasoned.cli.options import json_option, today_or


@click.command()
@click.argument("key", metavar="ID")
@click.option("--company", default=None, help="Which company.")
@contact_options
@json_option
def command(key: str, as_json: bool, **given: Any) -> None:
    """Change a contact, such as its stage after a call; the earlier version is kept."""
    from seasoned.cli.keys import thing_key
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, line, next_up
    from seasoned.journeys.contacts import edit_contact

    person = me()
    key = thing_key(person, "contact", key)
    contact = edit_contact(person, key, today=today_or(None), **given)
    answer(as_json, "contact/1", contact, lambda: line(f"Changed {contact.id}."))
    if not as_json:
        next_up("seasoned contact list", "see what the level means and how it stands to yours")
