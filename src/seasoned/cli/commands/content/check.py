"""``seasoned content check``."""

from __future__ import annotations

from pathlib import Path

import click

from seasoned.cli.options import json_option


@click.command()
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@json_option
def command(folder: Path | None, as_json: bool) -> None:
    """Check all content, or yours in FOLDER layered over it; shows every problem at once.

    Leaves with exit code 3 when there is one.
    """
    from seasoned.cli.failures import EXIT_CODES
    from seasoned.cli.showing import working
    from seasoned.errors import ContentError, UnreadableDocument
    from seasoned.journeys.content import check_content
    from seasoned.store.places import content_roots

    if folder is not None and not folder.is_dir():
        raise UnreadableDocument(str(folder), "is no folder", "name the one your content lies in")
    roots = (folder,) if folder is not None else content_roots()
    with working("Checking"):
        problems = check_content(*roots)
    _show(problems, roots, as_json)
    if problems:
        click.get_current_context().exit(EXIT_CODES[ContentError][0])


def _show(problems: object, roots: object, as_json: bool) -> None:
    import dataclasses
    import json
    from typing import Any, cast

    found = cast(list[Any], problems)
    if as_json:
        items = [dataclasses.asdict(problem) for problem in found]
        click.echo(json.dumps({"schema": "seasoned.problems/1", "items": items}, indent=2))
        return
    for problem in found:
        click.echo(str(problem))
    if found:
        click.echo(f"\n{len(found)} problem(s). Mend the first, then check again.")
    else:
        click.echo(
            "No problems.\n\nNext: seasoned content new skill ID  begins a skill of your own"
        )
