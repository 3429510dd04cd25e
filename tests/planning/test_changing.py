"""The changing set against every smaller set."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from seasoned.numerics.readiness import READY, draws, met_at
from seasoned.planning.changing import Count, _Tally, changing_set


def verdict_after(count, shown):
    tally = _Tally(count)
    for must in shown:
        tally.take(must, 1)
    return tally.verdict()


def count_of(means, directs):
    n = len(means)
    met = met_at(draws(np.array(means), np.eye(n), 256), np.arange(n)[:, None], np.zeros(n))
    direct = np.array(directs)
    return Count(
        ids=tuple(f"m{i}" for i in range(n)),
        met=met,
        probability=met.mean(0),
        groups=np.arange(n) % 2,
        sole=np.ones(n, dtype=bool),
        direct=direct,
        bearing=np.ones(n, dtype=bool),
        areas=2,
        implies=np.eye(n, dtype=bool),
    )


counts = st.lists(st.tuples(st.floats(-2, 3), st.booleans()), min_size=2, max_size=8).map(
    lambda found: count_of(*zip(*found, strict=True))
)


@settings(max_examples=60, deadline=None)
@given(counts)
def test_the_changing_set_is_as_small_as_one_more_than_the_smallest(count):
    """Second method: every smaller set, tried one by one; no part of the set does by itself."""
    start = int(count.verdicts()[0])
    if start == READY:
        return
    chosen = [count.ids.index(name) for name in changing_set(count)]

    assert verdict_after(count, chosen) > start
    assert all(verdict_after(count, [n for n in chosen if n != one]) <= start for one in chosen)
    everything = range(len(count.ids))
    for size in range(1, max(len(chosen) - 1, 2 if len(chosen) > 1 else 1)):
        for fewer in combinations(everything, size):
            assert verdict_after(count, fewer) <= start


@settings(max_examples=60, deadline=None)
@given(counts)
def test_nothing_shown_leaves_the_verdict(count):
    assert verdict_after(count, []) == int(count.verdicts()[0])


def test_no_musts_change_nothing():
    empty = np.zeros(0, dtype=bool)
    count = Count(
        ids=(),
        met=np.zeros((4, 0), dtype=bool),
        probability=np.zeros(0),
        groups=np.zeros(0, dtype=int),
        sole=empty,
        direct=empty,
        bearing=empty,
        areas=1,
        implies=np.zeros((0, 0), dtype=bool),
    )

    assert changing_set(count) == []
