"""``seasoned opening new``."""

from __future__ import annotations

from pathlib import Path

import click

from seasoned.cli.options import json_option


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.toml")
@json_option
def command(file: Path, as_json: bool) -> None:
    """Begin a job of your own in a FILE with a comment on every field."""
    from seasoned.catalogue import ID
    from seasoned.cli.beginnings import OPENING
    from seasoned.cli.session import write_out
    from seasoned.cli.showing import answer, line, next_up
    from seasoned.errors import InputError, InvalidValue

    if file.suffix != ".toml" or not ID.fullmatch(file.stem):
        raise InvalidValue(
            "FILE", file.name, "small letters, digits and hyphens, like ml-engineer.toml"
        )
    if file.exists():
        raise InputError(f"{file} exists already; edit it, or choose another name.")
    write_out(OPENING, str(file))
    answer(as_json, "written/1", {"file": str(file)}, lambda: line(f"Wrote {file}."))
    if not as_json:
        next_up(
            f"seasoned opening check {file}", "see what it still lacks, once you have edited it"
        )
