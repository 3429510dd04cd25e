from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from seasoned.documents.picture import Picture
from seasoned.errors import InvalidValue, UnknownId
from seasoned.journeys.notes import MOST_PICTURES, my_notes, rewrite_note, write_note
from tests.journeys.world import CONTENT

DAY = date(2026, 11, 1)
PAGE = Picture(kind="image/png", width=3, height=4, body=b"a page")
SKILL = CONTENT.skills["python"]


@pytest.fixture
def person(home) -> int:
    from seasoned.store.people import ensure_person
    from seasoned.store.setup import open_store

    open_store()
    return ensure_person()


def test_topic_that_names_a_skill_leads_to_it(person):
    note = write_note(person, CONTENT, topic=SKILL.name.upper(), text="x", at=DAY)

    assert note.skill == "python"
    assert my_notes(person, CONTENT, skill="python") == (note,)


def test_free_topic_belongs_to_no_skill(person):
    assert write_note(person, CONTENT, topic="Questions for Mo", text="x", at=DAY).skill == ""


def test_skill_that_does_not_exist_keeps_nothing(person):
    with pytest.raises(UnknownId):
        write_note(person, CONTENT, skill="pythn", text="x", pictures=[PAGE], at=DAY)

    assert my_notes(person, CONTENT) == ()


def test_notes_come_newest_first(person):
    days = [date(2026, 3, 1), date(2026, 5, 1), date(2026, 4, 1), date(2026, 5, 1)]
    for number, day in enumerate(days):
        write_note(person, CONTENT, topic=str(number), text="x", at=day)

    assert [note.topic for note in my_notes(person, CONTENT)] == ["3", "1", "2", "0"]


def test_note_under_a_former_id_is_found_under_the_present_one(person):
    write_note(person, CONTENT, skill="python", text="x", at=DAY)
    renamed = replace(SKILL, id="snake", name="Snake", terms=(), formerly=("python",))
    others = {name: skill for name, skill in CONTENT.skills.items() if name != "python"}
    today = replace(CONTENT, skills={**others, "snake": renamed})

    assert [n.skill for n in my_notes(person, today, skill="snake")] == ["snake"]
    assert [n.skill for n in my_notes(person, today, skill="python")] == ["snake"]


def test_rewriting_changes_what_is_given_and_takes_pictures_off(person):
    other = replace(PAGE, body=b"another")
    note = write_note(person, CONTENT, topic="T", text="x", pictures=[PAGE], at=DAY)

    more = rewrite_note(person, note.id, CONTENT, pictures=[other])
    less = rewrite_note(person, note.id, CONTENT, text="y\r\nz", without=[note.pictures[0].id])

    assert [p.size for p in more.pictures] == [6, 7]
    assert (less.topic, less.text, less.pictures) == ("T", "y\nz", more.pictures[1:])


def test_too_many_pictures_are_refused_before_any_is_kept(person):
    pages = [replace(PAGE, body=bytes([n])) for n in range(MOST_PICTURES + 1)]

    with pytest.raises(InvalidValue, match="pictures is 21, but must be at most 20"):
        write_note(person, CONTENT, topic="T", pictures=pages, at=DAY)
