"""Specifications to SVG, PNG and PDF through vl-convert, cached by what they say."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from seasoned.charts.theme import Spec
from seasoned.errors import InvalidValue

FORMATS = ("svg", "png", "pdf")


def svg(spec: Spec) -> str:
    """The chart as an inline-ready SVG element: no style attribute, no script, no declaration."""
    return _svg(json.dumps(spec, sort_keys=True))


def png(spec: Spec, *, scale: float = 2.0) -> bytes:
    """The chart as PNG bytes on white, ``scale`` device pixels per pixel."""
    import vl_convert

    return bytes(vl_convert.vegalite_to_png({**spec, "background": "white"}, scale=scale))


def pdf(spec: Spec) -> bytes:
    """The chart as a one-page PDF on white."""
    import vl_convert

    return bytes(vl_convert.vegalite_to_pdf({**spec, "background": "white"}))


def save(spec: Spec, path: Path) -> Path:
    """Write the chart in the format that the file's ending names; raises InvalidValue for others."""
    ending = path.suffix.lstrip(".").lower()
    if ending not in FORMATS:
        raise InvalidValue("the file's ending", path.suffix, ", ".join(f".{f}" for f in FORMATS))
    path.write_bytes(
        svg(spec).encode() if ending == "svg" else png(spec) if ending == "png" else pdf(spec)
    )
    return path


def interactive_bundle() -> str:
    """JavaScript of Vega, Vega-Lite and Vega-Embed from the installed vl-convert, in one string."""
    import vl_convert

    return str(vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;"))


@lru_cache(maxsize=256)
def _svg(spec: str) -> str:
    import vl_convert

    return str(vl_convert.vegalite_to_svg(json.loads(spec)))
