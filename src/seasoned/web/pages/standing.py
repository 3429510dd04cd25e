"""Where do I stand? Depth against breadth, areas, stage, own view beside measurement, what next."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

from seasoned.charts.areas import areas_over_time
from seasoned.charts.own_view import own_view
from seasoned.charts.shape import STEMS, asked_by_skill, depth_and_breadth
from seasoned.charts.theme import Spec
from seasoned.journeys.next_step import NextStep, stage_words
from seasoned.skills.skill import Area
from seasoned.web.advice import next_move
from seasoned.web.assets import bundle_file
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import Page, Route, show

LISTED = 6


def view(request: HttpRequest) -> HttpResponse:
    """The standing, or how to reach one."""
    desk = desk_of(request)
    context: dict[str, Any] = {"move": next_move(desk, here="standing")}
    if desk.confirmed:
        context |= _found(desk, desk.step())
    return show(request, "standing.html", context)


def shape(request: HttpRequest) -> HttpResponse:
    """The hero chart's specification, with words to show where a pointer rests."""
    desk = desk_of(request)
    step = desk.step()
    spec = depth_and_breadth(
        step.standing, desk.content.skills, asked=asked_by_skill(step.readiness)
    )
    return JsonResponse(told(spec), headers={"Cache-Control": "no-store"})


def bundle(request: HttpRequest) -> HttpResponse:
    """The program that makes a chart answer to a pointer."""
    answer = HttpResponse(bundle_file().read_bytes(), content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "private, max-age=86400"
    return answer


def told(spec: Spec) -> Spec:
    """A specification whose first layer says its skill, level, range and what is asked."""
    tooltip = [
        {"field": "skill", "title": "Skill"},
        {"field": "level", "title": "Level"},
        {"field": "low", "title": "Likely from"},
        {"field": "high", "title": "Likely to"},
        {"field": "wanted", "title": "Asked"},
    ]
    first, *rest = spec["layer"]
    rows = [
        {**row, "wanted": "nothing" if row["asked"] is None else f"{row['asked']:g}"}
        for row in spec["data"]["values"]
    ]
    pick = {"name": "area", "select": {"type": "point", "fields": ["area"]}, "bind": "legend"}
    encoding = {
        **first["encoding"],
        "tooltip": tooltip,
        "opacity": {"condition": {"param": "area", "value": 0.95}, "value": 0.15},
    }
    layers = [{**first, "params": [pick], "encoding": encoding}, *rest]
    return {**spec, "data": {"values": rows}, "layer": layers}


def _found(desk: Desk, step: NextStep) -> dict[str, Any]:
    standing = step.standing
    asked = asked_by_skill(step.readiness)
    seen = _seen(desk, step)
    return {
        "step": step,
        "stage_words": stage_words(step, desk.ladder),
        "standing": standing,
        "skills": desk.content.skills,
        "asked": asked,
        "seen": seen,
        "drawn": min(STEMS, len(seen)),
        "areas": [
            (area, standing.areas[area.value]) for area in Area if area.value in standing.areas
        ],
        "stages": {stage.id: stage for stage in desk.ladder.stages},
        "wide": depth_and_breadth(standing, desk.content.skills, asked=asked),
        "narrow": depth_and_breadth(standing, desk.content.skills, asked=asked, narrow=True),
        "deepen": standing.deepen[:LISTED],
        "widen": standing.widen[:LISTED],
        "self_views": sorted(
            standing.self_views, key=lambda v: -abs(v.self_rated - v.measured.level)
        ),
        "own_wide": own_view(standing.self_views, desk.content.skills),
        "own_narrow": own_view(standing.self_views, desk.content.skills, narrow=True),
        **_over_time(desk),
    }


def _seen(desk: Desk, step: NextStep) -> list[Any]:
    """Skills with evidence as (skill, estimate), by area and then the highest first."""
    order = list(Area)
    found = [
        (desk.content.skills[name], estimate)
        for name, estimate in step.standing.skills.items()
        if estimate.pieces and name in desk.content.skills
    ]
    return sorted(found, key=lambda pair: (order.index(pair[0].area), -pair[1].level))


def _over_time(desk: Desk) -> dict[str, Any]:
    past = desk.history()
    if len(past) < 2:
        return {}
    return {
        "past": past,
        "past_wide": areas_over_time(past),
        "past_narrow": areas_over_time(past, narrow=True),
    }


page = Page(
    name="standing",
    address="standing/",
    question="Where do I stand?",
    view=view,
    menu="Standing",
    order=10,
    routes=(
        Route(name="standing-shape", address="standing/shape.json", view=shape),
        Route(name="vega", address="assets/vega.js", view=bundle),
    ),
)
