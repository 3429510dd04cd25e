"""Eighty skills in five areas, eight hundred items, twenty and forty answers; self-report fused.

People are drawn from a general factor, an area factor and the skill's own part. Compared with
what open libraries do: skills apart from each other, and one dimension for all of them; and with
self-ratings taken as independent facts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import process_time
from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.assessment.bank import Pool
from seasoned.assessment.choosing import Asked, Policy, next_item
from seasoned.assessment.target import everything
from seasoned.numerics.hierarchy import Hierarchy
from seasoned.profile.answer import Answer, Outcome
from seasoned.profile.answering import after_answer
from seasoned.profile.belief import BIAS, Belief, observe, prior_belief
from seasoned.skills.skill import Area, Skill, Term

Floats = npt.NDArray[np.floating[Any]]

SKILLS, ITEMS, PEOPLE = 80, 800, 600
TRUE = Hierarchy(mean=1.5, general=0.4, group=0.3, own=0.3)
"""Levels differ by one over people, seven tenths of it in common. The belief is told these
variances, as it would learn them from people."""

RATING_R, SHARED = 0.35, 0.5
"""Self-ratings go together with the truth at .35, and half of their error is the person's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How well levels were told, by a method and a number of answers."""

    name: str
    answers: int
    skill_r: float
    area_r: float
    rmse: float
    coverage: float
    step_ms: float


