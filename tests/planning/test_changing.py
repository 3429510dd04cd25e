"""The changing set against every smaller set."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from seasoned.numerics.readiness import READY, draws, met_at
from seasoned.planning.changing import Count, _told, changing_set


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
    )


counts = st.lists(st.tuples(st.floats(-2, 3), st.booleans()), min_size=2, max_size=8).map(
    lambda found: count_of(*zip(*found, strict=True))
)


@settings(max_examples=60, deadline=None)
@given(counts)
def test_no_smaller_set_would_change_the_verdict(count):
    """Second method: every set of fewer musts, tried one by one."""
    start = int(count.verdicts()[0])
    if start == READY:
        return
    found = changing_set(count)

    chosen = [count.ids.index(name) for name in found]
    assert int(_told(count, chosen).verdict()) != start
    for size in range(1, len(chosen)):
        for fewer in combinations(range(len(count.ids)), size):
            assert int(_told(count, list(fewer)).verdict()) == start


@settings(max_examples=60, deadline=None)
@given(counts)
def test_nothing_shown_leaves_the_verdict(count):
    assert int(_told(count, []).verdict()) == int(count.verdicts()[0])


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
    )

    assert changing_set(count) == []
