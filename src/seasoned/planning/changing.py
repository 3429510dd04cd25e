"""The smallest set of expectations that would change a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.numerics import readiness as numbers

Floats = npt.NDArray[np.floating[Any]]
Integers = npt.NDArray[np.integer[Any]]
Booleans = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Musts in columns: whether each is met at each point, its area, and what was seen of it.

    ``met`` has shape (points, musts), everything else (musts,). ``sole`` is False for a must
    that a higher one on the same skill implies: it asks for evidence, and counts once.
    """

    ids: tuple[str, ...]
    met: Booleans
    probability: Floats
    groups: Integers
    sole: Booleans
    direct: Booleans
    bearing: Booleans
    areas: int

    @property
    def musts(self) -> Integers:
        """Musts of each area."""
        return self._per_area(np.ones(len(self.ids), dtype=bool))

    @property
    def evidenced(self) -> Integers:
        """Musts of each area with direct evidence."""
        return self._per_area(self.direct)

    def chances(self) -> tuple[Floats, Floats]:
        """Joint probability that every area holds enough, and each area's own."""
        need = numbers.needed(self._per_area(self.sole))
        return numbers.chances(self.met[:, self.sole], self.groups[self.sole], need)

    def verdicts(self) -> tuple[Integers, Integers]:
        """Codes of the whole and of each area."""
        joint, each = self.chances()
        return numbers.verdicts(
            joint, each, self.musts, self.evidenced, self._per_area(self.bearing)
        )

    def shown(self, chosen: list[int]) -> Count:
        """The same, had the chosen musts been shown to be met; those they imply are shown too."""
        met, direct, bearing = self.met.copy(), self.direct.copy(), self.bearing.copy()
        met[:, chosen] = direct[chosen] = bearing[chosen] = True
        return replace(self, met=met, direct=direct, bearing=bearing)

    def _per_area(self, which: Booleans) -> Integers:
        return np.bincount(self.groups[which], minlength=self.areas)


def changing_set(count: Count) -> list[str]:
    """Ids of a smallest set that would change the verdict.

    From "ready": evidence that, falling away, would end it. Otherwise: musts that, once shown,
    would lift it. Found by taking the least probable must of the weakest area again and again
    and dropping what was not needed, so that no part of the set would do by itself.
    """
    if not count.ids:
        return []
    start = int(count.verdicts()[0])
    chosen = _supports(count) if start == numbers.READY else _lifts(count, start)
    return [count.ids[n] for n in chosen]


def _supports(count: Count) -> list[int]:
    """The least probable evidenced musts of the area whose evidence has the least to spare."""
    spare = count.evidenced - np.maximum(
        count.musts - numbers.RULE.unseen, np.minimum(count.musts, 1)
    )
    area = min((n for n in range(count.areas) if count.musts[n]), key=lambda n: spare[n])
    inside = [
        n for n in np.argsort(count.probability) if count.groups[n] == area and count.direct[n]
    ]
    return [int(n) for n in inside[: int(spare[area]) + 1]]


def _lifts(count: Count, start: int) -> list[int]:
    chosen: list[int] = []
    for step in _steps(count):
        chosen.append(step)
        if int(count.shown(chosen).verdicts()[0]) != start:
            break
    return _pruned(count, chosen, start)


def _steps(count: Count) -> Iterator[int]:
    """Musts in the order of greatest use: the least probable of the area that is weakest by then."""
    chosen: list[int] = []
    while len(chosen) < len(count.ids):
        open_ = [n for n in range(len(count.ids)) if n not in chosen]
        weakness = _weakness(count.shown(chosen))
        step = min(
            open_, key=lambda n: (weakness[count.groups[n]], count.direct[n], count.probability[n])
        )
        chosen.append(step)
        yield step


def _weakness(count: Count) -> Floats:
    """Each area's probability, lowered where direct evidence is short."""
    short = np.maximum(count.musts - numbers.RULE.unseen - count.evidenced, 0)
    return np.asarray(count.chances()[1] - short)


def _pruned(count: Count, chosen: list[int], start: int) -> list[int]:
    for step in tuple(chosen):
        rest = [n for n in chosen if n != step]
        if rest and int(count.shown(rest).verdicts()[0]) != start:
            chosen = rest
    return chosen
