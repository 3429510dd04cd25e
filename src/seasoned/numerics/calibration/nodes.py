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
    """Evenly spaced abilities: n items of slope 1 leave a posterior deviation of 1/sqrt(1 + n/4)."""
    wanted = 1.7 / math.sqrt(1 + longest / 4)
    spacing = min(max(math.floor(64 * wanted) / 64, NARROWEST), WIDEST)
    half = math.ceil(REACH / spacing)
    return np.asarray(spacing * np.arange(-half, half + 1))


def log_weights(nodes: Floats) -> Floats:
    """Log of the normal density times the spacing: not made to sum to 1, which would be wrong by
    the tails beyond the last node for everyone rather than for the few who are there."""
    return np.asarray(np.log((nodes[1] - nodes[0]) / math.sqrt(2 * math.pi)) - nodes**2 / 2)


def posterior_of(xp: Any, log: Array, moments: Array) -> tuple[Array, Array, Array, float]:
    """Posterior of each person up to a factor, its sum and first moment, one over the sum, and
    the log-likelihood of all; from log joint densities, (people, q), which are overwritten."""
    peak = xp.amax(log, axis=1)
    log -= peak[:, None]
    posterior = xp.exp(log, out=log)
    sums = posterior @ moments
    total = sums[:, 0]
    value = float(xp.sum(peak, dtype=xp.float64)) + float(xp.sum(xp.log(total), dtype=xp.float64))
    return posterior, sums, 1 / total, value
