from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.errors import InvalidValue
from seasoned.profile.note import Attached, Note, folded, found_notes, topics_of

DAY = date(2026, 11, 1)
PAGE = Attached(id="ab", kind="image/jpeg", width=3, height=4, size=5)
NAMES = {"python": "Python", "ml-system-design": "ML system design"}
TREES = Note(id="a", at=DAY, topic="LeetCode: Bäume", text="Depth first, then breadth")
PHOTO = Note(id="b", at=DAY, topic="leetcode", pictures=(PAGE,))
DESIGN = Note(id="c", at=DAY, skill="ml-system-design", text="Ask for the numbers first")
NOTES = (TREES, PHOTO, DESIGN)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, NOTES),
        ({"topic": "leetcode"}, (TREES, PHOTO)),
        ({"topic": "LeetCode: baume"}, (TREES,)),
        ({"topic": "system design"}, (DESIGN,)),
        ({"skill": "ml-system-design"}, (DESIGN,)),
        ({"words": "first breadth"}, (TREES,)),
        ({"words": "design NUMBERS"}, (DESIGN,)),
        ({"words": "first", "topic": "leetcode"}, (TREES,)),
        ({"words": "nowhere"}, ()),
    ],
)
def test_note_is_found_by_topic_skill_and_words(asked, found):
    assert found_notes(NOTES, NAMES, **asked) == found


def test_photographed_page_is_found_by_its_topic():
    assert PHOTO in found_notes(NOTES, NAMES, topic="LEETCODE")


@given(st.text(max_size=40), st.text(max_size=40))
def test_note_is_found_by_every_word_of_its_own_text(topic, text):
    note = Note(id="a", at=DAY, topic="T" + topic, text="x" + text)

    for word in folded(note.text).split():
        assert found_notes([note], {}, words=word) == (note,)


def test_topics_are_counted_whatever_their_case():
    assert topics_of([*NOTES, Note(id="d", at=DAY, topic="LEETCODE", text="x")]) == {
        "leetcode": 2,
        "LeetCode: Bäume": 1,
    }


@pytest.mark.parametrize(
    "fields",
    [
        {"topic": " ", "text": "x"},
        {"topic": "a", "text": " \n"},
        {"topic": "a" * 201, "text": "x"},
    ],
)
def test_note_about_nothing_or_without_anything_is_refused(fields):
    with pytest.raises(InvalidValue):
        Note(id="", at=DAY, **fields)
