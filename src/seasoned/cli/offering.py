"""Offers as they are typed: the options of their fields, and what was given of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

OPTIONS = (
    click.option("--title", default=None, help="The job."),
    click.option("--posting", default=None, metavar="ID", help="The advert that it came from."),
    click.option("--location", default=None, help="Where."),
    click.option("--workplace", default=None, help="remote, hybrid or onsite."),
    click.option("--pay", type=float, default=None, help="What it pays for a period."),
    click.option("--currency", default=None, help="The currency of the pay, like EUR."),
    click.option(
        "--period", default=None, help="hour, day, week, month or year; year if not said."
    ),
    click.option(
        "--visa", type=click.Choice(["offered", "not offered"]), default=None, help="Sponsored?"
    ),
    click.option(
        "--score",
        "scores",
        multiple=True,
        metavar="CRITERION=SCORE",
        help="Your score from 0 to 10, like people=8; criteria are yours to name.",
    ),
    click.option("--note", default=None, help="Anything worth keeping."),
)


def offer_options(function: F) -> F:
    """The fields of an offer as options."""
    for option in reversed(OPTIONS):
        function = option(function)
    return function


def offer_fields(person: int, given: Mapping[str, Any]) -> dict[str, Any]:
    """What was given, with whole ids and scores as numbers. Raises InvalidValue."""
    from seasoned.cli.keys import posting_key
    from seasoned.journeys.offers import numbers_from

    fields = {name: value for name, value in given.items() if value not in (None, ())}
    if "posting" in fields:
        fields["posting"] = posting_key(person, fields["posting"])
    if "scores" in fields:
        fields["scores"] = numbers_from(fields["scores"], "score")
    return fields
