"""Offers at the terminal: kept, changed, compared, dropped."""

from __future__ import annotations

import pytest


@pytest.fixture
def two(told):
    return [
        told(["offer", "add", "North", "--score", "people=9", "--score", "growth=8"])["id"],
        told(["offer", "add", "South", "--score", "people=8", "--score", "growth=9"])["id"],
    ]


def test_a_tenth_of_a_weight_that_turns_the_winner_is_shown(run, told, two):
    line = "offer compare --weight people=3 --weight growth=2.9"
    found = told(line)
    shown = run(line).output

    assert found["leaders"] == [two[0]]
    assert [one["flips"] for one in found["sensitivity"]] == [True, True]
    assert "North leads, but a tenth of the weight of people, growth turns it." in shown


def test_offer_excluded_by_a_hard_constraint_says_why(run, told, two):
    run(["offer", "edit", two[0], "--location", "Berlin"])
    run(["offer", "edit", two[1], "--location", "Prague"])
    run("profile constraints --place Prague")

    found = told("offer compare --weight people=1")

    assert found["leaders"] == [two[1]]
    assert found["ranked"][1]["excluded"] == ["it is in Berlin, and you want Prague"]
    assert "it is in Berlin" in run("offer compare").output


def test_weights_are_remembered_when_asked(run, told, two):
    told("offer compare --weight people=4 --weight growth=1 --keep")
    tried = told("offer compare --weight growth=1")
    later = told("offer compare")

    assert tried["leaders"] == [two[1]]
    assert later["weights"] == {"people": 4.0, "growth": 1.0}


def test_edit_keeps_what_is_not_given_and_drop_can_be_undone(run, told, two):
    edited = told(
        ["offer", "edit", two[0], "--score", "pay=5", "--pay", "70000", "--currency", "eur"]
    )
    run(["offer", "drop", two[1]])
    after = [one["id"] for one in told("offer list")["items"]]
    run(["offer", "drop", two[1], "--undo"])
    back = [one["id"] for one in told("offer list")["items"]]

    assert edited["scores"] == {"people": 9.0, "growth": 8.0, "pay": 5.0}
    assert (edited["company"], edited["pay"], edited["currency"]) == ("North", 70000.0, "EUR")
    assert (after, back) == ([two[0]], two)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("offer compare", "There are no offers to compare"),
        ("offer edit nothing --note x", "There is no offer 'nothing'"),
        ("offer drop nothing", "There is no offer 'nothing'"),
        ("offer add A --score people=11", "a score from 0 to 10"),
        ("offer add A --score people", "written like people=8"),
        ("offer add A --score =3", "written like people=8"),
        ("offer add A --workplace moon", "one of remote, hybrid, onsite"),
        ("offer add A --pay 5", "named with the pay"),
        ("offer add A --posting nothing", "There is no advert 'nothing'"),
        ("offer compare --weight people=-1 --keep", "There are no offers"),
        (["offer", "add", "A" * 400], "300 characters at most"),
        ("offer compare --keep", "--keep remembers weights"),
    ],
)
def test_what_makes_no_sense_is_said_in_one_line(run, line, said):
    result = run(line)

    assert result.exit_code in (2, 5, 6)
    assert said in result.output
    assert len(result.output.strip().splitlines()) == 1
