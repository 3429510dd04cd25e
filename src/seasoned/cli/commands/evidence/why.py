"""``seasoned evidence why``."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.options import ThingId, at_option, json_option, today_or


@click.command()
@click.argument("skill", type=ThingId("skills"))
@at_option
@json_option
def command(skill: str, at: date | None, as_json: bool) -> None:
    """Which evidence made the number of a SKILL, and how much each piece moved it."""
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.evidence import show_why
    from seasoned.cli.walking import walked
    from seasoned.journeys.naming import skill_named
    from seasoned.journeys.workspace import my_content, my_profile

    person, content = me(), my_content()
    name = skill_named(content.skills, skill)
    standing = walked(person, at=today_or(at), keep=False).standing
    pieces = {e.id: e for e in my_profile(person).evidence}
    moves = [move for move in standing.moves if move.skill == name]
    used = [pieces[move.evidence] for move in moves if move.evidence in pieces]
    facts = {"skill": name, "estimate": standing.skills[name], "moves": moves, "evidence": used}
    answer(as_json, "why/1", facts, lambda: show_why(name, standing, pieces, content))
    if not as_json:
        next_up("seasoned evidence add", f"more evidence on {content.skills[name].name} narrows it")
