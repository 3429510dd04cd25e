"""Fixed points of EM steps, reached by extrapolation (SQUAREM)."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from seasoned.numerics.calibration.arrays import Floats

TOLERANCE = 1e-4
"""Largest distance, in logits, of any parameter from where the iterations lead, as extrapolated:
a hundredth of a standard error at 100,000 people."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Path:
    """Where the iterations ended, the objective at each accepted point, and how they went."""

    point: Floats
    trace: Floats
    evaluations: int
    converged: bool


def climb(
    step: Callable[[Floats], tuple[Floats, float]],
    start: Floats,
    *,
    feasible: Callable[[Floats], Floats],
    slack: float,
    tolerance: float,
    limit: int,
) -> Path:
    """Fixed point of an EM step, reached by extrapolation that never lowers the objective.

    Two steps give direction and curvature, from which a long one is tried; it is kept if the
    objective there is no lower than before, and otherwise the two plain steps are.

    Parameters
    ----------
    step : a point of shape (n,) to the next one and the objective at the point given.
    start : shape (n,).
    feasible : moves an extrapolated point back into the range of the parameters.
    slack : by how much rounding may lower the objective.
    tolerance : largest distance of any entry from the extrapolated limit.
    limit : calls of ``step`` after which to stop, once the leap at hand is over.

    Returns
    -------
    The path; ``converged`` only if the tolerance was met. Its point is the last one whose
    objective is known, which is the last of the trace.

    Raises
    ------
    FloatingPointError
        If the objective is not finite at the start.

    References
    ----------
    Varadhan and Roland (2008), Scandinavian Journal of Statistics 35, 335-353, scheme SqS3.

    Examples
    --------
    >>> half = lambda x: (x / 2, -float(x[0] ** 2))
    >>> climb(half, np.ones(1), feasible=lambda x: x, slack=0, tolerance=1e-6, limit=9).converged
    True
    """
    here, (ahead, value) = start, step(start)
    if not math.isfinite(value):
        raise FloatingPointError(f"the objective is {value} at the start")
    trace, evaluations = [value], 1
    while evaluations < limit:
        far, next_value = step(ahead)
        evaluations += 1
        near = _distance(here, ahead, far) <= tolerance
        if not next_value >= value - slack:
            return _path(here, trace, evaluations, converged=near)
        trace.append(next_value)
        if near:
            return _path(ahead, trace, evaluations, converged=True)
        leap = _leap(step, feasible, (here, ahead, far), next_value - slack)
        evaluations += leap[3]
        if not leap[2] >= next_value - slack:
            return _path(ahead, trace, evaluations, converged=False)
        here, ahead, value, _ = leap
        trace.append(value)
    return _path(here, trace, evaluations, converged=False)


def _distance(here: Floats, ahead: Floats, far: Floats) -> float:
    """Largest distance of an entry from the limit, one step before the last point."""
    length = _length(ahead - here, far - ahead)
    return length * float(np.abs(far - ahead).max())


def _length(first: Floats, second: Floats) -> float:
    """Steps from here to the limit in units of the first, at least one."""
    bend = float(np.linalg.norm(second - first))
    return max(1.0, float(np.linalg.norm(first)) / bend) if bend > 0 else 1.0


def _leap(
    step: Callable[[Floats], tuple[Floats, float]],
    feasible: Callable[[Floats], Floats],
    points: tuple[Floats, Floats, Floats],
    least: float,
) -> tuple[Floats, Floats, float, int]:
    """The extrapolated point if it is good enough, else the third; its step, value and cost."""
    here, ahead, far = points
    first, second = ahead - here, far - ahead
    length = _length(first, second)
    there = feasible(here + 2 * length * first + length**2 * (second - first))
    after, value = step(there)
    if value >= least:
        return there, after, value, 1
    after, value = step(far)
    return far, after, value, 2


def _path(point: Floats, trace: list[float], evaluations: int, *, converged: bool) -> Path:
    return Path(point=point, trace=np.array(trace), evaluations=evaluations, converged=converged)


def climb_in_turn(
    steps: Sequence[Callable[[Floats], tuple[Floats, float]]],
    start: Floats,
    *,
    feasible: Callable[[Floats], Floats],
    slack: float,
    tolerance: float,
    limit: int,
) -> Path:
    """One way of stepping after another, each from where the one before got stuck.

    Parameters
    ----------
    steps : ways to step, of which the next is tried where the last did not converge.
    start, feasible, slack, tolerance : as for ``climb``.
    limit : calls of all ways together.

    Returns
    -------
    One path with the traces of all ways that were tried, points in common counted once.

    Raises
    ------
    IndexError
        If there is no way.
    FloatingPointError
        As for ``climb``.

    References
    ----------
    Our own.

    Examples
    --------
    >>> stuck = lambda x: (x / 2, -float(x[0] ** 2) if x[0] > 0.9 else -9.0)
    >>> half = lambda x: (x / 2, -float(x[0] ** 2))
    >>> ways = {"feasible": lambda x: x, "slack": 0, "tolerance": 1e-6, "limit": 20}
    >>> climb_in_turn([stuck], np.ones(1), **ways).converged
    False
    >>> climb_in_turn([stuck, half], np.ones(1), **ways).converged
    True
    """
    path = climb(steps[0], start, feasible=feasible, slack=slack, tolerance=tolerance, limit=limit)
    left = limit - path.evaluations
    if path.converged or len(steps) == 1 or left <= 0:
        return path
    after = climb_in_turn(
        steps[1:], path.point, feasible=feasible, slack=slack, tolerance=tolerance, limit=left
    )
    return replace(
        after,
        trace=np.concatenate([path.trace, after.trace[1:]]),
        evaluations=path.evaluations + after.evaluations,
    )
