"""Which jobs to take: binary choice with continuous hours per bucket.

A bucket is a run of weeks in which no job's window opens or closes, so hours inside it can be
moved freely; weekly columns would give the same answer more slowly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from seasoned.planning.solver.program import Failure, Program
from seasoned.planning.solver.task import Lift, Task

Pair = tuple[int, int]
"""A job and one that must be finished before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Jobs taken, and a bound on the gain of any choice that the cuts allow."""

    jobs: frozenset[int]
    bound: float
    proven: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxation:
    """A bound on the gain of any choice, and of any choice that holds a certain job."""

    bound: float
    with_job: tuple[float, ...]


def choice_of(
    task: Task,
    *,
    seconds: float,
    cuts: Sequence[Collection[int]] = (),
    start: Collection[int] = (),
    strict: Collection[Pair] = (),
) -> Choice | None:
    """The jobs of largest gain whose hours fit, or None when the time was too short for any.

    ``cuts``: sets of which not all jobs may be taken together. ``start``: a choice to begin from.
    ``strict``: pairs of a job and its prerequisite to be kept in order week by week; of the others
    the one's part done is only never ahead of the other's, which is quicker and mostly enough.
    """
    program, takes = program_of(task, whole=True, strict=strict)
    for cut in cuts:
        program.row({takes[job]: 1.0 for job in cut}, most=len(cut) - 1)
    begin = {take: float(n in start) for n, take in enumerate(takes)} if start else None
    answer = program.solved(seconds=seconds, start=begin)
    if isinstance(answer, Failure):
        return None
    taken = frozenset(n for n, take in enumerate(takes) if answer.values[take] > 0.5)
    return Choice(jobs=taken, bound=answer.bound, proven=answer.proven)


def relaxation_of(task: Task, *, seconds: float) -> Relaxation | None:
    """Bounds when parts of jobs may be taken; a job's own bound follows from its reduced cost.

    References
    ----------
    Dantzig, Fulkerson and Johnson (1954), Solution of a large-scale traveling-salesman problem.
    """
    program, takes = program_of(task, whole=False)
    answer = program.solved(seconds=seconds)
    if isinstance(answer, Failure) or not answer.proven:
        return None
    bounds = tuple(answer.bound - max(0.0, float(answer.losses[take])) for take in takes)
    return Relaxation(bound=answer.bound, with_job=bounds)


def program_of(
    task: Task, *, whole: bool, strict: Collection[Pair] = ()
) -> tuple[Program, list[int]]:
    """The choice as a program, and the column of each job; parts of jobs count unless ``whole``."""
    program = Program()
    takes = [program.column(worth=job.bonus, upper=1.0, whole=whole) for job in task.jobs]
    _hours(program, task, takes, strict)
    _needs(program, task, takes)
    if task.cost_cap < float("inf"):
        program.row(
            {takes[n]: job.cost for n, job in enumerate(task.jobs) if job.cost}, most=task.cost_cap
        )
    return program, takes


def buckets_of(task: Task) -> list[range]:
    """Runs of weeks within which every job may use the same share of each week."""
    if not task.weeks:
        return []
    limits = [
        tuple(bool(task.limit(n, week)) for n in range(len(task.jobs)))
        for week in range(task.weeks)
    ]
    shares = [tuple(job.shares[week] for job in task.jobs) for week in range(task.weeks)]
    starts = [
        week
        for week in range(task.weeks)
        if week == 0 or limits[week] != limits[week - 1] or shares[week] != shares[week - 1]
    ]
    return [
        range(first, last) for first, last in zip(starts, [*starts[1:], task.weeks], strict=True)
    ]


def _hours(program: Program, task: Task, takes: list[int], strict: Collection[Pair]) -> None:
    buckets = [range(n, n + 1) for n in range(task.weeks)] if strict else buckets_of(task)
    spent = [_spent(program, task, n, buckets) for n in range(len(task.jobs))]
    for n, job in enumerate(task.jobs):
        program.row(
            {**dict.fromkeys(spent[n].values(), 1.0), takes[n]: -float(job.quarters)},
            least=0.0,
            most=0.0,
        )
    for b, bucket in enumerate(buckets):
        _capacity(program, task, [columns.get(b) for columns in spent], bucket)
    for n, job in enumerate(task.jobs):
        for before in job.before:
            program.row({takes[n]: 1.0, takes[before]: -1.0}, most=0.0)
            for terms in _progress(task, spent, n, before, len(buckets)):
                program.row(terms, most=0.0)
    for n, before in sorted(strict):
        _in_order(program, task, spent, n, before)


def _in_order(
    program: Program, task: Task, spent: list[dict[int, int]], job: int, before: int
) -> None:
    """A week may hold the job only when its prerequisite is finished by the end of that week."""
    for week, column in spent[job].items():
        finished = program.column(upper=1.0, whole=True)
        most = min(task.limit(job, week), task.jobs[job].quarters)
        program.row({column: 1.0, finished: -float(most)}, most=0.0)
        done = {other: -1.0 for at, other in spent[before].items() if at <= week}
        program.row({finished: float(task.jobs[before].quarters), **done}, most=0.0)


def _spent(program: Program, task: Task, n: int, buckets: list[range]) -> dict[int, int]:
    """A column of quarters for each bucket in which the job may be worked on."""
    limits = {b: sum(task.limit(n, week) for week in bucket) for b, bucket in enumerate(buckets)}
    most = task.jobs[n].quarters
    return {
        b: program.column(upper=float(min(limit, most))) for b, limit in limits.items() if limit
    }


def _capacity(program: Program, task: Task, spent: list[int | None], bucket: range) -> None:
    deep, light = (sum(hours[week] for week in bucket) for hours in (task.deep, task.light))
    every = {column: 1.0 for column in spent if column is not None}
    deeply = {
        column: 1.0
        for column, job in zip(spent, task.jobs, strict=True)
        if column is not None and job.deep
    }
    if deeply:
        program.row(deeply, most=float(deep))
    if len(every) > len(deeply):
        program.row(every, most=float(deep + light))


def _progress(
    task: Task, spent: list[dict[int, int]], job: int, before: int, buckets: int
) -> Iterator[dict[int, float]]:
    """At the end of every bucket the job's part done is not ahead of its prerequisite's."""
    own, other = task.jobs[job].quarters, task.jobs[before].quarters
    for b in range(buckets - 1):
        terms = {column: 1 / own for at, column in spent[job].items() if at <= b}
        if b in spent[job] or b + 1 == min(spent[before], default=0):
            yield terms | {column: -1 / other for at, column in spent[before].items() if at <= b}


def _needs(program: Program, task: Task, takes: list[int]) -> None:
    by_skill: dict[int, list[tuple[int, Lift]]] = defaultdict(list)
    for n, job in enumerate(task.jobs):
        for lift in job.lifts:
            by_skill[lift.skill].append((takes[n], lift))
    raised = {skill: _raised(program, lifts) for skill, lifts in by_skill.items()}
    for need in task.needs:
        if need.skill in raised:
            pieces = {
                program.column(worth=piece.worth, upper=piece.width): 1.0 for piece in need.pieces
            }
            program.row(pieces | {c: -f for c, f in raised[need.skill].items()}, most=0.0)


def _raised(program: Program, lifts: list[tuple[int, Lift]]) -> dict[int, float]:
    """Levels by which a skill is raised, as terms; ceilings cap those below them together."""
    lifts = sorted(lifts, key=lambda pair: pair[1].room)
    if not any(_binds(lifts[: n + 1]) for n in range(len(lifts))):
        terms: dict[int, float] = defaultdict(float)
        for take, lift in lifts:
            terms[take] += lift.amount
        return terms
    raised = []
    for n, (take, lift) in enumerate(lifts):
        raised.append(program.column(upper=lift.amount))
        program.row({raised[-1]: 1.0, take: -lift.amount}, most=0.0)
        if n + 1 == len(lifts) or lifts[n + 1][1].room > lift.room:
            program.row(dict.fromkeys(raised, 1.0), most=lift.room)
    return dict.fromkeys(raised, 1.0)


def _binds(lifts: list[tuple[int, Lift]]) -> bool:
    return sum(lift.amount for _, lift in lifts) > lifts[-1][1].room + 1e-9
