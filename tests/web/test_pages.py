"""Every page goes through the same battery, in every state."""

from __future__ import annotations

import pytest
from django.urls import reverse

from seasoned.web.page import all_pages
from tests.web.reading import faults, parsed

ARGUMENTS = {"skill": {"skill": "python"}, "transfer": {"transfer": "research"}}
PAGES = [page.name for page in all_pages()]
FORMS = [
    (route.name, page.name)
    for page in all_pages()
    for route in page.routes
    if getattr(route.view, "__wrapped__", None)
]
NOTHING_THERE = (("empty", "posting"), ("empty", "sitting"))
MORE = (
    "/start/", "/stage/?stage=senior&context=start-up", "/stage/?new=1", "/gap/?against=adverts",
    "/gap/?against=advert", "/plan/?now=1", "/evidence/add/?kind=shipped-project",
    "/notes/?skill=python&write=1", "/notes/?words=quotes", "/notes/?topic=W&all=1",
)  # fmt: skip


def address(name: str, client) -> str:
    """The page's address, with ids that the state holds."""
    if name == "posting":
        from seasoned.store.people import ensure_person
        from seasoned.store.postings import list_postings

        found = list_postings(ensure_person())
        return reverse("posting", kwargs={"posting": found[0].id if found else "none"})
    if name == "sitting":
        from seasoned.store.people import ensure_person
        from seasoned.store.sittings import list_sittings

        tests = list_sittings(ensure_person())
        return reverse("sitting", kwargs={"key": tests[0].id if tests else "none"})
    if name == "transfer":
        from seasoned.journeys.workspace import my_content

        first = next(iter(my_content().transfers), None)
        return reverse("transfer", kwargs={"transfer": first}) if first else reverse("start")
    return reverse(name, kwargs=ARGUMENTS.get(name))


@pytest.mark.parametrize("state", ["empty", "sample", "hostile"])
@pytest.mark.parametrize("name", PAGES)
def test_page_asks_one_question_and_holds_no_fault(shown, state, name):
    client = shown(state)

    answer = client.get(address(name, client), follow=True)

    assert answer.status_code == (404 if (state, name) in NOTHING_THERE else 200)
    page = parsed(answer)
    assert faults(answer) == []
    assert len(page.css("h1")) == 1
    assert answer.status_code == 404 or page.css_first("h1").text().strip().endswith("?")
    assert page.css_first("title").text().endswith("· Seasoned")
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("state", ["empty", "sample", "hostile"])
@pytest.mark.parametrize("url", MORE)
def test_choice_of_a_page_holds_no_fault(shown, state, url):
    answer = shown(state).get(url, follow=True)

    assert answer.status_code == 200
    assert faults(answer) == []
    assert len(parsed(answer).css("h1")) == 1


@pytest.mark.parametrize("name", [name for name in PAGES if name != "first"])
def test_htmx_gets_the_middle_of_the_same_page(shown, name):
    sample = shown("sample")
    url = address(name, sample)
    # the plan's whole page may still be waiting for the solver; its middle never is
    whole = sample.get(url + "?now=1" if name == "week" else url)

    middle = sample.get(url, headers={"HX-Request": "true"})

    assert "<!doctype" in whole.content.decode()
    assert "<!doctype" not in middle.content.decode()
    assert parsed(whole).css_first("h1").html == parsed(middle).css_first("h1").html
    assert parsed(whole).css_first("title").text() == parsed(middle).css_first("title").text()
    assert "HX-Request" in whole["Vary"]


def test_page_of_history_restored_by_htmx_is_whole(shown):
    sample = shown("sample")
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}

    assert "<!doctype" in sample.get("/me/", headers=headers).content.decode()


def test_menu_leads_to_every_page_and_marks_the_current_one(empty):
    page = parsed(empty.get("/market/"))

    links = {n.attributes["href"]: n.attributes.get("aria-current") for n in page.css("nav a")}
    assert len(links) == len([p for p in all_pages() if p.menu])
    assert [url for url, here in links.items() if here == "page"] == ["/market/"]


@pytest.mark.parametrize(("name", "page"), FORMS)
def test_address_of_a_form_leads_to_its_page_when_followed(empty, name, page):
    known = {"posting": "x", "skill": "python", "key": "x", "what": "roles", "number": 0}
    needed = {k: v for k, v in known.items() if f"<{k}>" in _pattern(name)}

    answer = empty.get(reverse(name, kwargs=needed))

    assert answer.status_code == 302


@pytest.mark.parametrize(("name", "page"), FORMS)
def test_form_without_its_token_is_refused(opened, name, page):
    client = opened("empty", enforce_csrf_checks=True)
    known = {"posting": "x", "skill": "python", "key": "x", "what": "roles", "number": 0}
    needed = {k: v for k, v in known.items() if f"<{k}>" in _pattern(name)}

    assert client.post(reverse(name, kwargs=needed)).status_code == 403


def _pattern(name: str) -> str:
    import re

    route = next(r for p in all_pages() for r in p.routes if r.name == name)
    return re.sub(r"<\w+:", "<", route.address)
