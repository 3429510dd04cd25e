"""The smallest set of expectations that would change a verdict."""

from __future__ import annotations

from dataclasses import dataclass
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

    ``met`` has shape (points, musts), everything else (musts,), but ``implies``, of shape (musts,
    musts): what is shown along with each must, itself among it. ``sole`` is False for a must that
    a higher one on the same skill implies: it asks for evidence, and counts once.
    """

    ids: tuple[str, ...]
    met: Booleans
    probability: Floats
    groups: Integers
    sole: Booleans
    direct: Booleans
    bearing: Booleans
    implies: Booleans
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
        return numbers.chances(self.met[:, self.sole], self.groups[self.sole], self.need)

    def verdicts(self) -> tuple[Integers, Integers]:
        """Codes of the whole and of each area."""
        return numbers.verdicts(*self.chances(), self.musts, self.evidenced, self.seen)

    @property
    def seen(self) -> Integers:
        """Musts of each area that anything bears on."""
        return self._per_area(self.bearing)

    @property
    def need(self) -> Integers:
        """Musts of each area that have to be met."""
        return numbers.needed(self._per_area(self.sole))

    def met_in_areas(self) -> Integers:
        """Musts met at each point in each area, shape (areas, points)."""
        member = (self.groups == np.arange(self.areas)[:, None]) & self.sole
        return np.asarray(
            (member.astype(np.float32) @ self.met.T.astype(np.float32)).astype(np.int16)
        )

    def _per_area(self, which: Booleans) -> Integers:
        return np.bincount(self.groups[which], minlength=self.areas)


def changing_set(count: Count) -> list[str]:
    """Ids of a smallest set that would change the verdict.

    From "ready": evidence that, falling away, would end it. From "need evidence": musts that, once
    shown, make it "ready"; from "not yet": musts that lift it from there. A single must is found
    wherever one will do; several are gathered from the weakest area, the least probable first,
    and what was not needed is dropped, so that no part of the set would do by itself.
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
    """Musts to show until the verdict rises: one where one will do, else none without use."""
    tally = _Tally(count)
    alone = (n for n in np.argsort(count.probability) if tally.with_one(int(n)) > start)
    single = next(alone, None) if tally.near(start) else None
    return _several(tally, start) if single is None else [int(single)]


def _several(tally: _Tally, start: int) -> list[int]:
    chosen: list[int] = []
    while tally.verdict() <= start and not tally.shown.all():
        chosen.append(tally.weakest())
        tally.take(chosen[-1], 1)
    for step in tuple(chosen):
        tally.take(step, -1)
        if tally.verdict() > start:
            chosen.remove(step)
        else:
            tally.take(step, 1)
    return chosen


class _Tally:
    """Running counts of what is met, while one must after the other is taken as shown."""

    def __init__(self, count: Count) -> None:
        self.count, self.musts = count, count.musts
        self.need = count.need[:, None].astype(np.int16)
        self.met = count.met_in_areas()
        self.gained = (count.sole & ~count.met).T.astype(np.int16)
        self.evidenced, self.seen = count.evidenced.copy(), count.seen.copy()
        self.shown = np.zeros(len(count.ids), dtype=int)

    def take(self, must: int, times: int) -> None:
        """Take a must and what it implies as met, evidenced and seen (1), or take that back (-1)."""
        along = self.count.implies[must]
        before = self.shown > 0
        self.shown[along] += times
        for changed in np.flatnonzero(before != (self.shown > 0)):
            area = self.count.groups[changed]
            self.met[area] += times * self.gained[changed]
            self.evidenced[area] += times * (not self.count.direct[changed])
            self.seen[area] += times * (not self.count.bearing[changed])

    def with_one(self, must: int) -> int:
        """Code of the whole, were one must shown."""
        self.take(must, 1)
        found = self.verdict()
        self.take(must, -1)
        return found

    def verdict(self) -> int:
        """Code of the whole."""
        enough = self.met >= self.need
        joint, each = np.logical_and.reduce(enough).mean(), enough.mean(1)
        found = numbers.verdicts(joint, each, self.musts, self.evidenced, self.seen)
        return int(found[0])

    def near(self, start: int) -> bool:
        """Whether showing one must could be enough: no more evidence is short than one can bring."""
        most = int((self.count.implies & ~self.count.direct).sum(1).max())
        return start != numbers.NEED_EVIDENCE or int(self._short().sum()) <= most

    def weakest(self) -> int:
        """The must of greatest use: in the weakest area, bringing evidence that is short, least probable."""
        weakness = (self.met >= self.need).mean(1) - self._short()
        fresh = (self.count.implies & ~self.count.direct & (self.shown == 0)).sum(1)
        left = np.flatnonzero(self.shown == 0)
        order = np.lexsort(
            (self.count.probability[left], -fresh[left], weakness[self.count.groups[left]])
        )
        return int(left[order[0]])

    def _short(self) -> Integers:
        """Musts of each area that lack direct evidence beyond what may."""
        return np.asarray(np.maximum(self.musts - numbers.RULE.unseen - self.evidenced, 0))
