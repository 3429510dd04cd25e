"""How probable it is that a level is there, and how many levels are missing on average."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import erf, exp, pi, sqrt
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from seasoned.numerics.readiness import draws
from seasoned.profile.standing import Estimate

Floats = npt.NDArray[np.floating[Any]]


class Joint(Protocol):
    """A joint Gaussian over named skills, in levels, such as profile.belief.Belief."""

    @property
    def names(self) -> Sequence[str]:
        """The skills, in the order of the rows."""

    @property
    def mean(self) -> Floats:
        """Shape (n_names,), in levels."""

    @property
    def covariance(self) -> Floats:
        """Shape (n_names, n_names)."""


def probability_met(asked: float, have: Estimate) -> float:
    """Probability that the true level is at least the asked one.

    Examples
    --------
    >>> probability_met(2.0, Estimate(level=2.0, error=0.5))
    0.5
    """
    if have.error <= 0:
        return float(have.level >= asked)
    return _normal_cdf((have.level - asked) / have.error)


def expected_shortfall(asked: float, have: Estimate) -> float:
    """Levels missing on average, ``E[max(0, asked - level)]``, for a Gaussian level.

    References
    ----------
    The Gaussian unit loss, e.g. Raiffa and Schlaifer (1961), Applied Statistical Decision Theory.

    Examples
    --------
    >>> round(expected_shortfall(2.0, Estimate(level=2.0, error=1.0)), 4)
    0.3989
    """
    missing = asked - have.level
    if have.error <= 0:
        return max(0.0, missing)
    z = missing / have.error
    return missing * _normal_cdf(z) + have.error * exp(-z * z / 2) / sqrt(2 * pi)


def best_of(
    asked: float, haves: Mapping[str, Estimate], joint: Joint | None = None
) -> tuple[float, float]:
    """Probability that the best of several skills meets the level, and its expected shortfall.

    Levels and errors are those of ``haves``; how they hang together is read from ``joint``
    (independent when it is None). One more alternative never makes either worse.
    """
    if len(haves) == 1:
        have = next(iter(haves.values()))
        return probability_met(asked, have), expected_shortfall(asked, have)
    best = _draws_of_best(haves, joint)
    return float(np.mean(best >= asked)), float(np.mean(np.maximum(0.0, asked - best)))


def likeliest(asked: float, haves: Mapping[str, Estimate]) -> str:
    """The skill most probably at the level; the higher, then the first, among equals."""
    return max(haves, key=lambda skill: (probability_met(asked, haves[skill]), haves[skill].level))


def _draws_of_best(haves: Mapping[str, Estimate], joint: Joint | None) -> Floats:
    level = np.array([have.level for have in haves.values()])
    error = np.array([have.error for have in haves.values()])
    covariance = _correlation(tuple(haves), joint) * np.outer(error, error)
    best: Floats = draws(level, covariance).max(axis=-1)
    return best


def _correlation(skills: Sequence[str], joint: Joint | None) -> Floats:
    if joint is None:
        return np.eye(len(skills))
    place = {name: n for n, name in enumerate(joint.names)}
    known = [n for n, skill in enumerate(skills) if skill in place]
    rows = [place[skills[n]] for n in known]
    covariance = np.asarray(joint.covariance, dtype=float)[np.ix_(rows, rows)]
    spread = np.sqrt(np.diag(covariance))
    correlation = np.eye(len(skills))
    correlation[np.ix_(known, known)] = covariance / np.outer(spread, spread)
    return correlation * (1 - 1e-9) + np.eye(len(skills)) * 1e-9


def _normal_cdf(z: float) -> float:
    return (1 + erf(z / sqrt(2))) / 2
