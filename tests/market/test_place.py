import pytest

from seasoned.market.place import location_of, workplace_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This role is fully remote", "remote"),
        ("Remote (EU)", "remote"),
        ("Location: Remote", "remote"),
        ("Work from anywhere", "remote"),
        ("100% remote", "remote"),
        ("télétravail complet possible, 100 % télétravail", "remote"),
        ("Hybrid, three days a week in the office", "hybrid"),
        ("2 days per week in our office", "hybrid"),
        ("zwei Tage Homeoffice", "hybrid"),
        ("modalidad híbrida", "hybrid"),
        ("3 dagen per week op kantoor", "hybrid"),
        ("This is an on-site position", "onsite"),
        ("not a remote position", "onsite"),
        ("Arbeit vor Ort", "onsite"),
        ("hybrid cloud and hybrid search", ""),
        ("remote sensing of forests", ""),
        ("on-site gym", ""),
        ("", ""),
    ],
)
def test_workplace_is_what_the_text_says(text: str, expected: str) -> None:
    assert workplace_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Location: Porto", "Porto"),
        ("**Standort:** Graz, hybrid", "Graz"),
        ("We are based in Utrecht.", "Utrecht"),
        ("Lieu : Lyon", "Lyon"),
        ("Location: Hybrid – Berlin, Germany", "Berlin, Germany"),
        ("no place here", ""),
    ],
)
def test_location_is_the_named_place(text: str, expected: str) -> None:
    assert location_of(text) == expected
