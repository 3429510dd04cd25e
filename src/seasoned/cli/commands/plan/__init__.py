"""``seasoned plan``: bare, it makes a plan."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.groups import group_here
from seasoned.cli.options import aim_options, at_option, json_option, today_or


@group_here(__name__, __file__, invoke_without_command=True)
@aim_options
@click.option("--posting", "postings", multiple=True, metavar="ID", help="Aim at this advert.")
@at_option
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    stage: str,
    contexts: tuple[str, ...],
    archetype: str | None,
    postings: tuple[str, ...],
    at: date | None,
    as_json: bool,
) -> None:
    """What do I do next? Bare, it makes a plan for your free hours and keeps it."""
    if ctx.invoked_subcommand is not None:
        return
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.plan import show_plan
    from seasoned.cli.walking import the_one, walked

    found = walked(
        me(),
        at=today_or(at),
        stage=stage,
        context=the_one(contexts),
        archetype=archetype,
        only_postings=postings,
        with_plan=True,
    )
    plan = found.plan
    if plan is None:
        raise click.ClickException("no plan was made")
    answer(as_json, "plan/1", plan, lambda: show_plan(plan))
    if not as_json:
        next_up("seasoned plan export plan.ics", "put it into your calendar")
