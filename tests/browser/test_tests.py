"""The test as eyes, keyboards and screen readers meet it."""

from __future__ import annotations

import json

import pytest

from tests.browser.conftest import NARROW, WIDE

QUESTIONS = 6


def begin(page, site: str, target: str = "all") -> None:
    page.goto(site + "/test/")
    page.get_by_label("What shall it tell?").select_option(target)
    page.get_by_text("Length", exact=True).click()
    page.get_by_label("How many questions at most?").fill(str(QUESTIONS))
    page.get_by_role("button", name="Begin", exact=True).click()
    page.get_by_text(f"Question 1 of at most {QUESTIONS}").wait_for()


def respond(page, number: int) -> None:
    """An answer of whatever kind is asked, by the controls that a person uses."""
    if page.locator("#number-answer").count():
        page.locator("#number-answer").fill("7")
    elif places := page.locator(".step select").count():
        for place in range(places):
            page.locator(".step select").nth(place).select_option(str(place + 1))
    else:
        page.locator("input[name=option]").nth(number % 3).check()
    page.get_by_role("button", name="Answer", exact=True).click()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("scripted", [True, False], ids=["with scripts", "without"])
def test_test_is_taken_from_beginning_to_review(watch, empty_site, size, scripted):
    page = watch(viewport=size, java_script_enabled=scripted)
    begin(page, empty_site)
    ranges = []

    for number in range(1, QUESTIONS + 1):
        page.get_by_text(f"Question {number} of at most {QUESTIONS}").wait_for()
        ranges.append(page.locator(".narrowing .range").get_attribute("width"))
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        if number == 2:
            page.get_by_role("button", name="I don't know").click()
        else:
            respond(page, number)

    page.get_by_text("All planned questions were asked.").wait_for()
    assert float(ranges[-1]) < float(ranges[0])
    page.get_by_role("link", name="Every answer with its reason").first.click()
    assert page.locator("section.card").count() == QUESTIONS


def test_keyboard_alone_answers_and_pauses_and_goes_on(watch, empty_site):
    page = watch()
    begin(page, empty_site, "skill:python")

    page.locator("main").focus()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name || document.activeElement.id") in (
            "option", "number-answer", "unknown",
        ):  # fmt: skip
            break
    while page.evaluate("document.activeElement.textContent") != "I don't know":
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    page.get_by_text(f"Question 2 of at most {QUESTIONS}").wait_for()
    page.get_by_role("link", name="Pause and go on another time").press("Enter")
    page.get_by_role("link", name="Go on where you stopped").press("Enter")

    page.get_by_text(f"Question 2 of at most {QUESTIONS}").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_a_test(watch, empty_site, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = watch(color_scheme=scheme, viewport=NARROW)
    found = []

    def look(where: str) -> None:
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        wrong = axe.run(page).response["violations"]
        bad = [v for v in wrong if v["impact"] in ("serious", "critical")]
        found.extend((where, v["id"], json.dumps(v["nodes"][0]["target"])) for v in bad)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], where

    page.goto(empty_site + "/test/")
    look("begin")
    begin(page, empty_site)
    for number in range(1, QUESTIONS + 1):
        page.get_by_text(f"Question {number} of at most").wait_for()
        look(f"question {number}")
        respond(page, number)
    look("result")
    page.get_by_role("link", name="Every answer with its reason").first.click()
    look("review")

    assert found == []
