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


@pytest.mark.parametrize(
    ("text", "required"),
    [
        ("Three to five (3-5) years of experience", 3),
        ("between 2 and 4 years of experience", 2),
        ("Up to 2 years of experience", 0),
        ("18 months of experience with Kafka", 1.5),
        ("3yrs experience with SQL", 3),
        ("Eine dreijährige Berufserfahrung", 3),
        ("Ein Jahr Erfahrung mit Terraform", 1),
        ("Entre 2 y 4 años de experiencia", 2),
        ("Une première expérience de 2 ans minimum", 2),
        ("Ten minste drie jaar relevante werkervaring", 3),
        ("Bachelor's and 5 years, or Master's and 3 years of experience", 5),
        ("Bachelor's + 5 years / Master's + 3 years / PhD + 0 years of experience", 5),
        (
            "Bachelor's degree with 9 years of experience\n- Master's degree with 7 years of experience",
            9,
        ),
        ("8+ years of software experience, of which 2 years with Go", 8),
        ("At least 1 year of work experience in a bank is preferred", None),
        ("3 years of experience is een pré", None),
    ],
)
def test_required_years_are_those_of_the_lowest_degree_that_is_enough(
    text: str, required: float | None
) -> None:
    assert read_posting(f"Requirements\n\n- {text}\n", skills=SKILLS).years_required == required


@pytest.mark.parametrize(
    "text",
    [
        "For over 15 years we have been helping hospitals",
        "With over 20 years of experience, Kiteworks leads its field",
        "We have 20 years of experience in shipping",
        "Wir sind seit über 25 Jahren am Markt",
        "Nach 3 Jahren Betriebszugehörigkeit gibt es einen Bonus",
        "After 2 years you get a sabbatical",
        "three years' experience credit for a Master's degree",
        "enrolled at a 4-year accredited university",
        "20 years since launch, we still learn",
        "A 1-year appointment in Oslo",
        "Mandate duration: 2 years",
    ],
)
def test_years_of_firms_contracts_and_studies_are_no_demand(text: str) -> None:
    assert (
        read_posting(f"Data engineer\n\n{text}.\n\nRequirements\n- Python\n", skills=SKILLS).years
        == ()
    )


def test_a_line_that_opens_with_years_asks_them_under_a_heading_read_wrongly() -> None:
    posting = read_posting("Apply now\n\n2+ years' experience in a data role\n", skills=SKILLS)

    assert posting.years_required == 2
