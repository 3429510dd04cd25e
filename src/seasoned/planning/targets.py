"""What expectations ask, as entries of one Gaussian: skills, and behaviours that stand on an area."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.ladder.ladder import Ladder
from seasoned.numerics import gaussian, readiness
from seasoned.numerics.normal import cdf
from seasoned.planning.meeting import Case
from seasoned.profile.belief import PRIOR, Belief
from seasoned.profile.evidence import EvidenceKind
from seasoned.profile.standing import Estimate

Floats = npt.NDArray[np.floating[Any]]
Integers = npt.NDArray[np.integer[Any]]

ROOM = 0.5
"""A piece that names an expectation without a level of its own is taken as half a level above what
is asked: people name what they did well, not what they barely did. Our assumption."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """Draws of shape (points, entries); per case the entries of which the best counts, and the level."""

    draws: Floats
    choices: Integers
    asked: Floats
    mean: Floats
    deviation: Floats
    estimates: tuple[Estimate, ...]

    def chances(self, met: npt.NDArray[np.bool_]) -> Floats:
        """Probability of each case: exact for one entry, from the draws for the best of several."""
        first = self.choices[:, 0]
        exact = cdf((self.mean[first] - self.asked) / self.deviation[first])
        single = (self.choices == first[:, None]).all(1)
        return np.where(single, exact, met.mean(0))


def targets_of(
    ladder: Ladder, belief: Belief, cases: Sequence[Case], kinds: Mapping[str, EvidenceKind]
) -> Targets:
    """The entries that the cases ask for, after pieces that name an expectation were heard."""
    skills = tuple(dict.fromkeys(skill for case in cases for skill in case.skills))
    behaviours = tuple(case.id for case in cases if not case.skills)
    place = {name: n for n, name in enumerate((*skills, *behaviours))}
    mean, covariance = _entries(ladder, belief, cases, skills)
    for column, level, error in _named(cases, place, kinds):
        mean, covariance = gaussian.observe(
            mean, covariance, np.array([column]), np.ones(1), level, error**2
        )
    rows = [[place[name] for name in (case.skills or (case.id,))] for case in cases]
    deviation = np.sqrt(covariance.diagonal())
    best = [max(row, key=lambda n: mean[n]) for row in rows]
    return Targets(
        draws=readiness.draws(mean, covariance),
        choices=_padded(rows),
        mean=mean,
        deviation=deviation,
        asked=np.array([case.level for case in cases]),
        estimates=tuple(
            Estimate(level=float(mean[n]), error=float(deviation[n]), pieces=len(case.bearing))
            for n, case in zip(best, cases, strict=True)
        ),
    )


def _entries(
    ladder: Ladder, belief: Belief, cases: Sequence[Case], skills: Sequence[str]
) -> tuple[Floats, Floats]:
    """Mean and covariance of the skills asked and of behaviours: an area's average and something own."""
    loose = [case for case in cases if not case.skills]
    loading = np.zeros((len(skills) + len(loose), len(belief.mean)))
    loading[range(len(skills)), [belief.column(skill) for skill in skills]] = 1
    area_of = {area.id: area.maps_to for area in ladder.areas}
    for row, case in enumerate(loose, start=len(skills)):
        inside = [
            n for n, area in enumerate(belief.areas) if area is area_of[case.asked.expectation.area]
        ]
        loading[row, inside or range(len(belief.areas))] = 1 / len(inside or belief.areas)
    own = np.array([0.0] * len(skills) + [PRIOR.own] * len(loose))
    return loading @ belief.mean, loading @ belief.covariance @ loading.T + np.diag(own)


def _named(
    cases: Sequence[Case], place: Mapping[str, int], kinds: Mapping[str, EvidenceKind]
) -> Iterator[tuple[int, float, float]]:
    """Column, level and error of what naming pieces say, each piece once an entry at the highest level."""
    said: dict[tuple[int, str], tuple[float, float]] = {}
    for case in cases:
        column = place[case.skills[0] if case.skills else case.id]
        for piece in case.naming:
            kind = kinds[piece.kind]
            level, error = case.level + ROOM, (kind.error**2 + kind.shared_error**2) ** 0.5
            said[column, piece.id] = max(said.get((column, piece.id), (0.0, error)), (level, error))
    for (column, _), (level, error) in said.items():
        yield column, level, error


def _padded(rows: Sequence[Sequence[int]]) -> Integers:
    width = max(map(len, rows), default=1)
    return np.array([[*row, *[row[0]] * (width - len(row))] for row in rows], dtype=int).reshape(
        len(rows), width
    )
