"""Solves a task: choose with HiGHS, place by hand or by program, forbid what cannot be placed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from time import monotonic

from seasoned.planning.solver.choosing import Choice, Pair, choice_of, relaxation_of
from seasoned.planning.solver.greedy import NOTHING, chain_of, marginal_greedy
from seasoned.planning.solver.placing import placed_by_hand
from seasoned.planning.solver.program import Failure
from seasoned.planning.solver.task import Placed, Solution, Task, gain_of
from seasoned.planning.solver.weekly import placed_by_program

SECONDS = 10.0
"""A guard: 80 actions over 26 weeks are proven in 1 to 4, and the answer is then always the same."""
ROUNDS = 12
"""Choices tried when what fits by hours cannot be placed in order and in slots."""

PLACING = 0.3
"""Part of the time that one placing by program may take."""

MANY = 120
"""From so many hopeful jobs on, the best ones are solved first, to begin the whole from there."""

KEPT = 80
"""Jobs kept by worth per hour, besides those the greedy took and all that must come before. On
320 jobs over 52 weeks this kept 98.8 to 99.6 % of the bound, where all jobs fell below greedy."""


def solve(task: Task, *, seconds: float = SECONDS) -> Solution:
    """The placed jobs of largest gain; among equals those that gain early. States its bound.

    The choice is exact for hours, windows, cost and needs; a set that cannot be placed in order
    and in whole slots is forbidden with everything that holds it, and the choice made again.
    Jobs that no choice better than one in hand can hold are dropped first, which changes nothing;
    where many are left, the best of them are solved first, to begin from a good choice.
    """
    end = monotonic() + seconds
    best = marginal_greedy(task)
    hopeful = _hopeful(task, best, seconds)
    if len(hopeful.jobs) > MANY:
        best = _solved_within(task, _best_jobs(task, best), best, monotonic() + seconds / 3).placed
        hopeful = _hopeful(task, best, seconds)
    found = _solved_within(task, hopeful.jobs, best, end)
    return replace(found, bound=max(found.gain, min(found.bound, hopeful.bound)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hopeful:
    """Jobs that a choice better than one in hand may hold, and a bound on every choice."""

    jobs: list[int]
    bound: float


def _hopeful(task: Task, best: Placed, seconds: float) -> _Hopeful:
    loose = relaxation_of(task, seconds=seconds)
    if loose is None:
        return _Hopeful(
            jobs=list(range(len(task.jobs))), bound=gain_of(task, range(len(task.jobs)))
        )
    gain = gain_of(task, best.jobs) - 1e-9
    chance = {job for job, bound in enumerate(loose.with_job) if bound > gain} | best.jobs
    jobs = [job for job in sorted(chance) if chain_of(task, job) <= chance]
    return _Hopeful(jobs=jobs, bound=loose.bound)


def _best_jobs(task: Task, greedy: Placed) -> list[int]:
    rate = {n: gain_of(task, (n,)) / job.quarters for n, job in enumerate(task.jobs)}
    best = sorted(rate, key=lambda n: (-rate[n], n))[:KEPT]
    return sorted(set().union(*(chain_of(task, n) for n in (*best, *greedy.jobs))))


def _solved_within(task: Task, kept: list[int], best: Placed, end: float) -> Solution:
    """Solves the task with some of its jobs only; the bound holds for these."""
    place = {job: n for n, job in enumerate(kept)}
    few = replace(
        task,
        jobs=tuple(
            replace(task.jobs[n], before=tuple(place[b] for b in task.jobs[n].before)) for n in kept
        ),
    )
    start = Placed(quarters={(place[j], w): amount for (j, w), amount in best.quarters.items()})
    found = _solved(few, start, end)
    back = {(kept[j], w): amount for (j, w), amount in found.placed.quarters.items()}
    return replace(found, placed=Placed(quarters=back))


def repaired(task: Task, jobs: Collection[int]) -> Placed:
    """What of the jobs can be placed, filled up with the best of the others."""
    kept = marginal_greedy(task, within=jobs)
    return marginal_greedy(task, start=kept)


def _solved(task: Task, best: Placed, end: float) -> Solution:
    cuts: list[frozenset[int]] = []
    strict: frozenset[Pair] = frozenset()
    bound, sure = gain_of(task, range(len(task.jobs))), True
    solver = "greedy rule"
    for _ in range(ROUNDS):
        choice = choice_of(
            task, seconds=end - monotonic(), cuts=cuts, start=best.jobs, strict=strict
        )
        if choice is None:
            break
        solver = "HiGHS"
        bound = min(bound, choice.bound) if sure else bound
        placed = _placed(task, choice.jobs, end)
        best = _better(task, best, placed, choice)
        if gain_of(task, best.jobs) >= choice.bound * (1 - 1e-6) or monotonic() > end:
            break
        sure = sure and placed is Failure.IMPOSSIBLE
        pairs = _pairs(task, choice.jobs)
        cuts += [choice.jobs] if pairs <= strict else []
        strict |= pairs
    gain = gain_of(task, best.jobs)
    return Solution(placed=best, gain=gain, bound=max(bound, gain), solver=solver)


def _pairs(task: Task, jobs: Collection[int]) -> frozenset[Pair]:
    return frozenset((job, before) for job in jobs for before in task.jobs[job].before)


def _better(task: Task, best: Placed, placed: Placed | Failure, choice: Choice) -> Placed:
    found = repaired(task, choice.jobs) if isinstance(placed, Failure) else placed
    return found if gain_of(task, found.jobs) >= gain_of(task, best.jobs) - 1e-9 else best


def _placed(task: Task, jobs: Collection[int], end: float) -> Placed | Failure:
    if not jobs:
        return NOTHING
    by_hand = placed_by_hand(task, jobs)
    if by_hand is not None:
        return by_hand
    return placed_by_program(task, jobs, seconds=PLACING * max(0.0, end - monotonic()))
