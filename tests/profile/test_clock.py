"""Calendar time: overlaps once, leave out."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from seasoned.profile.clock import days_in, merged, working_days, years_of
from seasoned.profile.person import Leave, Role

DAY = date(2020, 1, 1)
periods = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 400)).map(
        lambda pair: tuple(DAY + timedelta(days=n) for n in sorted(pair))
    ),
    max_size=8,
)


@given(periods)
def test_days_are_counted_once(found):
    """Second method: the set of days."""
    every = {start + timedelta(days=n) for start, end in found for n in range((end - start).days)}

    assert days_in(found) == len(every)


@given(periods)
def test_merged_periods_are_in_order_and_apart(found):
    joined = merged(found)

    assert all(one[1] < two[0] for one, two in pairwise(joined))


@given(periods, st.integers(0, 400))
def test_leave_is_no_working_time(found, length):
    end = DAY + timedelta(days=length)
    leaves = [Leave(start=a, end=b) for a, b in found]
    away = {a + timedelta(days=n) for a, b in found for n in range((b - a).days)}

    assert working_days(DAY, end, leaves) == sum(
        DAY + timedelta(days=n) not in away for n in range(length)
    )


def test_years_of_one_skill_leave_other_roles_out():
    roles = (
        Role(title="a", start=date(2016, 1, 1), end=date(2018, 1, 1), skills=("sql",)),
        Role(title="b", start=date(2018, 1, 1), end=date(2020, 1, 1)),
    )

    assert round(years_of(roles, at=date(2024, 1, 1)), 1) == 4.0
    assert round(years_of(roles, at=date(2024, 1, 1), skill="sql"), 1) == 2.0
    assert years_of((), at=date(2024, 1, 1)) == 0
