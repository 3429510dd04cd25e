"""One's own view beside what was measured: the calibration curve of self-ratings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from seasoned.charts.theme import AREA_SCALE, LEVEL_TOP, SOFT, Spec, framed, on_scale
from seasoned.profile.standing import SelfView
from seasoned.skills.skill import Skill

FEWEST = 3
"""Measured skills from which a picture says more than a sentence each."""


def own_view(
    views: Sequence[SelfView], skills: Mapping[str, Skill], *, narrow: bool = False
) -> Spec | None:
    """A point and its interval for each rated skill that something else speaks of.

    None while there are too few. On the line, both say the same; below it, less was measured than
    rated, which may mean that the best work has not been seen yet.
    """
    rows = [_row(view, skills) for view in views if view.measured.pieces and view.skill in skills]
    if len(rows) < FEWEST:
        return None
    return framed(
        {"layer": [_line(narrow), *_points(rows, narrow)]},
        description="Your own view of each skill against what else has been seen, with its 90 % interval.",
        width=240 if narrow else 420,
        height=240 if narrow else 300,
    )


def _line(narrow: bool) -> Spec:
    """Where own view and the rest would agree."""
    x, y = _axes(narrow)
    ends = [{"own": 0, "level": 0}, {"own": 4, "level": 4}]
    return {
        "data": {"values": ends},
        "mark": {"type": "line", "strokeDash": [5, 4], "color": SOFT, "aria": False},
        "encoding": {"x": x, "y": {**y, "field": "level"}},
    }


def _points(rows: list[dict[str, object]], narrow: bool) -> tuple[Spec, Spec]:
    x, y = _axes(narrow)
    colour: Spec = {
        "field": "area",
        "type": "nominal",
        "scale": AREA_SCALE,
        "legend": {"title": None, "orient": "top", "columns": 3 if narrow else 5},
    }
    data = {"values": rows}
    span = {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}, "color": colour}
    return (
        {
            "data": data,
            "mark": {"type": "rule", "strokeWidth": 4, "opacity": 0.3, "aria": False},
            "encoding": span,
        },
        {
            "data": data,
            "mark": {"type": "point", "filled": True, "size": 70, "opacity": 0.95, "aria": False},
            "encoding": {"x": x, "y": {**y, "field": "level"}, "color": colour},
        },
    )


def _axes(narrow: bool) -> tuple[Spec, Spec]:
    shared: Spec = {
        "type": "quantitative",
        "scale": {"domain": [-0.2, LEVEL_TOP], "nice": False},
        "axis": {"values": [0, 1, 2, 3, 4], "format": "d"},
    }
    measured = "measured" if narrow else "what else has been seen"
    return {**shared, "field": "own", "title": "your own view"}, {**shared, "title": measured}


def _row(view: SelfView, skills: Mapping[str, Skill]) -> dict[str, object]:
    skill, seen = skills[view.skill], view.measured
    return {
        "skill": skill.name,
        "area": skill.area.value.capitalize(),
        "own": view.self_rated,
        "level": round(on_scale(seen.level), 2),
        "low": round(on_scale(seen.low), 2),
        "high": round(on_scale(seen.high), 2),
    }
