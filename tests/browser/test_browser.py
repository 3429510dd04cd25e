"""The walk from nothing to a plan, and every page as eyes, keyboards and screen readers meet it."""

from __future__ import annotations

import json

import pytest

from tests.browser.conftest import NARROW, WIDE

CV = """Kim Example
Experience
ML Engineer, Northwind Health, March 2022 - present
- Built a data pipeline in Python and SQL with Airflow that cut the nightly refresh to 40 minutes
- Deployed models with Docker and Kubernetes, monitored drift
"""
ADVERT = """ML Engineer
Requirements
- 3+ years of Python and SQL
- Kubernetes in production
Nice to have
- Feature stores
"""
PAGES = (
    "/start/", "/standing/", "/standing/skill/python/", "/stage/", "/market/", "/gap/",
    "/gap/?against=adverts", "/plan/?now=1", "/evidence/", "/evidence/add/",
    "/evidence/add/?kind=shipped-project", "/me/",
    "/notes/?write=1",
)  # fmt: skip


def walk(page, site: str) -> None:
    """From an empty store to a plan, by the controls that a person uses."""
    page.goto(site)
    page.get_by_label("Or paste its text").fill(CV)
    page.get_by_role("button", name="Read my CV").click()
    page.get_by_text("they wait for your yes").first.wait_for()
    page.locator("#rate fieldset").nth(0).get_by_role("radio").nth(3).check()
    page.locator("#rate fieldset").nth(1).get_by_text("Never tried").click()
    page.get_by_role("button", name="Note my ratings").click()
    page.get_by_text("2 ratings noted").wait_for()
    page.get_by_label("Paste one advert").fill(ADVERT)
    page.get_by_role("button", name="Read and add").click()
    page.get_by_text("1 advert added").wait_for()
    page.get_by_role("link", name="Look through the suggestions").click()
    page.get_by_role("button", name="Count the ticked ones").click()
    page.get_by_text("of evidence counts now").wait_for()
    page.get_by_role("link", name="Standing", exact=True).click()
    page.get_by_role("heading", name="Depth against breadth").wait_for()
    page.get_by_role("link", name="Plan", exact=True).click()


def test_first_run_leads_from_nothing_to_a_plan(watch, empty_site):
    page = watch()

    walk(page, empty_site)

    page.get_by_role("heading", name="Chosen, and why").wait_for(timeout=60_000)
    assert page.locator(".chosen > li").count() >= 1


def test_first_run_works_without_javascript(watch, empty_site):
    page = watch(java_script_enabled=False)

    walk(page, empty_site)

    page.get_by_role("heading", name="Chosen, and why").wait_for(timeout=60_000)
    page.goto(empty_site + "/stage/")
    page.get_by_label("Stage", exact=True).select_option("senior")
    page.get_by_role("button", name="Show").click()
    assert "stage=senior" in page.url
    assert page.locator(".lead strong").first.inner_text() == "Senior"


def test_keyboard_alone_reaches_and_uses_everything(watch, empty_site):
    page = watch()
    page.goto(empty_site)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"

    to(page, "cv-text")
    page.keyboard.insert_text(CV)
    to(page, "Read my CV")
    page.keyboard.press("Enter")
    page.get_by_text("they wait for your yes").first.wait_for()
    page.keyboard.press("Tab")
    to(page, "Look through")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Suggestions to look through").wait_for()
    to(page, "Count the ticked ones")
    page.keyboard.press("Enter")

    page.get_by_text("of evidence counts now").wait_for()


def to(page, wanted: str) -> None:
    """Press Tab until the control of that id, or with these words, has the focus; it must be seen."""
    script = "[document.activeElement.id, document.activeElement.textContent]"
    for _ in range(150):
        page.keyboard.press("Tab")
        name, words = page.evaluate(script)
        if wanted == name or wanted in (words or "")[:80].strip():
            outline = "getComputedStyle(document.activeElement).outlineStyle"
            assert page.evaluate(outline) != "none", f"{wanted} shows no focus"
            return
    raise AssertionError(f"Tab never reaches {wanted}")


def test_stage_changes_in_place(watch, sample_site):
    page = watch()
    page.goto(sample_site + "/stage/")

    page.get_by_label("Stage", exact=True).focus()
    page.get_by_label("Stage", exact=True).select_option("senior")
    page.wait_for_url("**stage=senior**")
    page.locator(".lead strong", has_text="Senior").wait_for()

    page.wait_for_function("document.activeElement.id === 'stage'")
    page.go_back()
    page.locator("header.top").wait_for()  # the whole page again, not its middle alone
    assert page.locator("header.top").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing_serious(watch, sample_site, scheme, size):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = watch(color_scheme=scheme, viewport=size)
    found = []

    for url in (*PAGES, first_advert(page, sample_site)):
        page.goto(sample_site + url)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        wrong = axe.run(page).response["violations"]
        bad = [v for v in wrong if v["impact"] in ("serious", "critical")]
        found += [(url, v["id"], json.dumps(v["nodes"][0]["target"])) for v in bad]

    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_narrow_page_never_scrolls_sideways(watch, sample_site, scheme):
    page = watch(viewport=NARROW, color_scheme=scheme)
    wide = {}

    for url in (*PAGES, first_advert(page, sample_site)):
        page.goto(sample_site + url)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        if (found := page.evaluate("document.documentElement.scrollWidth")) > NARROW["width"]:
            wide[url] = found

    assert wide == {}


def first_advert(page, site: str) -> str:
    page.goto(site + "/market/")
    return page.locator("section[aria-labelledby=list] th a").first.get_attribute("href")


def test_charts_stand_inside_the_page_as_pictures(watch, sample_site):
    page = watch()
    page.goto(sample_site + "/standing/")

    hero = page.get_by_role("img", name="Depth against breadth").first
    assert hero.is_visible()
    assert hero.locator("svg").count() == 1
    page.get_by_text("The same as a table, all").click()
    assert page.get_by_role("region", name="Levels by skill").is_visible()


def test_hero_chart_answers_to_the_pointer_under_the_same_policy(watch, sample_site):
    page = watch()
    page.goto(sample_site + "/standing/")

    page.get_by_role("button", name="Explore with the pointer").click()
    canvas = page.locator("#hero canvas")
    canvas.wait_for(timeout=60_000)
    box = canvas.bounding_box()
    page.mouse.move(box["x"] + 160, box["y"] + 160)
    for across in range(150, int(box["width"]) - 30, 7):
        page.mouse.move(box["x"] + across, box["y"] + 155)
        if page.locator("#vg-tooltip-element.visible").count():
            break

    assert "Skill" in page.locator("#vg-tooltip-element").inner_text()
