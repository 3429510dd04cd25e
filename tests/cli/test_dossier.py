"""Dossiers of companies at the terminal."""

from __future__ import annotations

import pytest


def add(told, company: str, text: str, *more: str):
    line = ["dossier", "add", company, "--text", text, "--source", f"https://{company}.example"]
    return told([*line, *more])


def test_pattern_of_three_companies_is_shown_with_its_sources(run, told):
    for company in ("acme", "beta", "gamma"):
        add(told, company, "Models are served behind Kafka", "--on", "2026-01-05")

    (found,) = told("dossier patterns")["items"]
    shown = run("dossier patterns").output

    assert found["companies"] == ["acme", "beta", "gamma"]
    assert [said["source"] for said in found["said"]] == [
        f"https://{name}.example" for name in ("acme", "beta", "gamma")
    ]
    assert "https://beta.example, 2026-01-05" in shown


def test_dossier_is_shown_and_its_entries_dropped(run, told):
    key = add(told, "acme", "They review designs on Mondays", "--what", "process")["id"]
    shown = run("dossier show Acme").output
    run(["dossier", "drop", key])
    gone = run("dossier show acme")
    run(["dossier", "drop", key, "--undo"])

    assert "https://acme.example" in shown
    assert "process" in shown
    assert gone.exit_code == 6
    assert len(told("dossier show")["items"]) == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("dossier show Nobody", "Nothing is known of 'Nobody' yet"),
        ("dossier drop nothing", "There is no dossier 'nothing'"),
        ("dossier add A --text x", "Missing option '--source'"),
        ("dossier add A --text x --source y --on 2999-01-01", "today or a day before"),
        ("dossier add A --text x --source javascript:alert(1)", "the address of the page"),
        (["dossier", "add", "A", "--text", " ", "--source", "y"], "some words"),
    ],
)
def test_what_makes_no_sense_is_said_in_one_line(run, line, said):
    result = run(line)

    assert result.exit_code in (2, 5, 6)
    assert said in result.output
    assert len(result.output.strip().splitlines()) == 1


def test_empty_dossier_says_so(run):
    assert "No dossier yet." in run("dossier show").output
    assert "Nothing stands in three companies yet" in run("dossier patterns").output
