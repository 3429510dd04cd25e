from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from seasoned.catalogue import Shelf
from seasoned.errors import InvalidValue
from seasoned.journeys.content import load_content
from seasoned.journeys.hats import hats_from, hats_worn
from seasoned.journeys.next_step import next_step
from seasoned.ladder import hat_checks
from seasoned.ladder.expecting import expected_at
from seasoned.ladder.hat import Hat, hat_named
from seasoned.profile.observing import role_evidence
from seasoned.profile.person import Profile, Role
from seasoned.skills.skill import Area

CONTENT = load_content()
MLE = CONTENT.ladder("mle")
START = date(2025, 1, 1)
DIRECTOR = Role(
    title="Director",
    start=START,
    skills=("python",),
    hats={"Strategist": 20, "PM": 30, "data-scientist": 25, "MLOps": 20, "cat herder": 5},
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (["tech lead=30", "developer=70"], {"tech lead": 30.0, "developer": 70.0}),
        (["tech lead 30", "", " developer: 70 % "], {"tech lead": 30.0, "developer": 70.0}),
        (["Level 2 support = 33,3"], {"Level 2 support": 33.3}),
        (["Level 2 12.5"], {"Level 2": 12.5}),
        ([], {}),
    ],
)
def test_hats_are_read_as_they_are_typed(typed, read):
    assert hats_from(typed) == read


@pytest.mark.parametrize("typed", [["tech lead"], ["=30"], ["30"], ["a=50", "A=50"], ["a=-5"]])
def test_hat_without_name_or_share_or_named_twice_is_refused(typed):
    with pytest.raises(InvalidValue, match="hats is"):
        hats_from(typed)


def test_person_of_many_hats_sees_expectations_of_several_areas():
    worn = {one.name: one for one in hats_worn(DIRECTOR, CONTENT.hats, MLE, expected_at(MLE, "senior"))}  # fmt: skip

    areas = {part.area.id for one in worn.values() for part in one.drawn if part.asked}
    assert areas >= {"data", "models", "ops", "leadership"}
    assert worn["PM"].hat == CONTENT.hats["product-manager"]
    assert [part.area.id for part in worn["MLOps"].drawn] == ["ops", "systems"]
    assert all(one.drawn[0].asked for one in worn.values() if one.hat)


def test_unknown_hat_stands_as_it_was_named():
    worn = hats_worn(DIRECTOR, CONTENT.hats, MLE, ())

    assert [(one.name, one.hat, one.drawn) for one in worn if one.hat is None] == [
        ("cat herder", None, ())
    ]


@pytest.mark.parametrize("hat", CONTENT.hats.values(), ids=lambda hat: hat.id)
@pytest.mark.parametrize("stage", [stage.id for stage in MLE.stages])
def test_hat_names_expectations_of_its_own_skills_at_every_stage(hat, stage):
    role = replace(DIRECTOR, hats={hat.name: 100.0})

    (worn,) = hats_worn(role, CONTENT.hats, MLE, expected_at(MLE, stage))

    assert worn.hat == hat
    assert [part.area.maps_to for part in worn.drawn] == list(hat.areas)
    assert worn.drawn[0].asked
    beyond = [e.expectation for part in worn.drawn[1:] for e in part.asked]
    assert all({e.skill, *e.any_of} & set(hat.skills) for e in beyond)


def test_every_hat_is_found_by_every_name_in_any_case():
    for hat in CONTENT.hats.values():
        for name in (hat.id, *hat.names):
            assert hat_named(CONTENT.hats, name.upper()) == hat


def test_every_area_of_a_hat_holds_a_skill_of_its_own():
    for hat in CONTENT.hats.values():
        assert {CONTENT.skills[skill].area for skill in hat.skills} == set(hat.areas), hat.id


def test_hats_enter_no_score():
    def walked(role: Role):
        piece = role_evidence(role, at=date(2026, 1, 1), roles=(role,))
        profile = Profile(roles=(role,), evidence=(piece,))
        return next_step(profile, CONTENT, at=date(2026, 1, 1), with_plan=False)

    assert walked(DIRECTOR) == walked(replace(DIRECTOR, hats={}))


def test_check_tells_what_makes_no_sense_in_hats(tmp_path):
    good = Hat(id="a", name="Lead", summary="x", areas=(Area.OPS,), skills=("python", "mlops"))
    bad = Hat(id="b", name="lead", summary="x", areas=(), skills=("pythn",))
    paths = dict.fromkeys("ab", tmp_path)

    found = hat_checks.problems(Shelf({"a": good, "b": bad}, paths, ()), CONTENT.skills)

    assert [(p.field, p.message) for p in found] == [
        ("skills", "names 'python', of the area systems"),
        ("areas", "is empty"),
        ("skills", "names 'pythn', which is no skill"),
        ("aliases", "'lead' already belongs to a"),
    ]
