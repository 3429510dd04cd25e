"""Placing by program, for sets that no simple order can place: slots and order week by week."""

from __future__ import annotations

from collections.abc import Collection

from seasoned.planning.solver.placing import worths
from seasoned.planning.solver.program import Failure, Program
from seasoned.planning.solver.task import Placed, Task

Columns = dict[tuple[int, int], int]

BREAK = 1e-3
"""Share of all worth that one more week with a piece of a job costs, so that pieces stay whole."""

EARLY_ENOUGH = 0.02
"""A placing is kept when no other gains earlier by more than this share; what is chosen is
settled by then."""

NODES = 200
"""Branches looked at for one placing. Sets that fill all hours to the quarter need more; they are
left to be repaired, and the bound then says what that may cost."""


def placed_by_program(task: Task, jobs: Collection[int], *, seconds: float) -> Placed | Failure:
    """The jobs placed so that they gain early, or whether they cannot be or time ran out."""
    program = Program()
    worth = worths(task, jobs)
    whole = sum(worth.values()) or 1.0
    spent: Columns = {}
    active: Columns = {}
    for job in sorted(jobs):
        for week in range(task.weeks):
            if limit := min(task.limit(job, week), task.jobs[job].quarters):
                early = worth[job] / task.jobs[job].quarters * (task.weeks - week)
                spent[job, week] = program.column(worth=early, upper=float(limit), whole=True)
                active[job, week] = program.column(worth=-BREAK * whole, upper=1.0, whole=True)
                program.row({spent[job, week]: 1.0, active[job, week]: -float(limit)}, most=0.0)
        _in_full(program, task, job, spent, active)
    _capacity(program, task, spent)
    for job in sorted(jobs):
        for before in task.jobs[job].before:
            _after(program, task, job, before, spent, active)
    answer = program.solved(seconds=seconds, gap=EARLY_ENOUGH, nodes=NODES)
    if isinstance(answer, Failure):
        return answer
    amounts = {key: round(answer.values[column]) for key, column in spent.items()}
    return Placed(quarters={key: amount for key, amount in amounts.items() if amount})


def _in_full(program: Program, task: Task, job: int, spent: Columns, active: Columns) -> None:
    """All quarters of the job; in every week its slot at least, except in its last."""
    own = task.jobs[job]
    weeks = [week for week in range(task.weeks) if (job, week) in spent]
    program.row(
        {spent[job, week]: 1.0 for week in weeks},
        least=float(own.quarters),
        most=float(own.quarters),
    )
    if own.slot <= 1:
        return
    ends = {week: program.column(upper=1.0, whole=True) for week in weeks}
    program.row(dict.fromkeys(ends.values(), 1.0), most=1.0)
    for week in weeks:
        program.row(
            {
                spent[job, week]: 1.0,
                active[job, week]: -float(own.slot),
                ends[week]: float(own.slot),
            },
            least=0.0,
        )
        for later in weeks:
            if later > week:
                program.row({ends[week]: 1.0, active[job, later]: 1.0}, most=1.0)


def _capacity(program: Program, task: Task, spent: Columns) -> None:
    for week in range(task.weeks):
        every = {column: 1.0 for (_, at), column in spent.items() if at == week}
        deep = {
            column: 1.0 for (job, at), column in spent.items() if at == week and task.jobs[job].deep
        }
        program.row(deep, most=float(task.deep[week]))
        program.row(every, most=float(task.deep[week] + task.light[week]))


def _after(
    program: Program, task: Task, job: int, before: int, spent: Columns, active: Columns
) -> None:
    """A week may hold the job only when its prerequisite is finished by the end of that week."""
    quarters = float(task.jobs[before].quarters)
    for week in range(task.weeks):
        if (job, week) in active:
            done = {
                column: -1.0
                for (other, at), column in spent.items()
                if other == before and at <= week
            }
            program.row({active[job, week]: quarters, **done}, most=0.0)
