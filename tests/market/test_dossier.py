from __future__ import annotations

from datetime import date

import pytest

from seasoned.errors import InvalidValue
from seasoned.market.dossier import Entry, Said, company_key, dossiers, patterns
from seasoned.market.reading import built_in_skills, read_posting
from seasoned.skills.finding import finder_for

SKILLS = built_in_skills()
FINDER = finder_for(SKILLS)
DAY = date(2026, 11, 2)


def entry(company: str, text: str, *named: str, day: int = 2) -> Entry:
    return Entry(
        id=f"{company}-{day}".lower(),
        company=company,
        what="stack",
        text=text,
        source=f"https://{company.split()[0].lower()}.example/blog",
        at=date(2026, 11, day),
        patterns=named,
    )


def advert(company: str, text: str):
    return read_posting(text, skills=SKILLS, company=company, posted=DAY, id=f"ad-{company}")


def test_dossier_lists_each_thing_with_source_and_date() -> None:
    # Company blogs reveal stack and designs (needs, row 61).
    entries = [
        entry("Acme GmbH", "Kafka feeds the features", day=1),
        entry("ACME", "On call", day=9),
    ]
    postings = [advert("acme", "Requirements\n- Python\n\nAbout us\nWe like Rust.\n")]

    (found,) = dossiers([*entries, entry("Other", "x")], postings, "Acme")

    assert found.company == "Acme GmbH"
    assert [(one.source, one.at.day) for one in found.entries] == [
        ("https://acme.example/blog", 9),
        ("https://acme.example/blog", 1),
    ]
    assert found.from_adverts == (
        Said(name="Python", company="Acme GmbH", source="", at=DAY, posting="ad-acme"),
    )


def test_what_stands_in_three_companies_is_grouped_with_its_sources() -> None:
    entries = [
        entry("Acme", "Kafka feeds the features", "Shadow traffic"),
        entry("Beta", "Everything goes through Kafka", "shadow  traffic".replace("  ", " ")),
        entry("Beta", "Kafka again", day=3),
        entry("Gamma", "A quiet place", "Shadow traffic"),
    ]
    postings = [advert("Delta", "Requirements\n- Kafka\n- Python\n")]

    kafka, shadow = patterns(entries, postings, FINDER)

    assert "kafka" in kafka.name.casefold()
    assert kafka.companies == ("Acme", "Beta", "Delta")
    assert [said.posting or said.entry for said in kafka.said] == [
        "acme-2",
        "beta-2",
        "beta-3",
        "ad-Delta",
    ]
    assert (shadow.name, shadow.companies) == ("Shadow traffic", ("Acme", "Beta", "Gamma"))


def test_two_sources_of_one_company_are_no_pattern() -> None:
    entries = [entry(name, "We run Kafka") for name in ("Acme", "ACME Inc.", "acme, Ltd", "Beta")]

    assert patterns(entries, (), FINDER) == ()


def test_company_is_known_whatever_its_case_and_legal_form() -> None:
    assert company_key("Acme s.r.o.") == company_key("ACME") == "acme"
    assert company_key("SE") == "se"


@pytest.mark.parametrize(
    "fields",
    [
        {"company": " "},
        {"text": ""},
        {"source": ""},
        {"what": "gossip"},
        {"source": "javascript:alert(1)"},
    ],
)
def test_entry_without_sense_is_refused(fields) -> None:
    whole = {"company": "A", "what": "stack", "text": "x", "source": "a talk"}
    with pytest.raises(InvalidValue):
        Entry(id="e", at=DAY, **{**whole, **fields})
