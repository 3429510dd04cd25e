"""``seasoned profile set``."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from seasoned.cli.options import ThingId, json_option

LISTS = ("interests", "consents", "declined", "no_opportunity", "not_in_my_power")
WEIGHTS = ("depth", "breadth", "income", "joy")


@click.command()
@click.option("--name", default=None, help="What to call you; it enters no score.")
@click.option("--ladder", type=ThingId("ladders"), default=None, help="Which ladder to climb.")
@click.option("--stage", default=None, help="Which stage to aim at; empty for the next one.")
@click.option("--context", default=None, help="Which kind of workplace.")
@click.option("--archetype", default=None, help="Which way of being senior.")
@click.option("--deep-hours", "deep_hours_per_week", type=float, help="Rested hours a week.")
@click.option("--light-hours", "light_hours_per_week", type=float, help="Other hours a week.")
@click.option("--weeks", type=int, help="How many weeks to plan.")
@click.option("--cost-cap", type=float, help="Money you would spend at most.")
@click.option("--depth", type=float, help="What depth is worth to you, against the others.")
@click.option("--breadth", type=float, help="What breadth is worth to you.")
@click.option("--income", type=float, help="What income is worth to you.")
@click.option("--joy", type=float, help="What joy is worth to you.")
@click.option(
    "--interest",
    "interests",
    multiple=True,
    type=ThingId("skills"),
    help="A skill you would like to grow in; replaces those named before.",
)
@click.option(
    "--consent", "consents", multiple=True, help="Who has said yes: employer, manager ..."
)
@click.option(
    "--decline",
    "declined",
    multiple=True,
    type=ThingId("actions"),
    help="An action you do not want.",
)
@click.option(
    "--no-opportunity",
    multiple=True,
    metavar="ID",
    help="An expectation your work gives no chance to show.",
)
@click.option(
    "--not-in-my-power",
    multiple=True,
    metavar="ID",
    help="A gap that is not yours to close; it leaves the plan, not the report.",
)
@click.option("--clear", multiple=True, type=click.Choice(LISTS), help="Empty a list.")
@json_option
def command(name: str | None, as_json: bool, clear: tuple[str, ...], **given: Any) -> None:
    """Set your name, aim, hours, limits and wishes; what is not given stays."""
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.profile import show_profile
    from seasoned.journeys.workspace import my_content, my_profile
    from seasoned.profile.sense import short_enough
    from seasoned.store.people import load_profile, save_wishes, set_name
    from seasoned.store.versions import together

    person, content = me(), my_content()
    wishes = _wished(load_profile(person).wishes, given, clear, content)
    with together():
        save_wishes(person, wishes)
        if name is not None:
            set_name(person, short_enough("name", name, 200))
    profile = my_profile(person)
    answer(as_json, "profile/1", profile, lambda: show_profile(profile, content))
    if not as_json:
        next_up("seasoned plan", "plan again with it")


def _wished(wishes: Any, given: dict[str, Any], clear: tuple[str, ...], content: Any) -> Any:
    from seasoned.journeys.naming import skill_named
    from seasoned.journeys.wishing import checked

    fields = {name: value for name, value in given.items() if value not in (None, ())}
    weights = {name: fields.pop(name) for name in WEIGHTS if name in fields}
    if "interests" in fields:
        fields["interests"] = tuple(skill_named(content.skills, s) for s in fields["interests"])
    emptied = dict.fromkeys(clear, ())
    changed = replace(wishes, weights=replace(wishes.weights, **weights), **{**fields, **emptied})
    return checked(changed, content)
