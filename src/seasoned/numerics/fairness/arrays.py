"""Arrays of answers, and ratios of their sums."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating[Any]]
Integers = npt.NDArray[np.integer[Any]]
Booleans = npt.NDArray[np.bool_]


def check_answers(answers: Integers) -> None:
    """Refuse a table that holds anything but answers.

    Parameters
    ----------
    answers : should have shape (n_people, n_items) and hold 1 right, 0 wrong, -1 missing.

    Returns
    -------
    Nothing.

    Raises
    ------
    ValueError
        If the shape or an answer is another.

    References
    ----------
    Our own codes.

    Examples
    --------
    >>> check_answers(np.array([[1, 0, -1]]))
    """
    if answers.ndim != 2 or not -1 <= answers.min() <= answers.max() <= 1:
        raise ValueError("answers must be 1, 0 or -1, of shape (n_people, n_items)")


def seen_and_right(answers: Integers) -> tuple[Booleans, Floats]:
    """Whether there is an answer, and 1 where it is right.

    Parameters
    ----------
    answers : shape (n_people, n_items), 1 right, 0 wrong, -1 missing.

    Returns
    -------
    Two arrays of shape (n_people, n_items): whether answered, and 1 where right, else 0.

    Raises
    ------
    ValueError
        If an answer is not 1, 0 or -1, or there are none.

    References
    ----------
    Our own codes.

    Examples
    --------
    >>> seen, right = seen_and_right(np.array([[1, 0, -1]]))
    >>> seen.tolist(), right.tolist()
    ([[True, True, False]], [[1.0, 0.0, 0.0]])
    """
    check_answers(answers)
    return answers >= 0, (answers == 1).astype(float)


def ratio(top: Floats | Integers, bottom: Floats | Integers) -> Floats:
    """Top over bottom, without a warning where there is nothing to divide by.

    Parameters
    ----------
    top, bottom : any shape that broadcasts with the other.

    Returns
    -------
    The broadcast shape; NaN for 0 over 0, else infinite over 0.

    Raises
    ------
    ValueError
        If the shapes do not broadcast.

    References
    ----------
    IEEE 754-2019, ch. 7.2 and 7.3 (invalid operation, division by zero).

    Examples
    --------
    >>> ratio(np.array([1.0, 0.0]), np.array([2.0, 0.0])).tolist()
    [0.5, nan]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(top / bottom)
