"""A plan begins with showing what is probably there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.journeys.content import load_content
from seasoned.planning.gap import Gap, Whose
from seasoned.planning.schedule import Capacity, WeekHours
from seasoned.planning.showing import ACTION, HOURS_TO_RECORD, MOST, SHARE, showing_first
from seasoned.profile.standing import Estimate

MONDAY = date(2026, 11, 23)
ACTIONS = load_content().actions
GAP = Gap(
    id="sql-1",
    words="Writes the query.",
    any_of=("sql",),
    skill="sql",
    area="data",
    asked=1.0,
    have=Estimate(level=2.0, error=0.8, pieces=1),
    probability=0.8,
    shortfall=0.1,
    value=0.1,
    whose=Whose.MINE,
    to_show=True,
    strength="must",
    sources=("sql-1",),
)


def weeks(*light: float) -> Capacity:
    return Capacity(
        weeks=tuple(
            WeekHours(monday=MONDAY + timedelta(weeks=n), deep=2.0, light=hours)
            for n, hours in enumerate(light)
        )
    )


def test_what_is_probably_there_is_written_down_first() -> None:
    found = showing_first([GAP], ACTIONS, weeks(1.5, 1.5))

    (chosen,) = found.chosen
    assert (chosen.action, chosen.hours, chosen.starts) == (ACTION, HOURS_TO_RECORD, MONDAY)
    assert chosen.gaps == ("sql-1",)
    assert found.left == weeks(1.0, 1.5)


@pytest.mark.parametrize(
    "gap",
    [
        replace(GAP, to_show=False),
        replace(GAP, whose=Whose.OTHERS),
        replace(GAP, strength="may"),
    ],
)
def test_what_is_not_there_or_not_theirs_or_hardly_asked_is_left(gap: Gap) -> None:
    assert showing_first([gap], ACTIONS, weeks(1.5)).chosen == ()


def test_declined_or_done_means_not_again() -> None:
    found = showing_first([GAP], ACTIONS, weeks(1.5), (ACTION,))

    assert (found.chosen, found.blocks, found.left) == ((), (), weeks(1.5))


@given(
    light=st.lists(st.floats(0, 20), max_size=8),
    count=st.integers(0, 20),
)
def test_showing_takes_at_most_its_share_of_the_light_hours(light: list[float], count: int) -> None:
    gaps = [replace(GAP, id=f"g{n}") for n in range(count)]
    capacity = weeks(*light)

    found = showing_first(gaps, ACTIONS, capacity)

    taken = {block.monday: block.hours for block in found.blocks}
    assert sum(taken.values()) <= min(count, MOST) * HOURS_TO_RECORD
    for before, after in zip(capacity.weeks, found.left.weeks or capacity.weeks, strict=True):
        assert taken.get(before.monday, 0.0) <= before.light * SHARE + 1e-9
        assert after.light == pytest.approx(before.light - taken.get(before.monday, 0.0))
        assert after.deep == before.deep
