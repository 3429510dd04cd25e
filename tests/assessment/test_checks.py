"""Each rule of the bank finds the fault it is for, and only that."""

from __future__ import annotations

from pathlib import Path

import pytest

from seasoned.assessment.checks import faults, problems, together
from seasoned.assessment.item import Exhibit, ExhibitKind, ItemKind, LineChart, Series
from seasoned.assessment.readability import grade, longest_sentence
from seasoned.catalogue import Shelf
from tests.assessment.small import CHOICES, NUMBER, ORDER, SEVERAL, changed, item, option
from tests.profile.small import SKILLS

CODE = Exhibit(kind=ExhibitKind.CODE, text="x = 1")
UNEVEN = LineChart(
    title="Loss", x_name="epoch", y_name="loss", x=(1, 2, 3), series=(Series(name="a", y=(1, 2)),)
)

HARD = "Operationalisation necessitates institutionalised interpretability methodologies regarding generalisation?"


def test_sound_items_have_no_fault():
    for one in (item(), NUMBER, ORDER, SEVERAL, changed(kind=ItemKind.READ, exhibit=CODE)):
        assert list(faults(one, SKILLS)) == []


@pytest.mark.parametrize(
    ("field", "one"),
    [
        ("skill", changed(skill="sqll")),
        ("second_skill", changed(second_skill="sql")),
        ("stem", changed(stem="Which row is wrong?")),
        ("stem", changed(stem="A table of readings grew in the night and now some rows came twice")),
        ("stem", changed(stem="A table grew in the night. Which of the following rows came twice?")),
        ("stem", changed(stem="A table grew " + "and then it grew again " * 12 + "in one night?")),
        ("stem", changed(stem=HARD)),
        ("stem", changed(stem="He counted the rows after Thanksgiving. Which of them came twice?")),
        ("options", changed(options=(option("one"), option("two"), option("three")))),
        ("options", changed(options=CHOICES[:2])),
        ("options", changed(options=(*CHOICES, option("the third")))),
        ("options[3]", changed(options=(*CHOICES, option("All of the above")))),
        ("options", changed(kind=ItemKind.SEVERAL, options=(*CHOICES, option("the fourth")))),
        ("options", changed(kind=ItemKind.ORDER)),
        ("answer", changed(answer=3.0)),
        ("answer", changed(kind=ItemKind.NUMBER, options=(), why="one of four parts")),
        ("level", changed(level=5)),
        ("expected_seconds", changed(expected_seconds=5)),
        ("source", changed(source=" ")),
        ("right_at", changed(right_at=(0.6, 0.5, 0.7, 0.8))),
        ("right_at", changed(right_at=(0.1, 0.2, 0.5, 0.8))),
        ("exhibit", changed(kind=ItemKind.FAULT)),
        ("chart.series[0]", changed(chart=UNEVEN)),
    ],
)  # fmt: skip
def test_fault_is_found_in_its_field(field, one):
    assert field in [found[0] for found in faults(one, SKILLS)]


def test_option_without_a_reason_is_found():
    bare = tuple(option(o.text, right=o.right) for o in CHOICES)
    one = changed(options=(*bare[:2], type(bare[0])(text="the third", why="no")))

    assert [found[0] for found in faults(one, SKILLS)] == ["options[2].why"]


def test_two_stems_alike_are_found_whatever_their_order_of_words():
    one = item(
        "one", stem="After a restart the queue gives event seven twice. What keeps the total right?"
    )
    other = item(
        "two", stem="What keeps the total right? After a restart the queue gives event seven twice."
    )
    things = {"one": one, "two": other}
    shelf = Shelf(things, {name: Path(f"items/{name}.toml") for name in things}, ())

    found = list(problems(shelf, SKILLS))

    assert [(p.path, p.field) for p in found] == [("items/two.toml", "stem")]


def test_bank_whose_right_options_are_long_or_in_one_place_is_found():
    long = (
        option("short"),
        option("right and much longer than the others", right=True),
        option("tiny"),
    )
    items = [item(str(n), options=long) for n in range(60)]

    said = [message for message, _ in together(items)]

    assert any("the longest in 100%" in words for words in said)
    assert any("option 2 of 3 is right in 100%" in words for words in said)


def test_skill_that_the_ladder_makes_a_must_needs_four_items():
    items = [item(str(n)) for n in range(3)]

    assert [message for message, _ in together(items, ["sql"])] == ["sql has 3 items"]
    assert list(together([*items, item("3")], ["sql"])) == []


def test_grade_of_published_sentences_comes_out_as_published():
    """ "The Australian platypus ..." is the worked example of the Flesch-Kincaid grade: 11.3."""
    text = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."

    assert grade(text) == pytest.approx(11.3, abs=0.6)
    assert longest_sentence("One two three. `code is left out here` four five.") == 3
