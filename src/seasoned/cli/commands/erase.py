"""``seasoned erase``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option


@click.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
def command(yes: bool, as_json: bool) -> None:
    """Remove everything about you: facts, results and cached pictures, for good."""
    from seasoned.cli.session import me, watched
    from seasoned.cli.showing import answer, line
    from seasoned.errors import InputError
    from seasoned.store.keeping import erase_person

    person = me()
    if not yes and not watched():
        raise InputError("Nothing was erased; give --yes to erase without being asked.")
    if not yes and not click.confirm("Erase everything about you, for good?"):
        raise InputError("Nothing was erased.")
    erased = erase_person(person)
    answer(as_json, "erased/1", erased, lambda: line(erased.words))
    if not as_json:
        for path in erased.backups:
            line(f"  {path}", "dim")
