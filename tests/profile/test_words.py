from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seasoned.profile.words import hours, percent


@given(st.floats(0, 1))
def test_percent_never_claims_certainty(share):
    assert percent(share) not in ("0 %", "100 %")


def test_percent_says_whole_per_cent():
    assert [percent(s) for s in (0.004, 0.031, 0.5, 0.996)] == [
        "under 1 %",
        "3 %",
        "50 %",
        "over 99 %",
    ]


@given(st.floats(0, 2000))
def test_hours_stay_within_an_eighth_of_what_is_meant(amount):
    assert abs(float(hours(amount).removesuffix(" h")) - amount) <= 0.125 + 1e-9
