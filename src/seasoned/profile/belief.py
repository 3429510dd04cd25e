"""Belief: one Gaussian over every skill, the self-report bias and what kinds of evidence share."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.errors import UnknownId
from seasoned.numerics import gaussian
from seasoned.numerics.hierarchy import Hierarchy, covariance_of, learn
from seasoned.numerics.normal import cdf
from seasoned.numerics.readiness import draws, met_at
from seasoned.profile.evidence import EvidenceKind
from seasoned.profile.standing import Estimate
from seasoned.skills.skill import Area, Skill

Floats = npt.NDArray[np.floating[Any]]

PRIOR = Hierarchy(mean=1.0, general=0.55, group=0.25, own=0.7)
"""What is believed of any skill before anything was seen, in levels: 1.0 give or take 1.2.

Mean: most of 180 skills were touched "with help" or never by a person who works in or near
machine learning. Variance 1.5: nineteen in twenty people then lie between never and leading the
hard cases. Shares: the scale spans students to staff engineers, whose levels differ by about two
on nearly everything, so more than a third of the variance is general experience, a sixth the area,
and half the skill's own. Moving the shares by half cost less than 0.01 in error in a simulation of
80 skills, but moves the width of intervals. All are our assumption until a sample is there;
``learn_prior`` replaces them."""

BIAS_VARIANCE = 1.2
"""Variance of a person's self-report bias, in squared levels: half of a self-rating's error, which
the person carries from one rating to the next (see content/kinds/self-rating.toml)."""

BIAS = "~self-report"
SHARED = "~shared:"
AREAS = tuple(Area)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Belief:
    """A Gaussian over ``names``: skill ids first, then hidden terms whose names begin with ``~``.

    ``mean`` has shape (n,), ``covariance`` shape (n, n), both in levels; ``areas`` holds the area
    of each skill, so it is as long as there are skills.
    """

    names: tuple[str, ...]
    areas: tuple[Area, ...]
    mean: Floats
    covariance: Floats
    index: Mapping[str, int]

    @property
    def skills(self) -> tuple[str, ...]:
        """Ids of the skills, in the order of the mean's first entries."""
        return self.names[: len(self.areas)]

    def column(self, name: str) -> int:
        """Place of a skill or hidden term; raises UnknownId with the nearest skill."""
        try:
            return self.index[name]
        except KeyError:
            raise UnknownId("skill", name, self.skills) from None

    def estimate(self, skill: str, pieces: int = 0) -> Estimate:
        """Level and standard error of one skill."""
        n = self.column(skill)
        return Estimate(
            level=float(self.mean[n]), error=float(math.sqrt(self.covariance[n, n])), pieces=pieces
        )

    def average(self, skills: Iterable[str], pieces: int = 0) -> Estimate:
        """Level and standard error of the plain average over some skills; the prior's without any."""
        chosen = tuple(skills)
        if not chosen:
            return Estimate(level=PRIOR.mean, error=math.sqrt(PRIOR.variance), pieces=0)
        return self.weighted(dict.fromkeys(chosen, 1 / len(chosen)), pieces)

    def weighted(self, weights: Mapping[str, float], pieces: int = 0) -> Estimate:
        """Level and standard error of a weighted sum of skills."""
        columns = [self.column(skill) for skill in weights]
        share = np.array(list(weights.values()))
        spread = share @ self.covariance[np.ix_(columns, columns)] @ share
        return Estimate(
            level=float(self.mean[columns] @ share), error=math.sqrt(spread), pieces=pieces
        )

    def probability(self, any_of: Sequence[str], level: float) -> float:
        """Probability that the best of some skills reaches a level."""
        columns = np.array([self.column(skill) for skill in any_of])
        if len(columns) == 1:
            one = self.estimate(any_of[0])
            return float(cdf(np.array((one.level - level) / one.error)))
        points = draws(self.mean[columns], self.covariance[np.ix_(columns, columns)])
        best = met_at(points, np.arange(len(columns))[None, :], np.array([level]))
        return float(best.mean())


def prior_belief(
    skills: Mapping[str, Skill],
    kinds: Mapping[str, EvidenceKind] | None = None,
    prior: Hierarchy = PRIOR,
) -> Belief:
    """What is believed before any evidence: the hierarchy, a bias, and one term per sharing kind."""
    ids = tuple(sorted(skills))
    shared = {
        kind.id: kind.shared_error for kind in (kinds or {}).values() if kind.shared_error > 0
    }
    names = (*ids, BIAS, *(SHARED + kind for kind in sorted(shared)))
    hidden = [BIAS_VARIANCE, *(shared[kind] ** 2 for kind in sorted(shared))]
    areas = tuple(skills[skill].area for skill in ids)
    n = len(ids)
    covariance = np.zeros((len(names), len(names)))
    covariance[:n, :n] = covariance_of(prior, np.array([AREAS.index(a) for a in areas], dtype=int))
    covariance[range(n, len(names)), range(n, len(names))] = hidden
    mean = np.concatenate([np.full(n, prior.mean), np.zeros(len(hidden))])
    return Belief(
        names=names,
        areas=areas,
        mean=mean,
        covariance=covariance,
        index={name: place for place, name in enumerate(names)},
    )


def observe(belief: Belief, loading: Mapping[str, float], level: float, error: float) -> Belief:
    """Belief after a weighted sum of skills and hidden terms was seen at a level, give or take an error."""
    columns = np.array([belief.column(name) for name in loading])
    mean, covariance = gaussian.observe(
        belief.mean, belief.covariance, columns, np.array(list(loading.values())), level, error**2
    )
    return replace(belief, mean=mean, covariance=covariance)


def learn_prior(levels: Floats, errors: Floats, areas: Sequence[Area]) -> Hierarchy:
    """The prior estimated from many people: levels of shape (people, skills), NaN where unseen.

    ``errors`` are the standard errors of the levels, same shape; ``areas`` one per skill. Raises
    ValueError for fewer than two people or areas. Method of moments, see numerics.hierarchy.
    """
    return learn(levels, errors**2, np.array([AREAS.index(area) for area in areas]))
