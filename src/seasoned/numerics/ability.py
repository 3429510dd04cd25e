"""Abilities of many people from their answers to items with known parameters."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.numerics.answering import right_chance

Floats = npt.NDArray[np.floating[Any]]
Integers = npt.NDArray[np.integer[Any]]

REACH, SPACING = 5.0, 0.2
"""Nodes in deviations of ability: five to each side, a fifth apart."""


def expected_abilities(
    answers: Integers,
    discrimination: Floats,
    difficulty: Floats,
    chance: Floats,
    *,
    mean: float = 0.0,
    deviation: float = 1.0,
) -> tuple[Floats, Floats]:
    """Posterior mean and deviation of each person's ability under a normal population (EAP).

    Parameters
    ----------
    answers : shape (people, n_items), 1 right, 0 wrong, -1 missing.
    discrimination, difficulty, chance : shape (n_items,); items with a NaN are passed over.
    mean, deviation : of ability in the population.

    Returns
    -------
    Two arrays of shape (people,); the population's values for who answered nothing.

    Raises
    ------
    ValueError
        If the deviation is not above zero.

    References
    ----------
    Bock and Mislevy (1982), Adaptive EAP estimation of ability in a microcomputer environment,
    Applied Psychological Measurement 6.

    Examples
    --------
    >>> one = np.ones(1)
    >>> mean, error = expected_abilities(np.array([[1], [0], [-1]]), one, 0 * one, 0 * one)
    >>> mean.round(3).tolist(), error.round(3).tolist()
    ([0.413, -0.413, 0.0], [0.911, 0.911, 1.0])
    """
    if not deviation > 0:
        raise ValueError(f"deviation must be above zero, not {deviation}")
    nodes = mean + deviation * np.arange(-REACH, REACH + SPACING / 2, SPACING)
    known = np.isfinite(discrimination) & np.isfinite(difficulty)
    a, b, c = (x[known, None] for x in (discrimination, difficulty, chance))
    right = right_chance(nodes, a, b, c)
    kept = answers[:, known]
    log = (kept == 1) @ np.log(right) + (kept == 0) @ np.log1p(-np.minimum(right, 1 - 1e-12))
    log -= 0.5 * ((nodes - mean) / deviation) ** 2
    mass = np.exp(log - log.max(1, keepdims=True))
    mass /= mass.sum(1, keepdims=True)
    first = mass @ nodes
    return first, np.sqrt(np.maximum(mass @ nodes**2 - first**2, 0.0))
