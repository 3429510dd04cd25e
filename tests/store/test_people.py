from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from seasoned.errors import Missing
from seasoned.profile.evidence import Evidence
from seasoned.profile.person import Degree, Education, Leave, Profile, Role, Wishes
from seasoned.store import evidence, people
from tests.store import values

CAREER = tuple(
    Role(title=kind, kind=kind, start=date(year, 6, 1), end=date(year + 1, 6, 1))
    for year, kind in ((2016, "economist"), (2017, "analyst"), (2018, "data scientist"))
)


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(values.profiles)
def test_profile_reads_as_it_was_saved(person, profile):
    people.save_profile(person, profile)

    assert people.load_profile(person) == profile


def test_person_of_a_handle_is_made_once(engine):
    assert people.ensure_person("ada") == people.ensure_person("ada")
    assert people.handles() == ("ada",)


def test_nobody_is_found_until_made(engine):
    assert people.find_person("ada") is None


def test_fresh_person_has_an_empty_profile(person):
    assert people.load_profile(person) == Profile()


def test_career_may_hold_any_kinds_of_role(person):
    people.save_roles(person, CAREER)

    assert people.load_profile(person).roles == CAREER


def test_promotion_after_four_months_is_kept_as_said(person):
    quick = (
        Role(title="Engineer", start=date(2022, 6, 1), end=date(2022, 10, 1)),
        Role(title="Lead", start=date(2022, 10, 1)),
    )

    people.save_roles(person, quick)

    assert people.load_profile(person).roles == quick


def test_saying_again_replaces_and_keeps_what_was_said(person):
    people.save_wishes(person, Wishes(stage="senior"))
    people.save_wishes(person, Wishes(stage="junior"))

    assert people.load_profile(person).wishes.stage == "junior"
    assert [said["body"]["stage"] for said in people.history(person, "wishes")] == [
        "senior",
        "junior",
    ]


def test_saying_the_same_again_adds_nothing(person):
    people.set_name(person, "Ada")
    people.set_name(person, "Ada")

    assert len(people.history(person, "name")) == 1


def test_each_subject_stands_alone(person):
    people.save_education(person, [Education(degree=Degree.HIGHER, year=2015)])
    people.save_leaves(person, [Leave(start=date(2026, 1, 1), end=date(2026, 6, 1))])
    evidence.add_evidence(person, Evidence(id="a", kind="talk", at=date(2026, 1, 1)))

    profile = people.load_profile(person)

    assert profile == replace(
        Profile(), education=profile.education, leaves=profile.leaves, evidence=profile.evidence
    )
    assert (len(profile.education), len(profile.leaves), len(profile.evidence)) == (1, 1, 1)


def test_profile_of_nobody_is_missing(engine):
    with pytest.raises(Missing, match="no stored person 999"):
        people.load_profile(999)
