"""Adverts of boards as they are kept: each once, renewed with their board, and never over a person's."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from seasoned.boards.board import Reply
from seasoned.boards.reading import fetch
from seasoned.journeys.boards import keep_fetched
from seasoned.journeys.workspace import Added
from seasoned.store.people import ensure_person
from seasoned.store.postings import change_posting, list_postings, posting_history
from seasoned.store.setup import open_store

AT = date(2026, 11, 27)
TEXT = (
    "<p>Ternlight ranks what people find.</p><h3>You have</h3><ul><li>Python</li><li>{}</li></ul>"
)


@pytest.fixture
def person(home) -> int:
    open_store()
    return ensure_person()


def job(number: int, tool: str, **more: Any) -> dict[str, Any]:
    return {
        "id": number,
        "title": f"Engineer {number}",
        "content": TEXT.format(tool),
        "absolute_url": f"https://job-boards.greenhouse.io/ternlight/jobs/{number}",
        **more,
    }


def kept(person: int, *jobs: dict[str, Any], source: str = "greenhouse:ternlight") -> Added:
    answer = json.dumps({"jobs": jobs}).encode()
    found = fetch([source], lambda address: Reply(address, answer))
    return keep_fetched(person, found, at=AT)


def test_adverts_are_kept_under_their_boards_ids(person):
    added = kept(person, job(1, "SQL"), job(2, "Spark"))

    assert added.ids == ("greenhouse-ternlight-1", "greenhouse-ternlight-2")
    assert [one.company for one in list_postings(person)] == ["Ternlight", "Ternlight"]
    assert list_postings(person)[0].source == "greenhouse:ternlight"
    assert "sql" in {s for r in list_postings(person)[0].requirements for s in r.any_of}


def test_known_adverts_are_not_doubled(person):
    kept(person, job(1, "SQL"))

    again = kept(person, job(1, "SQL"), source="https://job-boards.greenhouse.io/ternlight")

    assert (again.ids, again.known_before) == ((), 1)
    assert len(list_postings(person)) == 1


def test_advert_that_its_board_changed_is_renewed(person):
    kept(person, job(1, "SQL"))
    kept(person, job(1, "Spark"))

    again = kept(person, job(1, "Kafka"))

    assert (again.ids, again.known_before) == ((), 1)
    assert again.notes == ("greenhouse-ternlight-1 has changed on its board and was read anew.",)
    assert [("Kafka" in one.text) for one in list_postings(person)] == [True]
    assert len(posting_history(person, "greenhouse-ternlight-1")) == 3


def test_advert_that_the_person_changed_stays_theirs(person):
    kept(person, job(1, "SQL"))
    change_posting(person, "greenhouse-ternlight-1", lambda old: replace(old, title="Mine"))

    again = kept(person, job(1, "Spark"))

    assert [one.title for one in list_postings(person)] == ["Mine"]
    assert "you changed yours" in again.notes[0]


def test_adverts_past_their_last_day_are_left_out_and_told(person):
    added = kept(
        person,
        job(1, "SQL", application_deadline="2026-11-26"),
        job(2, "Spark", application_deadline="2026-11-27"),
    )

    assert added.ids == ("greenhouse-ternlight-2",)
    assert added.notes == ("greenhouse:ternlight: 1 past their last day, left out.",)


@pytest.mark.parametrize("source", ["https://a.example/jobs/1", "https://b.example/jobs/1"])
def test_ids_that_two_sources_may_both_give_are_not_taken(person, source):
    kept(person, job(1, "SQL"))
    data = {"@type": "JobPosting", "identifier": "greenhouse-ternlight-1", "description": TEXT}
    page = f'<script type="application/ld+json">{json.dumps(data)}</script>'.encode()

    added = keep_fetched(person, fetch([source], lambda address: Reply(address, page)), at=AT)

    assert len(added.ids) == 1
    assert "greenhouse-ternlight-1" not in added.ids


def test_empty_board_is_told_and_nothing_wrong(person):
    added = kept(person)

    assert (added.problems, added.notes) == ((), ("greenhouse:ternlight lists no open advert.",))
