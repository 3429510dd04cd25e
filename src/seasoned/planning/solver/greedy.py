"""Choosing without a solver: by worth per hour, fixed or marginal, with prerequisites bundled."""

from __future__ import annotations

from collections.abc import Collection

from seasoned.planning.solver.placing import placed_in, placed_simply
from seasoned.planning.solver.task import Placed, Task, gain_of

NOTHING = Placed(quarters={})


def static_greedy(task: Task) -> Placed:
    """Takes jobs by their worth alone per hour, while all that is taken can be placed."""
    placed = NOTHING
    for job in sorted(
        range(len(task.jobs)), key=lambda job: (-_rate(task, frozenset(), {job}), job)
    ):
        trial = placed.jobs | chain_of(task, job)
        if trial != placed.jobs and _affordable(task, trial) and _may_fit(task, trial):
            placed = placed_simply(task, trial) or placed
    return placed


def marginal_greedy(
    task: Task, *, within: Collection[int] | None = None, start: Placed = NOTHING
) -> Placed:
    """Takes, again and again, the bundle that adds most per added hour and can be placed.

    ``within``: jobs to choose from. ``start``: jobs already taken.
    """
    placed = start
    open_to = set(range(len(task.jobs)) if within is None else within) - placed.jobs
    chains = {job: chain_of(task, job) for job in open_to}
    rates = {job: _rate(task, placed.jobs, chains[job] - placed.jobs) for job in open_to}
    while open_to:
        job = min(open_to, key=lambda job: (-rates[job], job))
        if rates[job] <= 1e-12:
            break
        open_to.discard(job)
        found = _with_bundle(task, placed, chains[job])
        if found is not None:
            fresh, placed = found.jobs - placed.jobs, found
            open_to -= placed.jobs
            for other in _touched(task, open_to, fresh, chains):
                rates[other] = _rate(task, placed.jobs, chains[other] - placed.jobs)
    return placed


def _with_bundle(task: Task, placed: Placed, bundle: frozenset[int]) -> Placed | None:
    trial = placed.jobs | bundle
    if not (_affordable(task, trial) and _may_fit(task, trial)):
        return None
    return placed_in(task, sorted(trial)) or placed_simply(task, trial)


def _touched(
    task: Task, open_to: set[int], fresh: frozenset[int], chains: dict[int, frozenset[int]]
) -> list[int]:
    """Jobs whose rate the fresh ones change: through a shared skill or a shared chain."""
    skills = {lift.skill for job in fresh for lift in task.jobs[job].lifts}
    return [
        job
        for job in open_to
        if chains[job] & fresh
        or any(lift.skill in skills for n in chains[job] for lift in task.jobs[n].lifts)
    ]


def chain_of(task: Task, job: int) -> frozenset[int]:
    """The job with everything that must be done before it."""
    found, waiting = set(), [job]
    while waiting:
        if (n := waiting.pop()) not in found:
            found.add(n)
            waiting += task.jobs[n].before
    return frozenset(found)


def _rate(task: Task, taken: frozenset[int], bundle: Collection[int]) -> float:
    quarters = sum(task.jobs[job].quarters for job in bundle)
    return (
        (gain_of(task, taken | set(bundle)) - gain_of(task, taken)) / quarters if quarters else 0.0
    )


def _affordable(task: Task, jobs: Collection[int]) -> bool:
    return sum(task.jobs[job].cost for job in jobs) <= task.cost_cap + 1e-9


def _may_fit(task: Task, jobs: Collection[int]) -> bool:
    total = sum(task.jobs[job].quarters for job in jobs)
    deep = sum(task.jobs[job].quarters for job in jobs if task.jobs[job].deep)
    return deep <= sum(task.deep) and total <= sum(task.deep) + sum(task.light)
