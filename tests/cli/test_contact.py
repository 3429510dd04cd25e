"""Contacts at the terminal."""

from __future__ import annotations

import pytest


def test_level_is_kept_and_compared(run, told):
    key = told(["contact", "add", "Zeta", "--level", "Senior Staff", "--who", "Kim"])["id"]
    told(["contact", "add", "Other", "--level", "band Q"])
    edited = told(["contact", "edit", key, "--stage", "call"])

    found = told("contact list")["items"]
    shown = run("contact list").output

    assert edited["stage"] == "call"
    assert [(one["contact"]["company"], one["stages"], one["against"]) for one in found] == [
        ("Other", [], ""),
        ("Zeta", ["seasoned"], "above"),
    ]
    assert "the crosswalk does not know this level" in " ".join(shown.split())
    assert "means Seasoned here, above your likely stage" in " ".join(shown.split())


def test_dropped_contact_comes_back(run, told):
    key = told("contact add Zeta")["id"]
    run(["contact", "drop", key])
    gone = told("contact list")["items"]
    run(["contact", "drop", key, "--undo"])

    assert gone == []
    assert len(told("contact list")["items"]) == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("contact edit nothing --stage call", "There is no contact 'nothing'"),
        ("contact add A --on 2999-01-01", "today or a day before"),
        ("contact add A --stage moon", "is not one of"),
        (["contact", "add", " "], "the name of the company"),
        (["contact", "add", "A" * 400], "300 characters at most"),
    ],
)
def test_what_makes_no_sense_is_said_in_one_line(run, line, said):
    result = run(line)

    assert result.exit_code in (2, 5, 6)
    assert said in result.output
    assert len(result.output.strip().splitlines()) == 1
