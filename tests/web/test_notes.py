"""Notes in the browser: kept with their pictures, found, changed, and shown as what they are."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seasoned.store.notes import list_notes, note_history
from seasoned.store.people import ensure_person
from tests.cli.test_note import png
from tests.web.reading import faults, parsed, text_of

NOTE = {"topic": "LeetCode: trees", "skill": "python", "text": "Depth first", "at": "2026-03-01"}


def page(name: str = "page.jpg", shade: int = 0) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, png(shade=shade), content_type="text/html")


def test_photographed_page_is_kept_and_found_by_its_topic(empty):
    empty.post("/notes/add/", {**NOTE, "pictures": [page(), page(shade=9)]})
    empty.post("/notes/add/", {**NOTE, "topic": "Something else"})

    found = parsed(empty.get("/notes/?topic=leetcode"))

    assert [n.text() for n in found.css(".record-title")] == ["LeetCode: trees"]
    assert [n.attributes["alt"] for n in found.css(".pictures img")] == [
        "Picture 1 of 2, LeetCode: trees",
        "Picture 2 of 2, LeetCode: trees",
    ]


def test_note_is_found_by_words_and_from_its_skill(empty):
    empty.post("/notes/add/", NOTE)

    assert "1 of 1 note fits" in text_of(empty.get("/notes/?words=DEPTH leetcode"))
    assert "0 of 1 note fit" in text_of(empty.get("/notes/?words=nowhere"))
    link = parsed(empty.get("/standing/skill/python/")).css_first("a[href='/notes/?skill=python']")
    assert link.text() == "Your notes on this skill (1)"
    assert "Depth first" in text_of(empty.get(link.attributes["href"]))


def test_about_me_leads_to_the_notes(empty):
    empty.post("/notes/add/", NOTE)

    link = parsed(empty.get("/me/")).css_first("a[href='/notes/']")

    assert link.text() == "1 note"


def test_picture_is_served_as_what_it_is(empty):
    empty.post("/notes/add/", {**NOTE, "pictures": [page()]})
    source = parsed(empty.get("/notes/")).css_first(".pictures img").attributes["src"]

    answer = empty.get(source)

    assert answer.content == png()
    assert answer["Content-Type"] == "image/png"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert empty.get("/notes/pictures/abc/").status_code == 404


def test_kept_bytes_of_another_kind_are_never_served_as_a_page(shown):
    client = shown("hostile")
    source = parsed(client.get("/notes/")).css_first(".pictures img").attributes["src"]

    assert client.get(source)["Content-Type"] == "application/octet-stream"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"<svg onload='alert(1)'/>", "page.png: is no PNG, JPEG or WebP picture"),
        (b"", "page.png: is empty"),
    ],
)
def test_what_is_no_picture_is_refused_in_one_sentence_and_nothing_typed_is_lost(
    empty, body, words
):
    upload = SimpleUploadedFile("page.png", body, content_type="image/png")

    answer = empty.post("/notes/add/", {**NOTE, "pictures": [upload]})

    assert answer.status_code == 422
    assert words in parsed(answer).css_first("[role=alert]").text()
    assert parsed(answer).css_first("#id_text").text().strip() == "Depth first"
    assert faults(answer) == []
    assert list_notes(ensure_person()) == ()


def test_picture_above_the_limit_is_refused_in_one_sentence(empty, monkeypatch):
    monkeypatch.setattr("seasoned.documents.picture.MOST_BYTES", 50)

    answer = empty.post("/notes/add/", {**NOTE, "pictures": [page()]})

    assert answer.status_code == 422
    assert "the limit is" in parsed(answer).css_first("[role=alert]").text()


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ({"topic": "", "skill": ""}, "Say what it is about"),
        ({"text": ""}, "Write something, or add a picture"),
        ({"at": ""}, "This field is required"),
    ],
)
def test_note_that_lacks_something_says_what(empty, missing, words):
    answer = empty.post("/notes/add/", {**NOTE, **missing})

    assert answer.status_code == 422
    assert words in text_of(answer)


def test_note_changed_keeps_its_earlier_version_and_takes_a_picture_off(empty):
    empty.post("/notes/add/", {**NOTE, "pictures": [page()]})
    note = list_notes(ensure_person())[0]

    changed = {**NOTE, "text": "Breadth first", "without": note.pictures[0].id}
    empty.post(f"/notes/{note.id}/", {**changed, "pictures": [page(shade=7)]})

    after = list_notes(ensure_person())[0]
    assert after.text == "Breadth first"
    assert [p.id for p in after.pictures] != [p.id for p in note.pictures]
    assert [n.text for n in note_history(ensure_person(), note.id)] == ["Depth first", after.text]
    assert "1 earlier version" in text_of(empty.get(f"/notes/{note.id}/"))


def test_dropped_note_leaves_the_list_and_can_be_brought_back(empty):
    empty.post("/notes/add/", NOTE)
    key = list_notes(ensure_person())[0].id

    answer = empty.post(f"/notes/{key}/drop/", follow=True)

    assert list_notes(ensure_person()) == ()
    assert "Erasing removes it for good" in text_of(answer)
    assert parsed(answer).css_first("input[name=undo]") is not None

    empty.post(f"/notes/{key}/drop/", {"undo": "1"})

    assert len(list_notes(ensure_person())) == 1


def test_erasing_removes_notes_and_pictures(empty):
    empty.post("/notes/add/", {**NOTE, "pictures": [page()]})
    source = parsed(empty.get("/notes/")).css_first(".pictures img").attributes["src"]

    empty.post("/me/erase/", {"word": "erase"})

    assert empty.get(source).status_code == 404
    assert "Nothing yet" in text_of(empty.get("/notes/"))


def test_sample_person_does_not_see_ones_own_notes(empty):
    empty.post("/notes/add/", {**NOTE, "pictures": [page()]})
    source = parsed(empty.get("/notes/")).css_first(".pictures img").attributes["src"]

    empty.post("/start/sample/")

    assert empty.get(source).status_code == 404
    assert "LeetCode" not in text_of(empty.get("/notes/"))


def test_page_makes_the_same_number_of_queries_for_one_note_and_three(empty):
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert empty.get("/notes/?words=leetcode").status_code == 200
        return len([q for q in seen.captured_queries if q["sql"].startswith("SELECT")])

    empty.post("/notes/add/", {**NOTE, "pictures": [page()]})
    one = queries()
    for shade in (1, 2):
        empty.post("/notes/add/", {**NOTE, "pictures": [page(shade=shade)]})

    assert queries() == one
