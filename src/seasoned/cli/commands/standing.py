"""``seasoned standing``."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.options import aim_options, at_option, json_option, today_or


@click.command()
@aim_options
@at_option
@click.option("--all", "every_skill", is_flag=True, help="Every skill, with evidence or without.")
@click.option("--over-time", is_flag=True, help="How the standing changed, evidence by evidence.")
@json_option
def command(
    stage: str,
    contexts: tuple[str, ...],
    archetype: str | None,
    at: date | None,
    every_skill: bool,
    over_time: bool,
    as_json: bool,
) -> None:
    """Where do I stand? Levels per area and skill, each with its interval."""
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.standing import show_standing
    from seasoned.cli.walking import the_one, walked

    person, day = me(), today_or(at)
    if over_time:
        _over_time(person, day, as_json)
        return
    found = walked(person, at=day, stage=stage, context=the_one(contexts), archetype=archetype)
    from seasoned.journeys.workspace import my_content

    answer(
        as_json,
        "standing/1",
        _facts(found),
        lambda: show_standing(found, my_content(), every_skill=every_skill),
    )
    if not as_json:
        next_up(*_next(found))


def _facts(found: object) -> dict[str, object]:
    names = (
        "at",
        "ladder",
        "current_stage",
        "likely_stage",
        "target_stage",
        "stages_by_years",
        "standing",
        "readiness",
        "fingerprint",
    )
    return {name: getattr(found, name) for name in names}


def _next(found: object) -> tuple[str, str]:
    pieces = any(e.pieces for e in found.standing.skills.values())  # type: ignore[attr-defined]
    if not pieces:
        return "seasoned start", "begin with a CV and a few ratings of your own"
    return "seasoned gap", "see what the next stage asks beyond this"


def _over_time(person: int, day: date, as_json: bool) -> None:
    from seasoned.cli.showing import answer, in_words, table
    from seasoned.journeys.workspace import my_standing_over_time

    found = my_standing_over_time(person, until=day)
    answer(
        as_json,
        "standing-over-time/1",
        list(found),
        lambda: table(
            "Day",
            "Overall",
            "Skills with evidence",
            rows=[
                (
                    f"{one.at}",
                    in_words(one.overall),
                    sum(bool(e.pieces) for e in one.skills.values()),
                )
                for one in found
            ],
        ),
    )
