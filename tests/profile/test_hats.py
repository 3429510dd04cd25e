from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.errors import InvalidValue
from seasoned.profile.hats import hats_of, mix_words, mixes_over_time, worn_at
from seasoned.profile.person import Role

FIRST = {"product manager": 40.0, "tech lead": 30.0, "developer": 30.0}
THEN = {"developer": 60.0, "tech lead": 20.0, "product manager": 20.0}
SPRING = Role(
    title="Manager", organisation="Acme", start=date(2026, 1, 1), end=date(2026, 3, 31), hats=FIRST
)
SUMMER = Role(title="Manager", organisation="Acme", start=date(2026, 4, 1), hats=THEN)
BEFORE = Role(title="Analyst", start=date(2020, 1, 1), end=date(2025, 12, 31))


def test_two_quarters_with_different_mixes_stand_side_by_side():
    mixes = mixes_over_time([SUMMER, SPRING, BEFORE])

    assert [m.role for m in mixes] == [BEFORE, SPRING, SUMMER]
    assert [{s.hat: s.share for s in m.shares} for m in mixes] == [{}, FIRST, THEN]
    assert [mix_words(m) for m in mixes] == [
        "one hat",
        "40 % product manager, 30 % developer, 30 % tech lead",
        "20 % product manager, 60 % developer, 20 % tech lead",
    ]


def test_hat_keeps_its_place_from_mix_to_mix():
    places = [{s.hat: s.place for s in m.shares} for m in mixes_over_time([SPRING, SUMMER])]

    assert places[0] == places[1] == {"product manager": 0, "developer": 1, "tech lead": 2}
    assert hats_of([SUMMER, SPRING]) == ("product manager", "developer", "tech lead")


def test_career_of_single_hats_has_no_mixes():
    assert mixes_over_time([BEFORE]) == ()


@pytest.mark.parametrize(
    ("day", "worn"),
    [
        (date(2025, 6, 1), ()),
        (date(2026, 3, 31), (SPRING,)),
        (date(2026, 4, 1), (SUMMER,)),
        (date(2030, 1, 1), (SUMMER,)),
    ],
)
def test_hats_of_the_day_are_those_of_roles_going_on(day, worn):
    assert worn_at([BEFORE, SPRING, SUMMER], day) == worn


@pytest.mark.parametrize(
    "hats",
    [
        {"tech lead": 30.0, "developer": 60.0},
        {"tech lead": 130.0, "developer": -30.0},
        {"tech lead": 0.0, "developer": 100.0},
        {"": 100.0},
        {"tech lead": float("nan")},
    ],
)
def test_hats_that_are_not_the_whole_are_refused(hats):
    with pytest.raises(InvalidValue, match="must be names with shares above 0 that make 100"):
        Role(title="x", start=date(2026, 1, 1), hats=hats)


@pytest.mark.parametrize("hats", [{}, {"all": 100.0}, dict.fromkeys("abc", 33.3)])
def test_none_one_and_rounded_thirds_are_the_whole(hats):
    assert Role(title="x", start=date(2026, 1, 1), hats=hats).hats == hats


@given(st.lists(st.integers(1, 50), min_size=1, max_size=6))
def test_shares_lie_end_to_end_from_nought_to_the_whole(parts):
    hats = {f"hat {n}": part * 100 / sum(parts) for n, part in enumerate(parts)}

    (mix,) = mixes_over_time([Role(title="x", start=date(2026, 1, 1), hats=hats)])

    assert mix.shares[0].begins == 0
    for one, following in zip(mix.shares, mix.shares[1:], strict=False):
        assert following.begins == pytest.approx(one.begins + one.share)
    assert mix.shares[-1].begins + mix.shares[-1].share == pytest.approx(100)
