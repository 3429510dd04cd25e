"""Solves a task: choose with HiGHS, place by hand or by program, forbid what cannot be placed."""

from __future__ import annotations

from collections.abc import Collection
from time import monotonic

from seasoned.planning.solver.choosing import Choice, choice_of
from seasoned.planning.solver.greedy import NOTHING, marginal_greedy
from seasoned.planning.solver.placing import placed_by_hand
from seasoned.planning.solver.task import Placed, Solution, Task, gain_of

SECONDS = 5.0
ROUNDS = 12
"""Choices tried when what fits by hours cannot be placed in order and in slots."""


def solve(task: Task, *, seconds: float = SECONDS) -> Solution:
    """The placed jobs of largest gain; among equals those that gain early. States its bound.

    The choice is exact for hours, windows, cost and needs; a set that cannot be placed in order
    and in whole slots is forbidden with everything that holds it, and the choice made again.
    """
    best = marginal_greedy(task)
    cuts: list[frozenset[int]] = []
    bound, end = gain_of(task, range(len(task.jobs))), monotonic() + seconds
    for _ in range(ROUNDS):
        choice = choice_of(task, seconds=end - monotonic(), cuts=cuts, start=best.jobs)
        if choice is None:
            break
        bound = min(bound, choice.bound)
        best, done = _better(task, best, choice)
        if done or monotonic() > end:
            break
        cuts.append(choice.jobs)
    gain = gain_of(task, best.jobs)
    return Solution(placed=best, gain=gain, bound=max(bound, gain), solver="HiGHS")


def _better(task: Task, best: Placed, choice: Choice) -> tuple[Placed, bool]:
    placed = placed_by_hand(task, choice.jobs) if choice.jobs else NOTHING
    done = placed is not None
    placed = placed or repaired(task, choice.jobs)
    if gain_of(task, placed.jobs) >= gain_of(task, best.jobs) - 1e-9:
        best = placed
    return best, done or gain_of(task, best.jobs) >= choice.bound * (1 - 1e-6)


def repaired(task: Task, jobs: Collection[int]) -> Placed:
    """What of the jobs can be placed, filled up with the best of the others."""
    kept = marginal_greedy(task, within=jobs)
    return marginal_greedy(task, start=kept)
