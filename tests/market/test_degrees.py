import pytest

from seasoned.market.reading import read_posting
from tests.skills.vocabulary import SKILLS


def degrees(text: str, heading: str = "Requirements") -> list[tuple[str, str, bool]]:
    posting = read_posting(f"{heading}\n\n- {text}\n", skills=SKILLS)
    return [(d.degree, d.strength.value, d.or_equivalent) for d in posting.degrees]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bachelor's degree in Computer Science", [("first", "required", False)]),
        ("Bachelor's or Master's degree in statistics", [("first", "required", False)]),
        ("MS or PhD in Machine Learning", [("higher", "required", False)]),
        (
            "Master's degree in Computer Science or equivalent experience",
            [("higher", "required", True)],
        ),
        ("PhD required", [("doctorate", "required", False)]),
        (
            "BS in physics; PhD preferred",
            [("first", "required", False), ("doctorate", "preferred", False)],
        ),
        ("BS/MS in Computer Science", [("first", "required", False)]),
        ("An advanced degree in a quantitative field", [("higher", "required", False)]),
        (
            "Abgeschlossenes Studium der Informatik oder vergleichbare Ausbildung",
            [("first", "required", True)],
        ),
        ("Promotion in Physik", [("doctorate", "required", False)]),
        ("Diplôme d'ingénieur ou Master", [("higher", "required", False)]),
        ("Grado en matemáticas", [("first", "required", False)]),
        ("Afgeronde hbo-opleiding informatica", [("first", "required", False)]),
        ("No degree required", []),
        ("You don't need a PhD", []),
        ("No PhD required", []),
        ("Scrum Master experience", []),
        ("MS SQL Server and MS Office", []),
        ("A high degree of autonomy", []),
        ("Master the art of writing", []),
    ],
)
def test_lowest_degree_that_is_enough_is_asked(
    text: str, expected: list[tuple[str, str, bool]]
) -> None:
    assert degrees(text) == expected


def test_wished_doctorate_never_becomes_required() -> None:
    assert degrees("PhD", heading="Nice to have") == [("doctorate", "preferred", False)]


def test_degrees_of_the_founders_are_not_asked() -> None:
    assert degrees("Our founders hold a PhD in physics", heading="About us") == []


def test_fields_are_kept_and_are_no_skills() -> None:
    posting = read_posting(
        "Requirements\n- PhD in statistics, physics or a related field\n", skills=SKILLS
    )

    assert posting.degrees[0].fields == ("statistics", "physics")
    assert posting.requirements == ()
