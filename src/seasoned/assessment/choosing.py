"""The next question: the one whose answer should narrow the target most, within a few rules.

The rules: each item once, a family once, the first one on the easy side, an easier one after an
answer that was not right, each area near its share, and what exposure control bars stays out.
A rule that leaves nothing gives way; what was asked already never comes again, and where a test is
to stay within its target, it ends rather than leave it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.assessment.bank import Pool
from seasoned.assessment.target import Quota, Target
from seasoned.numerics import selection
from seasoned.numerics.answering import doubtful_slope, right_chance
from seasoned.profile.answer import Outcome
from seasoned.profile.belief import AREAS, Belief
from seasoned.skills.skill import Area

Booleans = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.floating[Any]]

EASY = 0.72
"""Chance, known or guessed, that the first question is answered right by somebody like this person:
easy enough to begin with, and not so easy that it says nothing."""

EASY_QUANTILE = 0.25
"""Where nothing is that easy for the person, the easiest quarter of what is left counts as easy."""

SHARED_TEMPERATURE = 0.085
"""How far, as a share of the best gain, a choice may fall behind where others sit the same test. On a
bank of 500 items, with the cap below, a test is then a quarter longer and a third of the bank stays
unused (benchmarks/assessment); at 0.04 two thirds do, at 0.15 none, and a test is half as long again."""

EXPOSURE_CAP = 0.25
"""Most sittings in which one item may appear on a shared server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked so far and how each answer came out, in order."""

    items: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()

    def and_then(self, item: str, outcome: Outcome) -> Asked:
        """The same with one more."""
        return Asked(items=(*self.items, item), outcomes=(*self.outcomes, outcome))


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How a choice is made.

    ``quotas`` of areas hold over ``questions`` in all. ``stale``: items seen in an earlier sitting,
    asked only for want of fresh ones. ``within``: whether only items on a skill of the target
    itself are asked, though others would narrow it a little too.
    """

    quotas: Mapping[Area, Quota] = field(default_factory=dict)
    questions: int = 0
    barred: Collection[str] = ()
    stale: Collection[str] = ()
    temperature: float = 0.0
    easing: bool = True
    within: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The item chosen, and the share of the target's variance that its answer should remove."""

    item: str
    gain: float


def next_item(
    pool: Pool,
    belief: Belief,
    target: Target,
    asked: Asked,
    policy: Policy,
    rng: np.random.Generator,
) -> Choice | None:
    """The question to ask now, or None when none is left that bears on the target."""
    weights = _weights(belief, target)
    seen = _rows(pool, asked.items)
    centre, spread = _along(pool, belief)
    shrinkage = selection.expected_shrinkage(
        centre, spread, pool.slope, pool.difficulty, pool.chance
    )
    gain = selection.gains(belief.covariance, weights, pool.columns, pool.loadings, shrinkage)
    left = _without(gain > 0, seen) & _no_kin(pool, seen)
    if policy.within:
        left &= np.isin(pool.skills, [belief.column(skill) for skill in target.weights])
    if not left.any():
        return None
    left = _narrowed(left, _without(_all(pool), _rows(pool, policy.barred)))
    left = _narrowed(left, _without(_all(pool), _rows(pool, policy.stale)))
    left = _narrowed(left, _on_target(pool, belief, target, seen))
    if policy.easing:
        left = _narrowed(left, _easy_enough(pool, centre, spread, asked, left))
    left = _narrowed(left, _balanced(pool, seen, policy))
    place = selection.softmax_choice(np.where(left, gain, -np.inf), policy.temperature, rng)
    whole = float(weights @ belief.covariance.diagonal())
    return Choice(item=pool.names[place], gain=float(gain[place]) / whole)


def exposure_barred(
    counts: Mapping[str, int], sittings: int, cap: float = EXPOSURE_CAP
) -> frozenset[str]:
    """Items that one more sitting would bring above their share of sittings.

    The eligibility rule of van der Linden and Veldkamp (2004, Journal of Educational and
    Behavioral Statistics 29) with the shares counted, not estimated.
    """
    most = max(1.0, cap * (sittings + 1))
    return frozenset(item for item, shown in counts.items() if shown + 1 > most)


def _weights(belief: Belief, target: Target) -> Floats:
    weights = np.zeros(len(belief.mean))
    for skill, weight in target.weights.items():
        weights[belief.column(skill)] = weight
    return weights


def _along(pool: Pool, belief: Belief) -> tuple[Floats, Floats]:
    """Mean and variance of the belief along each item, shapes (items,)."""
    centre = (pool.loadings * belief.mean[pool.columns]).sum(1)
    return centre, selection.along(belief.covariance, pool.columns, pool.loadings)


def _rows(pool: Pool, items: Collection[str]) -> list[int]:
    return [pool.place[name] for name in items if name in pool.place]


def _all(pool: Pool) -> Booleans:
    return np.ones(len(pool.names), dtype=bool)


def _without(mask: Booleans, rows: Sequence[int]) -> Booleans:
    mask[rows] = False
    return mask


def _narrowed(left: Booleans, rule: Booleans) -> Booleans:
    """What is left under a rule; all of it where the rule would leave nothing."""
    kept = left & rule
    return kept if kept.any() else left


def _no_kin(pool: Pool, seen: Sequence[int]) -> Booleans:
    """Items of no family that was asked already."""
    met = np.setdiff1d(pool.families[seen], [-1])
    return ~np.isin(pool.families, met)


def _on_target(pool: Pool, belief: Belief, target: Target, seen: Sequence[int]) -> Booleans:
    """Items on a skill of the target itself; where some come first, each skill once before twice."""
    own = [belief.column(skill) for skill in target.weights]
    if target.first:
        counts, there = Counter(pool.skills[seen].tolist()), set(pool.skills.tolist())
        first = [belief.column(skill) for skill in target.first]
        waiting = [c for c in first if not counts[c] and c in there]
        least = min((counts[c] for c in own if c in there), default=0)
        own = waiting or [c for c in own if counts[c] == least]
    return np.isin(pool.skills, own)


def _easy_enough(
    pool: Pool, centre: Floats, spread: Floats, asked: Asked, left: Booleans
) -> Booleans:
    if not asked.items:
        return _easy_side(pool, centre, spread, left)
    last = pool.place.get(asked.items[-1])
    if last is None or asked.outcomes[-1] is Outcome.RIGHT:
        return _all(pool)
    easier: Booleans = pool.difficulty < pool.difficulty[last]
    if (easier & left).any():
        return easier
    return np.asarray(pool.difficulty <= pool.difficulty[left].min())


def _easy_side(pool: Pool, centre: Floats, spread: Floats, left: Booleans) -> Booleans:
    right = right_chance(
        centre, doubtful_slope(pool.slope, np.sqrt(spread)), pool.difficulty, pool.chance
    )
    if ((right >= EASY) & left).any():
        return right >= EASY
    return pool.difficulty <= np.quantile(pool.difficulty[left], EASY_QUANTILE)


def _balanced(pool: Pool, seen: Sequence[int], policy: Policy) -> Booleans:
    """Items on areas that are not full, or only on those still owed once no question is to spare."""
    counts = Counter(pool.areas[seen].tolist())
    quotas = {AREAS.index(area): quota for area, quota in policy.quotas.items()}
    owed = {n: q.fewest - counts[n] for n, q in quotas.items() if counts[n] < q.fewest}
    if owed and sum(owed.values()) >= policy.questions - len(seen):
        return np.isin(pool.areas, list(owed))
    full = [n for n, quota in quotas.items() if counts[n] >= quota.most]
    return ~np.isin(pool.areas, full)
