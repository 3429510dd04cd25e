"""``seasoned ladder list``."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import click

from seasoned.cli.options import json_option


@click.command()
@json_option
def command(as_json: bool) -> None:
    """List every ladder, built in and your own."""
    heads = _heads()
    if as_json:
        click.echo(json.dumps({"schema": "seasoned.ladders/1", "items": heads}, indent=2))
        return
    for head in heads:
        click.echo(
            f"{head['id']:<12} {head['name']}, version {head['version']}"
            f"{'' if head['built_in'] else ' (your own)'}"
        )
        click.echo(f"{'':<12} stages: {', '.join(head['stages'])}")
    click.echo("\nNext: seasoned ladder show mle  to read what it asks")


def _heads() -> list[dict[str, Any]]:
    from seasoned.catalogue import BUILT_IN, sources
    from seasoned.store.places import content_roots

    paths = {
        path.stem: (path, root == BUILT_IN)
        for root in (BUILT_IN, *content_roots())
        for path in sources("ladders", root)
    }
    return [_head(name, path, built_in) for name, (path, built_in) in sorted(paths.items())]


def _head(name: str, path: Path, built_in: bool) -> dict[str, Any]:
    """What the ladder's first file says; a broken one is listed too and content check explains it."""
    file = path / "ladder.toml" if path.is_dir() else path
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        data = {"name": "(cannot be read: run seasoned content check)"}
    stages = [
        str(stage.get("id", "?")) for stage in data.get("stages", ()) if isinstance(stage, dict)
    ]
    return {
        "id": name,
        "name": data.get("name", name),
        "version": data.get("version", "?"),
        "stages": stages,
        "built_in": built_in,
    }
