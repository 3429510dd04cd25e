"""A plan in a terminal."""

from __future__ import annotations

from seasoned.cli.showing import heading, line, plural, table
from seasoned.planning.schedule import Plan
from seasoned.planning.writing import outlook_words


def show_plan(plan: Plan) -> None:
    """What to do, when and why, and this week's hours."""
    heading("What to do next")
    line(plan.words)
    outlook = outlook_words(plan)
    if outlook:
        line(outlook)
    if plan.chosen:
        table(
            "When",
            "What and why",
            "Hours",
            right=(2,),
            rows=[
                (
                    f"{one.starts:%d %b} to {one.finishes:%d %b}",
                    f"{one.name}\n{one.why}",
                    f"{one.hours:g}",
                )
                for one in plan.chosen
            ],
        )
        _first_week(plan)
    if plan.left_out:
        line(
            f"{plural(len(plan.left_out), 'action')} considered and left out: "
            "seasoned plan why says why.",
            "dim",
        )


def _first_week(plan: Plan) -> None:
    monday = min((block.monday for block in plan.blocks), default=None)
    if monday is None:
        return
    names = {one.action: one.name for one in plan.chosen}
    line(f"In the week of {monday:%d %B}:")
    for block in (block for block in plan.blocks if block.monday == monday):
        line(
            f"  {block.hours:g} h  {names.get(block.action, block.action)}"
            f" ({'deep' if block.deep else 'light'} work)"
        )


def show_why(plan: Plan) -> None:
    """Why each action was chosen, what proves it, and why the others were not."""
    heading(f"Why this plan, made on {plan.at:%d %B %Y}")
    for one in plan.chosen:
        line(one.name, "bold")
        line(f"  {one.why}")
        line(f"  It is done when you have {one.proof}", "dim")
    heading("Left out")
    table("Action", "Why", rows=[(one.name, one.why) for one in plan.left_out])
    line(
        f"Solved by {plan.solver}; at most {plan.proven_gap:.1%} below the best possible plan.",
        "dim",
    )
