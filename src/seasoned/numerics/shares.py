"""Shares and what may be said of them: intervals, differences, trends, co-occurrence, many at once."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.numerics.normal import cdf, quantile

Floats = npt.NDArray[np.floating[Any]]

Z_90 = 1.645
"""Standard normal quantile of the 90 % interval that the whole product shows."""


def wilson(hits: Floats, trials: Floats, z: float = Z_90) -> tuple[Floats, Floats]:
    """Intervals of shares, sound for few trials and for shares near nought and one.

    Parameters
    ----------
    hits, trials : shape (...,), counts; without a trial the interval is 0 to 1.

    References
    ----------
    Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal
    of the American Statistical Association 22; Brown, Cai and DasGupta (2001).

    Examples
    --------
    >>> [round(float(x), 4) for x in wilson(np.array(1), np.array(10), z=1.96)]
    [0.0179, 0.4041]
    """
    hits, trials = np.asarray(hits, dtype=float), np.asarray(trials, dtype=float)
    n = np.maximum(trials, 1.0)
    share = hits / n
    scale = 1 + z * z / n
    centre = (share + z * z / (2 * n)) / scale
    half = z / scale * np.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    none = trials == 0
    low = np.where(none | (hits == 0), 0.0, np.maximum(centre - half, 0.0))
    return low, np.where(none | (hits == trials), 1.0, np.minimum(centre + half, 1.0))


def newcombe(
    hits: Floats, trials: Floats, other_hits: Floats, other_trials: Floats, z: float = Z_90
) -> tuple[Floats, Floats]:
    """Intervals of the differences of two independent shares, first minus other.

    References
    ----------
    Newcombe (1998), Interval estimation for the difference between independent proportions,
    Statistics in Medicine 17, 873-890, method 10 (without continuity correction).

    Examples
    --------
    >>> ends = newcombe(np.array(56), np.array(70), np.array(48), np.array(80), z=1.96)
    >>> [round(float(x), 4) for x in ends]
    [0.0524, 0.3339]
    """
    first, other = np.asarray(hits) / trials, np.asarray(other_hits) / other_trials
    low, high = wilson(hits, trials, z)
    other_low, other_high = wilson(other_hits, other_trials, z)
    difference = first - other
    below = np.sqrt((first - low) ** 2 + (other_high - other) ** 2)
    above = np.sqrt((high - first) ** 2 + (other - other_low) ** 2)
    return difference - below, difference + above


def two_shares(
    hits: Floats, trials: Floats, other_hits: Floats, other_trials: Floats
) -> tuple[Floats, Floats]:
    """Two-sided p of the pooled score test that two shares are one, and the least expected count.

    The test is sound where the least expected count of its two-by-two table is at least 5.

    References
    ----------
    Pearson (1900); Cochran (1954), Some methods for strengthening the common chi-squared tests.
    """
    hits, trials = np.asarray(hits, dtype=float), np.asarray(trials, dtype=float)
    other_hits, other_trials = np.asarray(other_hits, float), np.asarray(other_trials, float)
    pooled = (hits + other_hits) / (trials + other_trials)
    error = np.sqrt(pooled * (1 - pooled) * (1 / trials + 1 / other_trials))
    gap = np.abs(hits / trials - other_hits / other_trials)
    z = np.divide(gap, error, out=np.zeros_like(gap), where=error > 0)
    least = np.minimum(pooled, 1 - pooled) * np.minimum(trials, other_trials)
    return 2 * cdf(-z), least


def false_discovery(p: Floats) -> Floats:
    """Adjusted p: calling all below ``q`` different keeps false calls below a share ``q`` of calls.

    Parameters
    ----------
    p : shape (n,), p values, in any order.

    References
    ----------
    Benjamini and Hochberg (1995), Controlling the false discovery rate, Journal of the Royal
    Statistical Society B 57, 289-300.

    Examples
    --------
    >>> false_discovery(np.array([0.01, 0.04, 0.03])).tolist()
    [0.03, 0.04, 0.04]
    """
    p = np.asarray(p, dtype=float)
    order = np.argsort(p)[::-1]
    ranks = np.arange(p.size, 0, -1)
    adjusted = np.empty_like(p)
    adjusted[order] = np.minimum.accumulate(np.minimum(p[order] * p.size / ranks, 1.0))
    return adjusted


def lift(
    both: Floats, first: Floats, second: Floats, trials: float, z: float = Z_90
) -> tuple[Floats, Floats, Floats]:
    """How many times as often two things meet as chance would have it, with its interval.

    Parameters
    ----------
    both, first, second : shape (...,), counts of trials with both, with the first, with the second.
    trials : how many in all.

    Notes
    -----
    The logarithm of the lift is normal for large counts. By the delta method on multinomial
    counts its variance is (1/p - 1/a - 1/b + 2p/(ab) - 1)/n for shares p, a and b.

    References
    ----------
    Brin, Motwani, Ullman and Tsur (1997), Dynamic itemset counting, for the measure; Agresti
    (2013), Categorical Data Analysis, section 16.1, for the method.
    """
    p, a, b = (np.asarray(count, dtype=float) / trials for count in (both, first, second))
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = p / (a * b)
        variance = (1 / p - 1 / a - 1 / b + 2 * p / (a * b) - 1) / trials
        wide = np.exp(z * np.sqrt(np.maximum(variance, 0.0)))
        low, high = ratio / wide, ratio * wide
    none = p == 0
    return np.where(none, 0.0, ratio), np.where(none, 0.0, low), np.where(none, np.inf, high)


def mean_interval(
    total: Floats, squares: Floats, trials: float, z: float = Z_90
) -> tuple[Floats, Floats, Floats]:
    """Means with their large-sample intervals, from sums and sums of squares."""
    mean = np.asarray(total, dtype=float) / trials
    spread = np.maximum(np.asarray(squares, dtype=float) / trials - mean**2, 0.0)
    half = z * np.sqrt(spread / max(trials - 1, 1))
    return mean, mean - half, mean + half


def median_ranks(trials: int, z: float = Z_90) -> tuple[int, int]:
    """Ranks, from 1, of the values between which the median of a population lies.

    References
    ----------
    Conover (1999), Practical Nonparametric Statistics, section 3.2; Campbell and Gardner (1988),
    British Medical Journal 296, 1454-1456.

    Examples
    --------
    >>> median_ranks(100, z=1.96)
    (40, 61)
    """
    half = z * math.sqrt(trials) / 2
    low, high = math.floor(trials / 2 - half), math.ceil(1 + trials / 2 + half)
    return max(low, 1), min(high, trials)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slope:
    """Change of a share per unit of time, its interval, and how much wider the counts spread than
    binomial ones would (``spread``, at least 1)."""

    change: float
    low: float
    high: float
    spread: float

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves out nought."""
        return self.low > 0 or self.high < 0


