"""Pages of the market: what is asked against what is shown, adverts side by side, the author's view."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seasoned.store.people import ensure_person
from seasoned.store.postings import list_postings
from tests.web.reading import faults, parsed, text_of

FIRST = "ML Engineer\n\nRequirements\n- Python or R\n- Kafka\n\nNice to have\n- Kubernetes"
SECOND = "Data Engineer\n\nRequirements\n- Python\n- dbt\n- 5 years of experience"


def kept(client) -> list[str]:
    for text in (FIRST, SECOND):
        client.post("/market/add/", {"text": text})
    return [posting.id for posting in list_postings(ensure_person())]


def test_demand_shows_each_skill_with_its_share_and_says_when_adverts_are_few(empty):
    kept(empty)

    page = parsed(empty.get("/market/demand/"))

    rows = {row.css_first("th").text(): row.text() for row in page.css("tbody tr")}
    assert "over 99 %" in rows["Python"]
    assert "50 %" in rows["Kubernetes"]
    assert "Fewer than 5 adverts" in page.text()
    assert "Too few to say" in page.text()


def test_adverts_side_by_side_tell_must_wish_and_alternatives(empty):
    keys = kept(empty)

    page = parsed(empty.get("/market/compare/", {"p": keys}))

    rows = {row.css_first("th").text(): row.css("td") for row in page.css("tbody tr")}
    assert [cell.text().split()[0] for cell in rows["Python"][1:]] == ["must", "must"]
    assert "or R" in rows["Python"][1].text()
    assert [cell.text() for cell in rows["Years"][1:]] == ["none asked", "5"]
    assert rows["Kubernetes"][1].text() == "wish"


@pytest.mark.parametrize("count", [1, 50])
def test_too_few_or_too_many_side_by_side_are_told(empty, count):
    keys = kept(empty)

    answer = empty.get(
        "/market/compare/",
        {"p": (keys * 25)[:count] if count == 1 else [f"x{n}" for n in range(count)]},
    )

    assert answer.status_code == 422
    assert parsed(answer).css_first(".error").text()


def test_author_sees_what_to_mend_and_how_many_before(empty):
    text = "Rockstar wanted\n\nRequirements\n- Python\n- 15 years of experience with PyTorch"

    first = parsed(empty.post("/market/improve/", {"text": text}))
    again = parsed(empty.post("/market/improve/", {"text": FIRST, "before": "3"}))

    assert "15 years" in first.text()
    assert len(first.css(".reasons li")) >= 2
    assert "what it pays" in first.text()
    assert "(3 before)" in again.text()
    assert "Python or R" in again.text()
    assert list_postings(ensure_person()) == ()


@pytest.mark.parametrize("text", ["", " \n ", "x" * 70_000])
def test_author_is_told_what_cannot_be_read(empty, text):
    answer = empty.post("/market/improve/", {"text": text})

    assert answer.status_code == 422
    assert parsed(answer).css_first(".error").text()


def test_author_opens_an_advert_that_is_kept(empty):
    key = kept(empty)[0]

    assert "Kafka" in parsed(empty.get("/market/improve/", {"p": key})).css_first("textarea").text()
    assert empty.get("/market/improve/", {"p": "nope"}).status_code == 404


def test_adverts_side_by_side_mark_the_musts_that_are_not_met(empty):
    keys = kept(empty)
    empty.post("/start/rate/", {"rate-python": "4"})

    answer = empty.get("/market/compare/", {"p": keys})

    page = parsed(answer)
    lacking = [row.css_first("th").text() for row in page.css("tr") if row.css("td.lacking")]
    conditions = {row.css_first("th").text(): row.css("td") for row in page.css("tbody tr")}
    assert "Python" not in lacking
    assert "Stream processing" in lacking
    assert "Stream processing" in conditions["Musts not yet met"][1].text()
    assert faults(answer) == []


def test_adverts_side_by_side_ask_the_store_as_often_for_two_as_for_six(empty):
    keys = kept(empty)
    for number in range(4):
        empty.post("/market/add/", {"text": f"{FIRST}\n- Docker {number}"})
    keys = [posting.id for posting in list_postings(ensure_person())]

    def queries(chosen: list[str]) -> int:
        with CaptureQueriesContext(connection) as seen:
            assert empty.get("/market/compare/", {"p": chosen}).status_code == 200
        return len([q for q in seen.captured_queries if q["sql"].startswith("SELECT")])

    queries(keys[:2])
    assert len(keys) == 6
    assert queries(keys[:2]) == queries(keys)


def test_author_sees_the_words_to_mend_marked_in_the_text(empty):
    text = "Rockstar wanted\n\nRequirements\n- Python\n- 15 years of experience with PyTorch"

    answer = empty.post("/market/improve/", {"text": text})

    page = parsed(answer)
    marked = [mark.text() for mark in page.css("mark")]
    assert any("Rockstar" in words for words in marked)
    assert any("15 years" in words for words in marked)
    links = {a.attributes["href"][1:] for a in page.css("mark a")}
    assert links <= {item.attributes["id"] for item in page.css(".flags li")}
    assert "how the hiring goes" in page.text()
    assert faults(answer) == []


def test_markup_in_a_text_to_mend_stays_text(empty):
    answer = empty.post("/market/improve/", {"text": "<script>alert(1)</script> rockstar" * 9})

    assert "<script>alert" not in answer.content.decode()
    assert faults(answer) == []


def test_demand_of_no_advert_leads_to_adding_some(empty):
    page = parsed(empty.get("/market/demand/"))

    assert page.css_first(".empty a").attributes["href"] == "/market/#add"


def test_demand_of_few_adverts_says_what_it_can_and_cannot_tell(empty):
    kept(empty)

    answer = empty.get("/market/demand/")

    assert "cannot tell what the market asks" in text_of(answer)
    assert "Too few to say" in text_of(answer)
    assert faults(answer) == []


def test_demand_stands_as_picture_and_as_table_with_counts(shown):
    answer = shown("sample").get("/market/demand/")

    page = parsed(answer)
    assert "of 10" in page.css_first(".lead").text()
    assert "cannot tell what the market asks" not in text_of(answer)
    assert len(page.css(".card .chart")) == 2
    assert "Python" in page.css_first("table tbody").text()


@pytest.mark.parametrize("url", ["/market/", "/market/demand/", "/market/compare/"])
def test_adverts_without_requirements_are_no_fault(empty, url):
    empty.post("/market/add/", {"text": "We are a lovely company by the sea with a dog."})

    answer = empty.get(url)

    assert answer.status_code == 200
    assert faults(answer) == []


def test_list_stands_by_match_and_can_be_ticked_for_comparing(empty):
    kept(empty)
    empty.post("/start/rate/", {"rate-kubernetes": "4", "rate-python": "4"})

    answer = empty.get("/market/")

    page = parsed(answer)
    boxes = [box.attributes["value"] for box in page.css("input[form=beside]")]
    assert sorted(boxes) == sorted(p.id for p in list_postings(ensure_person()))
    assert faults(answer) == []


@pytest.mark.parametrize(
    "feed", ["nonsense", "greenhouze:acme", "http://127.0.0.1:9/jobs", "x" * 3000, "<script>"]
)
def test_board_that_cannot_be_asked_says_why_and_keeps_what_was_typed(empty, feed):
    answer = empty.post("/market/add/", {"feed": feed})

    page = parsed(answer)
    assert answer.status_code == 422
    assert page.css_first("#adverts-error").text()
    assert page.css_first("#advert-feed").attributes["value"] == feed
    assert list_postings(ensure_person()) == ()
