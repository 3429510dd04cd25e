"""Ordered categories: what stays while parameters move, the chances they give and their derivatives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from seasoned.numerics.calibration.arrays import Booleans, Floats, Integers
from seasoned.numerics.calibration.nodes import log_weights, nodes_of

Kind = Literal["graded", "partial credit"]

ROWS = 1_024
"""People in a block, as for dense answers."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OrderedModel:
    """Ratings of the items kept, (people, n), as places 0, 1, ... among the categories in use.

    ``scores``, (n, c): the categories in use, counted from the lowest, the last repeated where an
    item has fewer than c. ``real``, (n, c): which places there are. Parameters are (n, c): slope,
    then an intercept for each place but the first, 0 where there is none.
    """

    kind: Kind
    places: Integers
    scores: Floats
    real: Booleans
    nodes: Floats
    weights: Floats
    start: Floats
    common: bool
    expand: bool = True

    def blocks(self) -> Iterator[Integers]:
        """Places of ``ROWS`` people at a time.

        Returns
        -------
        Views of ``places``, each of shape (rows, n), the last with as many rows as are left.

        Raises
        ------
        Nothing.

        References
        ----------
        Our own; see ``ROWS``.

        Examples
        --------
        >>> ratings, used = np.zeros((1500, 1), dtype=int), np.array([[True]])
        >>> [len(block) for block in ordered_model(ratings, used, "graded", common=False).blocks()]
        [1024, 476]
        """
        for start in range(0, len(self.places), ROWS):
            yield self.places[start : start + ROWS]


def ordered_model(ratings: Integers, used: Booleans, kind: Kind, *, common: bool) -> OrderedModel:
    """The model of the ratings of items whose categories in use are known.

    Parameters
    ----------
    ratings : shape (people, n), categories from 0 on, -1 missing.
    used : shape (n, categories), whether anybody was given a category.
    kind : "graded" or "partial credit".
    common : whether all items share one slope.

    Returns
    -------
    The model; its c is the largest number of categories in use of an item. It starts from slopes of
    1 and the intercepts that fit each item's shares.

    Raises
    ------
    IndexError
        If ratings and used hold different numbers of items.

    References
    ----------
    Samejima (1969), Estimation of latent ability using a response pattern of graded scores,
    Psychometric Monograph 17; Muraki (1992), A generalized partial credit model, Applied
    Psychological Measurement 16. Closing up categories not in use is our own.

    Examples
    --------
    >>> used = np.array([[True, False, True]])
    >>> model = ordered_model(np.array([[0], [2], [-1]]), used, "partial credit", common=False)
    >>> model.places.tolist(), model.scores.tolist()
    ([[0], [1], [-1]], [[0.0, 2.0]])
    """
    count = int(used.sum(axis=1).max(initial=1))
    real = np.arange(count) < used.sum(axis=1, keepdims=True)
    order = np.argsort(~used, axis=1, kind="stable")[:, :count]
    place = np.concatenate([np.cumsum(used, axis=1) - 1, np.full((len(used), 1), -1)], axis=1)
    places = place[np.arange(len(used)), ratings].astype(np.int8)
    nodes = nodes_of(len(used) * (count - 1))
    return OrderedModel(
        kind=kind,
        places=places,
        scores=np.where(real, order - order[:, :1], 0.0),
        real=real,
        nodes=nodes,
        weights=log_weights(nodes),
        start=_start(places, real, kind),
        common=common,
    )


def _start(places: Integers, real: Booleans, kind: Kind) -> Floats:
    """Slopes of 1 and the intercepts that fit the shares of each item."""
    count = real.shape[1]
    number = np.stack([(places == k).sum(axis=0) for k in range(count)], axis=1) + 0.5 * real
    share = np.where(real, number / number.sum(axis=1, keepdims=True), 1.0)
    if kind == "partial credit":
        intercepts = np.log(share / share[:, :1])
    else:
        above = np.cumsum(np.where(real, share, 0.0)[:, ::-1], axis=1)[:, ::-1]
        above = np.where(real, np.clip(above, 1e-6, 1 - 1e-6), 0.5)
        intercepts = 1.2 * np.log(above / (1 - above))
    return np.where(real, np.concatenate([np.ones((len(real), 1)), intercepts[:, 1:]], axis=1), 0.0)


