"""``seasoned backup``."""

from __future__ import annotations

from pathlib import Path

import click

from seasoned.cli.options import json_option


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Write over a file that exists.")
@json_option
def command(file: Path, replace: bool, as_json: bool) -> None:
    """Copy the whole database to FILE, while it may be in use."""
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, line, next_up, working
    from seasoned.store.keeping import backup

    me()
    with working("Copying"):
        path = backup(file, replace=replace)
    answer(
        as_json,
        "written/1",
        {"file": str(path), "bytes": path.stat().st_size},
        lambda: line(f"Wrote {path} ({path.stat().st_size / 1024:.0f} kB)."),
    )
    if not as_json:
        next_up(f"seasoned restore {path}", "brings it back")
