"""Two-parameter items: what stays while their parameters move, and the chances they give."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from seasoned.numerics.calibration.arrays import Array, Booleans, Floats, Pair, namespace_of
from seasoned.numerics.calibration.nodes import log_weights, nodes_of
from seasoned.numerics.calibration.result import FARTHEST, GENTLEST, STEEPEST, Known
from seasoned.numerics.calibration.tally import Settings, Tally

SINGLE_FROM = 2_000_000
"""Answers from which sums are formed in single precision: half the time, and a log-likelihood of
ten million stays good to a tenth, which is what iterations let it fall by. Below, double
precision costs nothing that is noticed."""

NEWTON = 12
"""Newton steps of a pass at the most; moves that are close end them sooner."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Model:
    """Arrays of the answers' namespace, in double precision, of the items kept.

    ``right`` holds their right answers and ``answers`` the number of all. ``lowest`` is None if
    nobody can guess. Prior arrays, (3, n), hold mean and one over the deviation of log slope,
    difficulty and intercept. ``expand``: the population is estimated and taken into the items.
    """

    xp: Any
    device: Any
    kind: Any
    answers: float
    right: Array
    nodes: Array
    weights: Array
    lowest: Any
    prior_mean: Array
    prior_root: Array
    free: Array
    start: Floats
    common: bool
    positive: bool
    expand: bool
    free_population: bool
    newton: int = NEWTON

    def array(self, values: Any) -> Array:
        """Values as double precision array beside the answers.

        Parameters
        ----------
        values : any shape, array or nested lists.

        Returns
        -------
        The same shape, in the namespace and on the device of the answers.

        Raises
        ------
        ValueError
            If values are not numbers or rows differ in length, by NumPy.

        References
        ----------
        Python array API standard, 2024.12, ``asarray``.

        Examples
        --------
        >>> half = Tally(right=np.array([1.0]), seen=np.array([2.0]))
        >>> one = model_of(np.zeros(1), half, np.zeros(1), Settings(), np.ones(1, dtype=bool), 1)
        >>> one.array([1, 2])
        array([1., 2.])
        """
        return self.xp.asarray(values, dtype=self.xp.float64, device=self.device)

    def unpacked(self, point: Floats) -> tuple[Array, Array, Array]:
        """Slopes, intercepts and the nodes' abilities of a point.

        Parameters
        ----------
        point : shape (2 n + 2,), slopes, intercepts, mean and log deviation of ability.

        Returns
        -------
        Slopes and intercepts, each of shape (n,), and abilities of shape (q,), in logits.

        Raises
        ------
        OverflowError
            If the log deviation is above 709.

        References
        ----------
        Our own order of parameters.

        Examples
        --------
        >>> half = Tally(right=np.array([1.0]), seen=np.array([2.0]))
        >>> one = model_of(np.zeros(1), half, np.zeros(1), Settings(), np.ones(1, dtype=bool), 1)
        >>> slope, intercept, theta = one.unpacked(np.array([1.5, -0.5, 0.25, 0.0]))
        >>> slope.tolist(), intercept.tolist(), float(theta.mean())
        ([1.5], [-0.5], 0.25)
        """
        items = len(self.right)
        theta = point[-2] + math.exp(point[-1]) * self.nodes
        return self.array(point[:items]), self.array(point[items : 2 * items]), theta


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Counts:
    """Expected people at each node.

    ``people`` has shape (q,); ``seen``, those who answered an item, (q,) if everybody answered
    all and else (n, q); ``right``, those of them who were right, (n, q), or, as long as no item
    can be guessed, only their summed ability, (n,), which is then all that the M step needs.
    """

    people: Array
    seen: Array
    right: Array
    loglik: float


Expecting = Callable[[Array, Array, Array], Counts]
"""Expected counts of slopes, intercepts and the nodes' abilities."""


