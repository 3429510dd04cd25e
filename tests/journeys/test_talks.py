from __future__ import annotations

import pytest

from seasoned.errors import InputError, UnknownId
from seasoned.journeys.talks import told
from seasoned.market.posting import Strength
from tests.journeys.world import SKILLS, advert

ADVERT = advert("acme", "sql", "docker")


def _strengths(posting):
    return {r.any_of[0]: r.strength for r in posting.requirements}


def test_contradicted_requirement_is_only_mentioned():
    found = told(ADVERT, SKILLS, contradicted=["docker"], note="coffee with Sam")

    assert _strengths(found) == {"sql": Strength.REQUIRED, "docker": Strength.MENTIONED}
    assert found.notes == ("contradicted: docker; coffee with Sam",)


def test_confirmed_skill_that_the_advert_does_not_name_is_added_with_its_words():
    found = told(ADVERT, SKILLS, confirmed=["mentoring"], note="they mentor two juniors")

    added = found.requirements[-1]
    assert (added.any_of, added.strength) == (("mentoring",), Strength.REQUIRED)
    assert added.span.quote == "they mentor two juniors"


def test_confirmed_after_all_is_required_again():
    doubted = told(ADVERT, SKILLS, contradicted=["docker"])

    assert _strengths(told(doubted, SKILLS, confirmed=["docker"]))["docker"] is Strength.REQUIRED


def test_nothing_told_changes_nothing():
    assert told(ADVERT, SKILLS) == ADVERT


def test_yes_and_no_at_once_is_refused():
    with pytest.raises(InputError, match="docker cannot be confirmed and contradicted"):
        told(ADVERT, SKILLS, confirmed=["docker"], contradicted=["docker"])


def test_unknown_skill_is_refused():
    with pytest.raises(UnknownId):
        told(ADVERT, SKILLS, confirmed=["dockr"])
