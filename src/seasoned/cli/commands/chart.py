"""``seasoned chart``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from seasoned.cli.options import aim_options, at_option, json_option, today_or

CHARTS = ("areas", "demand", "gaps", "hours", "over-time", "plan", "role-mix", "shape")


@click.command()
@click.argument("chart", type=click.Choice(CHARTS))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@aim_options
@at_option
@json_option
def command(
    chart: str,
    file: Path,
    stage: str,
    contexts: tuple[str, ...],
    archetype: str | None,
    at: date | None,
    as_json: bool,
) -> None:
    """Draw a CHART into FILE, which ends in .svg, .png or .pdf."""
    from seasoned.charts.rendering import save
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, line, next_up, working
    from seasoned.cli.walking import the_one

    _legal(file)
    person, day = me(), today_or(at)
    aim = {"stage": stage, "context": the_one(contexts), "archetype": archetype}
    with working("Drawing"):
        spec = DRAWN[chart](person, day, aim)
        written = _saved(save, spec, file)
    answer(
        as_json,
        "written/1",
        {"file": str(written), "chart": chart},
        lambda: line(f"Wrote {written}."),
    )
    if not as_json:
        next_up("seasoned serve", "see it in the browser, with the words around it")


def _legal(file: Path) -> None:
    from seasoned.charts.rendering import FORMATS
    from seasoned.errors import InvalidValue

    if file.suffix.lstrip(".").lower() not in FORMATS:
        raise InvalidValue("the file's ending", file.suffix, ", ".join(f".{f}" for f in FORMATS))


def _saved(save: Callable[[Any, Path], Path], spec: Any, file: Path) -> Path:
    from seasoned.errors import InputError

    try:
        return save(spec, file)
    except OSError as error:
        raise InputError(
            f"{file} cannot be written: {error.strerror}. Name another file."
        ) from error


def _walk(person: int, day: date, aim: dict[str, Any], *, with_plan: bool = False) -> Any:
    from seasoned.journeys.workspace import my_next_step

    return my_next_step(person, at=day, with_plan=with_plan, keep=False, **aim)


def _shape(person: int, day: date, aim: dict[str, Any]) -> Any:
    from seasoned.charts.shape import asked_by_skill, depth_and_breadth
    from seasoned.journeys.workspace import my_content

    found = _walk(person, day, aim)
    asked = asked_by_skill(found.readiness)
    return depth_and_breadth(found.standing, my_content().skills, asked=asked)


def _areas(person: int, day: date, aim: dict[str, Any]) -> Any:
    from seasoned.charts.areas import area_levels

    return area_levels(_walk(person, day, aim).standing)


def _over_time(person: int, day: date, aim: dict[str, Any]) -> Any:
    from seasoned.charts.areas import areas_over_time
    from seasoned.journeys.workspace import my_standing_over_time

    return areas_over_time(my_standing_over_time(person, until=day))


def _gaps(person: int, day: date, aim: dict[str, Any]) -> Any:
    from seasoned.charts.gaps import gap_bars
    from seasoned.journeys.workspace import my_content

    return gap_bars(_walk(person, day, aim).gaps, my_content().skills)


def _plan(person: int, day: date, aim: dict[str, Any]) -> Any:
    from seasoned.charts.plans import plan_timeline
    from seasoned.cli.kept import kept_plan

    return plan_timeline(kept_plan(person, None))


def _hours(person: int, day: date, aim: dict[str, Any]) -> Any:
    from seasoned.charts.plans import hours_by_week
    from seasoned.cli.kept import kept_plan

    return hours_by_week(kept_plan(person, None))


def _demand(person: int, day: date, aim: dict[str, Any]) -> Any:
    from seasoned.charts.market import demand_bars
    from seasoned.journeys.workspace import my_content
    from seasoned.market.demand import demand
    from seasoned.store.postings import list_postings

    skills = my_content().skills
    return demand_bars(
        [
            (
                skills[one.skill].name if one.skill in skills else one.skill,
                one.share,
                one.low,
                one.high,
            )
            for one in demand(list_postings(person))[:20]
        ]
    )


def _role_mix(person: int, day: date, aim: dict[str, Any]) -> Any:
    from seasoned.charts.market import role_mix
    from seasoned.market.demand import role_mix_of
    from seasoned.store.postings import list_postings

    return role_mix(role_mix_of(list_postings(person)))


DRAWN: dict[str, Callable[[int, date, dict[str, Any]], Any]] = {
    "areas": _areas,
    "demand": _demand,
    "gaps": _gaps,
    "hours": _hours,
    "over-time": _over_time,
    "plan": _plan,
    "role-mix": _role_mix,
    "shape": _shape,
}
