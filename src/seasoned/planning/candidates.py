"""Candidates: the actions that may be planned, and why each of the others may not."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from seasoned.errors import PlanningError
from seasoned.planning.action import Action, ActionKind, Consent, Energy
from seasoned.planning.schedule import Capacity, WeekHours
from seasoned.planning.settling import hours_of
from seasoned.planning.solver.task import QUARTERS, Lift
from seasoned.planning.timeline import Stretch, openings, quarters, shares
from seasoned.planning.whose import needs_consent
from seasoned.planning.worth import Wanted, lifts_of, mastered
from seasoned.profile.person import Wishes
from seasoned.profile.standing import Standing
from seasoned.skills.skill import Skill


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An action with its hours for this person, when it may be done, and what it lifts."""

    action: Action
    quarters: int
    slot: int
    stretch: Stretch
    shares: tuple[float, ...]
    lifts: tuple[Lift, ...]
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is the same for every action."""

    actions: Mapping[str, Action]
    capacity: Capacity
    wishes: Wishes
    standing: Standing
    wanted: Wanted
    at: date
    done: Collection[str] = ()
    deadlines: Mapping[str, date] | None = None
    skills: Mapping[str, Skill] | None = None

    def called(self, skill: str) -> str:
        """The skill's name, or its id in words when no skills were given."""
        known = self.skills or {}
        return known[skill].name if skill in known else skill.replace("-", " ")

    @property
    def last_day(self) -> date:
        """The last day of the last week."""
        return self.capacity.weeks[-1].monday + timedelta(days=6)


def candidates_of(setting: Setting) -> tuple[dict[str, Candidate], dict[str, str]]:
    """Candidates by id, and for every other action the reason in words."""
    in_order = _ordered(setting.actions)
    candidates: dict[str, Candidate] = {}
    refused: dict[str, str] = {}
    for name in in_order:
        found = _refusal(setting, name, refused) or _candidate(setting, name)
        if isinstance(found, str):
            refused[name] = found
        else:
            candidates[name] = found
    return _useful(setting, candidates, refused), refused


def without(
    setting: Setting,
    candidates: Mapping[str, Candidate],
    refused: dict[str, str],
    names: Collection[str],
    why: str,
) -> dict[str, Candidate]:
    """The candidates without some, and without those that wait for them; ``refused`` learns why."""
    refused |= dict.fromkeys(names, why)
    kept: dict[str, Candidate] = {}
    for name, one in candidates.items():
        if name in refused:
            continue
        if words := _before_refused(setting, one.action, refused):
            refused[name] = words
        else:
            kept[name] = one
    return kept


def settled(setting: Setting, name: str) -> bool:
    """Whether a prerequisite asks for nothing more: done, or already mastered."""
    return name in setting.done or (
        name in setting.actions and mastered(setting.actions[name], setting.standing)
    )


def planned_quarters(action: Action, wishes: Wishes) -> int:
    """Quarter hours the action takes this person, rounded up."""
    return max(1, ceil(hours_of(action, wishes) * QUARTERS - 1e-9))


def _ordered(actions: Mapping[str, Action]) -> list[str]:
    from graphlib import CycleError, TopologicalSorter

    graph = {
        name: [b for b in action.prerequisites if b in actions]
        for name, action in sorted(actions.items())
    }
    try:
        return list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        chain = " -> ".join(error.args[1])
        raise PlanningError(
            f"Some actions wait for each other ({chain}); "
            "take one of them out of the other's prerequisites."
        ) from None


def _refusal(setting: Setting, name: str, refused: Mapping[str, str]) -> str:
    action, wishes = setting.actions[name], setting.wishes
    if name in setting.done:
        return "you have done it"
    if name in wishes.declined:
        return "you declined it"
    if needs_consent(action, wishes):
        return _consent_words(action.consent)
    if action.cost_up_to > wishes.cost_cap:
        return (
            f"costs up to {action.cost_up_to:g} {action.currency}, "
            f"above your cap of {wishes.cost_cap:g}"
        )
    return _before_refused(setting, action, refused)


def _consent_words(consent: Consent) -> str:
    return f"needs your {consent.value}'s consent, which is not given yet"


