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


@pytest.mark.parametrize(
    ("text", "required"),
    [
        ("MS/PhD in Computer Science", "higher"),
        ("Bachelor's required, Master's preferred", "first"),
        ("Bachelor/Master degree in geology, PhD desired", "first"),
        ("Masters or PhD in a related field preferred", ""),
        ("Graduate degree (MS, PhD, etc.) is highly valued", ""),
        ("Master of Science degree or foreign equivalent in chemistry", "higher"),
        ("Master's or PhD in statistics or other quantitative degree", "higher"),
        ("BS with 10 years of experience, or a Ph.D.", "first"),
        ("BA or BS required", "first"),
        ("Currently enrolled in a Bachelor's program in mathematics", ""),
        ("Currently pursuing a PhD in machine learning", "first"),
        ("Master oder Diplom in Informatik", "higher"),
        ("Promotion in Physik von Vorteil", ""),
        ("Diplôme d'ingénieur ou Master en informatique", "higher"),
        ("Titulación universitaria en informática", "first"),
        ("Afgeronde hbo- of wo-opleiding informatica", "first"),
        ("Additional experience counts in lieu of an advanced degree", ""),
        ("High school diploma or GED", ""),
    ],
)
def test_required_degree_is_the_lowest_that_is_enough(text: str, required: str) -> None:
    posting = read_posting(f"Requirements\n\n- {text}\n- Python\n", skills=SKILLS)

    assert posting.degree_required == required


def test_experience_that_may_be_substituted_stands_for_a_degree() -> None:
    posting = read_posting(
        "Requirements\n- Master's degree (may be substituted by relevant work)\n", skills=SKILLS
    )

    assert [(d.degree, d.or_equivalent) for d in posting.degrees] == [("higher", True)]


def test_a_degree_among_the_duties_is_asked() -> None:
    posting = read_posting(
        "What you will do\n\n- Build models\n- Bachelor's degree in statistics from any university\n",
        skills=SKILLS,
    )

    assert posting.degree_required == "first"
