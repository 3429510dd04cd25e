"""``seasoned dossier drop``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option


@click.command()
@click.argument("keys", nargs=-1, required=True, metavar="ID...")
@click.option("--undo", is_flag=True, help="Bring it back.")
@json_option
def command(keys: tuple[str, ...], undo: bool, as_json: bool) -> None:
    """Take entries out of a dossier; they can come back until you erase everything."""
    from seasoned.cli.dropping import dropped

    dropped("dossier", keys, undo=undo, as_json=as_json)
