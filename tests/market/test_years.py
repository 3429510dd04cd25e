import pytest

from seasoned.market.reading import read_posting
from tests.skills.vocabulary import SKILLS


def years(text: str, heading: str = "Requirements") -> list[tuple[float, float | None, str, str]]:
    posting = read_posting(f"{heading}\n\n- {text}\n", skills=SKILLS)
    return [(y.lower, y.upper, y.strength.value, y.instead) for y in posting.years]


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("5+ years of experience", 5, None),
        ("3-5 years of experience with Python", 3, 5),
        ("3 to 5 years' experience", 3, 5),
        ("At least three years of experience in data", 3, None),
        ("minimum of 2 years working with SQL", 2, None),
        ("2 or more years of experience", 2, None),
        ("10 yrs experience", 10, None),
        ("five (5) years of experience", 5, None),
        ("1.5 years of experience", 1.5, None),
        ("Mindestens 3 Jahre Berufserfahrung", 3, None),
        ("3 bis 5 Jahre Erfahrung", 3, 5),
        ("Au moins 4 ans d'expérience", 4, None),
        ("Al menos 2 años de experiencia", 2, None),
        ("Minimaal 3 jaar ervaring", 3, None),
        ("8–10 years in software", 8, 10),
    ],
)
def test_years_are_read_in_many_shapes(text: str, lower: float, upper: float | None) -> None:
    assert years(text) == [(lower, upper, "required", "")]


@pytest.mark.parametrize(
    "text",
    [
        "Our 10 years of history",
        "A 2-year contract",
        "over the last 5 years we grew",
        "You are 18 years of age or older",
        "vesting over 4 years",
        "Founded 12 years ago with experience in logistics",
    ],
)
def test_other_years_are_no_demand(text: str) -> None:
    assert years(text, heading="The role") == []


def test_years_with_a_degree_are_kept_as_the_exception() -> None:
    assert years("5+ years of experience, or 3+ years with a PhD") == [
        (5, None, "required", "3+ years with a PhD")
    ]


def test_least_years_count_and_not_the_wished_ones() -> None:
    assert years("Minimum 3, ideally 5+ years of experience in data") == [(3, None, "required", "")]


def test_trial_period_is_no_experience() -> None:
    assert years("Serve a one year trial period") == []


def test_degree_beside_years_is_no_subject_of_theirs() -> None:
    posting = read_posting(
        "Requirements\n- 3 years of experience with a BSc in physics\n", skills=SKILLS
    )

    assert [(y.lower, y.subject) for y in posting.years] == [(3, "")]
    assert [(d.degree, d.fields) for d in posting.degrees] == [("first", ("physics",))]


def test_years_for_a_subject_stand_beside_the_total() -> None:
    posting = read_posting(
        "Requirements\n- 5+ years of software engineering experience, including 2 years with Kubernetes\n",
        skills=SKILLS,
    )

    assert [(y.lower, y.subject) for y in posting.years] == [
        (5, "software engineering experience"),
        (2, "Kubernetes"),
    ]
    assert [r.years for r in posting.requirements if r.any_of == ("kubernetes",)] == [2]


def test_wished_years_are_wishes() -> None:
    assert years("3 years of experience with Kafka", heading="Nice to have") == [
        (3, None, "preferred", "")
    ]
