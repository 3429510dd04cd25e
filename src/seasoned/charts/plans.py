"""Plans: which action in which week, and the free hours they fill."""

from __future__ import annotations

from datetime import date, timedelta

from seasoned.charts.theme import AREA_COLOURS, LINE, Spec, framed
from seasoned.planning.schedule import Plan


def plan_timeline(plan: Plan, *, narrow: bool = False) -> Spec:
    """One row an action, one cell a week, shaded by the hours planned."""
    names = {chosen.action: chosen.name for chosen in plan.chosen}
    order = [names[c.action] for c in sorted(plan.chosen, key=lambda c: (c.starts, c.name))]
    rows = [
        {
            "week": block.monday.isoformat(),
            "until": _sunday(block.monday),
            "action": names[block.action],
            "hours": round(block.hours, 1),
            "energy": "deep" if block.deep else "light",
        }
        for block in plan.blocks
        if block.action in names
    ]
    limit = 120 if narrow else 300
    mark: Spec = {"type": "bar", "cornerRadius": 2, "aria": False}
    encoding: Spec = {
        "x": {
            "field": "week",
            "type": "temporal",
            "axis": {"title": None, "format": "%d %b", "tickCount": 6},
        },
        "x2": {"field": "until"},
        "y": {
            "field": "action",
            "type": "nominal",
            "sort": order,
            "axis": {"title": None, "labelLimit": limit, "grid": False},
        },
        "color": {
            "field": "energy",
            "type": "nominal",
            "title": None,
            "scale": {
                "domain": ["deep", "light"],
                "range": [AREA_COLOURS["models"], AREA_COLOURS["systems"]],
            },
            "legend": {"orient": "bottom"},
        },
        "opacity": {
            "field": "hours",
            "type": "quantitative",
            "legend": None,
            "scale": {"range": [0.45, 1], "zero": True},
        },
    }
    return framed(
        {"data": {"values": rows}, "mark": mark, "encoding": encoding},
        description=f"Timeline of {len(order)} actions by week.",
        width=180 if narrow else 620,
        height={"step": 26},
    )


def hours_by_week(plan: Plan, *, narrow: bool = False) -> Spec:
    """Planned hours of each week within the hours that are free."""
    used: dict[str, float] = {}
    for block in plan.blocks:
        used[block.monday.isoformat()] = used.get(block.monday.isoformat(), 0.0) + block.hours
    rows = [
        {
            "week": week.monday.isoformat(),
            "free": week.deep + week.light,
            "planned": round(used.get(week.monday.isoformat(), 0.0), 2),
        }
        for week in plan.capacity.weeks
    ]
    x: Spec = {
        "field": "week",
        "type": "ordinal",
        "timeUnit": "yearmonthdate",
        "axis": {
            "title": None,
            "format": "%d %b",
            "labelAngle": 0,
            "labelOverlap": "greedy",
            "labelSeparation": 12,
            "grid": False,
        },
    }
    layers = [
        {
            "mark": {"type": "bar", "color": LINE, "aria": False},
            "encoding": {
                "x": x,
                "y": {"field": "free", "type": "quantitative", "axis": {"title": "hours"}},
            },
        },
        {
            "mark": {"type": "bar", "color": AREA_COLOURS["data"], "aria": False},
            "encoding": {"x": x, "y": {"field": "planned", "type": "quantitative"}},
        },
    ]
    return framed(
        {"data": {"values": rows}, "layer": layers},
        description="Planned hours of each week within the free hours.",
        width=260 if narrow else 880,
        height=120,
    )


def _sunday(monday: date) -> str:
    return (monday + timedelta(days=6)).isoformat()
