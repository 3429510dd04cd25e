"""``seasoned opening check``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from seasoned.cli.options import at_option, json_option, today_or


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.toml")
@at_option
@json_option
def command(file: Path, at: date | None, as_json: bool) -> None:
    """What your job lacks, what its readers may stumble over, and whether it reads as you mean it.

    Leaves with exit code 6 while something is missing.
    """
    from seasoned.cli.failures import EXIT_CODES
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.opening import show_checked
    from seasoned.errors import InputError
    from seasoned.journeys.openings import check_opening, opening_in
    from seasoned.journeys.workspace import my_content

    content = my_content()
    found = check_opening(opening_in(file, content), content, at=today_or(at))
    answer(as_json, "opening-check/1", found, lambda: show_checked(found))
    if not as_json and not found.missing:
        next_up(f"seasoned opening export {file}", "publish it")
    if found.missing:
        click.get_current_context().exit(EXIT_CODES[InputError][0])
