"""``seasoned profile education``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option

DEGREES = ("none", "first", "higher", "doctorate")


@click.command()
@click.argument("degree", type=click.Choice(DEGREES))
@click.option("--field", default="", help="In what.")
@click.option("--institution", default="", help="Where.")
@click.option("--year", type=click.IntRange(1900, 2200), default=None, help="When it ended.")
@click.option("--replace", is_flag=True, help="Instead of all that was named before.")
@json_option
def command(
    degree: str, field: str, institution: str, year: int | None, replace: bool, as_json: bool
) -> None:
    """Add a course of study; it shows which stages years would suggest, and decides nothing."""
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.profile import show_profile
    from seasoned.journeys.workspace import my_content, my_profile
    from seasoned.profile.person import Degree, Education
    from seasoned.store.people import load_profile, save_education

    person = me()
    before = () if replace else load_profile(person).education
    new = Education(degree=Degree(degree), field=field, institution=institution, year=year)
    save_education(person, (*before, new))
    profile = my_profile(person)
    answer(as_json, "profile/1", profile, lambda: show_profile(profile, my_content()))
    if not as_json:
        next_up("seasoned profile role TITLE --from DATE", "add what you worked as")
