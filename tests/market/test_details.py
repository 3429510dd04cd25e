from datetime import date

from seasoned.market.posting import Source
from seasoned.market.reading import read_posting
from seasoned.market.structured import Fields
from tests.skills.vocabulary import SKILLS

ADVERT = """Data engineer

Location: Ghent

Requirements
- 3 years of Python

Hybrid: two days a week in our office. Pay: 50,000 - 60,000 EUR a year.
"""


def test_text_and_field_that_differ_are_both_kept() -> None:
    fields = Fields(
        location="Brussels",
        workplace="remote",
        pay=(55_000.0, 60_000.0, "EUR", "year"),
        posted=date(2026, 5, 1),
    )
    posting = read_posting(ADVERT, skills=SKILLS, structured=fields)

    told = {
        kind: [(f.value, f.source) for f in posting.said(kind)]
        for kind in ("location", "workplace", "salary")
    }
    assert told == {
        "location": [("Ghent", Source.TEXT), ("Brussels", Source.FIELD)],
        "workplace": [("hybrid", Source.TEXT), ("remote", Source.FIELD)],
        "salary": [
            ("50000-60000 EUR a year", Source.TEXT),
            ("55000-60000 EUR a year", Source.FIELD),
        ],
    }
    assert [f.value for f in posting.said("posted")] == ["2026-05-01"]


def test_plain_words_about_the_workplace_win_over_the_field() -> None:
    posting = read_posting(ADVERT, skills=SKILLS, structured=Fields(workplace="remote"))

    assert posting.workplace == "hybrid"


def test_the_field_wins_over_a_benefit_now_and_then() -> None:
    posting = read_posting(
        "Data engineer\n\nPython\n\nWe offer\n- Home office possible\n",
        skills=SKILLS,
        structured=Fields(workplace="remote"),
    )

    assert posting.workplace == "remote"


def test_pay_of_a_field_alone_names_its_source() -> None:
    fields = Fields(pay=(55_000.0, None, "EUR", "year"))
    salary = read_posting("Data engineer\n\nPython\n", skills=SKILLS, structured=fields).salary

    assert salary is not None
    assert (salary.source, salary.span.quote) == (Source.FIELD, "")


def test_every_fact_of_the_text_stands_where_it_says() -> None:
    posting = read_posting(ADVERT, skills=SKILLS)

    assert {fact.kind for fact in posting.facts} == {
        "title", "location", "workplace", "seniority", "salary",
    }  # fmt: skip
    for fact in posting.facts:
        assert fact.span.quote in posting.text[fact.span.start : fact.span.end]
