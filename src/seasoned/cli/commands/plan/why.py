"""``seasoned plan why``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option


@click.command()
@click.option("--number", type=int, default=None, help="An older plan, by its number.")
@json_option
def command(number: int | None, as_json: bool) -> None:
    """Why each action is in the plan, and why the others are not."""
    from seasoned.cli.kept import kept_plan
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.plan import show_why

    plan = kept_plan(me(), number)
    facts = {
        "at": plan.at,
        "chosen": plan.chosen,
        "left_out": plan.left_out,
        "proven_gap": plan.proven_gap,
        "solver": plan.solver,
    }
    answer(as_json, "plan-why/1", facts, lambda: show_why(plan))
    if not as_json:
        next_up("seasoned profile set", "change your hours, limits or wishes, then plan again")
