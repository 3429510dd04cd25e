"""Outlook: the evidence there would be once a plan is done and shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from seasoned.journeys.content import Content
from seasoned.planning.action import Action
from seasoned.planning.gap import Gap
from seasoned.planning.schedule import Plan
from seasoned.planning.worth import levels_after
from seasoned.profile.evidence import Evidence, Observation
from seasoned.profile.standing import Standing

RECORD = "shipped-project"
"""What a written-down piece of work counts as here."""


def evidence_after(
    plan: Plan, gaps: Sequence[Gap], content: Content, standing: Standing, *, at: date
) -> tuple[Evidence, ...]:
    """One supposed, complete record for each action of the plan, at the levels it should bring.

    Nothing of this is stored or shown as evidence; it only answers what the plan could change.
    """
    taken = [content.actions[c.action] for c in plan.chosen if c.action in content.actions]
    levels = levels_after(taken, standing)
    shown = {gap.id: gap for gap in gaps if gap.to_show}
    written = (shown[gap] for c in plan.chosen for gap in c.gaps if gap in shown and not c.gain)
    return (*_done(taken, levels, content, at), *_written(written, content, at))


def _done(
    taken: Sequence[Action], levels: Mapping[str, float], content: Content, at: date
) -> Iterator[Evidence]:
    for action in taken:
        seen = tuple(Observation(skill=g.skill, level=levels[g.skill]) for g in action.gains)
        if seen and action.evidence_kind in content.kinds:
            yield _record(f"planned-{action.id}", action.evidence_kind, seen, content, at)


def _written(gaps: Iterator[Gap], content: Content, at: date) -> Iterator[Evidence]:
    for gap in gaps:
        if gap.skill and RECORD in content.kinds:
            seen = (Observation(skill=gap.skill, level=max(gap.asked, gap.have.level)),)
            yield _record(f"written-{gap.id}", RECORD, seen, content, at)


def _record(
    id: str, kind: str, seen: tuple[Observation, ...], content: Content, at: date
) -> Evidence:
    complete = dict.fromkeys(content.kinds[kind].required, "planned")
    return Evidence(id=id, kind=kind, at=at, observations=seen, details=complete)
