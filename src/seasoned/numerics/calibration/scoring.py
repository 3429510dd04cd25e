"""The M step of ratings: the likeliest items for expected counts, by Fisher scoring."""

from __future__ import annotations

import numpy as np

from seasoned.numerics.calibration.arrays import Floats
from seasoned.numerics.calibration.categories import (
    OrderedModel,
    category_chances,
    category_derivatives,
)
from seasoned.numerics.calibration.maximum import HALVINGS
from seasoned.numerics.calibration.model import NEWTON
from seasoned.numerics.calibration.result import FARTHEST, STEEPEST

CLOSE = 1e-5
"""Last step of scoring within a pass, in logits; what is then left is a tenth of it."""

RIDGE = 1e-9
"""Information, in people, added where a threshold may have none."""


def maximised(model: OrderedModel, counts: Floats, values: Floats) -> Floats:
    """Parameters of the likeliest items for the expected counts, by Fisher scoring.

    Parameters
    ----------
    model : of n items with up to c places, on q nodes.
    counts : shape (n, c, q), expected people in each place at each node.
    values : shape (n, c), where to start: slope per logit, then intercepts in logits.

    Returns
    -------
    shape (n, c), within the bounds; the expected log-likelihood falls for no item (or not in sum,
    if they share their slope).

    Raises
    ------
    ValueError
        If shapes do not belong together.

    References
    ----------
    Samejima (1969), Estimation of latent ability using a response pattern of graded scores,
    Psychometric Monograph 17; Muraki (1992), A generalized partial credit model, Applied
    Psychological Measurement 16. Halving a step item by item is our own.

    Examples
    --------
    >>> from seasoned.numerics.calibration.categories import ordered_model
    >>> used = np.ones((1, 2), dtype=bool)
    >>> model = ordered_model(np.array([[0], [1]]), used, "graded", common=False)
    >>> right = np.exp(model.weights) / (1 + np.exp(-2 * model.nodes))
    >>> counts = np.stack([right[::-1], right])[None]
    >>> float(maximised(model, counts, model.start)[0, 0].round(3))
    2.0
    """
    gain = _gain(model, counts, values)
    for _ in range(NEWTON):
        step = _scored(model, counts, values)
        after, gain = _taken(model, counts, (values, gain), step)
        moved = float(np.abs(after - values).max())
        values = after
        if moved < CLOSE:
            break
    return values


def _gain(model: OrderedModel, counts: Floats, values: Floats) -> Floats:
    """Expected log-likelihood of each item, (n,), or of all, (1,), if they share their slope."""
    log = category_chances(model, values)
    with np.errstate(invalid="ignore"):
        gain = (counts * log).sum(axis=(1, 2))
    return np.asarray(gain.sum(keepdims=True) if model.common else gain)


def _taken(
    model: OrderedModel, counts: Floats, here: tuple[Floats, Floats], step: Floats
) -> tuple[Floats, Floats]:
    """The step of each item, halved until the item's expected log-likelihood is no lower."""
    values, gain = here
    share = np.ones(gain.shape)
    for _ in range(HALVINGS):
        after = feasible(model, (values + share[:, None] * step).ravel()).reshape(values.shape)
        new = _gain(model, counts, after)
        worse = ~(new >= gain - 1e-13 * np.abs(gain))
        if not worse.any():
            break
        share = np.where(worse, share / 2, share)
    return np.where(worse[:, None], values, after), np.where(worse, gain, new)


def _scored(model: OrderedModel, counts: Floats, values: Floats) -> Floats:
    """Fisher's information inverse times the score."""
    log = category_chances(model, values)
    scores = category_derivatives(model, values, log)
    score = np.einsum("jkq,jkqp->jp", counts, scores)
    expected = counts.sum(axis=1, keepdims=True) * np.exp(log) * model.real[..., None]
    information = squared(expected, scores)
    information += np.where(model.real, RIDGE, 1.0)[:, :, None] * np.eye(model.real.shape[1])
    if not model.common:
        return np.asarray(np.linalg.solve(information, score[..., None])[..., 0])
    solved = np.linalg.solve(
        information[:, 1:, 1:], np.stack([score[:, 1:], information[:, 1:, 0]], axis=2)
    )
    cross = information[:, 1:, 0]
    rise = (score[:, 0] - (cross * solved[..., 0]).sum(axis=1)).sum()
    rise /= (information[:, 0, 0] - (cross * solved[..., 1]).sum(axis=1)).sum()
    slopes = np.full((len(values), 1), rise)
    return np.concatenate([slopes, solved[..., 0] - solved[..., 1] * rise], axis=1)


def squared(weights: Floats, scores: Floats) -> Floats:
    """Weighted sums, over places and nodes, of the outer products of scores.

    Parameters
    ----------
    weights : shape (n, c, q), people in each place at each node.
    scores : shape (n, c, q, k), derivatives of the log chances by k parameters.

    Returns
    -------
    shape (n, k, k), symmetric.

    Raises
    ------
    ValueError
        If shapes do not belong together.

    References
    ----------
    Rao (1973), Linear Statistical Inference and Its Applications, ch. 5 (Fisher's information as the
    expected square of the score).

    Examples
    --------
    >>> squared(np.full((1, 1, 1), 2.0), np.array([[[[1.0, 3.0]]]])).tolist()
    [[[2.0, 6.0], [6.0, 18.0]]]
    """
    items, count = scores.shape[0], scores.shape[-1]
    flat = scores.reshape(items, -1, count)
    return np.asarray((flat * weights.reshape(items, -1, 1)).transpose(0, 2, 1) @ flat)


def feasible(model: OrderedModel, point: Floats) -> Floats:
    """The point moved within the bounds of slopes and intercepts.

    Parameters
    ----------
    model : of n items with up to c places.
    point : shape (n c,), item by item a slope per logit, then intercepts in logits.

    Returns
    -------
    shape (n c,), a copy.

    Raises
    ------
    ValueError
        If the point has another length.

    References
    ----------
    Our own bounds, see ``STEEPEST`` and ``FARTHEST``.

    Examples
    --------
    >>> from seasoned.numerics.calibration.categories import ordered_model
    >>> used = np.ones((1, 2), dtype=bool)
    >>> model = ordered_model(np.array([[0], [1]]), used, "graded", common=False)
    >>> feasible(model, np.array([9.0, -60.0])).tolist()
    [8.0, -50.0]
    """
    within = point.reshape(model.real.shape).copy()
    within[:, 0] = np.clip(within[:, 0], -STEEPEST, STEEPEST)
    within[:, 1:] = np.clip(within[:, 1:], -2 * FARTHEST, 2 * FARTHEST)
    return within.ravel()
