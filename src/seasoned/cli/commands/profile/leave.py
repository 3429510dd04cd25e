"""``seasoned profile leave``."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.options import Day, json_option
from seasoned.errors import InvalidValue


@click.command()
@click.argument("start", type=Day())
@click.argument("end", type=Day())
@json_option
def command(start: date, end: date, as_json: bool) -> None:
    """Add time away, without a reason: nothing is forgotten in it and no plan fills it."""
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.profile import show_profile
    from seasoned.journeys.workspace import my_content, my_profile
    from seasoned.profile.person import Leave
    from seasoned.store.people import load_profile, save_leaves

    if end < start:
        raise InvalidValue("end", end.isoformat(), f"on or after {start.isoformat()}")
    person = me()
    save_leaves(person, (*load_profile(person).leaves, Leave(start=start, end=end)))
    profile = my_profile(person)
    answer(as_json, "profile/1", profile, lambda: show_profile(profile, my_content()))
    if not as_json:
        next_up("seasoned plan", "plan around it")
