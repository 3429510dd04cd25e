"""Generated tasks with published seeds: jobs over weeks with windows, energies and prerequisites."""

from __future__ import annotations

from math import ceil
from random import Random

from seasoned.planning.solver.task import Job, Lift, Need, Piece, Task


def task_of(
    seed: int,
    *,
    jobs: int = 80,
    weeks: int = 26,
    hours_per_week: float = 7.0,
    prerequisites: int = 10,
    slots: bool = False,
) -> Task:
    """A task like the ones a catalogue gives: about six times more work than hours.

    Jobs take 4 to 40 hours, a third is light, a third has a window; each lifts one to three of a
    quarter as many skills by 0.2 to 1.0 levels below a ceiling of 1 to 3 levels of room.
    """
    rng = Random(seed)
    skills = max(4, jobs // 4)
    whole = [_job(rng, n, weeks, skills, slots) for n in range(jobs)]
    deep = tuple(_quarters(rng, hours_per_week * 0.6) for _ in range(weeks))
    light = tuple(_quarters(rng, hours_per_week * 0.4) for _ in range(weeks))
    needs = tuple(_need(rng, skill) for skill in range(skills))
    return Task(deep=deep, light=light, jobs=_chained(rng, whole, prerequisites), needs=needs)


def _quarters(rng: Random, hours: float) -> int:
    return round(hours * 4 * rng.choice((0.0, 0.8, 1.0, 1.0, 1.2, 1.4)))


def _job(rng: Random, n: int, weeks: int, skills: int, slots: bool) -> Job:
    first = rng.randrange(0, weeks // 2) if rng.random() < 1 / 3 else 0
    last = rng.randrange(first + weeks // 4, weeks) if rng.random() < 1 / 3 else weeks
    lifts = tuple(
        Lift(
            skill=skill,
            amount=rng.choice((0.2, 0.3, 0.5, 0.7, 1.0)),
            room=rng.choice((1.0, 1.5, 2.0, 3.0)),
        )
        for skill in rng.sample(range(skills), rng.randint(1, 3))
    )
    return Job(
        name=f"job-{n}",
        quarters=ceil(rng.uniform(4, 40) * 4),
        deep=rng.random() < 2 / 3,
        shares=tuple(float(first <= week < last) for week in range(weeks)),
        slot=rng.choice((1, 2, 4, 6)) if slots else 1,
        lifts=lifts,
        bonus=rng.uniform(0, 0.02),
    )


def _chained(rng: Random, jobs: list[Job], count: int) -> tuple[Job, ...]:
    before: dict[int, list[int]] = {}
    for _ in range(count):
        first, second = sorted(rng.sample(range(len(jobs)), 2))
        before.setdefault(second, []).append(first)
    return tuple(
        Job(
            name=job.name,
            quarters=job.quarters,
            deep=job.deep,
            shares=job.shares,
            slot=job.slot,
            lifts=job.lifts,
            bonus=job.bonus,
            before=tuple(dict.fromkeys(before.get(n, ()))),
        )
        for n, job in enumerate(jobs)
    )


def _need(rng: Random, skill: int) -> Need:
    weight = rng.choice((0.2, 0.5, 1.0))
    return Need(
        skill=skill,
        pieces=tuple(
            Piece(width=width, worth=weight * slope)
            for width, slope in ((0.5, 0.95), (0.5, 0.8), (0.5, 0.5), (1.0, 0.15))
        ),
    )
