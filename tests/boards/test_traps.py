"""Traps that boards set: cents, flags, escapes, several places, closed jobs, names that lead elsewhere."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from seasoned.boards.board import Reply
from seasoned.boards.discovery import board_of, boards
from seasoned.boards.reading import fetch
from seasoned.boards.values import pay, period_of, text_from, widest, workplace
from seasoned.errors import InvalidValue, LayoutChanged, UnknownId, Unreachable
from seasoned.market.structured import Fields

LONG = "You keep the tables that say where every parcel is, and explain them to others. " * 6


def adverts(source: str, pages: Mapping[str, Any] | Any) -> list[Fields]:
    """Adverts of a source whose pages answer so; anything but a table answers every address."""

    def get(address: str) -> Reply:
        page = pages.get(address) if isinstance(pages, Mapping) and "*" not in pages else pages
        page = page["*"] if isinstance(page, Mapping) and "*" in page else page
        if page is None:
            raise Unreachable(address, "status 404")
        return Reply(address, (page if isinstance(page, str) else json.dumps(page)).encode())

    found = fetch([source], get)
    assert found.problems == ()
    return [fields for _, fields in found.adverts]


def greenhouse(**job: Any) -> Fields:
    whole = {"id": 1, "title": "Engineer", "content": "&lt;p&gt;Keep it running.&lt;/p&gt;", **job}
    return adverts("greenhouse:acme", {"*": {"jobs": [whole]}})[0]


def cents(low: int, high: int, currency: str = "USD", title: str = "", blurb: str = "") -> Any:
    names = ("min_cents", "max_cents", "currency_type", "title", "blurb")
    return dict(zip(names, (low, high, currency, title, blurb), strict=True))


@pytest.mark.parametrize(
    ("ranges", "said"),
    [
        ([cents(15500000, 19000000)], (155_000.0, 190_000.0, "USD", "year")),
        ([cents(3100, 3650, title="Hourly rate")], (31.0, 36.5, "USD", "hour")),
        ([cents(500000, 600000, "EUR", "Monthly")], (5_000.0, 6_000.0, "EUR", "month")),
        ([cents(3100, 3650)], None),  # no period is told, and none is the only one that fits
        ([cents(900000000, 1200000000, "JPY")], None),  # what a hundredth of a yen is, nobody says
        (
            [cents(15000000, 19000000), cents(14000000, 17000000)],
            (140_000.0, 190_000.0, "USD", "year"),
        ),
        (
            [cents(15000000, 19000000), cents(9000000, 11000000, "GBP")],
            (150_000.0, 190_000.0, "USD", "year"),
        ),
        ([cents(15000000, 15000000)], (150_000.0, None, "USD", "year")),
        ([{"min_cents": None, "max_cents": None, "currency_type": "USD"}], None),
        ([], None),
    ],
)
def test_cents_become_pay_only_where_their_period_is_known(ranges, said):
    assert greenhouse(pay_input_ranges=ranges).pay == said


def test_short_text_that_is_escaped_once_is_read():
    content = "&lt;ul&gt;&lt;li&gt;Python &amp;amp; SQL&lt;/li&gt;&lt;/ul&gt;p95 &amp;lt; 50 ms"

    assert greenhouse(content=content).text == "- Python & SQL\n\np95 < 50 ms"


def test_plain_text_with_signs_stays_as_it_is():
    assert text_from("x &lt; 3 and y &gt; 4") == "x < 3 and y > 4"
    assert text_from(None) == ""


def test_offices_stand_in_where_no_location_is_told():
    offices = [{"location": "Boston, MA"}, {"location": "Porto, Portugal"}, {"location": None}]

    found = greenhouse(location={"name": ""}, offices=offices, departments=[{"name": "Data"}])

    assert (found.location, found.department) == ("Boston, MA; Porto, Portugal", "Data")


@pytest.mark.parametrize(
    ("said", "flag", "there"),
    [
        ("Hybrid", True, "hybrid"),
        ("OnSite", True, "onsite"),
        ("on-site", None, "onsite"),
        ("Remote", None, "remote"),
        (None, True, "remote"),
        (None, False, ""),
        ("unspecified", None, ""),
        (None, "true", ""),
    ],
)
def test_word_for_the_workplace_wins_over_a_flag(said, flag, there):
    assert workplace(said, remote=flag) == there


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("per-year-salary", "year"),
        ("per-hour-wage", "hour"),
        ("1 YEAR", "year"),
        ("1 HOUR", "hour"),
        ("2 WEEK", ""),
        ("annual", "year"),
        ("daily", "day"),
        ("semi-month-salary", ""),
        ("bi-week-salary", ""),
        ("one-time", ""),
        ("NONE", ""),
        (None, ""),
    ],
)
def test_only_periods_that_are_told_are_read(said, period):
    assert period_of(said) == period


def test_pay_that_fits_no_such_period_is_left_alone():
    assert pay("18.50", "18.50", "EUR", "month") is None
    assert pay("18.50", "18.50", "EUR", "hour") == (18.5, None, "EUR", "hour")
    assert pay("90", "110", "USD", "year") is None
    assert pay(0, 0, "USD", "year") is None
    assert pay(50_000, 60_000, "euros", "year") is None
    assert widest([None]) is None


def test_hourly_wage_in_the_box_for_months_is_left_alone():
    offer = {
        "id": 7,
        "slug": "picker",
        "title": "Picker",
        "status": "published",
        "description": f"<p>{LONG}</p>",
        "requirements": "<p>Two hands.</p>",
        "salary": {"min": "18.50", "max": "18.50", "period": "month", "currency": "EUR"},
        "locations": [{"city": "Utrecht", "country": "Netherlands"}, {"name": "Ede"}],
        "remote": True,
        "hybrid": True,
        "on_site": False,
        "close_at": "2026-12-24",
    }
    draft = {**offer, "status": "internal"}

    found = adverts("recruitee:acme", {"*": {"offers": [offer, draft]}})

    assert [one.pay for one in found] == [None]
    assert (found[0].location, found[0].workplace) == ("Utrecht, Netherlands; Ede", "hybrid")
    assert found[0].until == date(2026, 12, 24)


ASHBY = {
    "id": "a-1",
    "title": "MLOps Engineer",
    "location": "Toronto",
    "secondaryLocations": [
        {"address": {"addressLocality": "Montréal", "addressCountry": "Canada"}}
    ],
    "isListed": True,
    "isRemote": True,
    "workplaceType": "Hybrid",
    "descriptionHtml": "<p>Keep forty models healthy.</p>",
    "jobUrl": "https://jobs.ashbyhq.com/acme/a-1",
}


def part(kind: str, low: float | None, high: float | None, interval: str = "1 YEAR") -> Any:
    return {
        "compensationType": kind,
        "minValue": low,
        "maxValue": high,
        "interval": interval,
        "currencyCode": None if kind == "EquityPercentage" else "CAD",
    }


def test_salary_is_found_among_shares_and_bonus_over_all_tiers():
    tiers = [
        {
            "components": [
                part("EquityPercentage", 0.05, 0.1, "NONE"),
                part("Salary", 130_000, 150_000),
            ]
        },
        {"components": [part("Salary", 145_000, 165_000), part("Bonus", None, None)]},
    ]

    found = adverts(
        "ashby:acme", {"*": {"jobs": [{**ASHBY, "compensation": {"compensationTiers": tiers}}]}}
    )[0]

    assert found.pay == (130_000.0, 165_000.0, "CAD", "year")
    assert (found.location, found.workplace) == ("Toronto; Montréal, Canada", "hybrid")


def test_unlisted_job_is_left_out_unless_it_is_asked_for():
    jobs = {"*": {"jobs": [{**ASHBY, "isListed": False}, {**ASHBY, "id": "a-2"}]}}

    assert [one.id for one in adverts("ashby:acme", jobs)] == ["ashby-acme-a-2"]
    assert [one.id for one in adverts("ashby:acme/a-1", jobs)] == ["ashby-acme-a-1"]


def test_words_about_pay_belong_to_the_text():
    posting = {
        "id": "l-1",
        "text": "Data Engineer",
        "categories": {
            "location": "Leeds",
            "allLocations": ["Leeds", "Lisbon, Portugal"],
            "team": "Data",
        },
        "description": "<div>You keep the tables.</div>",
        "lists": [{"text": "You bring", "content": "<li>Spark &amp; Airflow</li>"}],
        "salaryRange": {"currency": "GBP", "interval": "bi-week-salary", "min": 2400, "max": 3000},
        "salaryDescription": "<div>Plus a share of what we save.</div>",
        "additional": "<div>We answer everyone.</div>",
        "createdAt": 1793836800000,
        "workplaceType": "on-site",
    }

    found = adverts("lever:acme", {"*": [posting]})[0]

    assert (
        found.text.index("Spark & Airflow")
        < found.text.index("a share")
        < found.text.index("We answer")
    )
    assert found.pay is None
    assert (found.location, found.workplace) == ("Leeds; Lisbon, Portugal", "onsite")
    assert (found.posted, found.department) == (date(2026, 11, 5), "Data")


def test_posting_that_was_closed_since_it_was_listed_is_left_out():
    root = "https://api.smartrecruiters.com/v1/companies/Acme/postings"
    text = {"jobDescription": {"title": "The job", "text": f"<p>{LONG}</p>"}}
    one = {"id": "1", "name": "Analyst", "active": True, "jobAd": {"sections": text}}
    pages = {
        f"{root}?limit=100&offset=0": {"content": [{"id": "1"}, {"id": "2"}], "totalFound": 2},
        f"{root}/1": {**one, "location": {"city": "Ulm", "remote": True, "hybrid": True}},
        f"{root}/2": {**one, "id": "2", "active": False},
    }

    found = adverts("smartrecruiters:Acme", pages)

    assert [(one.id, one.workplace) for one in found] == [("smartrecruiters-Acme-1", "hybrid")]


def test_position_without_english_is_read_in_its_own_language():
    def feed(*texts: str) -> str:
        inner = "".join(
            f"<position><id>{n}</id><name>Stelle {n}</name><jobDescriptions>"
            + (
                f"<jobDescription><name>Profil</name><value>{text}</value></jobDescription>"
                if text
                else ""
            )
            + "</jobDescriptions></position>"
            for n, text in enumerate(texts)
        )
        return f"<workzag-jobs>{inner}</workzag-jobs>"

    site = "https://acme.jobs.personio.de/xml"
    pages = {
        f"{site}?language=en": feed("In English", ""),
        site: feed("Auf Deutsch", "Nur auf Deutsch"),
    }

    assert [one.text.split("\n")[-1] for one in adverts("personio:acme", pages)] == [
        "In English",
        "Nur auf Deutsch",
    ]


def test_feed_of_a_career_site_is_read_to_its_end():
    def feed(first: int, count: int) -> str:
        items = "".join(
            f"<item><title>Job {n}</title><guid>{n}</guid><description>{LONG}</description></item>"
            for n in range(first, first + count)
        )
        return f"<rss><channel><title>Acme</title>{items}</channel></rss>"

    address = "https://careers.acme.example/jobs.rss?per_page=100&offset={}"
    pages = {address.format(0): feed(0, 100), address.format(100): feed(100, 20)}

    assert len(adverts("teamtailor:careers.acme.example", pages)) == 120


def test_item_that_only_teases_is_read_from_its_page():
    data = json.dumps({"@type": "JobPosting", "title": "Engineer", "description": f"<p>{LONG}</p>"})
    pages = {
        "https://a.example/feed": "<feed xmlns='http://www.w3.org/2005/Atom'>"
        "<entry><title>One &amp;amp; only</title><id>1</id><link rel='self' href='/x'/><link href='/jobs/1'/>"
        "<published>2026-11-20T10:00:00Z</published><summary>Read on ...</summary></entry>"
        "<entry><title>Gone</title><id>2</id><link href='/jobs/2'/><summary>Short and gone.</summary></entry>"
        "<entry><title>Whole</title><id>3</id><link href='/jobs/3'/><content type='xhtml'>"
        f"<h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:p>{LONG}</h:p><h:ul><h:li>Rust</h:li></h:ul></h:div>"
        "</content></entry></feed>",
        "https://a.example/jobs/1": f"<html><script type='application/ld+json'>{data}</script></html>",
    }

    found = adverts("rss:https://a.example/feed", pages)

    assert [(one.title, one.url) for one in found] == [
        ("One & only", "https://a.example/jobs/1"),
        ("Gone", "https://a.example/jobs/2"),
        ("Whole", "https://a.example/jobs/3"),
    ]
    assert found[0].text == LONG.strip()
    assert found[0].posted == date(2026, 11, 20)
    assert found[1].text == "Short and gone."
    assert found[2].text.endswith("- Rust")


def test_page_that_lists_jobs_as_data_leads_to_them():
    def job(title: str, until: str) -> str:
        data = {"@type": "JobPosting", "title": title, "description": LONG, "validThrough": until}
        return f'<script type="application/ld+json">{json.dumps(data)}</script>'

    items = [
        {"@type": "ListItem", "url": "/j/1"},
        {"@type": "ListItem", "item": {"url": "/j/2"}},
        7,
    ]
    listed = json.dumps({"@type": "ItemList", "itemListElement": items})
    pages = {
        "https://a.example/careers": f'<script type="application/ld+json">{listed}</script><a href="/jobs/9">x</a>',
        "https://a.example/j/1": job("One", "2026-12-31T23:59"),
        "https://a.example/j/2": job("Two", "2026-01-01"),
    }

    found = adverts("https://a.example/careers", pages)

    assert [(one.title, one.url, one.until) for one in found] == [
        ("One", "https://a.example/j/1", date(2026, 12, 31)),
        ("Two", "https://a.example/j/2", date(2026, 1, 1)),
    ]


def test_links_to_elsewhere_and_to_lists_are_not_followed():
    page = (
        '<a href="https://other.example/jobs/1">x</a><a href="/jobs">x</a><a href="/careers/">x</a>'
        '<a href="mailto:jobs@a.example">x</a><a href="/jobs/2#apply">x</a><a href="http://[x/jobs/3">x</a>'
        f"<p>{LONG}</p>"
    )
    asked: list[str] = []

    def get(address: str) -> Reply:
        asked.append(address)
        return Reply(
            address, page.encode() if address == "https://a.example/work" else b"<p>nothing</p>"
        )

    fetch(["https://a.example/work"], get)

    assert asked == ["https://a.example/work", "https://a.example/jobs/2"]


def test_table_at_an_address_is_read():
    table = f"title,description\nEngineer,{LONG}\n"

    assert [one.title for one in adverts("csv:https://a.example/export?x=1", {"*": table})] == [
        "Engineer"
    ]


def test_page_in_place_of_a_table_is_told():
    found = fetch(
        ["csv:https://a.example/t"], lambda address: Reply(address, b"<html>sign in</html>")
    )

    assert isinstance(found.problems[0], LayoutChanged)


def test_board_without_open_adverts_is_nothing_wrong():
    found = fetch(["greenhouse:acme"], lambda address: Reply(address, b'{"jobs": []}'))

    assert (found.problems, found.empty) == ((), ("greenhouse:acme",))


def test_longer_lists_than_are_read_at_once_are_cut_and_told():
    text = {"jobDescription": {"text": f"<p>{LONG}</p>"}}

    def get(address: str) -> Reply:
        offset = int(address.partition("offset=")[2] or 0)
        ids = [{"id": str(offset + n)} for n in range(100)]
        one = {"id": address[-3:], "name": "x", "jobAd": {"sections": text}}
        whole = {"content": ids, "totalFound": 10_000} if "offset" in address else one
        return Reply(address, json.dumps(whole).encode())

    found = fetch(["smartrecruiters:Acme"], get)

    assert (len(found.adverts), found.cut) == (500, ("smartrecruiters:Acme",))


def test_board_whose_texts_have_moved_is_told():
    answer = b'{"jobs": [{"id": 1, "title": "Engineer", "body": "moved"}]}'

    found = fetch(["greenhouse:acme"], lambda address: Reply(address, answer))

    assert "holds a text" in str(found.problems[0])


def test_entities_in_xml_are_not_unfolded():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workzag-jobs>&b;</workzag-jobs>'

    found = fetch(["personio:acme"], lambda address: Reply(address, bomb))

    assert isinstance(found.problems[0], LayoutChanged)


NAMED = [name for name in boards() if boards()[name].example == f"{name}:NAME"]


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize(
    "nasty",
    ["../secret", "a/../../b", "evil.example#", "a@b", "a:80", "x?y=1", "ä", "a/b/c", "..", "a\\b"],
)
def test_names_that_could_lead_elsewhere_are_refused(name, nasty):
    with pytest.raises(InvalidValue):
        list(boards()[name].adverts(nasty, lambda address: pytest.fail(f"asked {address}")))


@pytest.mark.parametrize(
    ("address", "name", "place"),
    [
        ("https://job-boards.greenhouse.io/acme", "greenhouse", "acme"),
        ("https://boards.greenhouse.io/acme/jobs/401?gh_src=x", "greenhouse", "acme/401"),
        ("https://jobs.lever.co/acme/0b6f-1/apply", "lever", "acme/0b6f-1"),
        ("https://jobs.eu.lever.co/acme", "lever", "eu/acme"),
        ("https://jobs.ashbyhq.com/Acme%20Labs/a-1", "ashby", "Acme Labs/a-1"),
        ("https://jobs.smartrecruiters.com/Acme/744-data-engineer", "smartrecruiters", "Acme/744"),
        ("https://acme.recruitee.com/o/data-engineer", "recruitee", "acme/data-engineer"),
        ("https://apply.workable.com/acme/j/AB12/", "workable", "acme/AB12"),
        ("https://acme.jobs.personio.com/job/12?display=en", "personio", "acme.com/12"),
        ("https://acme.teamtailor.com/jobs", "teamtailor", "acme"),
        (
            "https://acme.teamtailor.com/jobs/1-engineer",
            "page",
            "https://acme.teamtailor.com/jobs/1-engineer",
        ),
        (
            "https://greenhouse.io.evil.example/acme",
            "page",
            "https://greenhouse.io.evil.example/acme",
        ),
        (
            "https://boards.greenhouse.io/embed/job_board?for=x",
            "page",
            "https://boards.greenhouse.io/embed/job_board?for=x",
        ),
        ("greenhouse:https://boards.greenhouse.io/acme", "greenhouse", "acme"),
        ("Lever:acme", "lever", "acme"),
    ],
)
def test_address_of_a_boards_own_site_means_the_board(address, name, place):
    found = board_of(address)

    assert found is not None
    assert (found[0].name, found[1]) == (name, place)


def test_file_with_a_colon_in_its_name_is_a_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes:today.txt").write_text("an advert")

    assert board_of("notes:today.txt") is None
    with pytest.raises(UnknownId, match="greenhouse"):
        board_of("greenhous:acme")
