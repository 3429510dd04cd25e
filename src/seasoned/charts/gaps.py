"""Gaps: what is had, with its interval, against what is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from seasoned.charts.theme import INK, LEVEL_TOP, SOFT, Spec, area_colour, framed, on_scale
from seasoned.planning.gap import Gap
from seasoned.skills.skill import Skill

MOST = 15


def gap_bars(gaps: Sequence[Gap], skills: Mapping[str, Skill], *, narrow: bool = False) -> Spec:
    """The largest gaps in order of value: a bar to the level had, its interval, a tick where asked."""
    rows = [_row(n, gap, skills) for n, gap in enumerate(gaps[:MOST])]
    areas = sorted({gap.area.capitalize() for gap in gaps[:MOST]})
    y: Spec = {
        "field": "label",
        "type": "nominal",
        "sort": {"field": "position"},
        "axis": {"title": None, "labelLimit": 150 if narrow else 260, "grid": False},
    }
    axis: Spec = {"values": [0, 1, 2, 3, 4], "title": None if narrow else "level", "orient": "top"}
    x: Spec = {
        "type": "quantitative",
        "scale": {"domain": [0, LEVEL_TOP], "nice": False},
        "axis": axis,
    }
    colour: Spec = {
        "field": "area",
        "type": "nominal",
        "scale": {"domain": areas, "range": [area_colour(a.lower()) for a in areas]},
        "legend": {"orient": "bottom", "title": None, "columns": 3 if narrow else 5},
    }
    layers = [
        {
            "mark": {
                "type": "bar",
                "size": 11,
                "cornerRadiusEnd": 3,
                "opacity": 0.75,
                "aria": False,
            },
            "encoding": {"x": {**x, "field": "level"}, "x2": {"datum": 0}, "color": colour},
        },
        {
            "mark": {"type": "rule", "strokeWidth": 2, "color": SOFT, "aria": False},
            "encoding": {"x": {**x, "field": "low"}, "x2": {"field": "high"}},
        },
        {
            "mark": {"type": "tick", "thickness": 2.5, "size": 15, "color": INK, "aria": False},
            "encoding": {"x": {**x, "field": "asked"}},
        },
    ]
    return framed(
        {"data": {"values": rows}, "encoding": {"y": y}, "layer": layers},
        description=f"The {len(rows)} largest gaps: level had with its interval, and level asked.",
        width=165 if narrow else 620,
        height={"step": 22},
    )


def _row(position: int, gap: Gap, skills: Mapping[str, Skill]) -> dict[str, object]:
    name = skills[gap.skill].name if gap.skill in skills else gap.words
    return {
        "position": position,
        "label": f"{position + 1}. {name}",
        "area": gap.area.capitalize(),
        "level": round(on_scale(gap.have.level), 2),
        "low": round(on_scale(gap.have.low), 2),
        "high": round(on_scale(gap.have.high), 2),
        "asked": gap.asked,
    }
