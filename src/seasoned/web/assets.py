"""The interactive chart bundle, built once from the installed vl-convert and kept in the cache."""

from __future__ import annotations

import os
from importlib.metadata import version
from pathlib import Path

from seasoned.charts.rendering import interactive_bundle
from seasoned.store import places


def bundle_file() -> Path:
    """The file with Vega, Vega-Lite and Vega-Embed, made when it is not there; a few seconds once."""
    path = places.cache_folder() / f"vega-{version('vl-convert-python')}.js"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f"{path.name}.{os.getpid()}.part")
        half.write_text(interactive_bundle(), encoding="utf-8")
        half.replace(path)
    return path
