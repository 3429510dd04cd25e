"""A prior that ties entries to their group and groups to one general factor, and learning it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating[Any]]
Integers = npt.NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hierarchy:
    """Mean and variances of entry = mean + general + group + own, all independent."""

    mean: float
    general: float
    group: float
    own: float

    def __post_init__(self) -> None:
        if min(self.general, self.group) < 0 or self.own <= 0:
            raise ValueError("general and group must be at least 0 and own above 0")

    @property
    def variance(self) -> float:
        """Variance of one entry, the sum of the three layers'.

        Returns
        -------
        shape (), above zero, in squared units of the entries.

        Raises
        ------
        Nothing.

        References
        ----------
        Holzinger and Swineford (1937), as for ``covariance_of``: independent parts add up.

        Examples
        --------
        >>> Hierarchy(mean=0, general=1, group=2, own=3).variance
        6
        """
        return self.general + self.group + self.own


def covariance_of(hierarchy: Hierarchy, groups: Integers) -> Floats:
    """Covariance of entries that share a general factor and a factor per group.

    Parameters
    ----------
    hierarchy : variances of the three layers.
    groups : shape (n,), the group of each entry.

    Returns
    -------
    shape (n, n), positive definite.

    Raises
    ------
    ValueError
        If groups is not one-dimensional.

    References
    ----------
    Holzinger and Swineford (1937), The bi-factor method, Psychometrika 2, 41-54.

    Examples
    --------
    >>> covariance_of(Hierarchy(mean=0, general=1, group=2, own=3), np.array([0, 1])).tolist()
    [[6.0, 1.0], [1.0, 6.0]]
    """
    if groups.ndim != 1:
        raise ValueError(f"groups must have one axis, not {groups.ndim}")
    same = groups[:, None] == groups
    return np.asarray(
        hierarchy.general + hierarchy.group * same + hierarchy.own * np.eye(len(groups))
    )


def learn(values: Floats, variances: Floats, groups: Integers) -> Hierarchy:
    """Hierarchy estimated from a sample of people by the method of moments.

    Mean products of deviations estimate ``general`` between groups, ``general + group`` within
    one, and the whole variance plus noise on one entry. Negative parts are set to zero.

    Parameters
    ----------
    values : shape (people, n), what was seen, NaN where nothing was.
    variances : shape (people, n), noise of each value.
    groups : shape (n,), the group of each entry.

    Returns
    -------
    The hierarchy; ``own`` at least 0.05.

    Raises
    ------
    ValueError
        If fewer than two people, or fewer than two groups, were seen.

    References
    ----------
    Searle, Casella and McCulloch (1992), Variance Components, ch. 5 (analysis-of-variance
    estimation from unbalanced data).

    Examples
    --------
    >>> seen = np.array([[1.0, 1.0, 1.0], [-1.0, -1.0, -1.0]])
    >>> learn(seen, np.full((2, 3), 1e-9), np.array([0, 0, 1])).general
    1.0
    """
    if len(values) < 2 or len(np.unique(groups)) < 2:
        raise ValueError("learning a hierarchy takes two people and two groups at least")
    seen = np.isfinite(values)
    mean = float(values[seen].mean())
    parts = _moments(
        np.where(seen, values - mean, 0.0), np.where(seen, variances, 0.0), seen, groups
    )
    between, within, whole = parts
    general = max(between, 0.0)
    group = max(within - general, 0.0)
    return Hierarchy(
        mean=mean, general=general, group=group, own=max(whole - general - group, 0.05)
    )


def _moments(
    deviations: Floats, noise: Floats, seen: npt.NDArray[np.bool_], groups: Integers
) -> tuple[float, float, float]:
    """Mean product between groups, within a group, and of an entry with itself less its noise."""
    member = (groups[:, None] == np.unique(groups)).astype(float)
    sums, counts = deviations @ member, seen @ member
    squares, pieces = float((deviations**2).sum()), float(seen.sum())
    total, number = float((sums.sum(1) ** 2).sum()), float((counts.sum(1) ** 2).sum())
    inside, paired = float((sums**2).sum()), float((counts**2).sum())
    return (
        (total - inside) / max(number - paired, 1.0),
        (inside - squares) / max(paired - pieces, 1.0),
        (squares - float(noise.sum())) / max(pieces, 1.0),
    )