def model_of(
    like: Array,
    tally: Tally,
    lowest: Floats,
    settings: Settings,
    kept: Booleans,
    longest: int,
) -> Model:
    """The model of the items kept, in the namespace of an array and on its device.

    Parameters
    ----------
    like : any shape, an array of the namespace and device wanted.
    tally : right answers and answers of all items.
    lowest : shape (n_items,), chance of a right guess.
    settings : what was asked for.
    kept : shape (n_items,), whether an item is estimated or known.
    longest : most answers that anybody has, which decides how close nodes must be.

    Returns
    -------
    The model of the n items kept. It starts from slopes of 1, or those known, the intercepts that
    fit each item's share right, and ability of mean 0 and deviation 1.

    Raises
    ------
    IndexError
        If lengths differ.

    References
    ----------
    Bock and Aitkin (1981), Psychometrika 46, 443-459; Mislevy (1986), Bayes modal estimation in item
    response models, Psychometrika 51, 177-195 (priors). The start is our own.

    Examples
    --------
    >>> half = Tally(right=np.array([1.0]), seen=np.array([2.0]))
    >>> one = model_of(np.zeros(1), half, np.zeros(1), Settings(), np.ones(1, dtype=bool), 1)
    >>> one.start.tolist(), one.answers, one.expand
    ([1.0, 0.0, 0.0, 0.0], 2.0, True)
    """
    xp, device = namespace_of(like), like.device
    mean, root = _prior_arrays(settings, kept)
    right, seen, guessed = tally.right[kept], tally.seen[kept], lowest[kept]
    known = _known_of(settings.known, kept)
    nodes = nodes_of(longest)

    def array(values: Any) -> Array:
        return xp.asarray(values, dtype=xp.float64, device=device)

    return Model(
        xp=xp,
        device=device,
        kind=xp.float32 if seen.sum() >= SINGLE_FROM else xp.float64,
        answers=float(seen.sum()),
        right=array(right),
        nodes=array(nodes),
        weights=array(log_weights(nodes)),
        lowest=array(guessed[:, None]) if guessed.any() else None,
        prior_mean=array(mean),
        prior_root=array(root),
        free=array(np.isnan(known[0])),
        start=_start(right, seen, guessed, known),
        common=settings.common,
        positive=bool(root[0].any() or root[1].any()),
        expand=not root.any() and settings.known is None,
        free_population=settings.free,
    )


def _prior_arrays(settings: Settings, kept: Booleans) -> tuple[Floats, Floats]:
    prior, items = settings.prior, len(kept)
    three = (prior.log_discrimination, prior.difficulty, prior.intercept)
    mean = np.stack([np.broadcast_to(np.asarray(m, dtype=float), (items,)) for m, _ in three])
    root = np.stack([np.broadcast_to(1 / np.asarray(s, dtype=float), (items,)) for _, s in three])
    mean, root = mean[:, kept], root[:, kept]
    if settings.common:
        root[0] /= math.sqrt(max(root.shape[1], 1))
    return mean, root


def _known_of(known: Known | None, kept: Booleans) -> tuple[Floats, Floats]:
    if known is None:
        return np.full(kept.sum(), np.nan), np.full(kept.sum(), np.nan)
    slope = known.discrimination[kept]
    return slope, -slope * known.difficulty[kept]


def _start(right: Floats, seen: Floats, lowest: Floats, known: tuple[Floats, Floats]) -> Floats:
    """Slopes of 1 and the intercepts that fit each item's share right; mean 0, deviation 1."""
    share = ((right + 0.5) / (seen + 1) - lowest) / (1 - lowest)
    share = np.clip(share, 0.02, 0.98)
    intercept = 1.2 * np.log(share / (1 - share))
    slope = np.where(np.isnan(known[0]), 1.0, known[0])
    return np.concatenate([slope, np.where(np.isnan(known[1]), intercept, known[1]), [0.0, 0.0]])


