"""Many adverts in pictures: shares over time, pay, what is asked together, the work by slice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from seasoned.charts.market import ROLE_COLOURS, ROLE_NAMES
from seasoned.charts.theme import AREA_COLOURS, INK, OTHER_COLOUR, SOFT, Spec, framed
from seasoned.market.corpus.counting import Pairs, Pays, Shares, per_period
from seasoned.market.corpus.trends import Trends

COLOURS = (*AREA_COLOURS.values(), OTHER_COLOUR)
_SAID = {"type": "quantitative", "axis": {"format": "%", "title": None, "tickCount": 5}}


def trend_lines(trends: Trends, names: Mapping[str, str], *, narrow: bool = False) -> Spec:
    """A line a thing over months or quarters, each with its 90 % band; a small picture each.

    Periods with too few adverts are left out; a clear trend has a full line, any other a dashed.
    """
    rows = [
        {
            "name": names.get(trend.name, trend.name),
            "start": point.start.isoformat(),
            "share": point.share,
            "low": point.low,
            "high": point.high,
            "clear": trend.is_clear,
        }
        for trend in trends.rows
        for point in trend.points
        if point.enough
    ]
    x: Spec = {
        "field": "start",
        "type": "temporal",
        "axis": {"title": None, "format": "%b %y", "tickCount": 4, "labelOverlap": True},
    }
    layers = [
        {
            "mark": {
                "type": "area",
                "opacity": 0.22,
                "color": AREA_COLOURS["models"],
                "aria": False,
            },
            "encoding": {
                "x": x,
                "y": {**_SAID, "field": "low"},
                "y2": {"field": "high"},
            },
        },
        {
            "mark": {
                "type": "line",
                "color": AREA_COLOURS["models"],
                "strokeWidth": 2,
                "point": True,
            },
            "encoding": {
                "x": x,
                "y": {**_SAID, "field": "share"},
                "strokeDash": {
                    "condition": {"test": "datum.clear", "value": [1, 0]},
                    "value": [4, 3],
                },
                "detail": {"field": "clear"},
            },
        },
    ]
    return framed(
        {
            "data": {"values": rows},
            "facet": {
                "field": "name",
                "type": "nominal",
                "sort": [names.get(trend.name, trend.name) for trend in trends.rows],
                "header": {"title": None},
            },
            "columns": 1 if narrow else 3,
            "spec": {"width": 260, "height": 130, "layer": layers},
        },
        description=f"Share of adverts by {trends.per}, with 90 % bands.",
        width=None,
        height=None,
    )


def pay_ranges(pays: Pays, *, narrow: bool = False) -> Spec:
    """Middle half of stated pay as a bar and its median as a mark, a picture a currency and period."""
    rows = [
        {
            "kind": per_period(pay.currency, pay.period),
            "adverts": f"{pay.count:,} adverts",
            "first": pay.first,
            "third": pay.third,
            "median": pay.median,
            "low": pay.low,
            "high": pay.high,
        }
        for pay in pays.rows
        if pay.median is not None
    ]
    x: Spec = {
        "type": "quantitative",
        "axis": {"title": None, "format": "~s", "tickCount": 5},
        "scale": {"zero": False, "nice": True},
    }
    y: Spec = {"field": "adverts", "type": "nominal", "axis": {"title": None, "grid": False}}
    layers = [
        {
            "mark": {"type": "bar", "size": 14, "opacity": 0.45, "color": AREA_COLOURS["data"]},
            "encoding": {"x": {**x, "field": "first"}, "x2": {"field": "third"}},
        },
        {
            "mark": {"type": "rule", "strokeWidth": 2, "color": SOFT, "aria": False},
            "encoding": {"x": {**x, "field": "low"}, "x2": {"field": "high"}},
        },
        {
            "mark": {"type": "tick", "thickness": 3, "size": 20, "color": INK},
            "encoding": {"x": {**x, "field": "median"}},
        },
    ]
    return framed(
        {
            "data": {"values": rows},
            "facet": {
                "row": {
                    "field": "kind",
                    "type": "nominal",
                    "sort": [row["kind"] for row in rows],
                    "header": {"labelAngle": 0, "labelAlign": "left", "title": None},
                }
            },
            "spec": {
                "width": 180 if narrow else 480,
                "height": 28,
                "encoding": {"y": y},
                "layer": layers,
            },
            "resolve": {"scale": {"x": "independent", "y": "independent"}},
        },
        description="Stated pay: middle half, median and its 90 % interval, by currency and period.",
        width=None,
        height=None,
    )


def pairs_heat(pairs: Pairs, names: Mapping[str, str], *, most: int = 14) -> Spec:
    """Skills against skills: how many times as often as chance they are asked together.

    A pair whose interval holds one is left pale: it may be chance.
    """
    skills = pairs.skills[:most]
    order = [names.get(skill, skill) for skill in skills]
    rows = [
        {
            "a": names.get(a, a),
            "b": names.get(b, b),
            "lift": pair.lift,
            "told": f"{pair.lift:.1f}",
            "sure": pair.low > 1 or pair.high < 1,
        }
        for pair in pairs.rows
        if pair.first in skills and pair.second in skills
        for a, b in ((pair.first, pair.second), (pair.second, pair.first))
    ]
    axis = {"title": None, "grid": False, "labelLimit": 160}
    cell: Spec = {
        "x": {"field": "a", "type": "nominal", "sort": order, "axis": {**axis, "labelAngle": -45}},
        "y": {"field": "b", "type": "nominal", "sort": order, "axis": axis},
    }
    colour: Spec = {
        "field": "lift",
        "type": "quantitative",
        "title": "times as often as chance",
        "scale": {
            "type": "log",
            "domain": [0.25, 1, 4],
            "range": ["#d58a1c", "#eef0f3", "#1f9d8b"],
            "interpolate": "rgb",
            "clamp": True,
        },
        "legend": {"orient": "bottom", "values": [0.25, 0.5, 1, 2, 4]},
    }
    layers = [
        {
            "mark": {"type": "rect", "aria": False},
            "encoding": {
                "color": colour,
                "opacity": {"condition": {"test": "datum.sure", "value": 0.9}, "value": 0.25},
            },
        },
        {
            "transform": [{"filter": "datum.sure"}],
            "mark": {"type": "text", "fontSize": 10},
            "encoding": {"text": {"field": "told"}},
        },
    ]
    return framed(
        {"data": {"values": rows}, "encoding": cell, "layer": layers},
        description="How many times as often as chance two skills are asked together.",
        width=34 * max(len(skills), 1),
        height=30 * max(len(skills), 1),
    )


def role_mixes(slices: Sequence[tuple[str, Shares]], *, narrow: bool = False) -> Spec:
    """One bar a slice of the adverts, cut into the kinds of work."""
    rows = [
        {"slice": f"{name} ({found.said:,})", "role": ROLE_NAMES[row.name], "share": row.share}
        for name, found in slices
        if found.enough
        for row in found.rows
    ]
    encoding: Spec = {
        "y": {"field": "slice", "type": "nominal", "sort": None, "axis": {"title": None}},
        "x": {
            "field": "share",
            "type": "quantitative",
            "stack": "normalize",
            "axis": {"format": "%", "title": None, "orient": "top"},
        },
        "color": {
            "field": "role",
            "type": "nominal",
            "title": None,
            "scale": {"domain": list(ROLE_COLOURS), "range": list(ROLE_COLOURS.values())},
            "legend": {"orient": "bottom", "columns": 3 if narrow else 6},
        },
        "order": {"field": "role", "sort": "ascending"},
    }
    return framed(
        {
            "data": {"values": rows},
            "mark": {"type": "bar", "size": 18, "aria": False},
            "encoding": encoding,
        },
        description="Mean role mix of each slice of the adverts.",
        width=180 if narrow else 620,
        height={"step": 30},
    )


def difference_bars(
    rows: Sequence[tuple[str, float, float, float, bool]], *, narrow: bool = False
) -> Spec:
    """Differences of shares: (name, difference, low, high, beyond noise), in -1 to 1."""
    values = [
        {"name": name, "difference": value, "low": low, "high": high, "different": different}
        for name, value, low, high, different in rows
    ]
    x: Spec = {
        "type": "quantitative",
        "axis": {"format": "+%", "title": None, "orient": "top", "tickCount": 5},
    }
    colour = {
        "condition": {"test": "datum.different", "value": AREA_COLOURS["models"]},
        "value": OTHER_COLOUR,
    }
    y = {
        "field": "name",
        "type": "nominal",
        "sort": None,
        "axis": {"title": None, "labelLimit": 150 if narrow else 240, "grid": False},
    }
    layers = [
        {
            "mark": {"type": "rule", "strokeWidth": 2, "aria": False},
            "encoding": {"x": {**x, "field": "low"}, "x2": {"field": "high"}, "color": colour},
        },
        {
            "mark": {"type": "point", "filled": True, "size": 60},
            "encoding": {"x": {**x, "field": "difference"}, "color": colour},
        },
        {
            "mark": {"type": "rule", "color": SOFT, "strokeDash": [3, 3], "aria": False},
            "encoding": {"x": {"datum": 0}, "y": None},
        },
    ]
    return framed(
        {"data": {"values": values}, "encoding": {"y": y}, "layer": layers},
        description="Differences of shares with 90 % intervals; coloured where beyond noise.",
        width=160 if narrow else 560,
        height={"step": 22},
    )
