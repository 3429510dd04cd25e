"""Whole adverts, written by us, with what a careful reader says they ask."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from seasoned import catalogue
from seasoned.market.posting import Posting, Strength
from seasoned.market.reading import read_posting
from seasoned.skills.reading import SKILLS

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.toml"))
BUILT_IN = catalogue.read(SKILLS).things
READ_ON = date(2026, 11, 22)


def reading(path: Path) -> tuple[Posting, dict[str, Any]]:
    expected = tomllib.loads(path.read_text(encoding="utf-8"))
    return read_posting(expected["text"], skills=BUILT_IN, at=READ_ON), expected


def asked(posting: Posting, strength: Strength) -> list[list[str]]:
    return [sorted(r.any_of) for r in posting.requirements if r.strength is strength]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda p: p.stem)
def test_advert_is_read_as_a_careful_reader_reads_it(path: Path) -> None:
    posting, expected = reading(path)

    missing = [
        group for group in expected["required"] if group not in asked(posting, Strength.REQUIRED)
    ]
    lost = [
        group for group in expected["preferred"] if group not in asked(posting, Strength.PREFERRED)
    ]
    invented = {s for r in posting.asked for s in r.any_of} & set(expected["not_asked"])
    assert (missing, lost, invented) == ([], [], set())
    assert [[y.lower, y.upper or 0] for y in posting.years] == expected["years"]
    assert (
        next((d.degree for d in posting.degrees if d.strength is Strength.REQUIRED), "")
        == expected["degree"]
    )


@pytest.mark.parametrize("path", GOLDEN, ids=lambda p: p.stem)
def test_pay_place_language_and_work_are_as_stated(path: Path) -> None:
    posting, expected = reading(path)
    pay = posting.salary and [
        posting.salary.low,
        posting.salary.high,
        posting.salary.currency,
        posting.salary.period,
    ]

    assert pay == expected.get("salary")
    assert posting.language == expected.get("language", "en")
    for field in ("workplace", "location", "asks_nothing"):
        assert field not in expected or getattr(posting, field) == expected[field]
    if "top_role" in expected:
        assert max(posting.role_mix, key=lambda part: part.share).role == expected["top_role"]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda p: p.stem)
def test_every_value_quotes_the_text_exactly(path: Path) -> None:
    posting, _ = reading(path)
    pay = [posting.salary.span] if posting.salary else []
    spans = [x.span for x in (*posting.requirements, *posting.years, *posting.degrees)] + pay
    spans += [span for part in posting.role_mix for span in part.spans]

    assert all(posting.text[span.start : span.end] == span.quote for span in spans)
    assert all(span.quote for span in spans)
