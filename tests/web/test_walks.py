"""What a person does with forms: each is stored, said, and shown on the page where one lands."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seasoned.journeys.content import load_content
from seasoned.store.evidence import list_evidence
from seasoned.store.people import ensure_person, load_profile, save_wishes
from seasoned.store.postings import list_postings
from tests.web.reading import faults, parsed, text_of

CV = """Kim Example
Experience
ML Engineer, Northwind Health, March 2022 - present
- Built a data pipeline in Python and SQL with Airflow that cut the nightly refresh to 40 minutes
- Deployed models with Docker and Kubernetes
"""
ADVERT = "ML Engineer\nRequirements\n- Strong Python and SQL\nNice to have\n- Kubernetes\n"
PROJECT = {
    "kind": "shipped-project", "title": "Nightly scoring", "at": "2026-03-01",
    "skill-0": "python", "level-0": "3",
}  # fmt: skip


def test_first_run_page_stands_at_the_root_until_something_is_known(empty):
    assert "Where do I begin?" in text_of(empty.get("/"))

    empty.post("/start/rate/", {"rate-python": "2"})

    assert empty.get("/")["Location"] == "/standing/"


def test_ratings_are_kept_and_skipped_ones_are_not(empty):
    answer = empty.post(
        "/start/rate/", {"rate-python": "3", "rate-sql": "0", "rate-mlops": ""}, follow=True
    )

    rated = {o.skill: o.level for e in list_evidence(ensure_person()) for o in e.observations}
    assert rated == {"python": 3.0, "sql": 0.0}
    assert "2 ratings noted" in text_of(answer)


def test_rating_outside_the_scale_is_passed_over(empty):
    empty.post("/start/rate/", {"rate-python": "9", "rate-nonsense": "2"})

    assert list_evidence(ensure_person()) == ()


def test_cv_pasted_becomes_suggestions_that_count_after_a_yes(empty):
    empty.post("/start/cv/", {"text": CV})
    waiting = [e.id for e in list_evidence(ensure_person()) if not e.confirmed]
    assert waiting

    answer = empty.post("/evidence/sort/", {"piece": waiting, "do": "confirm"}, follow=True)

    assert all(e.confirmed for e in list_evidence(ensure_person()))
    assert "counts now" in text_of(answer)


def test_suggestions_dropped_are_gone(empty):
    empty.post("/start/cv/", {"text": CV})

    empty.post("/evidence/sort/", {"all": "1", "do": "drop"})

    assert list_evidence(ensure_person()) == ()


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("cv.pdf", b"", "empty"),
        ("cv.pdf", b"%PDF-1.4 broken", "cv.pdf"),
        ("cv.zip", b"PK\x03\x04broken", "cv.zip"),
    ],
)
def test_cv_that_cannot_be_read_says_why_in_one_sentence(empty, name, body, words):
    answer = empty.post("/start/cv/", {"file": SimpleUploadedFile(name, body)})

    assert answer.status_code == 422
    assert words in parsed(answer).css_first("[role=alert]").text()
    assert faults(answer) == []


def test_file_above_the_limit_is_refused_in_one_sentence(empty, monkeypatch):
    monkeypatch.setattr("seasoned.web.uploads.MOST_BYTES", 1024)

    answer = empty.post("/start/cv/", {"file": SimpleUploadedFile("cv.txt", b"x" * 2000)})

    assert answer.status_code == 422
    assert "limit" in parsed(answer).css_first("[role=alert]").text()


def test_nothing_given_says_what_to_give(empty):
    assert empty.post("/start/cv/", {}).status_code == 422
    assert empty.post("/market/add/", {}).status_code == 422


def test_adverts_come_from_text_and_files_and_a_bad_one_stops_no_other(empty):
    files = [
        SimpleUploadedFile("a.txt", ADVERT.replace("SQL", "Docker").encode()),
        SimpleUploadedFile("b.pdf", b"%PDF-1.4 broken"),
    ]

    answer = empty.post("/market/add/", {"text": ADVERT, "files": files}, follow=True)

    assert len(list_postings(ensure_person())) == 2
    assert "2 adverts added" in text_of(answer)
    assert "b.pdf" in text_of(answer)


def test_advert_typed_stays_in_the_form_when_it_cannot_be_read(empty, monkeypatch):
    monkeypatch.setattr("seasoned.web.pages.market.LONGEST", 10)

    answer = empty.post("/market/add/", {"text": ADVERT, "title": "Kept"})

    assert answer.status_code == 422
    assert "Strong Python" in parsed(answer).css_first("#advert-text").text()


def test_advert_shows_the_words_that_ask(empty):
    empty.post("/market/add/", {"text": ADVERT, "title": "ML Engineer"})
    found = list_postings(ensure_person())[0]

    page = parsed(empty.get(f"/market/{found.id}/"))

    said = {node.text(): node.attributes["class"] for node in page.css(".advert summary.say")}
    assert "required" in said["Python (a must)"]
    assert "preferred" in said["Kubernetes (nice to have)"]


def test_term_corrected_by_a_click_counts_as_the_person_says(empty):
    empty.post("/market/add/", {"text": ADVERT, "title": "ML Engineer"})
    before = list_postings(ensure_person())[0]
    place = next(one.span.start for one in before.named if one.term == "Kubernetes")

    answer = empty.post(f"/market/{before.id}/say/", {"say": f"{place}:required"})

    after = list_postings(ensure_person())[0]
    assert answer.headers["Location"].endswith(f"#t{place}")
    assert "Kubernetes" in before.preferred
    assert "Kubernetes" in after.required
    assert [one.term for one in after.named if one.corrected] == ["Kubernetes"]


def test_correction_of_no_word_is_refused_and_nothing_is_lost(empty):
    empty.post("/market/add/", {"text": ADVERT, "title": "ML Engineer"})
    before = list_postings(ensure_person())[0]

    for typed in ("", "3", "x:required", "1:required", "0:perhaps", "9" * 30 + ":required"):
        answer = empty.post(f"/market/{before.id}/say/", {"say": typed}, follow=True)
        assert "must be" in parsed(answer).css_first(".said").text()

    assert list_postings(ensure_person())[0] == before


def test_advert_read_again_keeps_what_the_person_said(empty):
    empty.post("/market/add/", {"text": ADVERT, "title": "ML Engineer"})
    before = list_postings(ensure_person())[0]
    place = next(one.span.start for one in before.named if one.term == "Kubernetes")
    empty.post(f"/market/{before.id}/say/", {"say": f"{place}:mentioned"})

    empty.post(f"/market/{before.id}/again/")

    after = list_postings(ensure_person())[0]
    assert "Kubernetes" not in after.required + after.preferred
    assert after.required == before.required


def test_advert_renamed_keeps_what_was_read(empty):
    empty.post("/market/add/", {"text": ADVERT, "title": "ML Engineer"})
    before = list_postings(ensure_person())[0]

    empty.post(f"/market/{before.id}/correct/", {"title": "Another"})

    after = list_postings(ensure_person())[0]
    assert (after.title, after.requirements) == ("Another", before.requirements)


def test_advert_set_aside_and_brought_back(empty):
    empty.post("/market/add/", {"text": ADVERT})
    key = list_postings(ensure_person())[0].id

    empty.post(f"/market/{key}/archive/")
    assert list_postings(ensure_person()) == ()

    empty.post(f"/market/{key}/archive/", {"archived": "no"})
    assert len(list_postings(ensure_person())) == 1


def test_record_by_hand_is_kept_and_says_what_is_missing(empty):
    empty.post("/evidence/add/", PROJECT)

    piece = list_evidence(ensure_person())[0]
    assert (piece.title, piece.observations[0].level) == ("Nightly scoring", 3.0)
    assert "Would count for more with: metric" in text_of(empty.get("/evidence/"))


def test_record_without_a_skill_loses_nothing_typed(empty):
    answer = empty.post("/evidence/add/", {**PROJECT, "skill-0": "", "detail-metric": "recall"})

    assert answer.status_code == 422
    assert "Name at least one skill" in text_of(answer)
    page = parsed(answer)
    assert page.css_first("#id_title").attributes["value"] == "Nightly scoring"
    assert page.css_first("#id_detail-metric").attributes["value"] == "recall"


def test_record_edited_keeps_its_earlier_version(empty):
    empty.post("/evidence/add/", PROJECT)
    key = list_evidence(ensure_person())[0].id

    empty.post(f"/evidence/{key}/", {**PROJECT, "title": "Nightly scoring, again"})

    assert list_evidence(ensure_person())[0].title == "Nightly scoring, again"
    assert "1 earlier version" in text_of(empty.get(f"/evidence/{key}/"))


def test_edit_that_names_no_level_keeps_a_level_between_two(sample):
    piece = next(
        e for e in list_evidence(ensure_person())
        if e.observations and e.observations[0].level % 1 and len(e.observations) <= 4
    )  # fmt: skip
    fields = {f"skill-{n}": o.skill for n, o in enumerate(piece.observations)}

    sample.post(f"/evidence/{piece.id}/", {"title": "T", "at": "2026-01-01", **fields})

    after = next(e for e in list_evidence(ensure_person()) if e.id == piece.id)
    assert [o.level for o in after.observations] == [o.level for o in piece.observations]


def test_hours_change_the_plan_and_bad_ones_lose_nothing(sample):
    fine = {
        "deep": "0", "light": "0", "weeks": "4", "cost_cap": "0",
        "depth": "4", "breadth": "3", "income": "1", "joy": "2",
    }  # fmt: skip
    assert sample.post("/plan/hours/", fine).status_code == 303
    assert load_profile(ensure_person()).wishes.weeks == 4
    assert sample.get("/plan/?now=1").status_code == 200

    wrong = sample.post("/plan/hours/", {**fine, "weeks": "9999"})
    assert wrong.status_code == 422
    assert parsed(wrong).css_first("#id_weeks").attributes["value"] == "9999"
    zeros = dict.fromkeys(("depth", "breadth", "income", "joy"), "0")
    assert sample.post("/plan/hours/", {**fine, **zeros}).status_code == 422


def test_plan_comes_as_calendar_and_as_markdown(sample):
    assert sample.get("/plan/seasoned-plan.ics").content.startswith(b"BEGIN:VCALENDAR")
    assert sample.get("/plan/seasoned-plan.md").content.startswith(b"# Plan")


def test_plan_that_takes_time_says_so_first(sample):
    page = parsed(sample.get("/plan/"))

    waiting = page.css_first("[hx-trigger=load]")
    assert waiting.attributes["hx-get"] == "/plan/"
    assert page.css_first("head noscript") is not None
    sample.get("/plan/", headers={"HX-Request": "true"})
    assert parsed(sample.get("/plan/")).css_first("[hx-trigger=load]") is None


def test_action_declined_leaves_the_plan(sample):
    sample.get("/plan/?now=1")
    first = parsed(sample.get("/plan/")).css_first(".chosen input[name=action]").attributes["value"]

    sample.post("/plan/decline/", {"action": first})

    chosen = parsed(sample.get("/plan/?now=1")).css(".chosen input[name=action]")
    assert first not in [n.attributes["value"] for n in chosen]


def test_aim_and_set_aside_are_kept(sample):
    sample.post("/stage/aim/", {"stage": "senior", "context": "start-up", "archetype": ""})
    page = parsed(sample.get("/stage/"))
    thing = page.css_first("input[name=thing]").attributes["value"]

    sample.post("/stage/set-aside/", {"thing": thing, "list": "no_opportunity"})

    wishes = load_profile(ensure_person()).wishes
    assert (wishes.stage, wishes.context) == ("senior", "start-up")
    assert wishes.no_opportunity == (thing,)


@pytest.mark.parametrize("wrong", ["stage", "context", "archetype"])
def test_aim_that_the_ladder_does_not_hold_is_not_kept(empty, wrong):
    aim = {"stage": "senior", "context": "start-up", "archetype": "", wrong: "nonsense"}

    assert empty.post("/stage/aim/", aim).status_code == 404
    assert load_profile(ensure_person()).wishes.stage == ""
    assert empty.get("/stage/").status_code == 200


def test_only_new_expectations_when_asked(shown):
    client = shown("sample")
    whole = parsed(client.get("/stage/?stage=senior"))
    new = parsed(client.get("/stage/?stage=senior&new=1"))

    assert 0 < len(new.css(".ask")) < len(whole.css(".ask"))


def test_role_education_and_leave_come_and_go(empty):
    empty.post("/me/role/", {"title": "Engineer", "start": "2020-01", "skills": ["python"]})
    empty.post("/me/education/", {"degree": "higher", "field": "Physics", "year": "2019"})
    empty.post("/me/leave/", {"start": "2021-01-01", "end": "2021-06-30"})
    profile = load_profile(ensure_person())
    assert [len(x) for x in (profile.roles, profile.education, profile.leaves)] == [1, 1, 1]

    for what in ("roles", "education", "leaves"):
        empty.post(f"/me/{what}/0/remove/")

    profile = load_profile(ensure_person())
    assert (profile.roles, profile.education, profile.leaves) == ((), (), ())


def test_leave_that_ends_before_it_starts_is_refused(empty):
    answer = empty.post("/me/leave/", {"start": "2021-06-30", "end": "2021-01-01"})

    assert answer.status_code == 422
    assert "The end lies before the start" in text_of(answer)


def test_export_holds_what_was_typed_and_erasing_needs_the_word(empty):
    empty.post("/evidence/add/", PROJECT)
    body = json.loads(empty.get("/me/seasoned-export.json").content)
    assert "Nightly scoring" in json.dumps(body)

    assert empty.post("/me/erase/", {"word": "no"}).status_code == 422
    assert len(list_evidence(ensure_person())) == 1

    empty.post("/me/erase/", {"word": "Erase"})
    assert list_evidence(ensure_person()) == ()


def test_sample_person_is_apart_from_ones_own_record(empty):
    answer = empty.post("/start/sample/", follow=True)
    assert "Alex Sample" in text_of(answer)
    assert list_evidence(ensure_person()) == ()

    answer = empty.post("/start/own/", follow=True)
    assert "Where do I begin?" in text_of(answer)


@pytest.mark.parametrize("url", ["/evidence/", "/market/", "/me/"])
def test_list_page_makes_the_same_number_of_queries_for_one_row_and_three(empty, url):
    def row(number: int) -> None:
        empty.post("/evidence/add/", {**PROJECT, "title": f"Project {number}"})
        empty.post("/market/add/", {"text": f"{ADVERT}{number}", "title": f"Advert {number}"})
        role = {"title": f"Role {number}", "start": "2020-01-01"}
        empty.post("/me/role/", role)

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert empty.get(url).status_code == 200
        return len([q for q in seen.captured_queries if q["sql"].startswith("SELECT")])

    row(1)
    one = queries()
    row(2)
    row(3)

    assert queries() == one


def test_hero_chart_comes_as_a_specification_that_says_what_is_asked(shown):
    spec = json.loads(shown("sample").get("/standing/shape.json").content)

    rows = spec["data"]["values"]
    assert rows
    assert [row["wanted"] == "nothing" for row in rows] == [row["asked"] is None for row in rows]
    assert spec["layer"][0]["encoding"]["tooltip"][0]["field"] == "skill"


def test_answers_about_another_career_wait_for_a_yes(empty):
    page = parsed(empty.get("/evidence/from/research/"))
    first = page.css_first("input[name=experience]").attributes["value"]

    assert empty.post("/evidence/from/research/", {}).status_code == 422
    empty.post("/evidence/from/research/", {"experience": first})

    found = list_evidence(ensure_person())
    assert found
    assert not any(piece.confirmed for piece in found)
    assert all(piece.expectations for piece in found)
    empty.post("/evidence/from/research/", {"experience": first})
    assert len(list_evidence(ensure_person())) == len(found)


def test_interactive_bundle_is_built_once_into_the_cache(empty, home):
    first = empty.get("/assets/vega.js")
    kept = list((home / "cache").glob("vega-*.js"))
    kept[0].write_text("// kept")

    assert first.content.decode().count("vegaEmbed") > 0
    assert empty.get("/assets/vega.js").content == b"// kept"
    assert first["Content-Type"].startswith("text/javascript")


@pytest.mark.parametrize(
    "field", [{"at": "2099-01-01"}, {"detail-effort_hours": "-5"}, {"detail-started": "2026-02-31"}]
)
def test_record_that_nobody_can_have_meant_is_told_at_its_field(empty, field):
    answer = empty.post("/evidence/add/", {**PROJECT, **field})

    assert answer.status_code == 422
    assert "but must be" in text_of(answer)
    assert list_evidence(ensure_person()) == ()


def test_role_still_to_come_is_told_at_its_field(empty):
    answer = empty.post("/me/role/", {"title": "Engineer", "start": "2099-01-01"})

    assert answer.status_code == 422
    assert "start is &#x27;2099-01-01&#x27;" in answer.content.decode()
    assert load_profile(ensure_person()).roles == ()


def test_advert_that_asks_nothing_is_told_as_such(empty):
    answer = empty.post(
        "/market/add/", {"text": "We are a lovely company by the sea with a dog."}, follow=True
    )

    assert "states no requirement" in text_of(answer)


def test_stage_page_unfolds_only_a_few_of_each_area(sample):
    seen = sample.get("/stage/?stage=senior&new=1").content.decode()

    assert "more that this stage adds" in seen
    assert seen.count('<li id="') == len(
        [e for e in load_content().ladder("mle").expectations if e.stage == "senior"]
    )


def test_plan_claims_to_have_learned_only_from_what_was_noted(sample):
    before = text_of(sample.get("/plan/?now=1"))
    sample.post("/plan/done/", {"action": "wreck-and-rescue-a-git-repository", "hours": "9"})

    assert "the factor becomes your own" in before
    assert "learned from how long things really took you" in text_of(sample.get("/plan/?now=1"))


def test_pages_stand_on_a_ladder_with_other_stages_and_areas(home, opened):
    from seasoned.cli.beginnings import beginning

    (home / "content" / "ladders").mkdir(parents=True)
    own = home / "content" / "ladders" / "acme.toml"
    own.write_text(beginning("ladder", "acme"), encoding="utf-8")
    client = opened("sample")
    person = ensure_person()
    save_wishes(person, replace(load_profile(person).wishes, ladder="acme"))

    for address in ("/standing/", "/stage/", "/gap/", "/plan/?now=1", "/me/", "/start/"):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert not faults(answer), address
    assert text_of(client.get("/standing/")).count("pieces of evidence") == 5
