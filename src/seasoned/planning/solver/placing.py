"""When to do the chosen jobs: whole quarters in weeks, prerequisites finished first.

A week holds at least a job's slot of it, except the week in which the job ends. Deep work takes
deep hours first; light work takes light hours and then the deep ones that are left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from seasoned.planning.solver.task import Placed, Task, gain_of

EXCHANGES = 400
"""Orders tried in search of an earlier gain; twelve jobs are settled by about 60."""


def placed_by_hand(task: Task, jobs: Collection[int]) -> Placed | None:
    """The jobs placed one after another in the order found that gains earliest, or None."""
    worth = worths(task, jobs)
    found = [
        (early_gain(task, placed, worth), order, placed)
        for order in _orders(task, jobs, worth)
        if (placed := placed_in(task, order)) is not None
    ]
    if not found:
        return None
    best, order, placed = max(found, key=lambda one: one[0])
    return _exchanged(task, order, placed, best, worth)


def placed_simply(task: Task, jobs: Collection[int]) -> Placed | None:
    """The jobs placed in the first simple order that places them all, or None."""
    orders = _orders(task, jobs, worths(task, jobs))
    tries = (placed_in(task, order) for order in orders)
    return next((placed for placed in tries if placed is not None), None)


def placed_in(task: Task, order: Sequence[int]) -> Placed | None:
    """The jobs placed week by week, each as early as the order lets it, or None if one fails."""
    left = {job: task.jobs[job].quarters for job in order}
    done: dict[tuple[int, int], int] = {}
    ranked = sorted(order, key=lambda job: not task.jobs[job].deep)
    for week in range(task.weeks):
        _fill(task, ranked, week, left, done)
        if not any(left.values()):
            return Placed(quarters=done)
    return None


def early_gain(task: Task, placed: Placed, worth: dict[int, float]) -> float:
    """Area under the gain over time: each quarter done is credited from its week on."""
    return sum(
        worth[job] * quarters / task.jobs[job].quarters * (task.weeks - week)
        for (job, week), quarters in placed.quarters.items()
    )


def worths(task: Task, jobs: Collection[int]) -> dict[int, float]:
    """What each job would bring alone."""
    return {job: gain_of(task, (job,)) for job in jobs}


def _fill(
    task: Task, ranked: list[int], week: int, left: dict[int, int], done: dict[tuple[int, int], int]
) -> None:
    deep, light = task.deep[week], task.light[week]
    while True:
        for job in ranked:
            own = task.jobs[job]
            free = deep if own.deep else deep + light
            amount = _amount(task, job, week, free, left, done)
            if amount:
                break
        else:
            return
        left[job] -= amount
        done[job, week] = done.get((job, week), 0) + amount
        from_light = 0 if own.deep else min(light, amount)
        light, deep = light - from_light, deep - (amount - from_light)


def _amount(
    task: Task,
    job: int,
    week: int,
    free: int,
    left: dict[int, int],
    done: dict[tuple[int, int], int],
) -> int:
    own = task.jobs[job]
    if not left[job] or any(left.get(before, 0) for before in own.before):
        return 0
    so_far = done.get((job, week), 0)
    amount = min(free, task.limit(job, week) - so_far, left[job])
    return amount if amount == left[job] or so_far + amount >= own.slot else 0


def _orders(task: Task, jobs: Collection[int], worth: dict[int, float]) -> list[list[int]]:
    """By what is gained per hour, by last possible week, and by slack; none ahead of its needs."""
    pull = _pull(task, jobs, worth)
    last = {
        job: max((w for w in range(task.weeks) if task.limit(job, w)), default=0) for job in jobs
    }
    late = {
        job: min([last[job], *(last[n] for n in jobs if job in task.jobs[n].before)])
        for job in jobs
    }
    keys = (
        lambda job: (-pull[job], job),
        lambda job: (late[job], -pull[job], job),
        lambda job: (late[job] - task.jobs[job].quarters / 4, -pull[job], job),
    )
    return [sorted(jobs, key=key) for key in keys]


def _pull(task: Task, jobs: Collection[int], worth: dict[int, float]) -> dict[int, float]:
    """Worth per quarter, or that of the best chain the job opens (Smith's rule on chains)."""
    followers = defaultdict(list)
    for job in jobs:
        for before in task.jobs[job].before:
            followers[before].append(job)

    def best(job: int, gained: float, quarters: int) -> float:
        gained, quarters = gained + worth[job], quarters + task.jobs[job].quarters
        return max(
            [gained / quarters, *(best(next_, gained, quarters) for next_ in followers[job])]
        )

    return {job: best(job, 0.0, 0) for job in jobs}


def _exchanged(
    task: Task, order: list[int], placed: Placed, best: float, worth: dict[int, float]
) -> Placed:
    tried, improved = 0, True
    while improved and tried < EXCHANGES:
        improved = False
        for n in range(len(order) - 1):
            other = [*order[:n], order[n + 1], order[n], *order[n + 2 :]]
            candidate = placed_in(task, other)
            tried += 1
            if candidate and (gain := early_gain(task, candidate, worth)) > best + 1e-9:
                order, placed, best, improved = other, candidate, gain, True
    return placed
