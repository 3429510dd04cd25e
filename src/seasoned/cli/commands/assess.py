"""``seasoned assess``."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.options import at_option, json_option, today_or


@click.command()
@click.argument("target", default="", metavar="[TARGET]")
@click.option("--questions", type=int, default=None, help="How many at most; 20 unless given.")
@click.option(
    "--error", type=float, default=0.0, help="End once the range is this narrow, in levels."
)
@click.option("--minutes", type=float, default=0.0, help="End after so many minutes of answering.")
@click.option("--practice", is_flag=True, help="Explain after every answer; nothing counts.")
@click.option(
    "--confirm", default="", metavar="TEST", help="Check an earlier test, 5 to 8 questions."
)
@click.option("--new", "afresh", is_flag=True, help="Leave an open test open and begin another.")
@click.option("--list", "listing", is_flag=True, help="The tests so far.")
@click.option(
    "--review", default="", metavar="TEST", help="Answers of an ended test, with reasons."
)
@click.option("--withdraw", default="", metavar="TEST", help="Take a test out of every number.")
@at_option
@json_option
def command(
    target: str,
    questions: int | None,
    error: float,
    minutes: float,
    practice: bool,
    confirm: str,
    afresh: bool,
    listing: bool,
    review: str,
    withdraw: str,
    at: date | None,
    as_json: bool,
) -> None:
    """Answer questions that follow what you know, and see your range narrow.

    TARGET is all, area:ops, stage:junior, skill:sql or posting:ID. Without one, an open test goes
    on where it stopped; else all areas are tested. Every answer is kept the moment it is given.
    """
    from seasoned.cli.session import me

    person, day = me(), today_or(at)
    if listing or review or withdraw:
        from seasoned.cli.tests import look_back

        look_back(person, review=review, withdraw=withdraw, as_json=as_json)
        return
    from seasoned.cli.tests import sit

    sit(
        person,
        at=day,
        target=target,
        questions=questions,
        error=error,
        minutes=minutes,
        practice=practice,
        confirm=confirm,
        afresh=afresh,
        as_json=as_json,
    )
