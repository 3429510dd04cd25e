"""Calibration and report at the terminal: files as they come, one line for what cannot be."""

from __future__ import annotations

import numpy as np
import pytest

from seasoned.journeys.bank import load_bank
from tests.assessment.test_calibrating import simulated


@pytest.fixture(scope="module")
def names() -> list[str]:
    return sorted(load_bank().bank.items)[:8]


@pytest.fixture
def answers(tmp_path, names):
    matrix = simulated(120, np.linspace(1, 3, 8))
    rows = ["person,item,right,group,date,chosen,seconds"]
    for person, line in enumerate(matrix):
        for name, value in zip(names, line, strict=True):
            rows.append(
                f"p{person},{name},{value},{'xy'[person % 2]},2026-0{1 + person // 60}-01,{value},30"
            )
    path = tmp_path / "answers.csv"
    path.write_text("\n".join(rows))
    return path


def test_calibration_is_told_and_kept_and_used(told, run, answers, names, home):
    found = told(["items", "calibrate", str(answers), "--save", "team", "--at", "2026-11-22"])

    assert found["report"]["scale"] == "levels"
    assert found["report"]["converged"] is True
    assert found["written"].endswith("content/calibration/team.csv")
    kept = load_bank(home / "content").bank.parameters[names[0]]
    first = next(e for e in found["report"]["estimates"] if e["item"] == names[0])
    assert kept.difficulty == pytest.approx(first["difficulty"], rel=1e-4)
    assert kept.responses == 120
    assert run("content check").exit_code == 0


def test_calibration_says_its_course_and_report_its_findings(run, answers):
    calibrated = run(["items", "calibrate", str(answers)])
    reported = run(["items", "report", str(answers)])

    assert "met its tolerance" in " ".join(calibrated.output.split())
    assert "Log-likelihood" in calibrated.output
    assert "Reliability of the abilities" in reported.output


def test_page_stands_by_itself(run, answers, tmp_path):
    page = tmp_path / "items.html"

    assert run(["items", "report", str(answers), "--html", str(page)]).exit_code == 0

    text = page.read_text()
    assert text.startswith("<!doctype html>")
    assert "How do the questions behave?" in text
    assert "http" not in text.split("</style>")[1]
    assert "<script" not in text


def test_answers_kept_here_serve_too(run, told):
    run("assess skill:sql --at 2026-11-22", "\n" * 9)

    alone = run("items calibrate")
    nothing = run("items report --json")

    assert alone.exit_code == nothing.exit_code == 9
    assert "at least 2" in alone.stderr


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", 4),
        ("person,item\na,x\n", 4),
        ("person,item,right\na,x,1\n", 9),
        ("person,item,right\na,x,1\nb,x,1\nc,x,1\n", 9),
    ],
)
def test_file_of_no_use_is_one_line_and_an_exit_code(run, tmp_path, text, code):
    path = tmp_path / "x.csv"
    path.write_text(text)

    for command in ("calibrate", "report"):
        result = run(["items", command, str(path)])
        assert result.exit_code == code, result.output
        assert len(result.stderr.strip().splitlines()) == 1


def test_foreign_items_are_not_kept(run, tmp_path):
    matrix = simulated(60, [1.5, 2.0, 2.5, 2.0])
    path = tmp_path / "wide.csv"
    lines = ["a,b,c,d", *(",".join(map(str, line)) for line in matrix)]
    path.write_text("\n".join(lines))

    assert run(["items", "calibrate", str(path)]).exit_code == 0
    assert run(["items", "calibrate", str(path), "--save", "x"]).exit_code == 6
    assert run(["items", "calibrate", str(path), "--save", "../x"]).exit_code == 6
