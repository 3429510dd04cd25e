"""The cheapest evidence that would settle whether something asked is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from seasoned.planning.action import Action
from seasoned.planning.gap import Settler
from seasoned.profile.person import Wishes

HOURS_TO_RECORD = 0.5
"""Writing down something already done; an assumption."""

HOURS_TO_COMPLETE = 0.25
"""Adding a missing field to a record; an assumption."""

REACH = 0.5
"""Levels below the asked one at which an action's ceiling still lets it show the level."""


def settler_of(
    *,
    to_show: bool,
    missing_record: Sequence[str],
    examples: Sequence[str],
    doers: Iterable[Action],
    wishes: Wishes,
) -> Settler | None:
    """What to do, in words and hours: complete a record, write down what is there, or do an action."""
    if missing_record:
        return Settler(
            words=f"Complete the record you have: add {_listed(missing_record)}.",
            hours=HOURS_TO_COMPLETE,
            evidence_kind="",
        )
    if to_show and examples:
        return Settler(
            words=f"Write down what you have already done, for example: {examples[0]}",
            hours=HOURS_TO_RECORD,
            evidence_kind="",
        )
    return _cheapest(doers, wishes) or _from_examples(examples)


def builders(actions: Mapping[str, Action], skills: Sequence[str], asked: float) -> list[Action]:
    """Actions that can show the level on one of the skills, by id."""
    return [
        action
        for _, action in sorted(actions.items())
        if any(g.skill in skills and g.ceiling >= asked - REACH for g in action.gains)
    ]


def hours_of(action: Action, wishes: Wishes) -> float:
    """Hours the action will take this person: the middle of its range times their own factor."""
    return (action.hours.low + action.hours.high) / 2 * wishes.duration_factor


def _cheapest(doers: Iterable[Action], wishes: Wishes) -> Settler | None:
    open_ones = [a for a in doers if a.id not in wishes.declined]
    if not open_ones:
        return None
    action = min(open_ones, key=lambda a: (hours_of(a, wishes), a.id))
    proof = f" It shows as: {action.proof}" if action.proof else ""
    return Settler(
        words=f"Do \u201c{action.name}\u201d.{proof}",
        hours=round(hours_of(action, wishes), 1),
        evidence_kind=action.evidence_kind,
    )


def _from_examples(examples: Sequence[str]) -> Settler | None:
    if not examples:
        return None
    return Settler(
        words=f"Anything like this settles it once it is written down: {examples[0]}",
        hours=HOURS_TO_RECORD,
        evidence_kind="",
    )


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
