from __future__ import annotations

from datetime import date

import pytest

from seasoned.errors import InvalidValue
from seasoned.journeys.content import load_content
from seasoned.planning.contact import Contact, Talk, proposals

LADDER = load_content().ladder("mle")


def contact(company: str, level: str = "", day: int = 1) -> Contact:
    return Contact(id=f"{company}-{day}", company=company, level=level, at=date(2026, 11, day))


def test_level_of_each_company_is_compared_through_the_crosswalk() -> None:
    # Recruiters approach; one firm considered senior staff (needs, row 59).
    found = proposals(
        [contact("Zeta", "Senior Staff"), contact("Amazon", "L5"), contact("Google", "L5")],
        LADDER,
        likely="senior",
    )

    assert [(one.contact.company, one.stages, one.against) for one in found] == [
        ("Amazon", ("junior",), "below"),
        ("Google", ("senior",), "at"),
        ("Zeta", ("seasoned",), "above"),
    ]
    assert found[2].words == (
        "“Senior Staff” at Zeta means Seasoned here, above your likely stage, Senior"
    )
    assert found[0].contact.stage is Talk.INBOUND


def test_unknown_level_says_so_and_a_missing_one_is_asked_for() -> None:
    unknown, silent = proposals([contact("A", "band Q"), contact("B")], LADDER, likely="junior")

    assert (unknown.stages, unknown.against) == ((), "")
    assert "the crosswalk does not know this level" in unknown.words
    assert "has proposed no level yet" in silent.words


def test_newest_contact_of_a_company_comes_first() -> None:
    found = proposals(
        [contact("A", "Senior", 1), contact("B", "Senior", 2), contact("a", "Staff", 3)],
        LADDER,
        likely="senior",
    )

    assert [one.contact.id for one in found] == ["a-3", "A-1", "B-2"]


def test_contact_without_a_company_is_refused() -> None:
    with pytest.raises(InvalidValue):
        contact(" ")
