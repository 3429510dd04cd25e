from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from seasoned.errors import Missing, UnknownId
from seasoned.profile.evidence import Evidence, Observation
from seasoned.store import evidence as store
from tests.store import values

TALK = Evidence(
    id="talk-1",
    kind="talk",
    at=date(2026, 3, 1),
    title="On joins",
    observations=(Observation(skill="sql", level=3.0),),
)


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(values.evidence)
def test_evidence_reads_as_it_was_written(person, evidence):
    key = store.add_evidence(person, evidence)

    assert store.load_evidence(person, key) == replace(evidence, id=key)


def test_evidence_keeps_its_own_id_and_a_second_one_gets_another(person):
    assert store.add_evidence(person, TALK) == "talk-1"

    assert store.add_evidence(person, TALK) == "talk-1-1"


def test_evidence_without_an_id_gets_one(person):
    assert store.add_evidence(person, replace(TALK, id="")) == "e-1"


def test_edit_appends_a_version_and_keeps_the_first(person):
    store.add_evidence(person, TALK)

    store.edit_evidence(person, "talk-1", replace(TALK, title="On hash joins"))

    assert [e.title for e in store.evidence_history(person, "talk-1")] == [
        "On joins",
        "On hash joins",
    ]
    assert [e.title for e in store.list_evidence(person)] == ["On hash joins"]


def test_edit_that_changes_nothing_adds_no_version(person):
    store.add_evidence(person, TALK)

    store.edit_evidence(person, "talk-1", TALK)

    assert len(store.evidence_history(person, "talk-1")) == 1


def test_edit_keeps_dropped_evidence_dropped(person):
    store.add_evidence(person, TALK)
    store.drop_evidence(person, "talk-1")

    store.edit_evidence(person, "talk-1", replace(TALK, title="Other"))

    assert store.list_evidence(person) == ()


def test_dropped_evidence_is_listed_only_when_asked_for(person):
    store.add_evidence(person, TALK)

    store.drop_evidence(person, "talk-1")

    assert store.list_evidence(person) == ()
    assert store.list_evidence(person, with_dropped=True) == (TALK,)
    assert store.dropped_ids(person) == {"talk-1"}


def test_dropped_evidence_can_count_again(person):
    store.add_evidence(person, TALK)
    store.drop_evidence(person, "talk-1")

    store.undrop_evidence(person, "talk-1")

    assert store.list_evidence(person) == (TALK,)


def test_confirming_is_all_or_none(person):
    store.add_evidence(person, replace(TALK, confirmed=False))

    with pytest.raises(UnknownId, match="did you mean 'talk-1'"):
        store.confirm_evidence(person, ["talk-1", "talk-2"])

    assert [e.confirmed for e in store.list_evidence(person)] == [False]


def test_confirming_counts_a_suggestion(person):
    store.add_evidence(person, replace(TALK, confirmed=False))

    assert store.confirm_evidence(person, ["talk-1"]) == (TALK,)


def test_adding_several_is_all_or_none(person, monkeypatch):
    broken = replace(TALK, id="x" * 130)  # longer than any id may be
    monkeypatch.setattr(store.EvidenceVersion._meta.get_field("key"), "max_length", 120)

    try:
        store.add_all_evidence(person, [TALK, broken])
    except Exception:
        assert store.list_evidence(person) == ()
    else:
        assert len(store.list_evidence(person)) == 2


def test_evidence_of_nobody_is_refused(engine):
    with pytest.raises(Missing, match="no stored person 999"):
        store.add_evidence(999, TALK)


def test_evidence_of_others_stays_theirs(person):
    from seasoned.store.people import ensure_person

    store.add_evidence(ensure_person("other"), TALK)

    assert store.list_evidence(person) == ()


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_number_of_queries(person, count):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for n in range(count):
        store.add_evidence(person, replace(TALK, id=f"t{n}"))

    with CaptureQueriesContext(connection) as queries:
        store.list_evidence(person)

    assert len(queries) == 2
