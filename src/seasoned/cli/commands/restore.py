"""``seasoned restore``."""

from __future__ import annotations

from pathlib import Path

import click

from seasoned.cli.options import json_option


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@json_option
def command(file: Path, as_json: bool) -> None:
    """Put a backup in place of the database; what was there is saved first."""
    from seasoned.cli.showing import answer, line, next_up
    from seasoned.store.keeping import restore

    saved = restore(file)
    answer(
        as_json,
        "restored/1",
        {"file": str(file), "saved": str(saved) if saved else None},
        lambda: line(f"Restored {file}." + (f" What was there is in {saved}." if saved else "")),
    )
    if not as_json:
        next_up("seasoned standing", "look whether it is what you wanted")
