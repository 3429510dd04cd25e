"""A unidimensional adaptive test on a 500-item bank, until the standard error is 0.35.

Ours is what the product does with one skill: the Gaussian belief, the expected shrinkage of every
item, one moment-matched update an answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from time import process_time
from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.assessment.choosing import EXPOSURE_CAP, SHARED_TEMPERATURE, exposure_barred
from seasoned.numerics.answering import RIGHT, WRONG, log_likelihood
from seasoned.numerics.gaussian import observe_likelihood
from seasoned.numerics.selection import expected_shrinkage, softmax_choice

Floats = npt.NDArray[np.floating[Any]]

ITEMS, PEOPLE, STOP, LONGEST = 500, 1000, 0.35, 80
COLUMN, ONE = np.array([0]), np.ones(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Items' slopes and difficulties, people's abilities, and the answer each would give to each."""

    slope: Floats
    difficulty: Floats
    ability: Floats
    right: npt.NDArray[np.bool_]

    @property
    def columns(self) -> tuple[Floats, Floats, Floats, Floats]:
        """Slope, difficulty, chance and what is closed, in the single precision of a pool."""
        kept = (self.slope, self.difficulty, np.zeros(ITEMS), np.zeros(ITEMS))
        first, second, third, fourth = (column.astype(np.float32) for column in kept)
        return first, second, third, fourth


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a thousand tests."""

    name: str
    items: float
    rmse: float
    bias: float
    unused: float
    most: float
    step_us: float


def world(seed: int = 20261127, people: int = PEOPLE) -> World:
    """The bank of the notes: slopes exp(N(0, .3)), difficulties and abilities N(0, 1)."""
    rng = np.random.default_rng(seed)
    slope = np.exp(rng.normal(0, 0.3, ITEMS))
    difficulty, ability = rng.normal(size=ITEMS), rng.normal(size=people)
    chance = 1 / (1 + np.exp(-slope * (ability[:, None] - difficulty)))
    return World(
        slope=slope,
        difficulty=difficulty,
        ability=ability,
        right=rng.random((people, ITEMS)) < chance,
    )


def ours(w: World, *, name: str, shared: bool = False, seed: int = 1) -> Outcome:
    """Our test on everybody in turn; ``shared`` with exposure control as on a team's server."""
    rng = np.random.default_rng(seed)
    shown: Counter[str] = Counter()
    estimates, lengths, spent = [], [], []
    for person, right in enumerate(w.right):
        barred = exposure_barred(shown, person, EXPOSURE_CAP) if shared else ()
        begun = process_time()
        mean, asked = _test(w, right, barred, SHARED_TEMPERATURE if shared else 0.0, rng)
        spent.append(process_time() - begun)
        shown.update(map(str, asked))
        estimates.append(mean)
        lengths.append(len(asked))
    return summed(name, w, np.array(estimates), lengths, shown, spent)


def _test(
    w: World, right: npt.NDArray[np.bool_], barred: Any, temperature: float, rng: Any
) -> tuple[float, list[int]]:
    mean, covariance = np.zeros(1), np.eye(1)
    slope, difficulty, chance, closed = w.columns
    closed = closed.copy()
    closed[[int(item) for item in barred]] = -np.inf
    asked: list[int] = []
    while covariance[0, 0] > STOP**2 and len(asked) < LONGEST:
        gain = expected_shrinkage(mean, covariance[0], slope, difficulty, chance) + closed
        item = softmax_choice(gain, temperature, rng)
        said = partial(
            log_likelihood,
            outcome=RIGHT if right[item] else WRONG,
            discrimination=float(w.slope[item]),
            difficulty=float(w.difficulty[item]),
            chance=0.0,
        )
        mean, covariance = observe_likelihood(mean, covariance, COLUMN, ONE, said)
        closed[item] = -np.inf
        asked.append(item)
    return float(mean[0]), asked


def summed(
    name: str,
    w: World,
    estimates: Floats,
    lengths: list[int],
    shown: Counter[str],
    spent: list[float],
) -> Outcome:
    """Length, error, use of the bank and time of a run.

    The time of a step is that of the quickest tenth of the people in a row: the others shared the
    processor with whatever else ran.
    """
    error = estimates - w.ability[: len(estimates)]
    return Outcome(
        name=name,
        items=float(np.mean(lengths)),
        rmse=float(np.sqrt(np.mean(error**2))),
        bias=float(np.mean(error)),
        unused=1 - len(shown) / ITEMS,
        most=max(shown.values(), default=0) / max(len(estimates), 1),
        step_us=1e6 * min(_steps(spent, lengths)),
    )


def _steps(spent: list[float], lengths: list[int], parts: int = 10) -> Iterator[float]:
    """CPU seconds of a step in each part of the people."""
    for part in range(parts):
        rows = slice(part * len(spent) // parts, (part + 1) * len(spent) // parts)
        if lengths[rows]:
            yield sum(spent[rows]) / sum(lengths[rows])


def main() -> None:
    """Print our rows."""
    w = world()
    for outcome in (ours(w, name="Seasoned"), ours(w, name="Seasoned, cap .25", shared=True)):
        print(outcome)


if __name__ == "__main__":
    main()
