import pytest

from seasoned.market.place import location_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Location: Porto", "Porto"),
        ("**Standort:** Graz, hybrid", "Graz"),
        ("We are based in Utrecht.", "Utrecht"),
        ("Lieu : Lyon", "Lyon"),
        ("Location: Hybrid – Berlin, Germany", "Berlin, Germany"),
        ("no place here", ""),
        ("Our office is located in St. Gallen.", "St. Gallen"),
        ("Location\nGhent, Belgium\n\nWe build ferries", "Ghent, Belgium"),
        ("Location: Uxbridge Type: Permanent", "Uxbridge"),
    ],
)
def test_location_is_the_named_place(text: str, expected: str) -> None:
    assert location_of(text) == expected