def log_chances(model: Model, slope: Array, intercept: Array, theta: Array) -> tuple[Array, Array]:
    """Log odds of a right answer and log chance of a wrong one.

    Parameters
    ----------
    model : of n items.
    slope, intercept : shape (n,), per logit and in logits.
    theta : shape (q,), abilities of the nodes.

    Returns
    -------
    Two arrays of shape (n, q).

    Raises
    ------
    ValueError
        If slope and intercept differ in length; RuntimeError by PyTorch.

    References
    ----------
    Birnbaum (1968), in Lord and Novick, Statistical Theories of Mental Test Scores, ch. 17, with a
    lower asymptote that is known.

    Examples
    --------
    >>> half = Tally(right=np.array([1.0]), seen=np.array([2.0]))
    >>> one = model_of(np.zeros(1), half, np.zeros(1), Settings(), np.ones(1, dtype=bool), 1)
    >>> odds, wrong = log_chances(one, np.ones(1), np.zeros(1), np.array([0.0, 1.0]))
    >>> odds.tolist(), wrong.round(3).tolist()
    ([[0.0, 1.0]], [[-0.693, -1.313]])
    """
    xp = model.xp
    logit = slope[:, None] * theta + intercept[:, None]
    share, wrong = logistic(xp, logit)
    if model.lowest is None:
        return logit, wrong
    wrong = wrong + xp.log(1 - model.lowest)
    return xp.log(model.lowest + (1 - model.lowest) * share) - wrong, wrong


def logistic(xp: Any, logit: Array) -> tuple[Array, Array]:
    """Chance of a right answer and log chance of a wrong one, where nobody can guess.

    Parameters
    ----------
    xp : namespace of the logit.
    logit : any shape.

    Returns
    -------
    Two arrays of the same shape, exact in both tails: no exponential overflows.

    Raises
    ------
    TypeError
        If the logit holds no numbers.

    References
    ----------
    Birnbaum (1968), in Lord and Novick, Statistical Theories of Mental Test Scores, ch. 17. The order
    of operations is our own.

    Examples
    --------
    >>> share, wrong = logistic(np, np.array([0.0, 1000.0]))
    >>> share.tolist(), wrong.round(3).tolist()
    ([0.5, 1.0], [-0.693, -1000.0])
    """
    small = xp.exp(-xp.abs(logit))
    share = xp.where(logit >= 0, 1.0, small) / (1 + small)
    return share, -(xp.clip(logit, 0.0, None) + xp.log1p(small))


def bounded(xp: Any, slope: Array, intercept: Array, *, positive: bool) -> Pair:
    """Slopes and intercepts moved within their bounds.

    Parameters
    ----------
    xp : namespace of both.
    slope, intercept : any shape, per logit and in logits.
    positive : whether slopes must stay above zero, as a prior on their logarithm asks.

    Returns
    -------
    Two arrays of the same shapes.

    Raises
    ------
    TypeError
        If they hold no numbers.

    References
    ----------
    Our own bounds, see ``STEEPEST`` and ``FARTHEST``.

    Examples
    --------
    >>> slope, intercept = bounded(np, np.array([-9.0]), np.array([30.0]), positive=False)
    >>> slope.tolist(), intercept.tolist()
    ([-8.0], [25.0])
    """
    least = GENTLEST if positive else -STEEPEST
    return xp.clip(slope, least, STEEPEST), xp.clip(intercept, -FARTHEST, FARTHEST)


def lift_of(model: Model, share: Array) -> Array:
    """The part p / P of a right answer that was not guessed.

    Parameters
    ----------
    model : of n items of which one or more can be guessed.
    share : shape (n, q), chance p of knowing the answer.

    Returns
    -------
    shape (n, q), from 0 to 1.

    Raises
    ------
    TypeError
        If no item can be guessed: the part is then 1 and need not be found.

    References
    ----------
    Lord (1980), Applications of Item Response Theory, ch. 12.1.

    Examples
    --------
    >>> half = Tally(right=np.array([1.0]), seen=np.array([2.0]))
    >>> one = model_of(np.zeros(1), half, np.array([0.25]), Settings(), np.ones(1, dtype=bool), 1)
    >>> lift_of(one, np.array([[0.5]])).round(3).tolist()
    [[0.8]]
    """
    return share / (model.lowest + (1 - model.lowest) * share)
