"""Questions to the person at the terminal; everything can be skipped."""

from __future__ import annotations

from datetime import date

import click

from seasoned.errors import SeasonedError

HOW_MANY = 8
SCALE = "0 never, 1 with help, 2 on your own, 3 the hard cases, 4 you set the standard"


def asked_ratings(person: int, at: date, how_many: int = HOW_MANY) -> dict[str, float]:
    """Self-ratings of the skills whose answer would tell most, as far as the person answers."""
    from seasoned.cli.showing import line
    from seasoned.journeys.workspace import my_content, worth_rating

    content = my_content()
    line(f"How far are you? {SCALE}. Enter skips.")
    given = {}
    for skill in worth_rating(person, at=at, how_many=how_many):
        line(f"\n{content.skills[skill].summary}")
        level = _asked_level(content.skills[skill].name)
        if level is not None:
            given[skill] = level
    return given


def asked_path(question: str) -> str:
    """A path that is there, or an empty text when skipped; quotes and a tilde are understood."""
    from pathlib import Path

    while typed := click.prompt(question, default="", show_default=False).strip().strip("'\""):
        path = Path(typed).expanduser()
        if path.exists():
            return str(path)
        click.echo(f"There is no {path}. Type it again, or Enter to skip.")
    return ""


def _asked_level(name: str) -> float | None:
    while True:
        typed = click.prompt(name, default="", show_default=False).strip().replace(",", ".")
        try:
            level = float(typed) if typed else None
            if level is None or 0 <= level <= 4:
                return level
        except (ValueError, SeasonedError):
            pass
        click.echo("A number from 0 to 4, or Enter to skip.")
