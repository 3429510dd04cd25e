"""Adverts ranked and matched at the terminal, with hard constraints."""

from __future__ import annotations

import pytest

NICHE = """Optics engineer
Location: Prague

Requirements
- Optics
- Python
"""
COMMON = """Data engineer
Location: Berlin

Requirements
- Python
- SQL
"""


@pytest.fixture
def adverts(run, told, tmp_path):
    folder = tmp_path / "adverts"
    folder.mkdir()
    for name, text in (("niche.txt", NICHE), ("common.txt", COMMON)):
        (folder / name).write_text(text, encoding="utf-8")
    run("rate python=4 sql=4")
    return [item["id"] for item in told(["posting", "add", str(folder)])["items"]]


def test_ranking_names_what_excludes_an_advert(run, told, adverts):
    told("profile constraints --place Prague")

    first, last = told("posting rank")["items"]
    shown = run("posting rank").output

    assert (first["title"], first["excluded"]) == ("Optics engineer", [])
    assert (last["title"], last["excluded"]) == (
        "Data engineer",
        ["it is in Berlin, and you want Prague"],
    )
    assert "Excluded: Data engineer" in shown
    assert "it is in Berlin, and you want Prague." in shown


def test_match_shows_what_is_met_and_what_is_missing(run, told, adverts):
    run("rate python=4 sql=0")
    common = next(key for key in adverts if key.startswith("data"))

    found = told(["posting", "match", common])
    shown = run(["posting", "match", "data"]).output

    assert [held["skill"] for held in found["matched"]] == ["python"]
    assert [held["skill"] for held in found["missing_required"]] == ["sql"]
    assert "Likely met" in shown
    assert "Required and not likely met yet" in shown


def test_constraints_stay_until_cleared(told):
    told("profile constraints --place Prague --workplace remote --pay 60000 --currency eur")
    changed = told("profile constraints --visa --clear places")

    assert changed | {"schema": ""} == {
        "schema": "",
        "places": [],
        "workplaces": ["remote"],
        "pay_per_year": 60000.0,
        "currency": "EUR",
        "needs_visa": True,
        "languages": [],
    }


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("posting rank", "no adverts to rank"),
        ("posting match nothing", "There is no advert 'nothing'"),
        ("profile constraints --workplace moon", "one of remote, hybrid, onsite"),
        ("profile constraints --pay 5", "named with the pay"),
        ("profile constraints --pay nan --currency EUR", "a sum of 0 or more"),
        ("profile constraints --pay inf --currency EUR", "a sum of 0 or more"),
        ("profile constraints --language english", "a code of two letters"),
        ("profile constraints --pay 5 --currency euros", "three letters"),
    ],
)
def test_what_makes_no_sense_is_said_in_one_line(run, line, said):
    result = run(line)

    assert result.exit_code in (5, 6)
    assert said in result.output
    assert len(result.output.strip().splitlines()) == 1


def test_advert_published_again_is_kept_and_said(run, told, tmp_path):
    words = " ".join(f"word{n}" for n in range(120))
    texts = [f"Data engineer\nLocation: {place}\n\n{words}\n" for place in ("Prague", "Brno")]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")

    first = told(["posting", "add", str(tmp_path / "0.txt")])
    second = run(["posting", "add", str(tmp_path / "1.txt")]).output
    pairs = told("posting list --duplicates")
    shown = run("posting list --duplicates").output

    assert first["alike"] == []
    assert "Kept, and nearly one you have" in second
    assert len(told("posting list")["items"]) == 2
    assert pairs["items"][0]["differences"] == ["location: Brno (there: Prague)"]
    assert sorted(map(len, pairs["groups"])) == [2]
    assert "five-word runs stand in" in shown
