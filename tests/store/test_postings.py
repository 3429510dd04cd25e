from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from seasoned.errors import UnknownId
from seasoned.market.posting import Posting
from seasoned.store import postings as store
from tests.store import values

ADVERT = Posting(id="acme-mle", title="ML engineer", text="Python is required.", company="Acme")


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(values.postings)
def test_posting_reads_as_it_was_written(person, posting):
    key = store.add_posting(person, posting)

    assert store.load_posting(person, key) == replace(posting, id=key)


def test_archived_posting_is_listed_only_when_asked_for(person):
    store.add_posting(person, ADVERT)

    store.archive_posting(person, "acme-mle")

    assert store.list_postings(person) == ()
    assert store.list_postings(person, archived=True) == (replace(ADVERT, archived=True),)


def test_archived_posting_can_be_brought_back(person):
    store.add_posting(person, ADVERT)
    store.archive_posting(person, "acme-mle")

    store.archive_posting(person, "acme-mle", archived=False)

    assert store.list_postings(person) == (ADVERT,)


def test_edited_posting_keeps_its_history(person):
    store.add_posting(person, ADVERT)

    store.edit_posting(person, "acme-mle", replace(ADVERT, company="Acme Ltd"))

    assert [p.company for p in store.posting_history(person, "acme-mle")] == ["Acme", "Acme Ltd"]


def test_postings_are_listed_in_the_order_they_came(person):
    store.add_all_postings(person, [replace(ADVERT, id=name) for name in ("b", "a", "c")])
    store.edit_posting(person, "a", replace(ADVERT, id="a", title="Other"))

    assert [posting.id for posting in store.list_postings(person)] == ["b", "a", "c"]


def test_unknown_posting_names_the_nearest(person):
    store.add_posting(person, ADVERT)

    with pytest.raises(UnknownId, match="no advert 'acme-ml'; did you mean 'acme-mle'"):
        store.load_posting(person, "acme-ml")
