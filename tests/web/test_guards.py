"""The server speaks to this machine alone, and lets nothing foreign run in a page."""

from __future__ import annotations

import pytest

from seasoned.store.evidence import list_evidence
from seasoned.store.people import ensure_person
from tests.web.reading import text_of


@pytest.mark.parametrize("host", ["evil.example", "seasoned.evil.example:80", "192.168.1.4"])
def test_foreign_host_name_is_refused(empty, host):
    assert empty.get("/start/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost", "[::1]:8765"])
def test_own_host_name_is_served(empty, host):
    assert empty.get("/start/", headers={"host": host}).status_code == 200


def test_policy_has_no_exception(empty):
    policy = empty.get("/start/")["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
    assert "nonce" not in policy
    assert "*" not in policy


def test_other_headers_keep_the_page_to_itself(empty):
    answer = empty.get("/start/")

    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cache-Control"] == "no-store"


def test_page_names_no_address_outside_but_resources(shown):
    sample = shown("sample")
    for url in ("/standing/", "/market/", "/gap/", "/evidence/", "/me/"):
        words = sample.get(url).content.decode().replace("http://www.w3.org/", "")
        assert "http://" not in words
        assert "https://" not in words


def test_unknown_address_says_so(empty):
    answer = empty.get("/nowhere/")

    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()


def test_unknown_skill_names_the_nearest(empty):
    answer = empty.get("/standing/skill/pythn/")

    assert answer.status_code == 404
    assert "did you mean" in answer.content.decode()


def test_form_never_leads_to_another_site(sample):
    answer = sample.post(
        "/stage/set-aside/",
        {"thing": "python", "list": "not_in_my_power", "back": "//evil.example/"},
    )

    assert answer.status_code == 303
    assert answer["Location"] == "/stage/"


def test_form_without_its_token_is_refused_on_a_page_of_ours(opened):
    answer = opened("empty", enforce_csrf_checks=True).post("/start/rate/", {"rate-python": "2"})

    assert answer.status_code == 403
    assert "nothing was stored" in text_of(answer)
    assert list_evidence(ensure_person()) == ()
