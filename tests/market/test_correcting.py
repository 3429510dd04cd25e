"""What a person says of an advert wins over what was read, and everything follows from it."""

import pytest

from seasoned.errors import InvalidValue
from seasoned.market import read
from seasoned.market.correcting import corrected
from seasoned.market.posting import Posting, Strength

TEXT = "Requirements\n- Python or R\n- Kafka\n\nNice to have\n- Kubernetes"


def begins(posting: Posting, term: str) -> int:
    return next(one.span.start for one in posting.named if one.term == term)


def test_corrected_term_counts_as_the_person_says() -> None:
    posting = read(TEXT)

    after = corrected(posting, begins(posting, "Kafka"), Strength.PREFERRED)

    assert posting.required == ("Python", "R", "Kafka")
    assert after.required == ("Python", "R")
    assert after.preferred == ("Kafka", "Kubernetes")
    kafka = next(r for r in after.requirements if "Kafka" in r.terms)
    assert kafka.strength is Strength.PREFERRED
    assert [one.term for one in after.named if one.corrected] == ["Kafka"]


def test_term_taken_out_of_its_alternatives_stands_alone() -> None:
    posting = read(TEXT)

    after = corrected(posting, begins(posting, "R"), Strength.REQUIRED, alone=True)

    assert [r.terms for r in after.requirements if r.strength is Strength.REQUIRED] == [
        ("Python",),
        ("R",),
        ("Kafka",),
    ]


def test_advert_asks_nothing_once_its_only_demand_is_denied() -> None:
    posting = read("We are hiring.\n\nRequirements\n- Kafka")

    after = corrected(posting, begins(posting, "Kafka"), Strength.MENTIONED)

    assert not posting.asks_nothing
    assert after.asks_nothing


def test_place_without_a_term_is_refused_with_places_that_have_one() -> None:
    posting = read(TEXT)

    with pytest.raises(InvalidValue, match=str(begins(posting, "Python"))):
        corrected(posting, 1, Strength.REQUIRED)
