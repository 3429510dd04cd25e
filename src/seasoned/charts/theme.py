"""Colours and configuration that every chart shares.

Marks use mid tones that hold on white and on near-black; text, axes and grid are recoloured by the
page's style sheet, which overrides these presentation attributes in dark mode.
"""

from __future__ import annotations

from typing import Any

Spec = dict[str, Any]

AREA_COLOURS = {
    "data": "#1f9d8b",
    "models": "#5b7fde",
    "systems": "#d58a1c",
    "ops": "#d1495b",
    "leadership": "#8d6cab",
}
OTHER_COLOUR = "#7b8794"
INK = "#3b4754"
SOFT = "#8a96a3"
LINE = "#c9d1d9"

FONT = "Inter, system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"


def area_colour(area: str) -> str:
    """The colour of one of our areas, grey for any other."""
    return AREA_COLOURS.get(area, OTHER_COLOUR)


def framed(spec: Spec, *, description: str, width: int | None, height: int | Spec | None) -> Spec:
    """A Vega-Lite specification with our look, a size in pixels and a description for screen readers.

    Width and height are None where the parts of the picture have sizes of their own.
    """
    size = {"width": width, "height": height} if width is not None else {}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": description,
        **size,
        "background": None,
        "config": CONFIG,
        **spec,
    }


CONFIG: Spec = {
    "font": FONT,
    "view": {"stroke": None},
    "padding": 4,
    "axis": {
        "labelColor": INK,
        "titleColor": SOFT,
        "titleFontWeight": "normal",
        "titleFontSize": 12,
        "labelFontSize": 12,
        "domain": False,
        "ticks": False,
        "gridColor": LINE,
        "gridOpacity": 0.55,
        "labelPadding": 6,
    },
    "header": {"labelColor": INK, "labelFontSize": 13, "labelFontWeight": 600, "title": None},
    "legend": {"labelColor": INK, "titleColor": SOFT, "labelFontSize": 12},
    "text": {"color": INK, "fontSize": 12},
}

AREA_SCALE: Spec = {
    "domain": [area.capitalize() for area in AREA_COLOURS],
    "range": list(AREA_COLOURS.values()),
}
"""Areas by name, each in its colour."""

LEVEL_TOP = 4.5
"""Where the scale of levels ends in pictures: its highest step, 4, stands clear of the edge."""


def on_scale(level: float) -> float:
    """A level within the scale that is drawn."""
    return min(LEVEL_TOP, max(0.0, level))


LEVEL_AXIS: Spec = {
    "values": [0, 1, 2, 3, 4],
    "labelExpr": "['none', '1 with help', '2 alone', '3 leads', '4 sets standard'][datum.value]",
}
