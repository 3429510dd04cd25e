"""A job of one's own at the terminal: begun, checked, published."""

from __future__ import annotations

import json

import pytest

WHOLE = """
title = "ML engineer"
company = "Acme"
location = "Prague"
workplace = "hybrid"
summary = "We read the sky for farmers."
contact = "jobs@acme.example"
pay = { low = 60000, high = 75000, currency = "EUR" }

[[criteria]]
skill = "python"
level = 2
need = "must"

[[process]]
name = "Talk with the team"
minutes = 45
"""


@pytest.fixture
def job(tmp_path):
    path = tmp_path / "ml-engineer.toml"
    path.write_text(WHOLE, encoding="utf-8")
    return path


def test_template_is_read_and_everything_that_it_lacks_is_named(run, tmp_path):
    path = str(tmp_path / "job.toml")
    begun, again = run(["opening", "new", path]), run(["opening", "new", path])
    checked, refused = run(["opening", "check", path]), run(["opening", "export", path])

    assert begun.exit_code == 0
    assert "exists already" in again.output
    assert checked.exit_code == 6
    assert "Missing: the pay range" in checked.output
    assert refused.exit_code == 6
    for words in ("the pay range", "criteria", "the process"):
        assert words in refused.output
    assert len(refused.output.strip().splitlines()) == 1


def test_template_with_its_comments_taken_away_can_be_read(run, tmp_path):
    path = tmp_path / "job.toml"
    run(["opening", "new", str(path)])
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line.removeprefix("# ") for line in lines]
    fields = [line for line in kept if "=" in line or line.startswith(("[", "]"))]
    path.write_text("\n".join(fields), encoding="utf-8")

    checked = run(["opening", "check", str(path), "--json"])

    found = json.loads(checked.stdout)
    assert found["opening"]["pay"]["low"] == 60000
    assert len(found["opening"]["criteria"]) == len(found["opening"]["process"]) == 2


def test_whole_job_is_published_in_three_forms(run, job):
    check = run(["opening", "check", str(job)])
    page, text, record = (
        run(["opening", "export", str(job), "--format", form]).stdout
        for form in ("html", "md", "json-ld")
    )

    assert check.exit_code == 0
    assert "It reads as you mean it." in check.output
    assert "60,000 - 75,000 EUR per year" in text
    assert "1. Talk with the team (45 minutes)" in text
    assert page.startswith("<!doctype html>")
    assert json.loads(record)["@type"] == "JobPosting"


def test_author_is_told_what_the_words_ask_beside_the_criteria(run, job):
    job.write_text(
        WHOLE.replace("for farmers.", "for farmers. You must know Rust. We want a rockstar."),
        encoding="utf-8",
    )

    shown = run(["opening", "check", str(job)]).output

    assert "its words ask Rust as a must, and no criterion does" in " ".join(shown.split())
    assert "rockstar" in shown


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("python", "pyton"), "did you mean 'python'"),
        (("level = 2", "level = 9"), "from 1 to 4"),
        (("high = 75000", "high = 5"), "as high or higher"),
        (("title =", "titel ="), "did you mean 'title'"),
        (('"must"', '"most"'), "did you mean 'must'"),
        (('title = "', "title = "), "is not valid TOML"),
    ],
)
def test_mistake_in_the_file_is_said_in_one_line(run, job, change, said):
    job.write_text(WHOLE.replace(*change), encoding="utf-8")

    result = run(["opening", "check", str(job)])

    assert result.exit_code in (3, 5)
    assert said in result.output
    assert len(result.output.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("opening check nowhere.toml", "is no file"),
        ("opening new Job.txt", "like ml-engineer.toml"),
    ],
)
def test_wrong_file_is_said_in_one_line(run, line, said):
    result = run(line)

    assert result.exit_code in (4, 6)
    assert said in result.output
    assert len(result.output.strip().splitlines()) == 1
