"""Plain words for why an action is in a plan, or is not."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from seasoned.planning.action import ActionKind
from seasoned.planning.candidates import Setting, planned_quarters
from seasoned.planning.gap import Gap, Whose
from seasoned.planning.schedule import Chosen, LeftOut
from seasoned.planning.solver.greedy import chain_of
from seasoned.planning.solver.task import QUARTERS, Job, Task, gain_of
from seasoned.planning.worth import lifts_of

MOST_LEFT_OUT = 40
"""Actions listed as left out; the most valuable come first, so the list may end."""

SOON = timedelta(weeks=4)
"""A window that closes this soon after an action's end is named as the reason for its time."""


def why_chosen(
    setting: Setting,
    task: Task,
    names: Sequence[str],
    taken: Collection[int],
    job: int,
    gaps: Sequence[Gap],
    span: tuple[date, date],
) -> str:
    """One line: which gap by how much, how many hours, why now."""
    hours = f"{task.jobs[job].quarters / QUARTERS:g} h from {_day(span[0])} to {_day(span[1])}"
    parts = (
        _closes(setting, task.jobs[job], gaps),
        hours,
        _why_now(setting, task, names, taken, job, span),
    )
    return "; ".join(part for part in parts if part) + "."


def left_out_of(
    setting: Setting,
    task: Task,
    names: Sequence[str],
    taken: Collection[int],
    refused: Mapping[str, str],
) -> tuple[LeftOut, ...]:
    """Actions that were not taken with the reason, the most valuable first."""
    whys = {
        **refused,
        **{
            names[job]: _not_taken(setting, task, names, taken, job)
            for job in range(len(names))
            if job not in taken
        },
    }
    worth = {name: _worth_alone(setting, name) for name in whys}
    ranked = sorted(whys, key=lambda name: (-worth[name], name))
    return tuple(
        LeftOut(action=name, name=setting.actions[name].name, why=whys[name])
        for name in ranked[:MOST_LEFT_OUT]
    )


def plan_words(setting: Setting, chosen: Sequence[Chosen]) -> str:
    """What the plan is, in a sentence or two, without praise or blame."""
    hours = sum(one.hours for one in chosen)
    free = sum(week.deep + week.light for week in setting.capacity.weeks)
    if not chosen:
        return _empty_words(setting, free)
    count = "One thing" if len(chosen) == 1 else f"{len(chosen)} things"
    rest = [one for one in chosen if setting.actions[one.action].kind is ActionKind.REST]
    kept = " Rest is part of it." if rest else ""
    return (
        f"{count} in {hours:g} of {free:g} free hours over {len(setting.capacity.weeks)} weeks, "
        f"done by {_day(max(one.finishes for one in chosen))} if each takes as long as "
        f"expected.{kept}"
    )


def _empty_words(setting: Setting, free: float) -> str:
    if free <= 0:
        why = "there are no free hours in these weeks"
    elif not setting.wanted.gaps:
        why = "there is no open gap to close"
    else:
        why = "nothing that closes a gap fits these weeks and wishes; the reasons are below"
    return f"Nothing is planned, and that is fine: {why}."


def _closes(setting: Setting, job: Job, gaps: Sequence[Gap]) -> str:
    if not gaps:
        if setting.actions[job.name].kind is ActionKind.REST:
            return "Rest, because it is worth its hours"
        return "Opens the way to what follows"
    raised = {setting.wanted.skills[lift.skill]: lift.amount for lift in job.lifts}
    first = gaps[0]
    also = len({gap.skill for gap in gaps[1:]} - {first.skill})
    more = f" and {also} more skill{'s' if also > 1 else ''}" if also else ""
    return (
        f"Brings {setting.called(first.skill)} {raised[first.skill]:.1f} levels up from about "
        f"{max(first.have.level, 0):.1f} (give or take {first.have.error:.1f}), where "
        f"{first.asked:g} is asked "
        f"({_who_asks(first)}){more}"
    )


def _who_asks(gap: Gap) -> str:
    mine = "" if gap.whose is Whose.MINE else f", {gap.whose.value}"
    if gap.quotes:
        count = len(gap.sources)
        return f"{gap.strength} by {count} advert{'s' if count > 1 else ''}{mine}"
    return f"a {gap.strength} of the stage{mine}"


def _why_now(
    setting: Setting,
    task: Task,
    names: Sequence[str],
    taken: Collection[int],
    job: int,
    span: tuple[date, date],
) -> str:
    followers = [other for other in taken if job in task.jobs[other].before]
    if followers:
        return f"now, because \u201c{setting.actions[names[followers[0]]].name}\u201d builds on it"
    action = setting.actions[names[job]]
    last = max(week for week, share in enumerate(task.jobs[job].shares) if share)
    closes = setting.capacity.weeks[last].monday + timedelta(days=6)
    bounded = action.window is not None or action.id in (setting.deadlines or {})
    if bounded and closes - span[1] <= SOON:
        return f"now, because its time ends around {_day(closes)}"
    rate = _rate_place(task, taken, job)
    return f"now, because it brings {rate} per hour of what was chosen" if rate else ""


def _rate_place(task: Task, taken: Collection[int], job: int) -> str:
    rates = {other: gain_of(task, [other]) / task.jobs[other].quarters for other in taken}
    place = sum(rate > rates[job] + 1e-12 for rate in rates.values())
    names = ("the most", "second most", "third most")
    return names[place] if place < len(names) else ""


def _not_taken(
    setting: Setting, task: Task, names: Sequence[str], taken: Collection[int], job: int
) -> str:
    bundle = chain_of(task, job) - set(taken)
    added = gain_of(task, set(taken) | bundle) - gain_of(task, taken)
    if added <= 1e-9 and not _worth_without_gaps(setting, names[job]):
        return "would bring nothing new beside what was chosen"
    cost = sum(task.jobs[n].cost for n in set(taken) | bundle)
    if cost > task.cost_cap + 1e-9:
        return (
            f"would bring the plan to a cost of up to {cost:g}, above your cap of {task.cost_cap:g}"
        )
    return _does_not_fit(task, taken, bundle)


def _worth_without_gaps(setting: Setting, name: str) -> bool:
    action = setting.actions[name]
    return action.kind is ActionKind.REST or action.pay_up_to > 0


def _does_not_fit(task: Task, taken: Collection[int], bundle: Collection[int]) -> str:
    needed = sum(task.jobs[n].quarters for n in bundle) / QUARTERS
    left = (sum(task.deep) + sum(task.light) - sum(task.jobs[n].quarters for n in taken)) / QUARTERS
    first = " with what must come first" if len(bundle) > 1 else ""
    return (
        f"does not fit the hours: takes about {needed:g}{first}, {left:g} are left, and what was "
        f"chosen brings more together"
    )


def _worth_alone(setting: Setting, name: str) -> float:
    """Worth of the action by itself, whether or not it may be planned."""
    action = setting.actions[name]
    job = Job(
        name=name,
        quarters=planned_quarters(action, setting.wishes),
        deep=False,
        shares=(),
        lifts=lifts_of(action, setting.wanted, setting.standing),
    )
    return gain_of(Task(deep=(), light=(), jobs=(job,), needs=setting.wanted.needs), (0,))


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
