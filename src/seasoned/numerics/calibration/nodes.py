"""Abilities at which a normal population is summed, and the posterior of each person there."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from seasoned.numerics.calibration.arrays import Array, Floats

REACH = 6.0
"""Nodes span this many deviations of ability to each side. At 5, a person with the highest of 24
ratings each loses .7 % of the likelihood, and at 4.5 the log-likelihood of 1,000 people with five
items is wrong by .003."""

WIDEST, NARROWEST = 19 / 64, 5 / 64
"""Nodes are at most .3 apart, and at most 1.7 posterior deviations: from 2.2 on, the likelihood of
100,000 people answering 200 items is off by one, and from 3.3 on slopes are wrong by their error.
In 64ths they are exact in single precision; with any other, that likelihood is off by .15."""


def nodes_of(longest: int) -> Floats:
    """Evenly spaced abilities, close enough for the narrowest posterior.

    n items of slope 1 leave a posterior deviation of about 1/sqrt(1 + n/4).

    Parameters
    ----------
    longest : most answers that anybody has.

    Returns
    -------
    shape (q,), rising, in deviations of ability; q is odd, so that the middle one is 0.

    Raises
    ------
    ValueError
        If longest is below -4.

    References
    ----------
    Bock and Aitkin (1981), Psychometrika 46, 443-459 (fixed points); Trefethen and Weideman (2014), The
    exponentially convergent trapezoidal rule, SIAM Review 56, 385-458. The spacing is our own, see
    ``WIDEST``.

    Examples
    --------
    >>> nodes = nodes_of(200)
    >>> len(nodes), float(nodes[-1]), float(nodes[1] - nodes[0])
    (53, 6.09375, 0.234375)
    """
    wanted = 1.7 / math.sqrt(1 + longest / 4)
    spacing = min(max(math.floor(64 * wanted) / 64, NARROWEST), WIDEST)
    half = math.ceil(REACH / spacing)
    return np.asarray(spacing * np.arange(-half, half + 1))


def log_weights(nodes: Floats) -> Floats:
    """Log of the normal density times the spacing.

    Not made to sum to 1, which would be wrong by the tails beyond the last node for everyone rather
    than for the few who are there.

    Parameters
    ----------
    nodes : shape (q,), evenly spaced, in deviations of ability.

    Returns
    -------
    shape (q,).

    Raises
    ------
    IndexError
        If there are fewer than two nodes.

    References
    ----------
    Trefethen and Weideman (2014), as for ``nodes_of``. Leaving the sum as it is is our own.

    Examples
    --------
    >>> log_weights(np.array([-1.0, 0.0, 1.0])).round(3).tolist()
    [-1.419, -0.919, -1.419]
    """
    return np.asarray(np.log((nodes[1] - nodes[0]) / math.sqrt(2 * math.pi)) - nodes**2 / 2)


def moments_of(people: Array, nodes: Array) -> tuple[float, float]:
    """Mean and deviation of ability among expected people.

    Parameters
    ----------
    people : shape (q,), how many at each node.
    nodes : shape (q,), abilities.

    Returns
    -------
    Mean and standard deviation, in the units of the nodes.

    Raises
    ------
    ZeroDivisionError
        If there are no people.

    References
    ----------
    Bock and Aitkin (1981), as for ``nodes_of``.

    Examples
    --------
    >>> moments_of(np.array([1.0, 2.0, 1.0]), np.array([-1.0, 0.0, 1.0]))
    (0.0, 0.7071067811865476)
    """
    total = float(people.sum())
    mean = float(people @ nodes) / total
    return mean, math.sqrt(float(people @ (nodes - mean) ** 2) / total)


def posterior_of(xp: Any, log: Array, moments: Array) -> tuple[Array, Array, Array, float]:
    """Posterior of each person up to a factor, its moments, and the log-likelihood of all.

    Parameters
    ----------
    xp : namespace of the arrays.
    log : shape (people, q), log joint densities of answers and ability; overwritten.
    moments : shape (q, m), what is summed over the posterior; the first column is 1.

    Returns
    -------
    Posterior of shape (people, q) up to a factor, its sums with the moments, shape (people, m), one
    over the first of these, shape (people,), and the log-likelihood.

    Raises
    ------
    ValueError
        If moments do not have a row for each node; RuntimeError by PyTorch.

    References
    ----------
    Bock and Aitkin (1981), Psychometrika 46, 443-459; Blanchard, Higham and Higham (2021), Accurately
    computing the log-sum-exp and softmax functions, IMA J. Numerical Analysis 41 (taking off the peak).

    Examples
    --------
    >>> log = np.log(np.array([[0.1, 0.3]]))
    >>> posterior, sums, inverse, loglik = posterior_of(np, log, np.ones((2, 1)))
    >>> (posterior * inverse[:, None]).round(3).tolist(), round(loglik, 3)
    ([[0.25, 0.75]], -0.916)
    """
    peak = xp.amax(log, axis=1)
    log -= peak[:, None]
    posterior = xp.exp(log, out=log)
    sums = posterior @ moments
    total = sums[:, 0]
    value = float(xp.sum(peak, dtype=xp.float64)) + float(xp.sum(xp.log(total), dtype=xp.float64))
    return posterior, sums, 1 / total, value
