from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seasoned.documents.picture import Picture
from seasoned.errors import Missing, UnknownId
from seasoned.profile.note import Note
from seasoned.store import notes, people
from tests.store.values import days, texts

DAY = date(2026, 11, 1)
NOTE = Note(id="", at=DAY, topic="System design", text="Ask for the numbers first.")
PAGE = Picture(kind="image/jpeg", width=3, height=4, body=b"\xff\xd8\0\x80 a page\n")


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.builds(Note, id=st.just(""), at=days, topic=texts.map("t".__add__), text=texts.map("x".__add__)))  # fmt: skip
def test_note_reads_as_it_was_written(person, note):
    key = notes.add_note(person, note)

    assert notes.load_note(person, key) == replace(note, id=key)


def test_changed_note_keeps_its_earlier_version(person):
    key = notes.add_note(person, NOTE)

    changed = notes.change_note(person, key, lambda n: replace(n, text="And the users."))

    assert changed.text == "And the users."
    assert notes.list_notes(person) == (changed,)
    assert [n.text for n in notes.note_history(person, key)] == [NOTE.text, "And the users."]


def test_dropped_note_leaves_the_list_and_comes_back(person):
    key = notes.add_note(person, NOTE)

    notes.drop_note(person, key)
    assert notes.list_notes(person) == ()
    assert notes.dropped_notes(person) == {key}
    assert notes.load_note(person, key).text == NOTE.text

    notes.undrop_note(person, key)
    assert len(notes.list_notes(person)) == 1


def test_note_that_is_not_there_names_the_nearest(person):
    key = notes.add_note(person, replace(NOTE, id="design"))

    with pytest.raises(UnknownId, match="did you mean 'design'"):
        notes.drop_note(person, "desing")
    assert key == "design"


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=500))
def test_picture_comes_back_byte_for_byte(person, body):
    kept = notes.keep_pictures(person, [replace(PAGE, body=body)])[0]

    assert notes.load_picture(person, kept.id) == ("image/jpeg", body)
    assert kept.size == len(body)


def test_large_picture_comes_back_whole(person):
    body = bytes(range(256)) * 32 * 1024

    kept = notes.keep_pictures(person, [replace(PAGE, body=body)])[0]

    assert notes.load_picture(person, kept.id)[1] == body


def test_same_picture_is_kept_once(person):
    from seasoned.store.tables import Picture as Row

    first = notes.keep_pictures(person, [PAGE, PAGE])
    again = notes.keep_pictures(person, [PAGE])

    assert first == again
    assert Row.objects.filter(person_id=person).count() == 1


def test_picture_of_somebody_else_is_missing(person):
    kept = notes.keep_pictures(people.ensure_person("other"), [PAGE])[0]

    with pytest.raises(Missing, match="picture"):
        notes.load_picture(person, kept.id)


def test_list_of_notes_reads_no_picture(person):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    attached = notes.keep_pictures(person, [PAGE])
    notes.add_note(person, replace(NOTE, pictures=attached))

    with CaptureQueriesContext(connection) as seen:
        found = notes.list_notes(person)

    assert found[0].pictures == attached
    assert not [q for q in seen.captured_queries if "store_picture" in q["sql"]]