def skills() -> dict[str, Skill]:
    """Eighty skills, sixteen an area."""
    areas = list(Area)
    return {
        f"s{n:02d}": Skill(
            id=f"s{n:02d}",
            name=f"s{n:02d}",
            area=areas[n % 5],
            summary="",
            levels=("", "", "", ""),
            terms=(Term(name=f"s{n:02d}"),),
        )
        for n in range(SKILLS)
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """True levels of shape (people, skills), self-ratings, and items with their answers."""

    levels: Floats
    ratings: Floats
    groups: npt.NDArray[np.int_]
    pool: Pool
    right: npt.NDArray[np.bool_]
    prior: Belief


def world(seed: int = 20261127, people: int = PEOPLE) -> World:
    """Ten items a skill, slopes exp(N(0, .3)), difficulties spread like the people's levels."""
    rng = np.random.default_rng(seed)
    known = skills()
    prior = prior_belief(known, prior=TRUE)
    groups = np.array([list(Area).index(known[s].area) for s in prior.skills])
    levels = (
        TRUE.mean
        + rng.normal(0, TRUE.general**0.5, (people, 1))
        + rng.normal(0, TRUE.group**0.5, (people, 5))[:, groups]
        + rng.normal(0, TRUE.own**0.5, (people, SKILLS))
    )
    pool = _pool(prior, rng)
    chance = 1 / (1 + np.exp(-pool.slope * (levels[:, pool.skills] - pool.difficulty)))
    return World(
        levels=levels,
        ratings=_ratings(levels, rng),
        groups=groups,
        pool=pool,
        right=rng.random(chance.shape) < chance,
        prior=prior,
    )


def _ratings(levels: Floats, rng: np.random.Generator) -> Floats:
    error = TRUE.variance * (1 / RATING_R**2 - 1)
    lean = rng.normal(0, (SHARED * error) ** 0.5, (len(levels), 1))
    return levels + lean + rng.normal(0, ((1 - SHARED) * error) ** 0.5, levels.shape)


def _pool(prior: Belief, rng: np.random.Generator) -> Pool:
    names = tuple(f"i{n:03d}" for n in range(ITEMS))
    columns = np.repeat(np.arange(SKILLS), ITEMS // SKILLS)
    order = list(Area)
    return Pool(
        names=names,
        place={name: n for n, name in enumerate(names)},
        skills=columns,
        areas=np.array([order.index(prior.areas[c]) for c in columns]),
        families=np.full(ITEMS, -1),
        columns=np.stack([columns, columns], axis=1),
        loadings=np.stack([np.ones(ITEMS), np.zeros(ITEMS)], axis=1),
        slope=np.exp(rng.normal(0, 0.3, ITEMS)),
        difficulty=rng.normal(TRUE.mean, TRUE.variance**0.5, ITEMS),
        chance=np.zeros(ITEMS),
    )


def run(
    w: World,
    name: str,
    start: Sequence[Belief],
    marks: Sequence[int],
    *,
    easing: bool = True,
) -> list[Score]:
    """Everybody's test from their own starting belief, scored at each number of answers."""
    target, policy = everything(skills()), Policy(easing=easing)
    found: dict[int, list[Belief]] = {mark: [] for mark in marks}
    spent = 0.0
    for person, belief in enumerate(start):
        asked, rng = Asked(), np.random.default_rng(person)
        begun = process_time()
        for number in range(1, max(marks) + 1):
            choice = next_item(w.pool, belief, target, asked, policy, rng)
            assert choice is not None
            row = w.pool.place[choice.item]
            outcome = Outcome.RIGHT if w.right[person, row] else Outcome.WRONG
            belief = after_answer(belief, answer_of(w.pool, row, outcome))
            asked = asked.and_then(choice.item, outcome)
            if number in found:
                found[number].append(belief)
        spent += process_time() - begun
    step = 1e3 * spent / (len(start) * max(marks))
    return [scored(w, name, mark, beliefs, step) for mark, beliefs in found.items()]


def answer_of(pool: Pool, row: int, outcome: Outcome) -> Answer:
    """What an outcome on the item of that row says."""
    return Answer(
        item=pool.names[row],
        loadings={f"s{pool.skills[row]:02d}": 1.0},
        outcome=outcome,
        difficulty=float(pool.difficulty[row]),
        discrimination=float(pool.slope[row]),
    )


def scored(w: World, name: str, answers: int, beliefs: Sequence[Belief], step: float) -> Score:
    """Correlations over people, averaged; error and coverage over all skills and people."""
    means = np.array([b.mean[:SKILLS] for b in beliefs])
    errors = np.sqrt([b.covariance.diagonal()[:SKILLS] for b in beliefs])
    truth = w.levels[: len(beliefs)]
    areas = [(means[:, w.groups == g].mean(1), truth[:, w.groups == g].mean(1)) for g in range(5)]
    return Score(
        name=name,
        answers=answers,
        skill_r=float(np.mean([_r(means[:, s], truth[:, s]) for s in range(SKILLS)])),
        area_r=float(np.mean([_r(told, true) for told, true in areas])),
        rmse=float(np.sqrt(np.mean((means - truth) ** 2))),
        coverage=float(np.mean(np.abs(means - truth) <= 1.645 * errors)),
        step_ms=step,
    )


def _r(told: Floats, truth: Floats) -> float:
    """Correlation over people; 0 where nothing was told apart."""
    return float(np.corrcoef(told, truth)[0, 1]) if told.std() > 1e-9 else 0.0


def apart(prior: Belief) -> Belief:
    """The same variances with every skill by itself."""
    return replace(prior, covariance=np.diag(prior.covariance.diagonal()))


def single(prior: Belief) -> Belief:
    """The same variance, all of it shared by all skills: one dimension."""
    n, covariance = SKILLS, prior.covariance.copy()
    covariance[:n, :n] = TRUE.variance * (1 - 1e-6) + TRUE.variance * 1e-6 * np.eye(n)
    return replace(prior, covariance=covariance)


def rated(w: World, *, naive: bool) -> list[Belief]:
    """Starting beliefs once each person's eighty self-ratings were heard, their lean estimated or not."""
    error = TRUE.variance * (1 / RATING_R**2 - 1)
    covariance = w.prior.covariance.copy()
    bias = w.prior.column(BIAS)
    covariance[bias, bias] = SHARED * error
    prior = replace(w.prior, covariance=covariance)
    return [_heard(prior, ratings, error, naive=naive) for ratings in w.ratings]


def _heard(prior: Belief, ratings: Floats, error: float, *, naive: bool) -> Belief:
    belief = prior
    own = (error if naive else (1 - SHARED) * error) ** 0.5
    for skill, rating in zip(prior.skills, ratings, strict=True):
        loading = {skill: 1.0} if naive else {skill: 1.0, BIAS: 1.0}
        belief = observe(belief, loading, float(rating), own)
    return belief


def rows(people: int = PEOPLE) -> list[Score]:
    """The methods beside each other on the same people and answers."""
    w = world(people=people)
    plain = [w.prior] * people
    found = run(w, "Seasoned", plain, (20, 40))
    found += run(
        w, "Seasoned, without the easier question after a miss", plain, (20,), easing=False
    )
    found += run(w, "skills apart", [apart(w.prior)] * people, (20,))
    found += run(w, "one dimension", [single(w.prior)] * people, (20,))
    found += run(w, "self-report fused, lean estimated", rated(w, naive=False), (20,))
    found += run(w, "self-report as independent facts", rated(w, naive=True), (20,))
    return found


if __name__ == "__main__":
    for row in rows():
        print(row)