def slope(hits: Floats, trials: Floats, times: Floats, *, level: float = 0.90) -> Slope:
    """Linear trend of a share over time, by weighted least squares.

    The variance is that of the Cochran-Armitage test, made wider by Pearson's dispersion of the
    shares about the line (adverts of a month come in bunches), with Student's t for what is left
    of the degrees of freedom.

    Parameters
    ----------
    hits, trials, times : shape (n_times,), counts, and when; at least three different times.

    Raises
    ------
    ValueError
        If there are fewer than three times with a trial.

    References
    ----------
    Armitage (1955), Tests for linear trends in proportions and frequencies, Biometrics 11,
    375-386; McCullagh and Nelder (1989), Generalized Linear Models, section 4.5, for dispersion.
    """
    hits, trials, times = (np.asarray(x, dtype=float) for x in (hits, trials, times))
    seen = trials > 0
    hits, trials, times = hits[seen], trials[seen], times[seen]
    if np.unique(times).size < 3:
        raise ValueError("a slope takes at least three different times with a trial")
    shares, pooled = hits / trials, hits.sum() / trials.sum()
    off = times - (trials * times).sum() / trials.sum()
    around = (trials * off**2).sum()
    change = float((trials * (shares - pooled) * off).sum() / around)
    chance = pooled * (1 - pooled)
    rest = shares - pooled - change * off
    freedom = times.size - 2
    spread = float((trials * rest**2).sum() / chance / freedom) if chance > 0 else 1.0
    spread = max(spread, 1.0)
    half = _student(level, freedom) * math.sqrt(spread * chance / around)
    return Slope(change=change, low=change - half, high=change + half, spread=spread)


def _student(level: float, freedom: int) -> float:
    """Two-sided quantile of Student's t; SciPy has it exactly, and is there."""
    if freedom > 200:
        return float(quantile(np.array((1 + level) / 2)))
    from scipy.special import stdtrit

    return float(stdtrit(freedom, (1 + level) / 2))
