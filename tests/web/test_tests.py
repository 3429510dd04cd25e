"""The test in the browser: begun, answered, paused, ended, looked back on."""

from __future__ import annotations

import pytest

from seasoned.assessment.item import ItemKind
from tests.web.reading import faults, parsed


def begin(client, **wanted) -> str:
    """The address of a new test."""
    form = {"target": "all", "mode": "test", "questions": 6, **wanted}
    answer = client.post("/test/begin/", form)
    assert answer.status_code == 303, answer.content.decode()
    return answer.url


def item_of(address: str):
    from seasoned.journeys import testing
    from seasoned.journeys.workspace import my_content, my_profile
    from seasoned.store.people import ensure_person

    person = ensure_person()
    return testing.resumed(person, address.split("/")[-2], my_content(), my_profile(person)).item


def fields(item, *, right: bool = True) -> dict:
    """What a browser sends for the key, or for an answer that is not it."""
    if item.kind is ItemKind.NUMBER:
        return {
            "number-answer": f"{item.answer if right else item.answer + 1000 + item.tolerance:g}"
        }
    if item.kind is ItemKind.ORDER:
        places = list(item.key) if right else list(reversed(item.key))
        return {f"place-{place}": str(n + 1) for n, place in enumerate(places)}
    wrong = [n for n, option in enumerate(item.options) if not option.right]
    return {"option": list(item.key) if right else wrong[:1]}


def send(client, address: str, number: int, **given):
    return client.post(address + "answer/", {"number": number, "shown": "0", **given})


def test_whole_test_leads_to_a_result_and_its_review(empty):
    address = begin(empty)

    for number in range(1, 7):
        page = parsed(empty.get(address))
        assert f"Question {number} of at most 6" in page.css_first("h1").text()
        assert send(empty, address, number, **fields(item_of(address))).status_code == 303

    result, review = empty.get(address), empty.get(address + "review/")
    assert faults(result) == faults(review) == []
    assert "All planned questions were asked." in result.content.decode()
    assert len(parsed(review).css("section.card")) == 6
    assert "(your answer)" in review.content.decode()


def test_standing_follows_the_answers(empty):
    address = begin(empty)
    for number in range(1, 7):
        send(empty, address, number, **fields(item_of(address)))

    standing = empty.get("/standing/").content.decode()

    assert "Depth against breadth" in standing
    evidence = parsed(empty.get("/evidence/"))
    record = evidence.css_first(".record-title a")
    assert record.text() == "Adaptive test, 6 answers"
    assert record.attributes["href"] == address


def test_question_stays_the_same_when_loaded_again_and_answers_count_once(empty):
    address = begin(empty)
    first = item_of(address)

    assert item_of(address) == first
    send(empty, address, 1, **fields(first))
    send(empty, address, 1, **fields(first, right=False))

    assert "Question 2" in empty.get(address).content.decode()


def test_nothing_chosen_is_said_and_nothing_is_stored(empty):
    address = begin(empty)

    answer = send(empty, address, 1)

    assert answer.status_code == 422
    assert parsed(answer).css_first("[role=alert]") is not None
    assert "Question 1" in empty.get(address).content.decode()


@pytest.mark.parametrize("option", ["99", "-1", "x", "1e3"])
def test_forged_option_is_refused(empty, option):
    address = begin(empty, target="skill:python")

    assert send(empty, address, 1, option=option, **{"number-answer": "x"}).status_code == 422


def test_not_knowing_is_an_answer(empty):
    address = begin(empty, questions=3)

    for number in (1, 2, 3):
        send(empty, address, number, unknown="1")

    assert "3 answers given" in empty.get(address).content.decode()


def test_review_waits_until_the_test_has_ended(empty):
    address = begin(empty)

    assert empty.get(address + "review/").status_code == 303
    empty.post(address + "end/")
    assert empty.get(address + "review/").status_code == 200


def test_open_test_is_offered_to_go_on_with(empty):
    address = begin(empty)
    send(empty, address, 1, unknown="1")

    page = parsed(empty.get("/test/"))

    assert page.css_first(f'a[href="{address}"]').text() == "Go on where you stopped"


def test_practice_explains_each_answer_and_moves_nothing(empty):
    address = begin(empty, mode="practice", questions=3)

    answer = send(empty, address, 1, unknown="1")

    told = empty.get(answer.url)
    assert faults(told) == []
    assert "Your answer: “I don&#x27;t know”" in told.content.decode()
    assert "Nothing is recorded yet" in empty.get("/evidence/").content.decode()


def test_test_can_be_taken_back_and_confirmed(empty):
    address = begin(empty, target="area:ops", questions=3)
    for number in (1, 2, 3):
        send(empty, address, number, unknown="1")

    confirmation = empty.post(address + "confirm/").url
    assert "Question 1 of at most 8" in empty.get(confirmation).content.decode()
    empty.post(address + "withdraw/")
    assert "Taken back" in empty.get("/test/").content.decode()
    assert empty.post(address + "confirm/").status_code == 422


def test_target_too_soon_or_unknown_is_said_at_its_field(empty):
    address = begin(empty, target="area:ops", questions=5)
    for number in range(1, 6):
        send(empty, address, number, unknown="1")

    soon = empty.post("/test/begin/", {"target": "area:ops", "mode": "test"})
    unknown = empty.post("/test/begin/", {"target": "area:opps", "mode": "test"})

    assert soon.status_code == unknown.status_code == 422
    assert "The last test on the area ops" in parsed(soon).css_first(".field-error").text()


def test_test_of_nobody_is_not_found(empty):
    assert empty.get("/test/test-99/").status_code == 404


def test_result_and_question_speak_of_no_talent_and_no_failure(empty):
    address = begin(empty, questions=3)
    pages = [empty.get("/test/")]
    for number in (1, 2, 3):
        send(empty, address, number, unknown="1")
    pages += [empty.get(address), empty.get("/test/")]

    for page in pages:
        words = page.content.decode().lower()
        for word in ("talent", "gifted", "genius", "failed", "well done", "congratulations"):
            assert word not in words


def test_code_in_a_question_is_shown_as_code_and_markup_as_text():
    from seasoned.web.templatetags.seasoned import coded

    assert coded("`a < b` & <i>`") == "<code>a &lt; b</code> &amp; &lt;i&gt;`"
