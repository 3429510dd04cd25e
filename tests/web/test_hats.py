"""Roles with several hats in the browser: typed, shown side by side, and drawn on at a stage."""

from __future__ import annotations

from seasoned.store.people import ensure_person, load_profile
from tests.web.reading import faults, parsed, text_of

ROLE = {"title": "Manager", "organisation": "Acme"}
SPRING = {
    **ROLE, "start": "2026-01-01", "end": "2026-03-31",
    "hats": "product manager 40\r\ntech lead: 30 %\r\ndeveloper=30",
}  # fmt: skip
SUMMER = {**ROLE, "start": "2026-04-01", "hats": "developer 60\ncat herder 40"}


def test_mixes_of_two_spans_stand_side_by_side_with_words_and_a_table(empty):
    empty.post("/me/role/", SUMMER)
    empty.post("/me/role/", SPRING)

    answer = empty.get("/me/")
    page = parsed(answer)

    assert [svg.attributes["aria-label"] for svg in page.css("svg.mix")] == [
        "40 % product manager, 30 % developer, 30 % tech lead",
        "60 % developer, 40 % cat herder",
    ]
    table = page.css_first("[aria-label='Hats by role'] table")
    assert [[cell.text() for cell in row.css("td")][1:] for row in table.css("tbody tr")] == [
        ["40 %", "30 %", "30 %", "–"],
        ["–", "60 %", "–", "40 %"],
    ]
    assert [th.text() for th in table.css("thead th")][2:] == [
        "product manager", "developer", "tech lead", "cat herder",
    ]  # fmt: skip
    assert faults(answer) == []


def test_hats_that_are_not_the_whole_are_refused_and_nothing_typed_is_lost(empty):
    answer = empty.post("/me/role/", {**SPRING, "hats": "tech lead 30"})

    assert answer.status_code == 422
    assert "make 100 per cent in all" in parsed(answer).css_first(".field-error").text()
    assert parsed(answer).css_first("[name=hats]").text().strip() == "tech lead 30"
    assert empty.post("/me/role/", {**SPRING, "hats": "tech lead"}).status_code == 422
    assert load_profile(ensure_person()).roles == ()


def test_stage_names_expectations_of_several_areas_for_the_hats_of_today(empty):
    empty.post("/me/role/", SPRING)
    assert parsed(empty.get("/stage/")).css_first("#hats") is None
    empty.post("/me/role/", SUMMER)

    answer = empty.get("/stage/?stage=senior")
    section = parsed(answer).css_first("section[aria-labelledby=hats]")

    anchors = {a.attributes["href"] for a in section.css("a")}
    assert {"#area-systems", "#area-ops"} <= anchors
    named = [a for a in anchors if not a.startswith("#area-")]
    ids = {node.attributes["id"] for node in parsed(answer).css("[id]")}
    assert len(named) >= 2
    assert all(anchor.removeprefix("#") in ids for anchor in anchors)
    assert "it stands as you named it" in section.text()
    assert section.css_first("details").attributes.get("open", "no") == "no"
    assert faults(answer) == []


def test_person_of_one_hat_sees_no_hats(empty):
    empty.post("/me/role/", {**ROLE, "start": "2026-01-01"})

    assert parsed(empty.get("/stage/")).css_first("#hats") is None
    assert parsed(empty.get("/me/")).css_first("svg.mix") is None


def test_role_of_any_kind_is_shown_and_taken_off_by_its_own_button(empty):
    for start, kind in (("2014-01-01", "economist"), ("2022-06-01", "engineer")):
        empty.post("/me/role/", {"title": kind.title(), "kind": kind, "start": start})
    page = parsed(empty.get("/me/"))
    rows = [n for n in page.css("li") if n.css_first("form[action^='/me/roles/']")]
    assert [row.css_first("strong").text() for row in rows] == ["Engineer", "Economist"]
    assert "economist, Jan 2014" in text_of(empty.get("/me/"))

    empty.post(rows[0].css_first("form").attributes["action"])

    assert [role.title for role in load_profile(ensure_person()).roles] == ["Economist"]
