"""``seasoned content new``."""

from __future__ import annotations

import re
from pathlib import Path

import click

from seasoned.cli.options import json_option

FOLDERS = {
    "skill": "skills",
    "action": "actions",
    "ladder": "ladders",
    "kind": "kinds",
    "hat": "hats",
    "item": "items",
}


@click.command()
@click.argument("kind", type=click.Choice(sorted(FOLDERS)))
@click.argument("name", metavar="ID")
@click.option(
    "--in",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="The content folder; yours unless given.",
)
@json_option
def command(kind: str, name: str, folder: Path | None, as_json: bool) -> None:
    """Begin a file of your own: a skill, action, ladder, kind of evidence, hat or question (item)."""
    from seasoned.cli.beginnings import beginning
    from seasoned.errors import InputError, InvalidValue
    from seasoned.store.places import content_folder

    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise InvalidValue(
            "ID", name, "small letters, digits and single hyphens, like stream-joins"
        )
    path = (folder or content_folder()) / FOLDERS[kind] / f"{name}.toml"
    if path.exists():
        raise InputError(f"{path} exists already; edit it, or choose another id.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(beginning(kind, name), encoding="utf-8")
    if as_json:
        import json

        click.echo(json.dumps({"schema": "seasoned.written/1", "file": str(path)}))
        return
    click.echo(f"Wrote {path}.\n\nNext: edit it, then: seasoned content check {path.parents[1]}")
