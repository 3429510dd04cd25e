"""The solver against enumeration: on small tasks every set of jobs can be tried."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seasoned.planning.solver.greedy import chain_of, marginal_greedy, static_greedy
from seasoned.planning.solver.placing import placed_by_hand
from seasoned.planning.solver.program import Failure
from seasoned.planning.solver.solving import solve
from seasoned.planning.solver.task import Job, Lift, Need, Piece, Placed, Task, gain_of
from seasoned.planning.solver.weekly import placed_by_program

PIECES = (Piece(width=0.5, worth=1.0), Piece(width=1.0, worth=0.4))


def job(quarters, *, deep=True, weeks=3, first=0, last=None, **more):
    shares = tuple(
        float(first <= week < (weeks if last is None else last)) for week in range(weeks)
    )
    return Job(name="job", quarters=quarters, deep=deep, shares=shares, **more)


@st.composite
def tasks(draw):
    weeks, skills = 3, 2
    jobs = []
    for n in range(draw(st.integers(1, 5))):
        first = draw(st.integers(0, 1))
        lifts = tuple(
            Lift(
                skill=skill,
                amount=draw(st.sampled_from((0.2, 0.5, 0.9))),
                room=draw(st.sampled_from((1.0, 1.5))),
            )
            for skill in draw(st.sets(st.integers(0, skills - 1), min_size=1))
        )
        jobs.append(
            job(
                draw(st.integers(1, 10)),
                deep=draw(st.booleans()),
                first=first,
                last=draw(st.integers(first + 1, weeks)),
                slot=draw(st.integers(1, 4)),
                cost=draw(st.sampled_from((0.0, 5.0))),
                lifts=lifts,
                bonus=draw(st.sampled_from((0.0, 0.1))),
                before=tuple(draw(st.sets(st.integers(0, n - 1), max_size=1))) if n else (),
            )
        )
    quarters = st.tuples(*(st.integers(0, 6) for _ in range(weeks)))
    return Task(
        deep=draw(quarters),
        light=draw(quarters),
        jobs=tuple(jobs),
        cost_cap=8.0,
        needs=tuple(Need(skill=skill, pieces=PIECES) for skill in range(skills)),
    )


def placeable(task, jobs):
    return placed_by_hand(task, jobs) or not isinstance(
        placed_by_program(task, jobs, seconds=20), Failure
    )


def best_by_enumeration(task):
    every = range(len(task.jobs))
    sets = (set(some) for count in range(len(task.jobs) + 1) for some in combinations(every, count))
    legal = (
        some
        for some in sets
        if all(chain_of(task, n) <= some for n in some)
        and sum(task.jobs[n].cost for n in some) <= task.cost_cap
    )
    ranked = sorted(legal, key=lambda some: -gain_of(task, some))
    return next(gain_of(task, some) for some in ranked if not some or placeable(task, some))


@settings(max_examples=60, deadline=None)
@given(tasks())
def test_solution_is_the_best_that_enumeration_finds(task):
    found = solve(task)

    assert found.gain == pytest.approx(best_by_enumeration(task), rel=1e-5)
    assert found.gap <= 1e-5


@settings(max_examples=60, deadline=None)
@given(tasks())
def test_greedy_rules_keep_the_hours_and_never_pass_the_solution(task):
    best = solve(task).gain

    for placed in (static_greedy(task), marginal_greedy(task)):
        assert_kept(task, placed)
        assert gain_of(task, placed.jobs) <= best + 1e-6


@settings(max_examples=60, deadline=None)
@given(tasks())
def test_both_ways_of_placing_keep_hours_order_and_slots(task):
    jobs = chain_of(task, len(task.jobs) - 1)
    by_hand, by_program = placed_by_hand(task, jobs), placed_by_program(task, jobs, seconds=20)

    if by_hand is not None:
        assert_kept(task, by_hand)
        assert isinstance(by_program, Placed)
    if isinstance(by_program, Placed):
        assert_kept(task, by_program)


def assert_kept(task, placed):
    for week in range(task.weeks):
        here = {n: amount for (n, at), amount in placed.quarters.items() if at == week}
        assert sum(a for n, a in here.items() if task.jobs[n].deep) <= task.deep[week]
        assert sum(here.values()) <= task.deep[week] + task.light[week]
        assert all(amount <= task.limit(n, week) for n, amount in here.items())
    for n in placed.jobs:
        own = {week: amount for (m, week), amount in placed.quarters.items() if m == n}
        assert sum(own.values()) == task.jobs[n].quarters
        assert all(a >= task.jobs[n].slot for week, a in own.items() if week < max(own))
        for before in task.jobs[n].before:
            assert max(w for m, w in placed.quarters if m == before) <= min(own)


def test_deep_after_light_that_no_fluid_plan_may_overlap():
    # Half of each in each week keeps both parts level, yet the second can only follow the first.
    task = Task(
        deep=(4, 4),
        light=(4, 4),
        needs=(Need(skill=0, pieces=PIECES),),
        jobs=(
            job(8, weeks=2, lifts=(Lift(skill=0, amount=0.1, room=9.0),)),
            job(8, weeks=2, deep=False, before=(0,), lifts=(Lift(skill=0, amount=1.0, room=9.0),)),
        ),
    )

    found = solve(task)

    assert found.placed.jobs == {0}
    assert found.bound == pytest.approx(found.gain)


def test_early_gain_puts_the_most_per_hour_first():
    task = Task(
        deep=(4, 4, 4),
        light=(0, 0, 0),
        needs=(Need(skill=0, pieces=PIECES), Need(skill=1, pieces=PIECES)),
        jobs=(
            job(8, lifts=(Lift(skill=0, amount=0.2, room=9.0),)),
            job(4, lifts=(Lift(skill=1, amount=0.5, room=9.0),)),
        ),
    )

    assert solve(task).placed.quarters == {(1, 0): 4, (0, 1): 4, (0, 2): 4}


def test_ceilings_hold_for_jobs_together():
    task = Task(
        deep=(9,),
        light=(0,),
        needs=(Need(skill=0, pieces=(Piece(width=5, worth=1),)),),
        jobs=(
            *(job(1, weeks=1, lifts=(Lift(skill=0, amount=0.6, room=0.8),)) for _ in range(3)),
            job(1, weeks=1, lifts=(Lift(skill=0, amount=0.5, room=2.0),)),
        ),
    )

    assert gain_of(task, range(4)) == pytest.approx(1.3)
    assert solve(task).gain == pytest.approx(1.3)


def test_no_jobs_and_no_weeks_are_solved_by_nothing():
    assert solve(Task(deep=(), light=(), jobs=(), needs=())).placed.quarters == {}
    assert solve(Task(deep=(4,), light=(4,), jobs=(), needs=())).gap == 0.0


def test_many_jobs_are_still_proven():
    jobs = tuple(
        job(4 + n % 9, weeks=3, lifts=(Lift(skill=n % 40, amount=0.3 + n % 5 / 10, room=2.0),))
        for n in range(200)
    )
    task = Task(
        deep=(40, 40, 40),
        light=(0, 0, 0),
        jobs=jobs,
        needs=tuple(Need(skill=n, pieces=PIECES) for n in range(40)),
    )

    found = solve(task)

    assert found.gap < 0.01
    assert_kept(task, found.placed)


def test_solution_without_time_is_a_greedy_one_that_says_how_far_off_it_may_be():
    jobs = tuple(
        job(5 + n % 7, lifts=(Lift(skill=n % 9, amount=0.4, room=2.0),)) for n in range(60)
    )
    task = Task(
        deep=(30, 30, 30),
        light=(0, 0, 0),
        jobs=jobs,
        needs=tuple(Need(skill=n, pieces=PIECES) for n in range(9)),
    )

    hasty, full = solve(task, seconds=0.0), solve(task)

    assert_kept(task, hasty.placed)
    assert hasty.gain <= full.gain <= hasty.bound + 1e-9


def test_same_task_gives_the_same_solution():
    jobs = tuple(
        job(5 + n % 7, lifts=(Lift(skill=n % 9, amount=0.4, room=2.0),)) for n in range(40)
    )
    task = Task(
        deep=(30, 30, 30),
        light=(0, 0, 0),
        jobs=jobs,
        needs=tuple(Need(skill=n, pieces=PIECES) for n in range(9)),
    )

    assert solve(task) == solve(task)
