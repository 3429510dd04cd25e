"""Program: a mixed-integer program, built column by column and solved by HiGHS.

The only file that knows ``highspy``. It prints nothing, uses one thread and a fixed seed, so the
same program gives the same answer unless the time limit cuts it short.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt

INFINITY = float("inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Values of all columns, the objective, and a bound above every feasible objective.

    ``losses``: by how much at least the objective falls per unit of a column that stands at
    nought, in a program without whole columns.
    """

    values: npt.NDArray[np.float64]
    objective: float
    bound: float
    proven: bool
    losses: npt.NDArray[np.float64]


class Failure(StrEnum):
    """Why there is no answer."""

    IMPOSSIBLE = "no values keep all rows"
    NOT_FOUND = "none found in the time"


@dataclass(slots=True)
class Program:
    """Columns with bounds and worth, rows with limits; the sum of worths is made largest."""

    worth: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    limits: list[tuple[float, float]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    factors: list[float] = field(default_factory=list)

    def column(self, *, worth: float = 0.0, upper: float = INFINITY, whole: bool = False) -> int:
        """A new column from nought to ``upper``; its index."""
        self.worth.append(worth)
        self.upper.append(upper)
        self.whole.append(whole)
        return len(self.worth) - 1

    def row(
        self, terms: Mapping[int, float], *, least: float = -INFINITY, most: float = INFINITY
    ) -> None:
        """A new row: the sum of factor times column lies between ``least`` and ``most``."""
        self.starts.append(len(self.columns))
        self.limits.append((least, most))
        self.columns += terms.keys()
        self.factors += terms.values()

    def solved(
        self,
        *,
        seconds: float,
        start: Mapping[int, float] | None = None,
        gap: float = 1e-7,
        nodes: int = 1_000_000,
    ) -> Answer | Failure:
        """The best values found within the time, or why there are none.

        ``start``: values of some columns to begin from. ``gap``: share of the objective within
        which an answer is good enough. ``nodes``: branches looked at, which ends a search at the
        same place on every machine where ``seconds`` does not.
        """
        import highspy

        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("threads", 1)
        solver.setOptionValue("random_seed", 0)
        solver.setOptionValue("mip_rel_gap", gap)
        solver.setOptionValue("mip_max_nodes", nodes)
        solver.setOptionValue("time_limit", max(seconds, 0.05))
        solver.passModel(self._model(highspy))
        if start:
            solver.setSolution(
                len(start),
                np.array(list(start), dtype=np.int32),
                np.array(list(start.values()), dtype=np.float64),
            )
        solver.run()
        return self._answer(solver, highspy)

    def _model(self, highspy: Any) -> Any:
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.worth), len(self.limits)
        lp.col_cost_ = -np.array(self.worth, dtype=np.float64)
        lp.col_lower_ = np.zeros(len(self.worth))
        lp.col_upper_ = np.array(self.upper, dtype=np.float64)
        lp.row_lower_ = np.array([low for low, _ in self.limits], dtype=np.float64)
        lp.row_upper_ = np.array([high for _, high in self.limits], dtype=np.float64)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.array([*self.starts, len(self.columns)], dtype=np.int32)
        lp.a_matrix_.index_ = np.array(self.columns, dtype=np.int32)
        lp.a_matrix_.value_ = np.array(self.factors, dtype=np.float64)
        kinds = highspy.HighsVarType
        lp.integrality_ = [kinds.kInteger if whole else kinds.kContinuous for whole in self.whole]
        return lp

    def _answer(self, solver: Any, highspy: Any) -> Answer | Failure:
        info, found = solver.getInfo(), solver.getSolution()
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            impossible = solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible
            return Failure.IMPOSSIBLE if impossible else Failure.NOT_FOUND
        objective = -float(info.objective_function_value)
        bound = -float(info.mip_dual_bound) if any(self.whole) else objective
        return Answer(
            values=np.array(found.col_value),
            losses=np.array(found.col_dual),
            objective=objective,
            bound=max(bound, objective),
            proven=solver.getModelStatus() == highspy.HighsModelStatus.kOptimal,
        )
