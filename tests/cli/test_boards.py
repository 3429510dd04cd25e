"""Boards in the terminal."""

from __future__ import annotations

import json

from tests.boards.server import answer, serving

TEXT = (
    "<h1>Engineer</h1><p>We sort mail.</p><h2>Requirements</h2><ul><li>Python</li><li>SQL</li></ul>"
)


def test_every_board_is_listed_with_an_example(run, told):
    listed = told("board list")["items"]

    assert {"greenhouse", "lever", "page", "rss", "csv"} <= {one["name"] for one in listed}
    assert all(one["example"] for one in listed)
    assert "greenhouse:NAME" in run("board list").stdout


def test_page_and_files_are_read_together_and_one_that_fails_is_told(run, home, tmp_path):
    (tmp_path / "advert.txt").write_text("Analyst\n\nRequirements\n- dbt\n- Airflow\n")
    with serving() as site:
        site.on("/jobs/1", answer(TEXT, Content_Type="text/html"))
        words = ["posting", "add", f"{site.address}/jobs/1", f"{site.address}/gone"]
        result = run([*words, str(tmp_path / "advert.txt"), "--allow-private", "--json"])

    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert len(found["items"]) == 2
    assert len(found["problems"]) == 1
    assert "/gone" in found["problems"][0]


def test_this_machine_is_not_asked_unless_that_is_wished(run):
    with serving() as site:
        result = run(["posting", "add", f"{site.address}/jobs/1"])
        asked = site.asked

    assert asked == []
    assert result.exit_code == 10
    assert "--allow-private" in " ".join(result.output.split())


def test_folder_and_table_ask_nothing_of_the_network(run, tmp_path, monkeypatch):
    monkeypatch.setattr("socket.getaddrinfo", None)
    (tmp_path / "a.csv").write_text(
        "title,description\nAnalyst,We need SQL and dbt in production and somebody who likes both.\n"
    )

    result = run(["posting", "add", f"csv:{tmp_path}/a.csv", f"folder:{tmp_path}", "--json"])

    assert len(json.loads(result.stdout)["items"]) == 1


def test_misspelt_board_is_told_with_the_nearest(run):
    result = run("posting add greenhose:acme")

    assert result.exit_code == 5
    assert "did you mean 'greenhouse'" in result.stderr
