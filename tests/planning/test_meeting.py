"""Expectations beside the evidence that bears on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from seasoned.ladder.expecting import expected_at
from seasoned.planning.meeting import cases_of, default_level
from tests.ladder.small import LADDER
from tests.profile.small import AT, KINDS, piece

TWO_SPRINTS = {"started": "2026-03-02", "ended": "2026-03-30"}
METRIC = {"metric": "clicks", "before": "1.00", "after": "1.00001", "effort_hours": "300"}


def case(name, *evidence, **more):
    asked = expected_at(LADDER, "senior")
    return next(c for c in cases_of(LADDER, asked, evidence, KINDS, at=AT, **more) if c.id == name)


def rollout(**details):
    return replace(piece("r", rollout=3.0), details=details)


def test_two_sprints_and_a_named_metric_satisfy_the_record():
    found = case("rollout-3", rollout(**METRIC, **TWO_SPRINTS))

    assert [p.id for p in found.direct] == ["r"]
    assert found.missing_record == ()


@pytest.mark.parametrize(
    ("details", "missing"),
    [
        (TWO_SPRINTS, ("metric",)),
        (METRIC, ("duration",)),
        ({}, ("metric", "duration")),
        (TWO_SPRINTS | METRIC | {"after": " "}, ("metric",)),
    ],
)
def test_an_incomplete_record_is_named_and_is_not_direct(details, missing):
    found = case("rollout-3", rollout(**details))

    assert (found.missing_record, found.direct) == (missing, ())
    assert [p.id for p in found.bearing] == ["r"]


def test_the_most_complete_piece_speaks_for_the_record():
    pieces = (rollout(**METRIC), replace(rollout(**METRIC, **TWO_SPRINTS), id="s"))

    assert case("rollout-3", *pieces).missing_record == ()


def test_pieces_far_apart_show_what_is_sustained():
    near = [
        replace(
            rollout(**METRIC, started="2026-03-02", ended="2026-03-04"),
            id=f"n{n}",
            at=date(2026, 3, 4 + n),
        )
        for n in range(2)
    ]
    far = [near[0], replace(near[1], at=date(2026, 6, 1))]

    assert case("rollout-3", *near).direct == ()
    assert len(case("rollout-3", *far).direct) == 2


def test_a_broken_date_is_no_duration_and_no_crash():
    assert case("rollout-3", rollout(**METRIC, started="spring", ended="2026-06-01")).direct == ()


def test_roles_and_own_view_bear_on_an_expectation_and_do_not_show_it():
    found = case("sql-2", piece("a", "role", sql=3.0), piece("b", "self-rating", sql=3.0))

    assert (len(found.bearing), found.direct) == (2, ())
    assert "a piece of work or a test would show it" in found.why


def test_a_piece_bears_on_what_it_names_and_on_what_it_observes():
    named = replace(piece("n"), expectations=("sql-2",))

    found = case("sql-2", named, piece("o", sql=2.0))

    assert [p.id for p in found.bearing] == ["n", "o"]
    assert [p.id for p in found.naming] == ["n"]


def test_no_opportunity_holds_only_where_one_is_needed():
    kept = {"no_opportunity": ("shares-3", "sql-2")}

    assert (case("shares-3", **kept).apart, case("sql-2", **kept).apart) == (True, False)
    assert not case("shares-3", **kept).counted


def test_an_expectation_without_a_level_asks_more_at_each_stage():
    asked = [default_level(LADDER, stage.id) for stage in LADDER.stages]

    assert asked == [1.0, 2.5, 4.0]
