"""``seasoned contact list``."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.options import at_option, json_option, today_or


@click.command()
@at_option
@json_option
def command(at: date | None, as_json: bool) -> None:
    """Your contacts by company: which stage the proposed level means, and how it stands to yours."""
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up, working
    from seasoned.cli.views.contact import show_contacts

    person = me()
    with working("Comparing"):
        from seasoned.journeys.contacts import my_proposals

        found = my_proposals(person, at=today_or(at))
    answer(as_json, "contacts/1", {"items": found}, lambda: show_contacts(found))
    if not as_json:
        next_up(
            *(
                ("seasoned contact edit ID --stage call", "keep how the talk goes on")
                if found
                else ("seasoned contact add COMPANY --level 'Senior'", "keep the first one")
            )
        )
