"""The market: what adverts ask, and what kind of work they describe."""

from __future__ import annotations

from collections.abc import Sequence

from seasoned.charts.theme import (
    AREA_COLOURS,
    AREA_SCALE,
    LEVEL_AXIS,
    LEVEL_TOP,
    OTHER_COLOUR,
    SOFT,
    Spec,
    framed,
    on_scale,
)
from seasoned.market.posting import ROLE_KINDS, RoleShare

ROLE_NAMES = {kind: {"mlops": "MLOps"}.get(kind, kind) for kind in ROLE_KINDS}
ROLE_COLOURS = dict(zip(ROLE_NAMES.values(), (*AREA_COLOURS.values(), OTHER_COLOUR), strict=True))


def role_mix(shares: Sequence[RoleShare], *, narrow: bool = False) -> Spec:
    """One bar cut into the shares of research, product, platform, MLOps, software and analytics."""
    rows = [
        {"role": ROLE_NAMES[s.role], "share": s.share, "order": n}
        for n, s in enumerate(shares)
        if s.share > 0
    ]
    encoding: Spec = {
        "x": {"field": "share", "type": "quantitative", "stack": "normalize", "axis": None},
        "color": {
            "field": "role",
            "type": "nominal",
            "title": None,
            "scale": {"domain": list(ROLE_COLOURS), "range": list(ROLE_COLOURS.values())},
            "legend": {"orient": "bottom", "columns": 3 if narrow else 6},
        },
        "order": {"field": "order"},
    }
    told = ", ".join(f"{ROLE_NAMES[s.role]} {s.share:.0f} %" for s in shares if s.share > 0)
    return framed(
        {
            "data": {"values": rows},
            "mark": {"type": "bar", "size": 22, "aria": False},
            "encoding": encoding,
        },
        description=f"Role mix: {told}.",
        width=300 if narrow else 900,
        height=34,
    )


def demand_bars(rows: Sequence[tuple[str, float, float, float]], *, narrow: bool = False) -> Spec:
    """Share of adverts asking each skill: (name, share, low, high), shares between 0 and 1."""
    values = [
        {"skill": name, "share": share, "low": low, "high": high} for name, share, low, high in rows
    ]
    y: Spec = {
        "field": "skill",
        "type": "nominal",
        "sort": None,
        "axis": {"title": None, "labelLimit": 150 if narrow else 240, "grid": False},
    }
    x: Spec = {
        "type": "quantitative",
        "scale": {"domain": [0, 1]},
        "axis": {"format": "%", "title": None, "orient": "top", "tickCount": 5},
    }
    layers = [
        {
            "mark": {
                "type": "bar",
                "size": 11,
                "cornerRadiusEnd": 3,
                "color": AREA_COLOURS["models"],
                "opacity": 0.8,
                "aria": False,
            },
            "encoding": {"x": {**x, "field": "share"}},
        },
        {
            "mark": {"type": "rule", "strokeWidth": 2, "color": SOFT, "aria": False},
            "encoding": {"x": {**x, "field": "low"}, "x2": {"field": "high"}},
        },
    ]
    return framed(
        {"data": {"values": values}, "encoding": {"y": y}, "layer": layers},
        description="Share of adverts that ask for each skill, with 90 % intervals.",
        width=160 if narrow else 620,
        height={"step": 22},
    )


def demand_map(
    rows: Sequence[tuple[str, str, float, float, float, float, float]], *, narrow: bool = False
) -> Spec:
    """What is asked against what is shown: (name, area, share, low, high, asked level, own level).

    Each skill is a line from the level shown, a ring, to the level asked, a full mark; skills stand
    in the order of how many adverts ask them, with that share beside the name. A line to the right
    is what is still to be shown; a mark left of its ring is met.
    """
    values = [
        {
            "skill": f"{name}  {share:.0%}",
            "area": area.capitalize(),
            "asked": on_scale(asked),
            "own": on_scale(own),
            "gap": "to show" if asked > own else "there",
        }
        for name, area, share, _, _, asked, own in rows
    ]
    x: Spec = {
        "type": "quantitative",
        "scale": {"domain": [0, LEVEL_TOP], "nice": False},
        "axis": {**LEVEL_AXIS, "title": None, "orient": "top"},
    }
    y: Spec = {
        "field": "skill",
        "type": "nominal",
        "sort": None,
        "axis": {"title": None, "labelLimit": 170 if narrow else 280, "grid": False},
    }
    colour: Spec = {
        "field": "area",
        "type": "nominal",
        "title": None,
        "scale": AREA_SCALE,
        "legend": {"orient": "bottom", "columns": 3 if narrow else 5},
    }
    mark: Spec = {"type": "point", "size": 70, "aria": False}
    layers = [
        {
            "mark": {"type": "rule", "strokeWidth": 3, "aria": False},
            "encoding": {
                "x": {**x, "field": "own"},
                "x2": {"field": "asked"},
                "color": colour,
                "opacity": {
                    "condition": {"test": "datum.gap === 'to show'", "value": 0.9},
                    "value": 0.25,
                },
            },
        },
        {
            "mark": {**mark, "filled": False, "color": SOFT},
            "encoding": {"x": {**x, "field": "own"}},
        },
        {
            "mark": {**mark, "filled": True, "opacity": 1},
            "encoding": {"x": {**x, "field": "asked"}, "color": colour},
        },
    ]
    return framed(
        {"data": {"values": values}, "encoding": {"y": y}, "layer": layers},
        description="For each skill that adverts ask: the level shown and the level asked.",
        width=300 if narrow else 900,
        height=24 * len(rows) + 60,
    )
