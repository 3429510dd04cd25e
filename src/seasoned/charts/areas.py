"""Areas: the level in each with its interval, now or over time."""

from __future__ import annotations

from collections.abc import Sequence

from seasoned.charts.theme import AREA_COLOURS, AREA_SCALE, LEVEL_AXIS, Spec, framed
from seasoned.profile.standing import Standing


def area_levels(standing: Standing, *, narrow: bool = False) -> Spec:
    """One dot and interval for each area."""
    rows = [_row(area, standing) for area in AREA_COLOURS if area in standing.areas]
    y: Spec = {
        "field": "area",
        "type": "nominal",
        "sort": None,
        "axis": {"title": None, "grid": False},
    }
    x: Spec = {
        "type": "quantitative",
        "scale": {"domain": [0, 4], "nice": False, "clamp": True},
        "axis": {"values": [0, 1, 2, 3, 4], "title": None}
        if narrow
        else {**LEVEL_AXIS, "title": None},
    }
    layers = [
        {
            "mark": {
                "type": "rule",
                "strokeWidth": 5,
                "opacity": 0.35,
                "strokeCap": "round",
                "aria": False,
            },
            "encoding": {"x": {**x, "field": "low"}, "x2": {"field": "high"}, "color": _colour()},
        },
        {
            "mark": {"type": "point", "filled": True, "size": 130, "opacity": 1, "aria": False},
            "encoding": {"x": {**x, "field": "level"}, "color": _colour()},
        },
    ]
    return framed(
        {"data": {"values": rows}, "encoding": {"y": y}, "layer": layers},
        description="Level in each area with its 90 % interval.",
        width=220 if narrow else 520,
        height={"step": 34},
    )


def areas_over_time(standings: Sequence[Standing], *, narrow: bool = False) -> Spec:
    """Area levels at several moments, a small picture for each area with its line and its band."""
    rows = [
        {**_row(area, s), "at": s.at.isoformat()}
        for s in standings
        for area in AREA_COLOURS
        if area in s.areas
    ]
    x: Spec = {
        "field": "at",
        "type": "temporal",
        "axis": {
            "title": None,
            "grid": False,
            "tickCount": 2,
            "labelOverlap": "greedy",
            "labelSeparation": 14,
        },
    }
    y: Spec = {
        "type": "quantitative",
        "scale": {"domain": [0, 4], "clamp": True},
        "axis": {"title": None, "values": [0, 1, 2, 3, 4], "format": "d"},
    }
    band: Spec = {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}, "color": _colour()}
    line: Spec = {"x": x, "y": {**y, "field": "level"}, "color": _colour()}
    return framed(
        {
            "data": {"values": rows},
            "columns": 2 if narrow else 5,
            "facet": {
                "field": "area",
                "type": "nominal",
                "title": None,
                "sort": [area.capitalize() for area in AREA_COLOURS],
            },
            "spec": {
                "width": 105 if narrow else 145,
                "height": 110,
                "layer": [
                    {"mark": {"type": "area", "opacity": 0.22, "aria": False}, "encoding": band},
                    {"mark": {"type": "line", "strokeWidth": 2.5, "aria": False}, "encoding": line},
                ],
            },
        },
        description="Level in each area over time, with its 90 % band.",
        width=None,
        height=None,
    )


def _row(area: str, standing: Standing) -> dict[str, object]:
    estimate = standing.areas[area]
    return {
        "area": area.capitalize(),
        "level": round(min(4.0, max(0.0, estimate.level)), 2),
        "low": round(max(0.0, estimate.low), 2),
        "high": round(min(4.0, max(0.0, estimate.high)), 2),
    }


def _colour() -> Spec:
    return {"field": "area", "type": "nominal", "legend": None, "scale": AREA_SCALE}
