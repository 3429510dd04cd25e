"""What benchmarks/market makes of the lines, names and pages that go to its peers and come back."""

from __future__ import annotations

import pytest

from benchmarks.market import naive, nasty
from benchmarks.market.accuracy import beginning
from benchmarks.market.robustness import summed
from benchmarks.market.running import Answer, answer_of, reason_of
from benchmarks.market.speed import page_of
from seasoned.documents.html import html_text


def test_names_of_a_line_come_once_each_in_order():
    answer = answer_of('{"id": "a", "names": ["SQL", "Go", "SQL"], "seconds": 0.5}')

    assert answer == Answer(id="a", names=("SQL", "Go"), seconds=0.5)


def test_an_error_is_an_answer_without_names():
    answer = answer_of('{"id": "a", "error": "ValueError: too long", "seconds": 0.1}')

    assert answer == Answer(id="a", seconds=0.1, error="ValueError: too long")


def test_a_reason_leaves_out_packages_and_objects():
    line = "requests.exceptions.ConnectionError: HTTPSConnectionPool(host='somewhere', port=443)"

    assert reason_of(line) == "ConnectionError: HTTPSConnectionPool"


def test_the_name_of_an_entry_is_its_longest_known_beginning():
    known = {"machine", "machine learning"}

    assert beginning("machine learning ML study", known) == "machine learning"
    assert beginning("play the violin well", known) == "play the violin"


def test_failures_and_slowness_are_counted_apart():
    answers = [
        Answer(id="a", seconds=0.1),
        Answer(id="b", seconds=20.0, error="no answer within 20 s"),
        Answer(id="c", error="ValueError: no"),
        Answer(id="d", seconds=25.0),
    ]

    told = summed("peer", answers)

    assert (told.texts, told.failed, told.too_slow, told.slowest) == (4, 1, 2, 25.0)
    assert told.errors == ("no answer within 20 s", "ValueError")


@pytest.mark.parametrize(
    ("text", "years", "degree", "workplace"),
    [
        ("5+ years, a master's degree, hybrid", 5.0, "higher", "hybrid"),
        ("3 – 5 Jahre, Promotion", 3.0, "doctorate", ""),
        ("nothing asked", None, "none", ""),
    ],
)
def test_naive_rules_take_the_first_thing_named(text, years, degree, workplace):
    assert naive.years_of(text) == years
    assert naive.degree_of(text) == degree
    assert naive.workplace_of(text) == workplace


def test_a_page_holds_every_word_of_its_advert():
    advert = "# ML engineer\n\nRequirements:\n- Python & SQL\n- <3 years\n\nWrite to us."

    words = html_text(page_of(advert)).split()

    assert {"Requirements:", "Python", "&", "SQL", "<3", "years", "us."} <= set(words)


def test_nasty_texts_are_always_the_same_two_hundred():
    assert len(nasty.texts()) == nasty.COUNT
    assert nasty.texts() == nasty.texts()
