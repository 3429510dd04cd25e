"""Charts of questions and of tests: the lines a question shows, and a range that narrows."""

from __future__ import annotations

from collections.abc import Sequence

from seasoned.assessment.item import LineChart
from seasoned.charts.theme import AREA_COLOURS, LEVEL_TOP, SOFT, Spec, framed, on_scale
from seasoned.profile.standing import Estimate

LINES = (AREA_COLOURS["models"], AREA_COLOURS["systems"], AREA_COLOURS["data"], AREA_COLOURS["ops"])
DASHES = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3])


def item_lines(chart: LineChart, *, narrow: bool = False) -> Spec:
    """The lines of a question, told apart by colour and by dashes."""
    rows = [
        {"x": x, "y": series.y[n], "line": series.name}
        for series in chart.series
        for n, x in enumerate(chart.x)
    ]
    names = [series.name for series in chart.series]
    legend: Spec = {
        "title": None,
        "orient": "top",
        "columns": 1 if narrow else 4,
        "labelLimit": 230,
        "symbolType": "stroke",
        "symbolSize": 350,
        "symbolStrokeWidth": 2.5,
    }
    y: Spec = {
        "field": "y",
        "type": "quantitative",
        "title": chart.y_name,
        "scale": {"type": "log" if chart.log_y else "linear", "zero": False},
        "axis": {"tickCount": 5},
    }
    return framed(
        {
            "data": {"values": rows},
            "mark": {"type": "line", "strokeWidth": 2.5, "point": {"size": 35}, "aria": False},
            "encoding": {
                "x": {
                    "field": "x",
                    "type": "quantitative",
                    "title": chart.x_name,
                    "scale": {"zero": False, "nice": False},
                    "axis": {"grid": False, "tickCount": 4 if narrow else 8},
                },
                "y": y,
                "color": {
                    "field": "line",
                    "type": "nominal",
                    "scale": {"domain": names, "range": list(LINES[: len(names)])},
                    "legend": legend,
                },
                "strokeDash": {
                    "field": "line",
                    "type": "nominal",
                    "scale": {"domain": names, "range": list(DASHES[: len(names)])},
                    "legend": legend,
                },
            },
        },
        description=f"{chart.title}: {chart.y_name} by {chart.x_name}; {', '.join(names)}.",
        width=250 if narrow else 480,
        height=200 if narrow else 240,
    )


def narrowing(path: Sequence[Estimate], *, narrow: bool = False) -> Spec:
    """The target's level and its 90 % interval before the first answer and after each."""
    rows = [
        {
            "answers": n,
            "level": round(on_scale(e.level), 3),
            "low": round(on_scale(e.low), 3),
            "high": round(on_scale(e.high), 3),
        }
        for n, e in enumerate(path)
    ]
    x: Spec = {
        "field": "answers",
        "type": "quantitative",
        "title": "answers given",
        "scale": {"nice": False},
        "axis": {"grid": False, "tickMinStep": 1, "format": "d", "tickCount": 5},
    }
    y: Spec = {
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [0, LEVEL_TOP], "nice": False},
        "axis": {"values": [0, 1, 2, 3, 4]},
    }
    band: Spec = {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}}
    line: Spec = {"x": x, "y": {**y, "field": "level"}}
    return framed(
        {
            "data": {"values": rows},
            "layer": [
                {
                    "mark": {"type": "area", "opacity": 0.25, "color": SOFT, "aria": False},
                    "encoding": band,
                },
                {
                    "mark": {
                        "type": "line",
                        "strokeWidth": 2.5,
                        "color": AREA_COLOURS["models"],
                        "point": {"size": 30, "color": AREA_COLOURS["models"]},
                        "aria": False,
                    },
                    "encoding": line,
                },
            ],
        },
        description="Level and its 90 % interval after each answer: the interval narrows.",
        width=250 if narrow else 520,
        height=180,
    )
