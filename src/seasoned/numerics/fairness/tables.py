"""People of like score or ability, and the counts of their answers by group.

Tables are laid out as ``tables[..., stratum, group, answer]`` with group 0 for the reference and 1 for
the focal people, answer 0 for wrong and 1 for right.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from seasoned.numerics.fairness.arrays import Booleans, Floats, Integers, check_answers


def table_maker(
    answers: Integers, focal: Booleans, matching: Floats | None, *, own_item: bool
) -> tuple[Callable[[Booleans], Integers], Floats]:
    """What makes the tables from the anchors, and the score of each stratum.

    Parameters
    ----------
    answers : shape (n_people, n_items), 1 right, 0 wrong, -1 missing.
    focal : shape (n_people,), whether a person belongs to the focal group.
    matching : shape (n_people,), what people are matched on instead of a score; anchors then
        change nothing. None for the number of right answers to the anchors.
    own_item : whether an item counts in the score it is held against.

    Returns
    -------
    From the items that make up the score, shape (n_items,), to tables of shape (n_items, n_strata,
    2, 2); and the scores, or distinct matching values, of shape (n_strata,), rising.

    Raises
    ------
    ValueError
        If a matching value is not finite; the maker as ``tables_from``.

    References
    ----------
    Holland and Thayer (1988), as for ``score_tables``.

    Examples
    --------
    >>> answers, focal = np.array([[1], [0]]), np.array([False, True])
    >>> made, values = table_maker(answers, focal, np.array([0.5, 0.5]), own_item=True)
    >>> made(np.ones(1, dtype=bool)).tolist(), values.tolist()
    ([[[[0, 1], [1, 0]]]], [0.5])
    """
    if matching is None:
        scores = np.arange(answers.shape[1] + 1.0)
        return lambda anchors: score_tables(answers, focal, anchors, own_item=own_item), scores
    if not bool(np.isfinite(matching).all()):
        raise ValueError("matching must be finite for everyone")
    values, strata = np.unique(matching, return_inverse=True)
    fixed = tables_from(answers, focal, strata)
    return lambda anchors: fixed, values


def score_tables(
    answers: Integers, focal: Booleans, anchors: Booleans, *, own_item: bool = True
) -> Integers:
    """Tables of each item by the number of right answers to the anchor items.

    Parameters
    ----------
    answers, focal : as for ``tables_from``.
    anchors : shape (n_items,), whether an item counts in the score.
    own_item : whether each item counts in its own score, anchor or not.

    Returns
    -------
    shape (n_items, n_items + 1, 2, 2), counts by score, group and answer.

    Raises
    ------
    ValueError
        As for ``tables_from``.

    References
    ----------
    Holland and Thayer (1988), Differential item performance and the Mantel-Haenszel procedure, in
    Wainer and Braun, Test Validity: the studied item belongs to its score.

    Examples
    --------
    >>> answers, focal = np.array([[1, 0], [1, 1]]), np.array([False, True])
    >>> score_tables(answers, focal, np.ones(2, dtype=bool))[0].tolist()
    [[[0, 0], [0, 0]], [[0, 1], [0, 0]], [[0, 0], [0, 1]]]
    """
    right = answers == 1
    own = int(own_item) - anchors.astype(np.int32)
    scores = right[:, anchors].sum(1, dtype=np.int32)[:, None] + right * own
    return tables_from(answers, focal, scores, answers.shape[1] + 1)


def tables_from(
    answers: Integers, focal: Booleans, strata: Integers, n_strata: int | None = None
) -> Integers:
    """Counts of each item's answers by stratum, group and answer; missing answers are left out.

    Parameters
    ----------
    answers : shape (n_people, n_items), 1 right, 0 wrong, -1 missing.
    focal : shape (n_people,), whether a person belongs to the focal group.
    strata : shape (n_people,), or (n_people, n_items) where each item has its own; 0 or more.
    n_strata : how many strata there are, if more than occur.

    Returns
    -------
    shape (n_items, n_strata, 2, 2).

    Raises
    ------
    ValueError
        If an answer is not 1, 0 or -1, a group is empty, or shapes do not belong together.

    References
    ----------
    Mantel and Haenszel (1959), Statistical aspects of the analysis of data from retrospective
    studies of disease, JNCI 22.

    Examples
    --------
    >>> answers, focal = np.array([[1], [0], [-1]]), np.array([False, True, True])
    >>> tables_from(answers, focal, np.array([0, 0, 0])).tolist()
    [[[[0, 1], [1, 0]]]]
    """
    _refuse_wrong(answers, focal, strata)
    n = n_strata or int(strata.max()) + 1
    by_item = np.ascontiguousarray(answers.T)
    rows = np.broadcast_to(strata.T, by_item.shape)
    return np.stack([_table(*each, focal, n) for each in zip(by_item, rows, strict=True)])


def _table(answers: Integers, strata: Integers, focal: Booleans, n: int) -> Integers:
    code = (strata.astype(np.int64) * 2 + focal) * 2 + answers
    return np.bincount(code[answers >= 0], minlength=4 * n).reshape(n, 2, 2)


def _refuse_wrong(answers: Integers, focal: Booleans, strata: Integers) -> None:
    check_answers(answers)
    if focal.shape != answers.shape[:1] or strata.shape[0] != len(focal):
        raise ValueError(f"{len(answers)} people need as many groups and matching values")
    if focal.dtype != bool or focal.all() or not focal.any():
        raise ValueError("focal must be True for some people and False for others")


def even_strata(values: Floats, count: int) -> Integers:
    """Strata of about as many people each, the lowest first; equal values stay together.

    Parameters
    ----------
    values : shape (n,), finite, such as abilities.
    count : how many strata to aim at.

    Returns
    -------
    shape (n,), from 0 to count - 1.

    Raises
    ------
    ValueError
        If a value is not finite or the count is below 1.

    References
    ----------
    Zwick, Thayer and Wingersky (1994), A simulation study of methods for assessing differential
    item functioning in computerized adaptive tests, Applied Psychological Measurement 18, match
    people on ability when each was asked other items.

    Examples
    --------
    >>> even_strata(np.array([0.3, -1.0, 2.0, 0.3, 5.0, -2.0]), 3).tolist()
    [1, 0, 2, 1, 2, 0]
    """
    if count < 1 or not bool(np.isfinite(values).all()):
        raise ValueError(f"values must be finite and count 1 or more, not {count}")
    ordered = np.sort(values)
    below, upto = (np.searchsorted(ordered, values, side=side) for side in ("left", "right"))
    return np.asarray((below + upto) * count // (2 * len(values)))
