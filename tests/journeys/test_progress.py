from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.errors import InvalidValue
from seasoned.journeys.progress import START_FACTOR, Done, duration_factor

AT = date(2026, 11, 22)
hours = st.floats(0.5, 500)


def _done(taken: float | None, expected: float = 10.0) -> Done:
    return Done(action="a", at=AT, expected_hours=expected, hours=taken)


def test_nobody_yet_takes_the_published_factor():
    assert duration_factor(()) == START_FACTOR


def test_actions_without_hours_teach_nothing():
    assert duration_factor([_done(None)]) == START_FACTOR


@given(st.lists(st.tuples(hours, hours), max_size=10))
def test_factor_lies_between_the_start_and_what_was_seen(seen):
    ratios = [START_FACTOR, *(taken / expected for taken, expected in seen)]

    factor = duration_factor([_done(taken, expected) for taken, expected in seen])

    assert min(ratios) - 0.001 <= factor <= max(ratios) + 0.001


@given(st.lists(hours, min_size=1, max_size=8), hours)
def test_slower_work_never_lowers_the_factor(taken, more):
    slower = [_done(taken[0] + more), *map(_done, taken[1:])]

    assert duration_factor(slower) >= duration_factor(list(map(_done, taken)))


def test_much_evidence_outweighs_the_start():
    assert duration_factor([_done(10.0)] * 100) == pytest.approx(1.0, abs=0.02)


@pytest.mark.parametrize("taken", [0, -1, 1e9])
def test_hours_that_cannot_be_are_refused(taken):
    with pytest.raises(InvalidValue):
        _done(taken)