# Chances


def category_chances(model: OrderedModel, values: Floats) -> Floats:
    """Log chance of each place at each node.

    Parameters
    ----------
    model : of n items with up to c places, on q nodes.
    values : shape (n, c), slope per logit, then intercepts in logits.

    Returns
    -------
    shape (n, c, q), 0 for a place that there is not, minus infinity where a graded item's intercepts
    do not fall.

    Raises
    ------
    ValueError
        If values have another shape.

    References
    ----------
    Samejima (1969), as for ``ordered_model``, ch. 4; Muraki (1992), as there, eq. 2.

    Examples
    --------
    >>> used = np.ones((1, 2), dtype=bool)
    >>> model = ordered_model(np.array([[0], [1]]), used, "graded", common=False)
    >>> middle = len(model.nodes) // 2
    >>> category_chances(model, np.array([[1.0, 0.0]]))[0, :, middle].round(3).tolist()
    [-0.693, -0.693]
    """
    return _graded(model, values) if model.kind == "graded" else _partial_credit(model, values)


def _graded(model: OrderedModel, values: Floats) -> Floats:
    """Samejima (1969), ch. 4: the chance of k or more less that of k + 1 or more.

    With s(x) the logistic, s(x) - s(y) = s(x) s(-y) (1 - exp(y - x)), exact in both tails. An item
    whose intercepts do not fall has no chances: they are minus infinity.
    """
    logit = _boundaries(model, values)
    real = model.real[:, 1:]
    fall = np.where(real[:, 1:], values[:, 2:] - values[:, 1:-1], -np.inf)
    between = np.zeros(model.real.shape)
    with np.errstate(divide="ignore"):
        between[:, 1:-1] = np.log1p(-np.exp(np.minimum(fall, 0)))
    log = _log_logistic(logit[:, :-1]) + _log_logistic(-logit[:, 1:]) + between[..., None]
    return np.where(model.real[..., None], log, 0.0)


def _boundaries(model: OrderedModel, values: Floats) -> Floats:
    """Logits of each place or more, (n, c + 1, q), from certain to impossible."""
    items, count = model.real.shape
    logit = np.full((items, count + 1, len(model.nodes)), -np.inf)
    logit[:, 0] = np.inf
    within = values[:, :1, None] * model.nodes + values[:, 1:, None]
    logit[:, 1:count] = np.where(model.real[:, 1:, None], within, -np.inf)
    return logit


def _log_logistic(x: Floats) -> Floats:
    return np.asarray(np.minimum(x, 0) - np.log1p(np.exp(-np.abs(x))))


def _partial_credit(model: OrderedModel, values: Floats) -> Floats:
    """Muraki (1992), eq. 2, with scores as they are where categories between are not in use."""
    intercepts = np.concatenate([np.zeros((len(values), 1)), values[:, 1:]], axis=1)
    joint = values[:, :1, None] * model.scores[..., None] * model.nodes + intercepts[..., None]
    joint = np.where(model.real[..., None], joint, -np.inf)
    joint -= joint.max(axis=1, keepdims=True)
    log = joint - np.log(np.exp(joint).sum(axis=1, keepdims=True))
    return np.where(model.real[..., None], log, 0.0)


# Derivatives


