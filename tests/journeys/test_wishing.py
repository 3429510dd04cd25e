from __future__ import annotations

import pytest

from seasoned.errors import InvalidValue, UnknownId
from seasoned.journeys.wishing import checked
from seasoned.profile.person import Wishes
from tests.journeys.world import CONTENT


def test_wishes_that_lead_somewhere_are_themselves():
    wishes = Wishes(
        stage="senior", interests=("sql",), declined=("learn-sql",), no_opportunity=("junior-sql",)
    )

    assert checked(wishes, CONTENT) == wishes


@pytest.mark.parametrize(
    ("wishes", "what"),
    [
        (Wishes(ladder="mla"), "ladder"),
        (Wishes(stage="boss"), "stage"),
        (Wishes(context="moon"), "context"),
        (Wishes(archetype="hero"), "archetype"),
        (Wishes(interests=("sqk",)), "skill"),
        (Wishes(declined=("learn",)), "action"),
        (Wishes(no_opportunity=("x",)), "expectation"),
    ],
)
def test_wish_that_leads_nowhere_is_refused(wishes, what):
    with pytest.raises(UnknownId, match=f"no {what} "):
        checked(wishes, CONTENT)


def test_wall_of_text_is_no_gap():
    with pytest.raises(InvalidValue, match="300 characters at most"):
        checked(Wishes(not_in_my_power=("x" * 400,)), CONTENT)
