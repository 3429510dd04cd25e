from __future__ import annotations

import json

import pytest
from hypothesis import given

from seasoned.errors import StoreError
from seasoned.market.posting import Posting
from seasoned.profile.evidence import Evidence, Observation
from seasoned.profile.person import Profile
from seasoned.store.rows import plain, storable, value_from
from tests.store import values


@given(values.evidence)
def test_evidence_comes_back_from_json_as_it_was(evidence):
    assert value_from(Evidence, json.loads(json.dumps(plain(evidence)))) == evidence


@given(values.postings)
def test_posting_comes_back_from_json_as_it_was(posting):
    assert value_from(Posting, json.loads(json.dumps(plain(posting)))) == posting


@given(values.profiles)
def test_profile_comes_back_from_json_as_it_was(profile):
    assert value_from(Profile, json.loads(json.dumps(plain(profile)))) == profile


def test_fields_of_a_later_version_are_passed_over():
    stored = {"skill": "sql", "level": 2, "mood": "fine"}

    assert value_from(Observation, stored) == Observation(skill="sql", level=2.0)


def test_unreadable_row_says_what_to_do():
    with pytest.raises(StoreError, match=r"Observation cannot be read.*seasoned doctor"):
        value_from(Observation, {"level": "deep"})


def test_characters_that_a_database_refuses_are_mended():
    assert storable("a\0b\ud800c é 🐦") == "ab?c é 🐦"