def category_derivatives(model: OrderedModel, values: Floats, log: Floats) -> Floats:
    """Derivatives of the log chances by the item's own parameters.

    Parameters
    ----------
    model : of n items with up to c places, on q nodes.
    values : shape (n, c), slope per logit, then intercepts in logits.
    log : shape (n, c, q), what ``category_chances`` gives for them.

    Returns
    -------
    shape (n, c, q, c), the last axis over the parameters; 0 where there is no place or parameter.

    Raises
    ------
    ValueError
        If shapes do not belong together.

    References
    ----------
    Samejima (1969) and Muraki (1992), as for ``ordered_model``; worked out from their chances.

    Examples
    --------
    >>> used = np.ones((1, 2), dtype=bool)
    >>> model = ordered_model(np.array([[0], [1]]), used, "graded", common=False)
    >>> values, middle = np.array([[1.0, 0.0]]), len(model.nodes) // 2
    >>> slopes = category_derivatives(model, values, category_chances(model, values))
    >>> slopes[0, :, middle, 1].round(3).tolist()
    [-0.5, 0.5]
    """
    if model.kind == "graded":
        table = _graded_derivatives(model, values, log)
    else:
        table = _partial_credit_derivatives(model, log)
    return np.asarray(table * model.real[:, :, None, None] * model.real[:, None, None, :])


def _graded_derivatives(model: OrderedModel, values: Floats, log: Floats) -> Floats:
    logit = _boundaries(model, values)
    rate = np.exp(_log_logistic(logit) + _log_logistic(-logit))
    lower, upper = rate[:, :-1] / np.exp(log), rate[:, 1:] / np.exp(log)
    table = np.zeros((*log.shape, log.shape[1]))
    table[..., 0] = model.nodes * (lower - upper)
    for k in range(1, log.shape[1]):
        table[:, k, :, k] = lower[:, k]
        table[:, k - 1, :, k] = -upper[:, k - 1]
    return table


def _partial_credit_derivatives(model: OrderedModel, log: Floats) -> Floats:
    chance = np.exp(log) * model.real[..., None]
    scores = model.scores[..., None]
    table = np.zeros((*log.shape, log.shape[1]))
    table[..., 0] = model.nodes * (scores - (scores * chance).sum(axis=1, keepdims=True))
    table[..., 1:] = -chance.transpose(0, 2, 1)[:, None, :, 1:]
    for k in range(1, log.shape[1]):
        table[:, k, :, k] += 1
    return table


def graded_bend(model: OrderedModel, values: Floats, counts: Floats, log: Floats) -> Floats:
    """Second derivatives of a graded item's chances over the chances, times counts.

    Each boundary's logit x enters two places, with the second derivative s(1 - s)(1 - 2 s) of s(x).

    Parameters
    ----------
    model : of n graded items with up to c places, on q nodes.
    values : shape (n, c), slope per logit, then intercepts in logits.
    counts : shape (n, c, q), people in each place at each node.
    log : shape (n, c, q), what ``category_chances`` gives for the values.

    Returns
    -------
    shape (n, c, c), summed over places and nodes; symmetric.

    Raises
    ------
    ValueError
        If shapes do not belong together.

    References
    ----------
    Samejima (1969), as for ``ordered_model``; worked out from the chances.

    Examples
    --------
    >>> used = np.ones((1, 2), dtype=bool)
    >>> model = ordered_model(np.array([[0], [1]]), used, "graded", common=False)
    >>> values = np.array([[1.0, 0.0]])
    >>> log = category_chances(model, values)
    >>> graded_bend(model, values, np.exp(log), log).round(3).tolist() == [[[0, 0], [0, 0]]]
    True
    """
    theta, odds = model.nodes, counts / np.exp(log)
    logit = values[:, :1, None] * theta + values[:, 1:, None]
    share = np.exp(_log_logistic(logit))
    bend = share * (1 - share) * (1 - 2 * share) * (odds[:, 1:] - odds[:, :-1])
    bend = bend * model.real[:, 1:, None]
    blocks = np.zeros((len(values), values.shape[1], values.shape[1]))
    blocks[:, 0, 0] = (bend * theta**2).sum(axis=(1, 2))
    blocks[:, 0, 1:] = blocks[:, 1:, 0] = bend @ theta
    place = np.arange(1, values.shape[1])
    blocks[:, place, place] = bend.sum(axis=2)
    return blocks