def _before_refused(setting: Setting, action: Action, refused: Mapping[str, str]) -> str:
    for before in action.prerequisites:
        if settled(setting, before):
            continue
        if before not in setting.actions:
            return f"needs {before!r} first, which is not in the catalogue"
        if before in refused:
            first = setting.actions[before].name
            return f"needs \u201c{first}\u201d first, which is left out: {refused[before]}"
    return ""


def _candidate(setting: Setting, name: str) -> Candidate | str:
    action, weeks = setting.actions[name], setting.capacity.weeks
    needed = planned_quarters(action, setting.wishes)
    slot = min(needed, ceil(action.minimum_slot_minutes * QUARTERS / 60))
    if all(_free(week, action) < slot for week in weeks):
        return _slot_words(action, weeks)
    found = _stretch(setting, action, needed, slot)
    if isinstance(found, str):
        return found
    return Candidate(
        action=action,
        quarters=needed,
        slot=slot,
        stretch=found,
        shares=shares(weeks, found),
        lifts=lifts_of(action, setting.wanted, setting.standing),
        before=tuple(b for b in action.prerequisites if not settled(setting, b)),
    )


def _slot_words(action: Action, weeks: tuple[WeekHours, ...]) -> str:
    most = max(_free(week, action) for week in weeks) / QUARTERS
    kind = "deep hours" if action.energy is Energy.DEEP else "hours"
    return (
        f"needs {action.minimum_slot_minutes / 60:g} {kind} at a stretch; "
        f"no week of yours has more than {most:g}"
    )


def _stretch(setting: Setting, action: Action, needed: int, slot: int) -> Stretch | str:
    earliest = max(
        setting.at + timedelta(weeks=action.lead_weeks), setting.capacity.weeks[0].monday
    )
    latest = min(setting.last_day, (setting.deadlines or {}).get(action.id, setting.last_day))
    found = openings(action.window, earliest=earliest, latest=latest)
    room = {
        stretch.first: _room(setting.capacity.weeks, action, stretch, slot) for stretch in found
    }
    fitting = [stretch for stretch in found if room[stretch.first] >= needed]
    if fitting:
        return fitting[0]
    if not found:
        return _outside_words(setting, action, earliest)
    return _short_words(action, needed, max(room.values()), setting.last_day)


def _room(weeks: tuple[WeekHours, ...], action: Action, stretch: Stretch, slot: int) -> int:
    parts = (
        int(_free(week, action) * share + 1e-9)
        for week, share in zip(weeks, shares(weeks, stretch), strict=True)
    )
    return sum(part for part in parts if part >= slot)


def _free(week: WeekHours, action: Action) -> int:
    deep, light = quarters((week,), deep=True)[0], quarters((week,), deep=False)[0]
    return deep if action.energy is Energy.DEEP else deep + light


def _outside_words(setting: Setting, action: Action, earliest: date) -> str:
    if action.window is None:
        return f"could start on {earliest.isoformat()} at the earliest, after its last day"
    return (
        f"outside its window ({action.window.opens} to {action.window.closes}) until "
        f"{setting.last_day.isoformat()}"
    )


def _short_words(action: Action, needed: int, room: int, last: date) -> str:
    kind = "deep hours" if action.energy is Energy.DEEP else "hours"
    when = "in its window" if action.window else f"until {last.isoformat()}"
    return (
        f"does not fit the hours: takes about {needed / QUARTERS:g}, "
        f"and {when} you have {room / QUARTERS:g} {kind} for it"
    )


def _useful(
    setting: Setting, candidates: dict[str, Candidate], refused: dict[str, str]
) -> dict[str, Candidate]:
    """Candidates that lift something, are rest, or lead to one that does."""
    kept: set[str] = set()
    for name, candidate in reversed(candidates.items()):
        rest = candidate.action.kind is ActionKind.REST
        if candidate.lifts or rest or name in kept:
            kept |= {name, *candidate.before}
    for name in candidates.keys() - kept:
        refused[name] = _nothing_new(setting, setting.actions[name])
    return {name: candidate for name, candidate in candidates.items() if name in kept}


def _nothing_new(setting: Setting, action: Action) -> str:
    wanted = any(gain.skill in setting.wanted.skills for gain in action.gains)
    return (
        "would bring nothing new: you are already at the level it leads to"
        if wanted
        else "would bring nothing new: it closes none of these gaps"
    )
