"""The test at the terminal, by keys alone."""

from __future__ import annotations

import pytest

from seasoned.assessment.marking import shown_order
from seasoned.cli.tests import given_from
from seasoned.errors import InvalidValue
from tests.assessment.small import NUMBER, ORDER, SEVERAL, item

AT = ["--at", "2026-11-22"]


def test_twenty_minutes_at_the_keyboard_end_in_a_range(run, told):
    answers = "\n".join(["h", "1", "", "99", "2"] + [""] * 30) + "\n"

    result = run(["assess", *AT, "--questions", "6"], answers)

    assert result.exit_code == 0, result.output
    assert "Question 1 of at most 6" in result.output
    assert "Enter alone: I don't know" in result.output
    assert "Before:" in result.output
    assert "Now:" in result.output
    assert told("standing --at 2026-11-22")["standing"]["overall"]["pieces"] == 1


def test_paused_test_goes_on_where_it_stopped(run, told):
    run(["assess", *AT, "--questions", "5"], "\n\np\n")

    found = told(["assess", *AT], "\n" * 9)

    assert found["answers"] == 5
    assert found["sitting"]["ending"] == "length"
    assert [s["id"] for s in told("assess --list")["items"]] == ["test-1"]


def test_test_cut_off_in_the_middle_is_paused_not_lost(run, told):
    cut = run(["assess", *AT, "--questions", "9"], "\n\n")

    assert cut.exit_code == 0
    assert "every answer is kept" in cut.output
    assert told(["assess", *AT], "s\n")["answers"] == 2


def test_stopped_test_shows_what_it_found_and_its_review(run):
    stopped = run(["assess", "area:ops", *AT], "\n\ns\n")
    review = run("assess --review last")

    assert "You ended it." in stopped.output
    assert review.exit_code == 0
    assert review.output.count("Source:") == 2


def test_review_of_an_open_test_waits(run):
    run(["assess", *AT], "\np\n")

    assert run("assess --review last").exit_code == 6


def test_practice_explains_at_once(run, told):
    result = run(["assess", "skill:sql", "--practice", *AT, "--questions", "2"], "\n\n")

    assert "You did not know" in result.output
    assert told("standing --at 2026-11-22")["standing"]["overall"]["pieces"] == 0


def test_confirmation_follows_an_ended_test(run, told):
    told(["assess", "area:ops", *AT, "--questions", "5"], "\n" * 5)

    found = told(["assess", "--confirm", "last", *AT], "\n" * 9)

    assert 5 <= found["answers"] <= 8
    assert found["confirmation"] in ("confirmed", "not confirmed", "open")


def test_withdrawn_test_moves_nothing(told):
    told(["assess", *AT, "--questions", "3"], "\n" * 3)

    told("assess --withdraw last")

    assert told("standing --at 2026-11-22")["standing"]["overall"]["pieces"] == 0


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("assess area:opps", 5),
        ("assess skill:sqll", 5),
        ("assess nonsense", 6),
        ("assess --questions 0", 6),
        ("assess --minutes -3", 6),
        ("assess --review test-7", 5),
        ("assess --confirm test-7", 5),
        ("assess --questions many", 2),
    ],
)
def test_wrong_wish_is_one_line_and_an_exit_code(run, line, code):
    result = run(line)

    assert result.exit_code == code
    assert "Traceback" not in result.output
    assert len(result.stderr.strip().splitlines()) == 1


def test_same_target_too_soon_is_told_with_the_day(run):
    run(["assess", "area:ops", *AT, "--questions", "5"], "\n" * 5)

    again = run(["assess", "area:ops", *AT])

    assert again.exit_code == 6
    assert "2026-12-06" in again.stderr


@pytest.mark.parametrize(
    ("one", "typed", "given"),
    [
        (item(), "2", (1,)),
        (item(), "", None),
        (item(), "0", None),
        (SEVERAL, "1, 3", (0, 2)),
        (SEVERAL, "13", (0, 2)),
        (NUMBER, "0,25", 0.25),
        (NUMBER, "0", 0.0),
        (NUMBER, "", None),
    ],
)
def test_typed_answer_is_understood(one, typed, given):
    assert given_from(one, tuple(range(len(one.options))), typed) == given


def test_order_is_typed_by_the_numbers_shown():
    shown = shown_order(ORDER, "test-1")
    typed = " ".join(str(shown.index(place) + 1) for place in range(3))

    assert given_from(ORDER, shown, typed) == (0, 1, 2)


@pytest.mark.parametrize(
    ("one", "typed"),
    [
        (item(), "4"),
        (item(), "1 2"),
        (item(), "one"),
        (SEVERAL, "1 1"),
        (SEVERAL, ","),
        (ORDER, "1 2"),
        (NUMBER, "x"),
    ],
)
def test_answer_that_is_none_is_asked_again(one, typed):
    with pytest.raises(InvalidValue):
        given_from(one, tuple(range(len(one.options))), typed)


def test_test_stands_in_the_list_of_evidence_and_says_what_it_moved(run):
    run(["assess", "skill:sql", *AT, "--questions", "3"], "\n\n\n")

    listed, why = run("evidence list"), run("evidence why sql --at 2026-11-22")

    assert "Adaptive test, 3 answers" in " ".join(listed.output.split())
    assert "test-1" in " ".join(why.output.split())
