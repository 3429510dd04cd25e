"""Many adverts at the terminal."""

from __future__ import annotations

import pytest

from tests.market.corpus.adverts import csv_file, rows


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    return csv_file(tmp_path_factory.mktemp("market") / "jobs.csv", rows(60))


@pytest.fixture
def corpus(table, run, tmp_path):
    out = tmp_path / "out.parquet"
    assert run(["market", "read", str(table), "--out", str(out), "--processes", "1"]).exit_code == 0
    return str(out)


def test_reading_tells_what_came_of_it(run, told, table, tmp_path):
    out = str(tmp_path / "out.parquet")

    first = run(["market", "read", str(table), "--out", out])
    again = told(["market", "read", str(table), "--out", out])

    assert first.exit_code == 0
    assert "60 adverts in" in first.output
    assert f"seasoned market demand {out}" in " ".join(first.output.split())
    assert (again["schema"], again["adverts"], again["parts"]) == ("seasoned.corpus/1", 60, 0)


@pytest.mark.parametrize(
    "by",
    ["skill", "term", "role", "stage", "seniority", "place", "workplace", "month", "pay", "pairs"],
)
def test_demand_is_told_in_words_and_as_json(run, told, corpus, by):
    shown = run(["market", "demand", corpus, "--by", by])

    assert shown.exit_code == 0, shown.output
    assert told(["market", "demand", corpus, "--by", by])["schema"] == f"seasoned.demand-{by}/1"


def test_a_share_of_few_adverts_is_not_said(run, corpus):
    shown = run(["market", "demand", corpus, "--min", "100"])

    assert "too few to say" in " ".join(shown.output.split())
    assert "%" not in shown.output


def test_own_adverts_are_counted_where_no_file_is_named(run, told):
    assert "You keep no adverts yet" in run("market demand").output
    assert run("--sample market demand").exit_code == 0


def test_trend_and_comparison_are_told(run, told, corpus):
    trend = run(["market", "trend", corpus, "--min", "4"])
    quarter = told(["market", "trend", corpus, "--per", "quarter", "--name", "Python"])
    beside = run(["market", "compare", corpus, "--split", "skill=python"])
    two = told(["market", "compare", corpus, corpus])

    assert "what changes is within noise" in " ".join(trend.output.split())
    assert [row["name"] for row in quarter["rows"]] == ["python"]
    assert "beside the rest" in beside.output
    assert [row["is_different"] for row in two["contrast"]["rows"]].count(True) == 0


@pytest.mark.parametrize(
    "line",
    [
        "demand {} --svg {}",
        "demand {} --by pay --svg {}",
        "demand {} --by pairs --svg {}",
        "trend {} --svg {}",
        "compare {} --split skill=sql --svg {}",
    ],
)
def test_pictures_are_drawn(run, corpus, tmp_path, line):
    picture = tmp_path / "picture.svg"

    shown = run(["market", *line.format(corpus, picture).split()])

    assert shown.exit_code == 0, shown.output
    assert picture.read_text().startswith("<svg")


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("read nowhere.csv --out o.parquet", 4, "is not there; check the path"),
        ("demand nowhere.parquet", 4, "is not there; make it with: seasoned market read"),
        ("demand CORPUS --only colour=red", 5, "There is no thing to choose adverts by"),
        ("demand CORPUS --only remote", 6, "written like workplace=remote"),
        ("compare CORPUS", 6, "Name two corpora"),
        ("trend CORPUS --name pyhton", 5, "did you mean 'python'"),
        ("demand CORPUS --svg x.doc", 6, "must be .svg, .png, .pdf"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(run, corpus, line, code, says):
    failed = run(["market", *line.replace("CORPUS", corpus).split()])

    assert failed.exit_code == code
    assert says in failed.output
    assert failed.output.count("\n") == 1
