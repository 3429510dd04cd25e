"""Arrays of answers, and ratios of their sums."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating[Any]]
Integers = npt.NDArray[np.integer[Any]]
Booleans = npt.NDArray[np.bool_]


def seen_and_right(answers: Integers) -> tuple[Booleans, Floats]:
    """Whether there is an answer, and 1 where it is right, each of shape (n_people, n_items)."""
    if answers.ndim != 2 or not -1 <= answers.min() <= answers.max() <= 1:
        raise ValueError("answers must be 1, 0 or -1, of shape (n_people, n_items)")
    return answers >= 0, (answers == 1).astype(float)


def ratio(top: Floats | Integers, bottom: Floats | Integers) -> Floats:
    """Top over bottom, of the shape of both; NaN or infinite over 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(top / bottom)
