"""Planner: which actions to take, when, and why; what was left out, and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from seasoned.errors import InvalidValue
from seasoned.planning.action import Action, ActionKind, Energy
from seasoned.planning.candidates import Candidate, Setting, candidates_of, without
from seasoned.planning.gap import Gap
from seasoned.planning.milestones import milestones_of
from seasoned.planning.reasons import left_out_of, plan_words, why_chosen
from seasoned.planning.schedule import Block, Capacity, Chosen, Plan
from seasoned.planning.showing import ACTION as SHOWING
from seasoned.planning.showing import showing_first
from seasoned.planning.solver.greedy import marginal_greedy
from seasoned.planning.solver.solving import SECONDS, solve
from seasoned.planning.solver.task import QUARTERS, Job, Need, Solution, Task, gain_of, worth_of
from seasoned.planning.timeline import checked as checked_capacity
from seasoned.planning.timeline import quarters
from seasoned.planning.worth import Wanted, neighbours, wanted_from
from seasoned.planning.worth import checked as checked_weights
from seasoned.profile.person import Weights, Wishes
from seasoned.profile.standing import Standing
from seasoned.skills.skill import Skill

REDUNDANT_ROUNDS = 4
"""Solutions tried while some action is in them for nothing new; one or two are enough."""


def make_plan(
    gaps: Sequence[Gap],
    actions: Mapping[str, Action],
    capacity: Capacity,
    wishes: Wishes,
    standing: Standing,
    *,
    at: date,
    done: Collection[str] = (),
    deadlines: Mapping[str, date] | None = None,
    skills: Mapping[str, Skill] | None = None,
    seconds: float = SECONDS,
    fingerprint: str = "",
) -> Plan:
    """The actions that close most of the gaps in the free hours, laid out week by week.

    Parameters
    ----------
    gaps : of a stage, of adverts, or both; those that are not in the person's power are left.
    done : ids of actions that were done before; they satisfy prerequisites and are not repeated.
    deadlines : last days by action id, besides the windows of the actions themselves.
    skills : whose names the reasons then use, and whose neighbourhood says what grows out of
        the person's work.
    seconds : after which the solver gives its best answer so far and the gap it could prove.

    Raises
    ------
    InvalidValue
        If a weight is below nought, all are nought, or weeks of the capacity are missing.
    PlanningError
        If actions wait for each other in a circle.
    """
    checked(wishes)
    behind = {*wishes.declined, *done}
    first = showing_first(gaps, actions, checked_capacity(capacity), behind, skills)
    setting = Setting(
        actions={name: one for name, one in actions.items() if name != SHOWING},
        capacity=first.left,
        wishes=wishes,
        standing=standing,
        wanted=wanted_from(
            gaps, wishes.weights, wishes.interests, neighbours(standing, skills or {})
        ),
        at=at,
        done=done,
        deadlines=deadlines,
        skills=skills,
    )
    candidates, refused = candidates_of(setting) if capacity.weeks else ({}, {})
    draft = _draft(setting, candidates, seconds, refused)
    chosen = (*first.chosen, *_chosen(setting, draft))
    left_out = left_out_of(setting, draft.bare, draft.names, draft.solution.placed.jobs, refused)
    return Plan(
        at=at,
        capacity=capacity,
        blocks=tuple(sorted((*first.blocks, *_blocks(setting, draft)), key=lambda b: b.monday)),
        chosen=chosen,
        left_out=left_out,
        gain=gain_of(draft.bare, draft.solution.placed.jobs),
        proven_gap=draft.solution.gap,
        solver=draft.solution.solver,
        words=plan_words(replace(setting, actions=actions, capacity=capacity), chosen),
        fingerprint=fingerprint or standing.fingerprint,
        milestones=milestones_of(chosen, at=at),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """The task with the names of its jobs, the same task without bonuses, and its solution."""

    names: tuple[str, ...]
    task: Task
    bare: Task
    solution: Solution


def checked(wishes: Wishes) -> Wishes:
    """The wishes, if their weights, duration factor and cost cap make sense; else InvalidValue."""
    checked_weights(wishes.weights)
    if not 0 < wishes.duration_factor <= 20:
        raise InvalidValue("duration_factor", wishes.duration_factor, "above 0 and at most 20")
    if not wishes.cost_cap >= 0:
        raise InvalidValue("cost_cap", wishes.cost_cap, "nought or more")
    return wishes


def _draft(
    setting: Setting, candidates: dict[str, Candidate], seconds: float, refused: dict[str, str]
) -> _Draft:
    """The solution; what it took for joy alone beside others of its kind is refused, and again."""
    for _ in range(REDUNDANT_ROUNDS):
        draft = _drawn(setting, candidates, seconds)
        idle = _idle(setting, draft)
        if not idle:
            break
        nothing = "would bring nothing new beside what was chosen"
        candidates = without(setting, candidates, refused, idle, nothing)
    return draft


def _drawn(setting: Setting, candidates: Mapping[str, Candidate], seconds: float) -> _Draft:
    bare = _task(setting, candidates)
    task = _weighted(
        bare, list(candidates.values()), setting.wishes.weights, setting.wanted.emphases
    )
    return _Draft(
        names=tuple(candidates), task=task, bare=bare, solution=solve(task, seconds=seconds)
    )


def _idle(setting: Setting, draft: _Draft) -> set[str]:
    """Actions taken that close nothing beside the others, earn nothing, open nothing, are no rest."""
    kept = set(draft.solution.placed.jobs)
    alone = {job: gain_of(draft.bare, (job,)) for job in kept}
    for job in sorted(kept, key=lambda job: (alone[job], draft.names[job])):
        action = setting.actions[draft.names[job]]
        earns = setting.wishes.weights.income > 0 and action.pay_up_to > 0
        opens = any(job in draft.task.jobs[other].before for other in kept)
        rest = action.kind is ActionKind.REST
        if not (earns or opens or rest) and _adds(draft.bare, kept, job) <= 1e-9:
            kept.discard(job)
    return {draft.names[job] for job in draft.solution.placed.jobs - kept}


def _adds(task: Task, kept: set[int], job: int) -> float:
    return gain_of(task, kept) - gain_of(task, kept - {job})


def _task(setting: Setting, candidates: Mapping[str, Candidate]) -> Task:
    place = {name: n for n, name in enumerate(candidates)}
    jobs = tuple(
        Job(
            name=name,
            quarters=one.quarters,
            deep=one.action.energy is Energy.DEEP,
            shares=one.shares,
            slot=one.slot,
            cost=one.action.cost_up_to,
            lifts=one.lifts,
            before=tuple(place[before] for before in one.before),
        )
        for name, one in candidates.items()
    )
    weeks = setting.capacity.weeks
    return Task(
        deep=quarters(weeks, deep=True),
        light=quarters(weeks, deep=False),
        jobs=jobs,
        needs=setting.wanted.needs,
        cost_cap=setting.wishes.cost_cap,
    )


def _weighted(
    task: Task, candidates: list[Candidate], weights: Weights, emphases: tuple[float, ...]
) -> Task:
    """Closing, income and joy on one scale: each is 1 at what these hours could bring of it.

    What they could bring of closing is what the marginal greedy closes; of income, the best pay
    by the hour; of joy, every hour spent on something of joy 1.
    """
    hours = sum(task.deep) + sum(task.light)
    pay = max((c.action.pay_up_to / c.quarters for c in candidates), default=0.0) * hours
    jobs = tuple(
        replace(
            job,
            bonus=_share(weights.income * c.action.pay_up_to, pay)
            + _share(weights.joy * c.action.joy * c.quarters, hours),
        )
        for job, c in zip(task.jobs, candidates, strict=True)
    )
    needs = tuple(_scaled(need, factor) for need, factor in zip(task.needs, emphases, strict=True))
    bare = replace(task, needs=needs)
    reach = gain_of(bare, marginal_greedy(bare).jobs)
    closing = _share(weights.depth + weights.breadth, reach)
    return replace(task, jobs=jobs, needs=tuple(_scaled(need, closing) for need in needs))


def _scaled(need: Need, factor: float) -> Need:
    return replace(need, pieces=tuple(replace(p, worth=p.worth * factor) for p in need.pieces))


def _share(part: float, whole: float) -> float:
    return part / whole if whole > 0 else 0.0


def _blocks(setting: Setting, draft: _Draft) -> tuple[Block, ...]:
    weeks = setting.capacity.weeks
    done = sorted(draft.solution.placed.quarters.items(), key=lambda one: (one[0][1], one[0][0]))
    return tuple(
        Block(
            action=draft.names[job],
            monday=weeks[week].monday,
            hours=amount / QUARTERS,
            deep=draft.task.jobs[job].deep,
        )
        for (job, week), amount in done
    )


def _chosen(setting: Setting, draft: _Draft) -> tuple[Chosen, ...]:
    """The chosen actions in the order they begin, each with what it adds to those before it."""
    spans = _spans(setting, draft)
    order = sorted(spans, key=lambda job: (*spans[job], draft.names[job]))
    found: list[Chosen] = []
    for n, job in enumerate(order):
        found.append(_one_chosen(setting, draft, order[:n], job, spans[job]))
    return tuple(found)


def _one_chosen(
    setting: Setting, draft: _Draft, before: list[int], job: int, span: tuple[date, date]
) -> Chosen:
    action = setting.actions[draft.names[job]]
    gaps = _gaps_of(setting.wanted, draft.task.jobs[job])
    return Chosen(
        action=action.id,
        name=action.name,
        hours=draft.task.jobs[job].quarters / QUARTERS,
        starts=span[0],
        finishes=span[1],
        proof=action.proof,
        gain=gain_of(draft.bare, [*before, job]) - gain_of(draft.bare, before),
        why=why_chosen(
            setting, draft.bare, draft.names, draft.solution.placed.jobs, job, gaps, span
        ),
        gaps=tuple(gap.id for gap in gaps),
    )


def _spans(setting: Setting, draft: _Draft) -> dict[int, tuple[date, date]]:
    weeks: dict[int, list[int]] = {}
    for job, week in draft.solution.placed.quarters:
        weeks.setdefault(job, []).append(week)
    first = setting.capacity.weeks[0].monday if setting.capacity.weeks else setting.at
    return {
        job: (first + timedelta(weeks=min(at)), first + timedelta(weeks=max(at), days=6))
        for job, at in weeks.items()
    }


def _gaps_of(wanted: Wanted, job: Job) -> list[Gap]:
    """The gaps on the skills that the job lifts, those first of which it closes most."""
    amounts = {lift.skill: lift.amount for lift in job.lifts}
    closed = {
        gap.id: worth_of(need, amounts[need.skill])
        for gap, need in zip(wanted.gaps, wanted.needs, strict=True)
        if need.skill in amounts
    }
    return sorted(
        (gap for gap in wanted.gaps if gap.id in closed), key=lambda gap: (-closed[gap.id], gap.id)
    )
