"""Contacts as they are typed: the options of their fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from seasoned.cli.options import Day

F = TypeVar("F", bound=Callable[..., Any])

STAGES = ("inbound", "call", "interviews", "offer", "closed")

OPTIONS = (
    click.option("--role", default=None, help="The role that they speak of."),
    click.option("--who", default=None, help="Who wrote or called."),
    click.option("--level", default=None, help="The level proposed, in the company's own words."),
    click.option(
        "--stage",
        type=click.Choice(STAGES),
        default=None,
        help="How far it has come; inbound first.",
    ),
    click.option("--note", default=None, help="Anything worth keeping."),
    click.option("--on", "at", type=Day(), default=None, metavar="DATE", help="When."),
)


def contact_options(function: F) -> F:
    """The fields of a contact as options."""
    for option in reversed(OPTIONS):
        function = option(function)
    return function
