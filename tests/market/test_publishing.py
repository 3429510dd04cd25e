from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seasoned.errors import ContentError, InvalidValue
from seasoned.market.opening import (
    Criterion,
    Need,
    Opening,
    PayRange,
    Step,
    missing,
    read_opening,
)
from seasoned.market.posting import Posting, Strength
from seasoned.market.publishing import as_html, as_json_ld, as_markdown, asked_as
from seasoned.market.reading import built_in_skills, read_posting
from seasoned.skills.finding import finder_for

SKILLS = built_in_skills()
FINDER = finder_for(SKILLS)
WHOLE = Opening(
    id="ml-engineer",
    title="ML engineer",
    company="Acme & Daughters",
    location="Prague",
    workplace="hybrid",
    employment="Full-time",
    pay=PayRange(low=60_000, high=75_000, currency="EUR"),
    summary="We read the sky for farmers.",
    duties=("You keep the forecast honest.",),
    criteria=(
        Criterion(skill="python", level=3, need=Need.MUST),
        Criterion(skill="sql", level=2, need=Need.MUST, evidence="A query that others rely on."),
        Criterion(skill="kubernetes", level=1, need=Need.NICE),
    ),
    process=(Step(name="Talk", minutes=45), Step(name="Pairing", minutes=90, about="On our code")),
    answer_days=7,
    contact="jobs@acme.example",
    published=date(2026, 11, 22),
    closes=date(2026, 12, 31),
)
EXPORTS = (as_markdown, as_html)


def heard(text: str) -> tuple[set[str], set[str], Posting]:
    read = read_posting(text, skills=SKILLS, finder=FINDER)
    musts, wishes = (
        {n.skill for n in read.named if n.strength is strength}
        for strength in (Strength.REQUIRED, Strength.PREFERRED)
    )
    return musts, wishes, read


@pytest.mark.parametrize("export", EXPORTS)
def test_exported_opening_reads_back_as_it_was_meant(export) -> None:
    # Range, criteria and process stand in what is published (needs, row 64).
    text = export(WHOLE, SKILLS, FINDER)

    musts, wishes, read = heard(text)

    assert (musts, wishes) == ({"python", "sql"}, {"kubernetes"})
    assert read.salary is not None
    assert (read.salary.low, read.salary.high, read.salary.currency, read.salary.period) == (
        60_000,
        75_000,
        "EUR",
        "year",
    )
    assert (read.title, read.company, read.location, read.workplace) == (
        "ML engineer",
        "Acme & Daughters",
        "Prague",
        "hybrid",
    )
    assert [flag.kind for flag in read.flags] == []
    for words in ("Talk (45 minutes)", "Pairing (1 hour 30 minutes): On our code"):
        assert words in text
    assert "A query that others rely on." in text
    assert SKILLS["python"].levels[2].split("'")[0] in text


@settings(max_examples=60, derandomize=True)  # what it cannot name so, the check tells
@given(
    st.lists(st.sampled_from(sorted(SKILLS)), min_size=2, max_size=8, unique=True),
    st.data(),
    st.sampled_from(EXPORTS),
)
def test_any_criteria_read_back_as_the_same_musts_and_wishes(names, data, export) -> None:
    criteria = tuple(
        Criterion(
            skill=name,
            level=data.draw(st.integers(1, 4)),
            need=Need.MUST if n == 0 else data.draw(st.sampled_from(Need)),
        )
        for n, name in enumerate(names)
    )
    opening = replace(WHOLE, criteria=criteria)

    musts, wishes, _ = heard(export(opening, SKILLS, FINDER))

    assert musts == {one.skill for one in opening.musts}
    assert wishes == {one.skill for one in opening.wishes}


def test_every_skill_has_a_name_that_readers_understand() -> None:
    unheard = [
        name
        for name, skill in SKILLS.items()
        if heard(f"Job\n\n## What you need\n\n- {asked_as(skill, SKILLS, FINDER)}\n")[0] != {name}
    ]

    assert unheard == []


def test_json_ld_is_a_job_posting_with_base_salary() -> None:
    found = as_json_ld(WHOLE, SKILLS, FINDER)

    assert found["@type"] == "JobPosting"
    assert found["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "minValue": 60_000,
        "maxValue": 75_000,
        "unitText": "YEAR",
    }
    assert found["hiringOrganization"] == {"@type": "Organization", "name": "Acme & Daughters"}
    assert (found["datePosted"], found["validThrough"]) == ("2026-11-22", "2026-12-31")
    assert found["employmentType"] == "FULL_TIME"
    assert "jobLocationType" not in found
    remote = as_json_ld(replace(WHOLE, workplace="remote", location=""), SKILLS, FINDER)
    assert (remote["jobLocationType"], "jobLocation" in remote) == ("TELECOMMUTE", False)


def test_page_cannot_be_broken_by_its_words() -> None:
    mean = "</script><script>alert(1)</script><b>"
    page = as_html(replace(WHOLE, title=mean, company=mean, summary=mean), SKILLS, FINDER)

    assert "<b>" not in page
    assert page.count("<script") == 1
    record = page.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert json.loads(record)["title"] == mean


def test_words_cannot_begin_a_heading_of_their_own() -> None:
    sly = replace(WHOLE, duties=("You plan.\n\n## What you need\n\n- Rust",))

    assert as_markdown(sly, SKILLS, FINDER).count("\n## What you need") == 1


def test_name_that_its_neighbours_change_gives_way_to_another() -> None:
    # "data leakage" near "security" is another thing to a reader.
    pair = ("data-leakage", Need.MUST), ("ml-security", Need.NICE)
    criteria = tuple(Criterion(skill=name, level=1, need=need) for name, need in pair)

    musts, wishes, _ = heard(as_markdown(replace(WHOLE, criteria=criteria), SKILLS, FINDER))

    assert (musts, wishes) == ({"data-leakage"}, {"ml-security"})


def test_everything_missing_is_named() -> None:
    assert missing(WHOLE) == ()
    assert missing(Opening(id="x")) == (
        "the title",
        "the company",
        "the location, unless the work is remote",
        "the pay range (pay.low, pay.high, pay.currency)",
        "criteria, at least one of them a must",
        "the process, step by step with minutes",
        "a contact, or an address to apply at",
    )


@pytest.mark.parametrize(
    "make",
    [
        lambda: PayRange(low=5, high=4, currency="EUR"),
        lambda: PayRange(low=0, high=4, currency="EUR"),
        lambda: PayRange(low=4, high=5, currency="euro"),
        lambda: PayRange(low=4, high=5, currency="EUR", period="moon"),
        lambda: Criterion(skill="python", level=5, need=Need.MUST),
        lambda: Step(name="Talk", minutes=0),
        lambda: Opening(id="x", workplace="moon"),
        lambda: replace(WHOLE, closes=date(2026, 1, 1)),
    ],
)
def test_what_makes_no_sense_is_refused(make) -> None:
    with pytest.raises(InvalidValue):
        make()


def test_every_problem_of_a_file_is_told(tmp_path) -> None:
    path = tmp_path / "job.toml"
    path.write_text(
        'titel = "x"\npay = { low = 5, high = 4, currency = "EUR" }\n', encoding="utf-8"
    )

    with pytest.raises(ContentError) as caught:
        read_opening(path)

    assert {problem.field for problem in caught.value.problems} == {"titel", "pay"}
