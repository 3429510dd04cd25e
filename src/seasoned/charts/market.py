"""The market: what adverts ask, and what kind of work they describe."""

from __future__ import annotations

from collections.abc import Sequence

from seasoned.charts.theme import AREA_COLOURS, OTHER_COLOUR, SOFT, Spec, framed
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
