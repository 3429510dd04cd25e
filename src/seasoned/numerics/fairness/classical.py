"""Items and tests without a model: facility, discrimination, options and reliability."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seasoned.numerics.fairness.arrays import Booleans, Floats, Integers, ratio, seen_and_right
from seasoned.numerics.fairness.tables import even_strata

TAIL = 0.27
"""Share of people in the upper and in the lower group: the one at which the difference of two normal
groups stands furthest above its error, by Kelley (1939), J. Educational Psychology 30."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Classical:
    """What was seen of each item, each field of shape (n_items,); NaN where nothing was.

    ``answered``: how many answers. ``facility``: share of right ones. ``item_total``,
    ``item_rest``: correlation of a right answer with the share right of all items, and of all
    others, that a person was asked. ``upper_lower``: facility in the upper 27 % less that in the
    lower.
    """

    answered: Integers
    facility: Floats
    item_total: Floats
    item_rest: Floats
    upper_lower: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the options of each item drew people.

    ``counts``, ``shares``: shape (n_items, n_options, n_groups), lowest group first; shares of the
    group's answers to the item. ``point_biserial``: shape (n_items, n_options), correlation of
    choosing an option with the score; below zero is as it should be for a wrong one.
    """

    counts: Integers
    shares: Floats
    point_biserial: Floats


def classical(answers: Integers) -> Classical:
    """Facility and discrimination of each item without any model.

    Parameters
    ----------
    answers : shape (n_people, n_items), 1 right, 0 wrong, -1 missing.

    Returns
    -------
    Fields of shape (n_items,). The order of people does not matter: those whose scores tie at the
    border of the upper or lower 27 % count in part.

    Raises
    ------
    ValueError
        If an answer is not 1, 0 or -1.

    References
    ----------
    Henrysson (1963), Correction of item-total correlations in item analysis, Psychometrika 28;
    Kelley (1939), The selection of upper and lower groups for the validation of test items, Journal
    of Educational Psychology 30.

    Examples
    --------
    >>> found = classical(np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [1, 1, 1]]))
    >>> found.facility.tolist(), found.item_rest.round(3).tolist()
    ([0.75, 0.5, 0.25], [0.522, 0.707, 0.522])
    """
    seen, right = seen_and_right(answers)
    asked, total = seen.sum(1), right.sum(1)
    share = total / np.maximum(asked, 1)
    others = asked[:, None] - seen
    rest = (total[:, None] - right) / np.maximum(others, 1)
    whole = np.broadcast_to(share[:, None], rest.shape)
    return Classical(
        answered=seen.sum(0),
        facility=ratio(right.sum(0), seen.sum(0)),
        item_total=_correlation(right, whole, seen),
        item_rest=_correlation(right, rest, seen & (others > 0)),
        upper_lower=_upper_lower(seen, right, share),
    )


def _upper_lower(seen: Booleans, right: Floats, share: Floats) -> Floats:
    asked = seen.sum(1) > 0
    upper, lower = (np.where(asked, _outermost(sign * share, asked), 0.0) for sign in (1, -1))
    highest, lowest = (ratio(group @ right, group @ seen) for group in (upper, lower))
    return np.asarray(highest - lowest)


def _outermost(score: Floats, asked: Booleans) -> Floats:
    """Weight of each person in the best 27 % of those asked: 1, 0, or a part among ties."""
    ordered = np.sort(score[asked])
    below, upto = (np.searchsorted(ordered, score, side=side) for side in ("left", "right"))
    room = TAIL * len(ordered) - (len(ordered) - upto)
    return np.asarray(np.clip(room / np.maximum(upto - below, 1), 0, 1))


def option_table(chosen: Integers, score: Floats, n_options: int, *, n_groups: int = 3) -> Options:
    """How often each option of each item was chosen, by thirds of ability, and by whom.

    Parameters
    ----------
    chosen : shape (n_people, n_items), number of the option from 0 to n_options - 1, -1 missing;
        "I don't know" may be an option like the others.
    score : shape (n_people,), finite, such as ability; best without the item itself.
    n_options : how many options the item with the most has.
    n_groups : into how many groups of ability people fall.

    Returns
    -------
    Counts, shares and point-biserial correlations; NaN where nobody answered or all chose alike.

    Raises
    ------
    ValueError
        If an option lies outside 0 to n_options - 1 or a score is not finite.

    References
    ----------
    Haladyna (2004), Developing and Validating Multiple-Choice Test Items (option tables).

    Examples
    --------
    >>> chosen, score = np.array([[0], [1], [1], [2], [2], [2]]), np.arange(6.0)
    >>> option_table(chosen, score, 3).counts[0].tolist()
    [[1, 0, 0], [1, 1, 0], [0, 1, 2]]
    """
    if not -1 <= chosen.min() <= chosen.max() < n_options:
        raise ValueError(f"options must lie from 0 to {n_options - 1}, or be -1")
    group = even_strata(score, n_groups)
    places, seen = chosen.T * n_groups + group, chosen >= 0
    cells = n_options * n_groups
    flat = [
        np.bincount(row[kept], minlength=cells) for row, kept in zip(places, seen.T, strict=True)
    ]
    counts = np.stack(flat).reshape(-1, n_options, n_groups)
    column = np.broadcast_to(score[:, None], chosen.shape)
    drawn = [_correlation(chosen == k, column, seen) for k in range(n_options)]
    return Options(
        counts=counts,
        shares=ratio(counts, counts.sum(1, keepdims=True)),
        point_biserial=np.stack(drawn, axis=1),
    )


def _correlation(x: Floats, y: Floats, counted: Booleans) -> Floats:
    """Correlation down each column of what is counted, NaN where either does not vary."""
    n = np.maximum(counted.sum(0), 1)
    x = np.where(counted, x - np.where(counted, x, 0).sum(0) / n, 0)
    y = np.where(counted, y - np.where(counted, y, 0).sum(0) / n, 0)
    spread = (x**2).sum(0) * (y**2).sum(0)
    return ratio((x * y).sum(0), np.sqrt(np.where(spread > 1e-20, spread, np.nan)))


def cronbach_alpha(answers: Integers) -> float:
    """Reliability of the total score by the covariances of its items.

    Parameters
    ----------
    answers : shape (n_people, n_items), points from 0 on, -1 missing. Each covariance is over the
        people who answered both items.

    Returns
    -------
    At most 1, NaN where two items were never answered together or nothing varies.

    Raises
    ------
    ValueError
        If there are fewer than two items.

    References
    ----------
    Cronbach (1951), Coefficient alpha and the internal structure of tests, Psychometrika 16.

    Examples
    --------
    >>> round(cronbach_alpha(np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [1, 1, 1]])), 3)
    0.75
    """
    n_items = answers.shape[1]
    if n_items < 2:
        raise ValueError(f"alpha takes two items or more, not {n_items}")
    seen = (answers >= 0).astype(float)
    points = answers * seen
    both, sums = seen.T @ seen, points.T @ seen
    covariance = ratio(points.T @ points - ratio(sums * sums.T, both), both - 1)
    return float(n_items / (n_items - 1) * (1 - ratio(covariance.trace(), covariance.sum())))


def marginal_reliability(ability: Floats, error: Floats) -> float:
    """Share of the variance of ability, over all people, that the test has found out.

    Parameters
    ----------
    ability : shape (n_people,), means of posteriors.
    error : shape (n_people,), their deviations.

    Returns
    -------
    From 0 to 1: the correlation, squared, of estimate and ability.

    Raises
    ------
    ValueError
        If there are fewer than two people.

    References
    ----------
    Green, Bock, Humphreys, Linn and Reckase (1984), Technical guidelines for assessing computerized
    adaptive tests, Journal of Educational Measurement 21.

    Examples
    --------
    >>> marginal_reliability(np.array([-1.0, 0.0, 1.0]), np.full(3, 0.5))
    0.8
    """
    if len(ability) < 2:
        raise ValueError(f"reliability takes two people or more, not {len(ability)}")
    found = ability.var(ddof=1)
    return float(found / (found + np.mean(error**2)))
