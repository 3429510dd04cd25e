"""Depth against breadth: the hero chart. Stems hang from a common line, as deep as the level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from seasoned.charts.theme import (
    AREA_COLOURS,
    AREA_SCALE,
    INK,
    LEVEL_AXIS,
    LEVEL_TOP,
    SOFT,
    Spec,
    framed,
    on_scale,
)
from seasoned.planning.gap import Readiness
from seasoned.profile.standing import Estimate, Standing
from seasoned.skills.skill import Skill

STEMS = 40
"""Stems that a wide page can still label; the skills with the narrowest intervals come first."""
NARROW_ROWS = 18


def depth_and_breadth(
    standing: Standing,
    skills: Mapping[str, Skill],
    *,
    asked: Mapping[str, float] | None = None,
    narrow: bool = False,
) -> Spec:
    """Levels as stems grouped by area, each with its 90 % interval and a tick where a stage asks more.

    ``asked``: level by skill id. ``narrow``: rows instead of stems, for screens under 600 pixels.
    """
    rows = _rows(standing, skills, asked or {}, NARROW_ROWS if narrow else STEMS)
    description = (
        f"Depth against breadth: {len(rows)} skills with evidence, grouped by area. "
        f"Shape: {standing.shape}. {standing.shape_words}"
    )
    if narrow:
        return framed(_across(rows), description=description, width=190, height={"step": 20})
    step = max(15, min(44, 860 // max(1, len(rows))))
    return framed(_down(rows), description=description, width=step * max(1, len(rows)), height=300)


def asked_by_skill(readiness: Readiness) -> dict[str, float]:
    """The highest level that the stage's musts, inherited ones too, ask of each skill."""
    asked: dict[str, float] = {}
    for met in readiness.expectations:
        if met.ask == "must" and met.skill:
            asked[met.skill] = max(asked.get(met.skill, 0.0), met.asked)
    return asked


def _rows(
    standing: Standing, skills: Mapping[str, Skill], asked: Mapping[str, float], most: int
) -> list[Any]:
    seen = [
        (name, estimate)
        for name, estimate in standing.skills.items()
        if estimate.pieces and name in skills
    ]
    seen.sort(key=lambda pair: (pair[1].error, -pair[1].level))
    order = list(AREA_COLOURS)
    kept = sorted(seen[:most], key=lambda pair: (order.index(skills[pair[0]].area), -pair[1].level))
    return [
        _row(n, skills[name], estimate, asked.get(name)) for n, (name, estimate) in enumerate(kept)
    ]


def _row(position: int, skill: Skill, estimate: Estimate, asked: float | None) -> dict[str, Any]:
    return {
        "position": position,
        "skill": skill.name,
        "area": skill.area.value.capitalize(),
        "level": round(on_scale(estimate.level), 2),
        "low": round(on_scale(estimate.low), 2),
        "high": round(on_scale(estimate.high), 2),
        "asked": asked,
        "certainty": round(max(0.35, min(1.0, 1.25 - estimate.error)), 2),
    }


def _colour() -> Spec:
    return {"field": "area", "type": "nominal", "scale": AREA_SCALE}


def _down(rows: Sequence[Any]) -> Spec:
    x: Spec = {
        "field": "skill",
        "type": "nominal",
        "sort": {"field": "position"},
        "axis": {
            "orient": "top",
            "labelAngle": -50,
            "title": None,
            "labelLimit": 150,
            "grid": False,
            "labelPadding": 4,
        },
    }
    y: Spec = {
        "type": "quantitative",
        "scale": {"domain": [0, LEVEL_TOP], "reverse": True, "nice": False},
        "axis": {**LEVEL_AXIS, "title": None, "labelAlign": "right"},
    }
    return {
        "data": {"values": list(rows)},
        "encoding": {"x": x},
        "layer": [
            _stems({"y": {**y, "field": "level"}, "y2": {"datum": 0}}, legend="bottom"),
            _interval({"y": {**y, "field": "low"}, "y2": {"field": "high"}}),
            _asked({"y": {**y, "field": "asked"}}),
        ],
    }


def _across(rows: Sequence[Any]) -> Spec:
    y: Spec = {
        "field": "skill",
        "type": "nominal",
        "sort": {"field": "position"},
        "axis": {"title": None, "labelLimit": 150, "grid": False},
    }
    x: Spec = {
        "type": "quantitative",
        "scale": {"domain": [0, LEVEL_TOP], "nice": False},
        "axis": {"values": [0, 1, 2, 3, 4], "title": None, "orient": "top"},
    }
    return {
        "data": {"values": list(rows)},
        "encoding": {"y": y},
        "layer": [
            _stems({"x": {**x, "field": "level"}, "x2": {"datum": 0}}, legend="bottom", columns=3),
            _interval({"x": {**x, "field": "low"}, "x2": {"field": "high"}}),
            _asked({"x": {**x, "field": "asked"}}),
        ],
    }


def _stems(place: Spec, *, legend: str, columns: int = 5) -> Spec:
    colour = {
        **_colour(),
        "legend": {"orient": legend, "title": None, "columns": columns, "symbolType": "square"},
    }
    mark = {"type": "bar", "cornerRadiusEnd": 3, "size": 11, "aria": False}
    opacity = {"field": "certainty", "type": "quantitative", "scale": None, "legend": None}
    return {"mark": mark, "encoding": {**place, "color": colour, "opacity": opacity}}


def _interval(place: Spec) -> Spec:
    return {
        "mark": {
            "type": "rule",
            "strokeWidth": 2,
            "strokeCap": "round",
            "color": SOFT,
            "aria": False,
        },
        "encoding": place,
    }


def _asked(place: Spec) -> Spec:
    return {
        "transform": [{"filter": "datum.asked != null"}],
        "mark": {"type": "tick", "thickness": 2.5, "size": 15, "color": INK, "aria": False},
        "encoding": place,
    }
