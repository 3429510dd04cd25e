"""A plan as Markdown: what to do, when, why, and what was left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from seasoned.planning.schedule import Block, Plan
from seasoned.profile.words import percent


def plan_markdown(plan: Plan, *, title: str = "Plan") -> str:
    """The whole plan as a Markdown page.

    Words of adverts and actions are escaped, so that nothing in them is read as markup.
    """
    parts = (_head(plan, title), _chosen(plan), _weeks(plan), _milestones(plan), _left_out(plan))
    return "\n".join(line for part in parts for line in part).rstrip() + "\n"


def outlook_words(plan: Plan) -> str:
    """What the plan does to the chance of being ready, or nothing when that was not reckoned.

    Small steps sharpen a picture before they change it; a chance that does not rise is said as
    such, and never as a loss.
    """
    before, after = plan.readiness_before, plan.readiness_after
    if before is None or after is None or not plan.chosen:
        return ""
    now, then = percent(before), percent(after)
    if after <= before or now == then:
        return (
            f"Chance of being ready: {now} now. One plan of this size does not move it yet; "
            "it closes what is worth most first."
        )
    return f"Chance of being ready: {now} now, {then} once all of it is done and shown."


def escaped(text: str) -> str:
    """The text on one line, safe in Markdown prose and table cells."""
    flat = " ".join(text.split())
    return "".join(f"\\{mark}" if mark in "\\`*_[]<>|#" else mark for mark in flat)


def _head(plan: Plan, title: str) -> Iterator[str]:
    yield from (f"# {escaped(title)}", "", escaped(plan.words), "")
    outlook = outlook_words(plan)
    if outlook:
        yield from (outlook, "")
    if plan.chosen:
        yield from (
            f"Made on {plan.at.isoformat()} by {plan.solver}; "
            f"at most {plan.proven_gap:.1%} below the best possible.",
            "",
        )


def _chosen(plan: Plan) -> Iterator[str]:
    if not plan.chosen:
        return
    yield from (
        "## What to do",
        "",
        "| what | hours | from | to | why | how it shows |",
        "|---|---:|---|---|---|---|",
    )
    for one in plan.chosen:
        yield (
            f"| {escaped(one.name)} | {one.hours:g} | {one.starts.isoformat()} "
            f"| {one.finishes.isoformat()} | {escaped(one.why)} | {escaped(one.proof)} |"
        )
    yield ""


def _weeks(plan: Plan) -> Iterator[str]:
    if not plan.blocks:
        return
    names = {one.action: one.name for one in plan.chosen}
    blocks: dict[date, list[Block]] = defaultdict(list)
    for block in plan.blocks:
        blocks[block.monday].append(block)
    yield from ("## Week by week", "")
    for monday, found in blocks.items():
        shown = ", ".join(f"{escaped(names[b.action])} {b.hours:g} h" for b in found)
        yield f"- **{monday.isoformat()}** {shown}"
    yield ""


def _milestones(plan: Plan) -> Iterator[str]:
    if plan.milestones:
        yield from ("## Milestones", "")
        yield from (f"- **{one.at.isoformat()}** {escaped(one.words)}" for one in plan.milestones)
        yield ""


def _left_out(plan: Plan) -> Iterator[str]:
    if plan.left_out:
        yield from ("## Left out, and why", "")
        yield from (f"- {escaped(one.name)}: {escaped(one.why)}" for one in plan.left_out)
        yield ""
