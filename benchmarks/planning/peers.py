"""A second exact solver on the same program: SCIP, as OR-Tools brings it. Absent is an answer."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from multiprocessing import get_context
from time import process_time

from seasoned.planning.solver.choosing import program_of
from seasoned.planning.solver.task import Task

INSTALL = "uv run --with ortools python -m benchmarks.planning"


def is_there() -> bool:
    """Whether OR-Tools can be imported."""
    return find_spec("ortools") is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Optimum:
    """Gain of the best choice found, whether it was proven, and the CPU seconds it took."""

    gain: float
    proven: bool
    cpu: float


def optimum_of(task: Task, *, seconds: float) -> Optimum:
    """What SCIP finds, in a process of its own: the libraries of both solvers share symbols."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_optimum, task, seconds).result()


def _optimum(task: Task, seconds: float) -> Optimum:
    from ortools.linear_solver import pywraplp

    pairs = {(n, before) for n, job in enumerate(task.jobs) for before in job.before}
    program, _ = program_of(task, whole=True, strict=pairs)
    solver = pywraplp.Solver.CreateSolver("SCIP")
    columns = [
        (solver.IntVar if whole else solver.NumVar)(0, upper, "")
        for upper, whole in zip(program.upper, program.whole, strict=True)
    ]
    ends = [*program.starts[1:], len(program.columns)]
    for (low, high), start, end in zip(program.limits, program.starts, ends, strict=True):
        row = solver.RowConstraint(low, high, "")
        for at in range(start, end):
            row.SetCoefficient(columns[program.columns[at]], program.factors[at])
    for column, worth in zip(columns, program.worth, strict=True):
        solver.Objective().SetCoefficient(column, worth)
    solver.Objective().SetMaximization()
    solver.SetTimeLimit(int(seconds * 1000))
    began = process_time()
    proven = solver.Solve() == pywraplp.Solver.OPTIMAL
    return Optimum(gain=solver.Objective().Value(), proven=proven, cpu=process_time() - began)
