"""What adverts ask beside where the person is: two panels over the same skills."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seasoned.charts.theme import AREA_COLOURS, INK, LEVEL_TOP, SOFT, Spec, framed, on_scale
from seasoned.profile.standing import Estimate

MOST = 25
"""Skills that a picture can name without becoming a list."""
MUST, WISH = AREA_COLOURS["models"], "#b9c7ef"
SHORT, SHOWN = AREA_COLOURS["ops"], AREA_COLOURS["data"]
_ROW = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandRow:
    """A skill in the picture: shares in 0 to 1 with their interval, and levels.

    ``met``: the asked level is likely there; ``seen``: some evidence speaks of it.
    """

    name: str
    count: int
    must: float
    wish: float
    low: float
    high: float
    asked: float
    have: Estimate
    met: bool
    seen: bool


def demand_beside_level(rows: Sequence[DemandRow], adverts: int, *, narrow: bool = False) -> Spec:
    """Left, the share of adverts that ask a skill, must and wish; right, one's level and theirs.

    A thick bar runs from one's own level to the asked one where that is not likely met; a hollow
    dot is a level that no evidence has shown.
    """
    values = [_value(n, row, adverts) for n, row in enumerate(rows[:MOST])]
    short = [row.name for row in rows[:MOST] if not row.met]
    told = (
        f" Asked and not yet shown, the most asked first: {', '.join(short[:8])}." if short else ""
    )
    shares = {
        "width": 112 if narrow else 400,
        "height": {"step": _ROW},
        "encoding": {"y": _skills(narrow=narrow)},
        "layer": [
            _bars(narrow=narrow),
            _interval("low", "high", _share(narrow=narrow)),
            *_counts(narrow),
        ],
    }
    levels = {
        "width": 96 if narrow else 250,
        "height": {"step": _ROW},
        "encoding": {"y": {**_skills(narrow=narrow), "axis": None}},
        "layer": _levels(narrow=narrow),
    }
    return framed(
        {
            "data": {"values": values},
            "hconcat": [shares, levels],
            "spacing": 10 if narrow else 28,
            "resolve": {"scale": {"y": "shared"}},
        },
        description=(
            f"The {len(values)} skills that {adverts} adverts ask most: the share that asks each, "
            f"with its 90 % interval, beside the level you likely have and the level asked.{told}"
        ),
        width=None,
        height=None,
    )


def _value(position: int, row: DemandRow, adverts: int) -> dict[str, object]:
    return {
        "position": position,
        "skill": row.name,
        "must": row.must,
        "both": row.must + row.wish,
        "low": row.low,
        "high": row.high,
        "told": f"{row.count} of {adverts}",
        "level": round(on_scale(row.have.level), 2),
        "from": round(on_scale(row.have.low), 2),
        "to": round(on_scale(row.have.high), 2),
        "asked": round(on_scale(row.asked), 2),
        "met": row.met,
        "seen": row.seen,
    }


def _skills(*, narrow: bool) -> Spec:
    return {
        "field": "skill",
        "type": "nominal",
        "sort": {"field": "position"},
        "axis": {"title": None, "labelLimit": 108 if narrow else 240, "grid": False},
    }


def _share(*, narrow: bool) -> Spec:
    axis = {
        "format": "%",
        "orient": "top",
        "values": [0, 0.5, 1] if narrow else [0, 0.25, 0.5, 0.75, 1],
        "title": "adverts" if narrow else "adverts that ask",
    }
    return {"type": "quantitative", "scale": {"domain": [0, 1], "nice": False}, "axis": axis}


def _bars(*, narrow: bool) -> Spec:
    """Musts from the left, wishes after them; dark and light, so that grey tells them apart."""
    x = _share(narrow=narrow)
    kinds: Spec = {
        "type": "nominal",
        "scale": {"domain": ["a must", "nice to have"], "range": [MUST, WISH]},
        "legend": {"orient": "bottom", "title": None, "symbolType": "square"},
    }
    bar = {"type": "bar", "size": 12, "aria": False}
    return {
        "layer": [
            {
                "mark": bar,
                "encoding": {
                    "x": {**x, "field": "must"},
                    "x2": {"field": "both"},
                    "color": {**kinds, "datum": "nice to have"},
                },
            },
            {
                "mark": bar,
                "encoding": {
                    "x": {**x, "field": "must"},
                    "x2": {"datum": 0},
                    "color": {**kinds, "datum": "a must"},
                },
            },
        ]
    }


def _counts(narrow: bool) -> list[Spec]:
    if narrow:
        return []
    place = {**_share(narrow=narrow), "field": "high"}
    return [
        {
            "mark": {"type": "text", "align": "left", "dx": 6, "fontSize": 11, "aria": False},
            "encoding": {"x": place, "text": {"field": "told"}},
        }
    ]


def _levels(*, narrow: bool) -> list[Spec]:
    x: Spec = {
        "type": "quantitative",
        "scale": {"domain": [0, LEVEL_TOP], "nice": False},
        "axis": {
            "values": [0, 1, 2, 3, 4],
            "orient": "top",
            "title": "you, asked" if narrow else "your level, and the level asked",
        },
    }
    short = {
        "transform": [{"filter": "!datum.met && datum.level < datum.asked"}],
        "mark": {"type": "bar", "size": 9, "color": SHORT, "opacity": 0.85, "aria": False},
        "encoding": {"x": {**x, "field": "level"}, "x2": {"field": "asked"}},
    }
    asked = {
        "mark": {"type": "tick", "thickness": 2.5, "size": 15, "color": INK, "aria": False},
        "encoding": {"x": {**x, "field": "asked"}},
    }
    return [
        _interval("from", "to", x, opacity=0.5),
        short,
        asked,
        _dots(x, seen=True),
        _dots(x, seen=False),
    ]


def _interval(low: str, high: str, x: Spec, *, opacity: float = 1.0) -> Spec:
    return {
        "mark": {
            "type": "rule",
            "strokeWidth": 2,
            "color": SOFT,
            "opacity": opacity,
            "aria": False,
        },
        "encoding": {"x": {**x, "field": low}, "x2": {"field": high}},
    }


def _dots(x: Spec, *, seen: bool) -> Spec:
    return {
        "transform": [{"filter": "datum.seen" if seen else "!datum.seen"}],
        "mark": {"type": "point", "filled": seen, "size": 60, "strokeWidth": 2, "aria": False},
        "encoding": {
            "x": {**x, "field": "level"},
            "color": {"condition": {"test": "datum.met", "value": SHOWN}, "value": SHORT},
        },
    }
