"""Options that the commands about many adverts share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from seasoned.cli.options import Day

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--only",
        multiple=True,
        metavar="NAME=VALUE",
        help="Only adverts with this: workplace=remote, skill=python,sql, stage=senior ...",
    ),
    click.option(
        "--from", "since", type=Day(), default=None, metavar="DATE", help="Out since then."
    ),
    click.option("--until", type=Day(), default=None, metavar="DATE", help="Out until then."),
    click.option("--repeats", is_flag=True, help="Count adverts of the same words each time."),
    click.option(
        "--min",
        "minimum",
        type=click.IntRange(2),
        default=None,
        metavar="N",
        help="Adverts below which a share is too few to say; 10 unless given.",
    ),
    click.option(
        "--svg",
        type=click.Path(dir_okay=False, path_type=Path),
        default=None,
        metavar="FILE",
        help="Draw it as well: .svg, .png or .pdf.",
    ),
)


def corpus_options(function: F) -> F:
    """Which adverts, from how many on, and whether to draw them."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def drawn(spec: Any, file: Path) -> None:
    """Write a picture. Raises InvalidValue or InputError."""
    from seasoned.charts.rendering import save
    from seasoned.errors import InputError

    try:
        save(spec, file)
    except OSError as error:
        raise InputError(
            f"{file} cannot be written: {error.strerror}. Name another file."
        ) from error
