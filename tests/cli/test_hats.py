"""Roles with several hats at the terminal, and careers of any kind."""

from __future__ import annotations

import pytest

MANAGER = ["profile", "role", "Manager", "--organisation", "Acme"]
SPRING = [*MANAGER, "--from", "2026-01-01", "--to", "2026-03-31", "--hat", "product manager=40"]
SPRING += ["--hat", "tech lead=30", "--hat", "developer=30"]
SUMMER = [*MANAGER, "--from", "2026-04-01", "--hat", "developer=60", "--hat", "tech lead=40"]


def test_two_quarters_with_different_mixes_are_both_shown(run, told):
    told(SPRING)
    profile = told(SUMMER)

    assert [role["hats"] for role in profile["roles"]] == [
        {"product manager": 40.0, "tech lead": 30.0, "developer": 30.0},
        {"developer": 60.0, "tech lead": 40.0},
    ]
    shown = run("profile").output
    assert "████████▒▒▒▒▒▒░░░░░░" in shown
    assert "▒▒▒▒▒▒▒▒▒▒▒▒░░░░░░░░" in shown
    assert "35 %" not in shown


def test_career_without_hats_shows_none(run, told):
    told(["profile", "role", "Analyst", "--from", "2020-01-01"])

    assert "Hats" not in run("profile").output


@pytest.mark.parametrize("hat", ["tech lead=30", "tech lead", "tech lead=130"])
def test_hats_that_are_not_the_whole_are_refused_in_one_line(run, told, hat):
    result = run([*MANAGER, "--from", "2026-01-01", "--hat", hat])

    assert result.exit_code == 6
    assert result.output.startswith("seasoned: hats is")
    assert told("profile")["roles"] == []


def test_career_of_four_kinds_with_a_quick_promotion_is_taken_as_told(run, told):
    career = [
        ("Economist", "economist", "2014-01-01", "2016-06-01"),
        ("Analyst", "analyst", "2016-06-01", "2018-06-01"),
        ("Data scientist", "data scientist", "2018-06-01", "2022-06-01"),
        ("Engineer", "engineer", "2022-06-01", "2022-10-01"),
        ("Lead", "lead", "2022-10-01", None),
    ]

    for title, kind, start, end in career:
        line = ["profile", "role", title, "--kind", kind, "--from", start]
        told([*line, "--to", end] if end else line)

    roles = told("profile")["roles"]
    assert [(r["title"], r["kind"], r["start"], r["end"]) for r in roles] == career
    shown = " ".join(run("profile").output.split())
    assert "too early" not in shown.lower()
    assert all(kind in shown for _, kind, _, _ in career)
