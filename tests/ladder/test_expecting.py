"""What a stage asks, and the years it is usual in."""

from __future__ import annotations

import pytest

from seasoned.errors import InvalidValue, UnknownId
from seasoned.ladder.expecting import expected_at, next_stage, stage_guess, stages_by_years
from seasoned.ladder.ladder import Ask
from tests.ladder.small import LADDER


def test_expectations_are_cumulative_with_the_new_ones_first():
    asked = expected_at(LADDER, "junior")

    assert [a.expectation.stage for a in asked] == ["junior"] * 4 + ["novice"] * 4
    assert [a.expectation.id for a in asked if not a.inherited] == [
        "sql-2",
        "quality-2",
        "serving-2",
        "rollout-2",
    ]


def test_context_reweights_with_its_reason():
    plain, lab = (
        {a.expectation.id: a for a in expected_at(LADDER, "novice", context=c)} for c in ("", "lab")
    )

    assert (plain["alerts-1"].ask, plain["alerts-1"].why) == (Ask.MUST, "")
    assert (lab["alerts-1"].ask, lab["alerts-1"].why) == (Ask.MAY, "Nothing runs at night.")
    assert lab["sql-1"] == plain["sql-1"]


def test_archetype_changes_what_is_a_must_at_its_stages_only():
    changed = {a.expectation.id: a.ask for a in expected_at(LADDER, "senior", archetype="expert")}
    plain = {a.expectation.id: a.ask for a in expected_at(LADDER, "senior")}

    assert {name for name in plain if plain[name] != changed[name]} == {"rollout-3"}
    assert expected_at(LADDER, "junior", archetype="expert") == expected_at(LADDER, "junior")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"stage": "seniro"}, "stage 'seniro'; did you mean 'senior'"),
        ({"stage": "senior", "context": "startup"}, "context 'startup'; did you mean 'start-up'"),
        ({"stage": "senior", "archetype": "expret"}, "archetype 'expret'; did you mean 'expert'"),
    ],
)
def test_what_the_ladder_does_not_hold_is_named(arguments, message):
    with pytest.raises(UnknownId, match=message):
        expected_at(LADDER, **arguments)


@pytest.mark.parametrize(
    ("years", "degree", "stages"),
    [
        (2, "first", ("novice", "junior")),
        (4, "first", ("novice", "junior", "senior")),
        (2, "higher", ("novice", "junior")),
        (30, "doctorate", ("senior",)),
        (0, "none", ("novice",)),
    ],
)
def test_years_suggest_a_set_of_stages(years, degree, stages):
    assert stages_by_years(LADDER, years, degree) == stages


def test_a_wider_margin_never_loses_a_stage():
    for years in range(12):
        assert set(stages_by_years(LADDER, years, "first", 0)) <= set(
            stages_by_years(LADDER, years, "first", 2)
        )


def test_negative_years_are_refused():
    with pytest.raises(InvalidValue, match="0 or more"):
        stages_by_years(LADDER, -1, "first")


def test_next_stage_stops_at_the_top():
    assert (next_stage(LADDER, "novice"), next_stage(LADDER, "senior")) == ("junior", "senior")


def test_titles_are_compared_with_names_and_crosswalk():
    assert stage_guess(LADDER, "Senior ML engineer") == "senior"
    assert stage_guess(LADDER, "Principal scientist") == "senior"
    assert stage_guess(LADDER, "Gardener") == ""
