"""Task: the choice of jobs and hours as numbers, without people or dates.

Time is counted in weeks from nought and work in quarter hours, so that sums are exact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

QUARTERS = 4
"""Quarter hours in an hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """Levels that a job adds to one skill, and the room under the ceiling up to which it can."""

    skill: int
    amount: float
    room: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Something to take in full or leave.

    ``shares``: for each week, the part of the week's hours that may go into it (0 outside its
    window). ``slot``: the least quarters in a week worth starting for. ``before``: jobs that must
    be finished first. ``bonus``: worth that no skill brings.
    """

    name: str
    quarters: int
    deep: bool
    shares: tuple[float, ...]
    slot: int = 1
    cost: float = 0.0
    bonus: float = 0.0
    before: tuple[int, ...] = ()
    lifts: tuple[Lift, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of levels in which each level is worth the same."""

    width: float
    worth: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Levels wanted on a skill: pieces of falling worth, so that the first steps count most."""

    skill: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Weeks with deep and light quarters, jobs, needs and a cap on the sum of costs."""

    deep: tuple[int, ...]
    light: tuple[int, ...]
    jobs: tuple[Job, ...]
    needs: tuple[Need, ...]
    cost_cap: float = float("inf")

    @property
    def weeks(self) -> int:
        """How many weeks there are."""
        return len(self.deep)

    def limit(self, job: int, week: int) -> int:
        """Most quarters of the week that may go into the job; light work may use deep hours."""
        chosen = self.jobs[job]
        free = self.deep[week] + (0 if chosen.deep else self.light[week])
        most = int(free * chosen.shares[week] + 1e-9)
        return most if most >= min(chosen.slot, chosen.quarters) else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Quarters by (job, week), for every job that is done in full."""

    quarters: dict[tuple[int, int], int]

    @property
    def jobs(self) -> frozenset[int]:
        """The jobs that were placed."""
        return frozenset(job for job, _ in self.quarters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """What was placed, its gain, and a bound that no other choice can pass."""

    placed: Placed
    gain: float
    bound: float
    solver: str

    @property
    def gap(self) -> float:
        """By at most which share the gain lies below the best possible."""
        return max(0.0, (self.bound - self.gain) / self.bound) if self.bound > 1e-12 else 0.0


def gain_of(task: Task, jobs: Collection[int]) -> float:
    """Worth of doing exactly these jobs: needs met, each capped, and bonuses."""
    raised = levels_raised(task, jobs)
    met = sum(worth_of(need, raised[need.skill]) for need in task.needs if need.skill in raised)
    return met + sum(task.jobs[job].bonus for job in jobs)


def levels_raised(task: Task, jobs: Iterable[int]) -> dict[int, float]:
    """Levels by which the jobs together raise each skill, lowest ceilings first."""
    lifts: dict[int, list[Lift]] = defaultdict(list)
    for job in jobs:
        for lift in task.jobs[job].lifts:
            lifts[lift.skill].append(lift)
    return {skill: _raised(found) for skill, found in lifts.items()}


def worth_of(need: Need, levels: float) -> float:
    """Worth of so many levels on the need's skill."""
    worth = 0.0
    for piece in need.pieces:
        step = min(piece.width, levels)
        worth, levels = worth + step * piece.worth, levels - step
        if levels <= 0:
            break
    return worth


def _raised(lifts: list[Lift]) -> float:
    total = 0.0
    for lift in sorted(lifts, key=lambda lift: lift.room):
        total = max(total, min(total + lift.amount, lift.room))
    return total
