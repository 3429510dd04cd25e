"""Difficulties that follow each answer, against a batch estimate of the same answers, and Elo.

Five hundred items whose authors are off by 0.7 logits; each person answers twenty of them, the next
one near what is known of them by then.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.numerics.calibration import online, sparse
from seasoned.numerics.calibration.result import Prior

Floats = npt.NDArray[np.floating[Any]]

ITEMS, ANSWERS, AUTHOR_ERROR, NEARBY = 500, 20, 0.7, 40
KEPT = 1 / (1 + AUTHOR_ERROR**2)
"""Authors' estimates drawn in towards the mean, as is best for anything told with an error (Kelley 1947)."""

DOUBT = AUTHOR_ERROR * KEPT**0.5
"""What is then left to doubt."""

MARKS = (4, 12, 40, 80)
"""Answers an item at which the estimates are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Error of difficulties at so many answers an item; ``spread``: their SD over the true one."""

    answers: int
    ours: float
    batch: float
    elo: float
    spread: float
    elo_spread: float


def rows(seed: int = 20261127) -> Iterator[Row]:
    """One row a mark."""
    rng = np.random.default_rng(seed)
    true = rng.normal(size=ITEMS)
    author = KEPT * (true + rng.normal(0, AUTHOR_ERROR, ITEMS))
    ours, variance, elo = author.copy(), np.full(ITEMS, DOUBT**2), author.copy()
    log: list[tuple[int, int, bool]] = []
    for person in range(MARKS[-1] * ITEMS // ANSWERS):
        _sit(person, rng, true, (ours, variance, elo), log)
        done = (person + 1) * ANSWERS / ITEMS
        if done in MARKS:
            yield _row(int(done), true, author, ours, elo, log)


def _sit(
    person: int,
    rng: np.random.Generator,
    true: Floats,
    state: tuple[Floats, Floats, Floats],
    log: list[tuple[int, int, bool]],
) -> None:
    ours, variance, elo = state
    ability, mean, spread, rated = rng.normal(), 0.0, 1.0, 0.0
    left = rng.permutation(ITEMS)[: ANSWERS * NEARBY // 2].tolist()
    for _ in range(ANSWERS):
        near = left[:NEARBY]
        item = min(near, key=lambda n: abs(ours[n] - mean))
        left.remove(item)
        right = bool(rng.random() < 1 / (1 + np.exp(-(ability - true[item]))))
        found = online.update(mean, spread, ours[item], variance[item], right)
        mean, spread, ours[item], variance[item] = (float(x) for x in found)
        told = online.elo(rated, elo[item], right)
        rated, elo[item] = (float(x) for x in told)
        log.append((person, item, right))


def _row(
    answers: int,
    true: Floats,
    author: Floats,
    ours: Floats,
    elo: Floats,
    log: list[tuple[int, int, bool]],
) -> Row:
    people, items, right = (np.array(column) for column in zip(*log, strict=True))
    batch = sparse.calibrate(
        people,
        items,
        right,
        n_items=ITEMS,
        prior=Prior(log_discrimination=(0.0, 1e-3), difficulty=(author, DOUBT)),
    ).difficulty
    return Row(
        answers=answers,
        ours=_rmse(ours - true),
        batch=_rmse(batch - true),
        elo=_rmse(elo - true),
        spread=float(ours.std() / true.std()),
        elo_spread=float(elo.std() / true.std()),
    )


def _rmse(error: Floats) -> float:
    return float(np.sqrt(np.mean(error**2)))


if __name__ == "__main__":
    for row in rows():
        print(row)
