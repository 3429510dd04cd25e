from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.assessment.marking import mark, number_from, shown_order
from seasoned.errors import InvalidValue
from seasoned.profile.answer import Outcome
from tests.assessment.small import NUMBER, ORDER, SEVERAL, item


@pytest.mark.parametrize(
    ("one", "given", "outcome"),
    [
        (item(), (1,), Outcome.RIGHT),
        (item(), (0,), Outcome.WRONG),
        (item(), None, Outcome.UNKNOWN),
        (SEVERAL, (3, 1), Outcome.RIGHT),
        (SEVERAL, (1,), Outcome.WRONG),
        (SEVERAL, (1, 2, 3), Outcome.WRONG),
        (ORDER, (0, 1, 2), Outcome.RIGHT),
        (ORDER, (1, 0, 2), Outcome.WRONG),
        (NUMBER, 0.26, Outcome.RIGHT),
        (NUMBER, 0.2611, Outcome.WRONG),
        (NUMBER, None, Outcome.UNKNOWN),
    ],
)
def test_answer_is_marked_by_its_key(one, given, outcome):
    assert mark(one, given) is outcome


@pytest.mark.parametrize(
    ("one", "given"),
    [
        (item(), (3,)),
        (item(), (0, 1)),
        (item(), ()),
        (SEVERAL, (1, 1)),
        (ORDER, (0, 1)),
        (ORDER, 0.5),
        (item(), (-1,)),
    ],
)
def test_answer_that_the_item_cannot_take_is_refused(one, given):
    with pytest.raises(InvalidValue):
        mark(one, given)


def test_exactly_one_order_is_right():
    outcomes = [mark(ORDER, places) for places in permutations(range(3))]

    assert outcomes.count(Outcome.RIGHT) == 1


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0.25", 0.25),
        ("0,25", 0.25),
        (" 1 200 ", 1200.0),
        ("12 %", 12.0),
        ("-3e2", -300.0),
        (".5", 0.5),
    ],
)
def test_number_is_read_as_people_type_it(typed, number):
    assert number_from(typed) == number


@pytest.mark.parametrize("typed", ["", "ten", "1.2.3", "nan", "inf", "1/4", "0x10"])
def test_words_and_riddles_are_no_number(typed):
    with pytest.raises(InvalidValue):
        number_from(typed)


@given(st.text(max_size=20))
def test_order_is_never_shown_solved_and_stays_for_its_test(seed):
    shown = shown_order(ORDER, seed)

    assert sorted(shown) == [0, 1, 2]
    assert shown != (0, 1, 2)
    assert shown == shown_order(ORDER, seed)


def test_chance_of_a_blind_guess_counts_what_can_be_given():
    assert item().chance == pytest.approx(1 / 3)
    assert SEVERAL.chance == pytest.approx(1 / 15)
    assert ORDER.chance == pytest.approx(1 / 6)
    assert NUMBER.chance == 0
