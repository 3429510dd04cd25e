from __future__ import annotations

from datetime import date

import pytest

from seasoned.errors import InvalidValue
from seasoned.profile.evidence import Evidence
from seasoned.profile.sense import faults, sensible, short_enough

TODAY = date(2026, 11, 22)


def piece(at=TODAY, title="", **details) -> Evidence:
    return Evidence(id="x", kind="shipped-project", at=at, title=title, details=details)


@pytest.mark.parametrize(
    ("made", "field"),
    [
        (piece(at=date(2099, 1, 1)), "date"),
        (piece(title="x" * 301), "title"),
        (piece(effort_hours="-5"), "effort_hours"),
        (piece(users="99999999999999999999999"), "users"),
        (piece(users="nan"), "users"),
        (piece(started="2026-02-31"), "started"),
        (piece(started="2026-03-01", ended="2026-02-01"), "ended"),
        (piece(link="x" * 1001), "link"),
    ],
)
def test_what_nobody_can_have_meant_is_told_with_its_field(made, field):
    assert [fault.field for fault in faults(made, today=TODAY)] == [field]
    with pytest.raises(InvalidValue):
        sensible(made, today=TODAY)


@pytest.mark.parametrize(
    "made",
    [
        piece(),
        piece(before="-0.7", after="-0.2", metric="log likelihood"),
        piece(users="all twelve analysts", started="spring 2024"),
        piece(started="2026-03", ended="2026-03-20"),
        piece(started="2026-03-05", ended="2026-03"),
        piece(users="1,200"),
    ],
)
def test_what_people_do_write_passes(made):
    assert sensible(made, today=TODAY) is made


def test_walls_of_text_are_told_with_their_length():
    with pytest.raises(InvalidValue, match=r"name is 'aaa.*300 characters at most, and has 400"):
        short_enough("name", "a" * 400)
