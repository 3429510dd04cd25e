"""How probable it is that enough of many correlated things are met, and what that means.

One entry serves one person and twenty thousand: batch axes come first.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.numerics.normal import quantile

Floats = npt.NDArray[np.floating[Any]]
Integers = npt.NDArray[np.integer[Any]]
Booleans = npt.NDArray[np.bool_]

POINTS = 2048
"""Points of the Latin hypercube: over twelve stages of 40 correlated musts the probability was then off by
0.005 (root mean square), against 0.009 for as many purely random points.
Twice as many give 0.004; Richtmyer's and Korobov's lattices did no better."""

READY, NOT_YET, NEED_EVIDENCE = 1, -1, 0
"""Codes of a verdict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When a probability becomes a verdict.

    ``ready``, ``not_yet``: probabilities from which, and up to which, a verdict is said. In
    simulation 0.8 calls one in 150 of the people who are not ready "ready" and 0.125 tells one in
    thirty of the ready ones "not yet", with at most 45 % left without a verdict when nine musts in
    ten were seen; benchmarks/readiness/RESULTS.md holds the whole curve.
    ``slack``: share of an area's musts that may be missing while the area still counts as met.
    ``unseen``: musts of an area that may lack direct evidence in a "ready".
    ``seen``, ``seen_at_most``: share of an area's musts that anything must bear on before "not yet"
    is said, and the number that is enough in any case, so that asking more never makes a person
    who is not yet ready for one stage an open question at the next.
    """

    ready: float = 0.8
    not_yet: float = 0.125
    slack: float = 1 / 3
    unseen: int = 1
    seen: float = 0.5
    seen_at_most: int = 4


RULE = Rule()


def needed(musts: Integers, rule: Rule = RULE) -> Integers:
    """How many of an area's musts have to be met: two thirds, or all but one of two or three.

    Parameters
    ----------
    musts : any shape, number of musts.
    rule : whose slack counts.

    Returns
    -------
    The same shape; an area with a single must asks for it.

    Raises
    ------
    ValueError
        If a number is negative.

    References
    ----------
    Our own rule, held to a simulation in benchmarks/readiness.

    Examples
    --------
    >>> needed(np.array([0, 1, 2, 4, 10])).tolist()
    [0, 1, 1, 3, 7]
    """
    if bool((musts < 0).any()):
        raise ValueError("musts must be 0 or more")
    missing = np.maximum(np.floor(musts * rule.slack + 1e-9).astype(int), 1)
    return np.asarray(np.where(musts > 1, musts - missing, musts))


def draws(mean: Floats, covariance: Floats, points: int = POINTS) -> Floats:
    """Evenly spread points of a multivariate Gaussian, the same ones at every call.

    Parameters
    ----------
    mean : shape (..., n).
    covariance : shape (..., n, n).
    points : how many.

    Returns
    -------
    shape (..., points, n).

    Raises
    ------
    numpy.linalg.LinAlgError
        If a covariance is not positive definite.

    References
    ----------
    McKay, Beckman and Conover (1979), A comparison of three methods for selecting values of input
    variables, Technometrics 21; Stein (1987), Large sample properties of simulations using Latin
    hypercube sampling, Technometrics 29.

    Examples
    --------
    >>> draws(np.zeros(2), np.eye(2), 64).shape
    (64, 2)
    """
    n = mean.shape[-1]
    root = np.linalg.cholesky(covariance + 1e-9 * np.eye(n))
    spread = _normals(points, -(-n // 64) * 64)[:, :n] @ np.swapaxes(root, -1, -2).astype(
        np.float32
    )
    return np.asarray(spread + mean[..., None, :].astype(np.float32))


@lru_cache(maxsize=16)
def _normals(points: int, n: int) -> Floats:
    """A Latin hypercube of standard normals: every column holds the same evenly spread values."""
    column = quantile((np.arange(points) + 0.5) / points)
    rows = np.broadcast_to(column, (n, points))
    return np.asarray(np.random.default_rng(20261122).permuted(rows, axis=1).T, dtype=np.float32)


def met_at(levels: Floats, choices: Integers, asked: Floats) -> Booleans:
    """Whether each thing asked is met at each point: the best of its choices reaches the level.

    Parameters
    ----------
    levels : shape (..., points, n).
    choices : shape (musts, k), entries of which the best counts; repeat one to fill a row.
    asked : shape (musts,).

    Returns
    -------
    shape (..., points, musts).

    Raises
    ------
    IndexError
        If a choice is outside the entries.

    References
    ----------
    Our own definition of "any of".

    Examples
    --------
    >>> met_at(np.array([[1.0, 3.0]]), np.array([[0, 0], [0, 1]]), np.array([2.0, 2.0])).tolist()
    [[False, True]]
    """
    best = levels[..., choices[:, 0]]
    for column in range(1, choices.shape[1]):
        best = np.maximum(best, levels[..., choices[:, column]])
    return np.asarray(best >= asked.astype(levels.dtype))


def chances(met: Booleans, groups: Integers, need: Integers) -> tuple[Floats, Floats]:
    """Probability that every group holds enough that is met, and each group's own.

    Parameters
    ----------
    met : shape (..., points, musts).
    groups : shape (musts,), the group of each, 0 to len(need) - 1.
    need : shape (groups,), how many have to be met.

    Returns
    -------
    Joint probability of shape (...) and one per group of shape (..., groups).

    Raises
    ------
    ValueError
        If a group lies outside ``need``.

    References
    ----------
    Genz and Bretz (2009), Computation of Multivariate Normal and t Probabilities, ch. 4.

    Examples
    --------
    >>> joint, each = chances(np.array([[True, False], [True, True]]), np.array([0, 1]), np.array([1, 1]))
    >>> float(joint), each.tolist()
    (0.5, [1.0, 0.5])
    """
    enough = enough_in(met, groups, need)
    return np.asarray(enough.all(-1).mean(-1)), np.asarray(enough.mean(-2))


def enough_in(met: Booleans, groups: Integers, need: Integers) -> Booleans:
    """Whether each group holds enough that is met, at each point.

    Parameters
    ----------
    met : shape (..., points, musts).
    groups : shape (musts,).
    need : shape (groups,).

    Returns
    -------
    shape (..., points, groups).

    Raises
    ------
    ValueError
        If a group lies outside ``need``.

    References
    ----------
    Our own definition of readiness; see ``needed``.

    Examples
    --------
    >>> enough_in(np.array([[True, False]]), np.array([0, 0]), np.array([1])).tolist()
    [[True]]
    """
    if len(groups) and int(groups.max()) >= len(need):
        raise ValueError(f"groups must lie below {len(need)}, not {int(groups.max())}")
    member = (groups[:, None] == np.arange(len(need))).astype(np.float32)
    return np.asarray(met.astype(np.float32) @ member >= need - 0.5)


def verdicts(
    joint: Floats,
    each: Floats,
    musts: Integers,
    evidenced: Integers,
    seen: Integers,
    rule: Rule = RULE,
) -> tuple[Integers, Integers]:
    """Verdict on the whole and on each group, from probabilities and from what was seen.

    "Ready" takes the probability and direct evidence for all musts of every group but one.
    "Not yet" takes a low probability and something that bears on half of the musts, or four.
    Anything else needs evidence.

    Parameters
    ----------
    joint : shape (...).
    each : shape (..., groups).
    musts : shape (groups,).
    evidenced : shape (..., groups), musts with direct evidence.
    seen : shape (..., groups), musts that any evidence bears on.

    Returns
    -------
    Codes of shape (...) and (..., groups): 1 ready, -1 not yet, 0 need evidence.

    Raises
    ------
    ValueError
        If more musts are evidenced than there are.

    References
    ----------
    Chow (1970), On optimum recognition error and reject tradeoff, IEEE Trans. Inf. Theory 16.

    Examples
    --------
    >>> whole, _ = verdicts(np.array(0.95), np.array([0.95]), np.array([4]), np.array([3]), np.array([4]))
    >>> int(whole)
    1
    """
    if bool((evidenced > musts).any()):
        raise ValueError("evidenced must not exceed musts")
    backed = evidenced >= np.maximum(musts - rule.unseen, np.minimum(musts, 1))
    enough = np.minimum(np.ceil(rule.seen * musts), rule.seen_at_most)
    looked = seen >= enough
    groups = np.where(
        (each >= rule.ready) & backed,
        READY,
        np.where((each <= rule.not_yet) & looked, NOT_YET, NEED_EVIDENCE),
    )
    ready = (joint >= rule.ready) & (groups == READY).all(-1)
    low = (joint <= rule.not_yet) & (seen.sum(-1) >= enough.sum())
    not_yet = low | (groups == NOT_YET).any(-1)
    return np.where(ready, READY, np.where(not_yet, NOT_YET, NEED_EVIDENCE)), groups
