"""How strongly an advert speaks of a skill, sentence by sentence."""

import pytest

from seasoned.market.reading import read_posting
from tests.skills.vocabulary import SKILLS


def asked(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for requirement in read_posting(text, skills=SKILLS).requirements:
        found.setdefault(requirement.strength.value, []).append("|".join(requirement.any_of))
    return found


REQUIRED = "Requirements\n\n- {}\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Python", {"required": ["python"]}),
        ("Python is a plus", {"preferred": ["python"]}),
        ("SQL required; Kafka is a plus", {"required": ["sql"], "preferred": ["kafka"]}),
        (
            "You know SQL, and experience with Kafka is a plus",
            {"required": ["sql"], "preferred": ["kafka"]},
        ),
        (
            "SQL (required), Terraform (nice to have)",
            {"required": ["sql"], "preferred": ["terraform"]},
        ),
        ("Ideally you also know Docker", {"preferred": ["docker"]}),
        (
            "Python, ideally with Airflow and Kafka",
            {"required": ["python"], "preferred": ["airflow", "kafka"]},
        ),
        (
            "Docker, Kubernetes and Terraform are a plus",
            {"preferred": ["docker", "kubernetes", "terraform"]},
        ),
        (
            "Python is highly preferred, especially with Airflow",
            {"preferred": ["python", "airflow"]},
        ),
        ("Kubernetes preferred but not required", {"preferred": ["kubernetes"]}),
        ("Kubernetes is not required but would be great", {"preferred": ["kubernetes"]}),
        ("Von Vorteil: Kubernetes", {"preferred": ["kubernetes"]}),
    ],
)
def test_nearest_words_decide_within_requirements(
    sentence: str, expected: dict[str, list[str]]
) -> None:
    assert asked(REQUIRED.format(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "You don't need Kubernetes",
        "No Kubernetes experience required",
        "Kubernetes is not required",
        "We do not require Kubernetes",
        "Experience with Kubernetes is not necessary",
        "Kubernetes-Kenntnisse sind nicht erforderlich",
        "Kubernetes n'est pas requis",
        "No es necesario Kubernetes",
        "Kubernetes is niet vereist",
        "Even if you don't know Kubernetes",
    ],
)
def test_negation_asks_for_nothing(sentence: str) -> None:
    assert asked(REQUIRED.format(sentence)) == {}


def test_wish_never_becomes_a_must_under_a_heading_of_wishes() -> None:
    assert asked("Nice to have\n\n- Must be curious about Kafka\n- Docker is required\n") == {
        "preferred": ["kafka", "docker"]
    }


@pytest.mark.parametrize(
    "heading",
    [
        "About us",
        "## Benefits",
        "**What we offer**",
        "Equal Opportunity Employer",
        "Über uns",
        "Nous offrons",
        "Ofrecemos",
        "Over ons",
        "How to apply",
    ],
)
def test_words_about_the_firm_its_offer_or_the_law_are_not_asked(heading: str) -> None:
    text = f"{heading}\n\nWe have strong experience with Kubernetes, a must for us. Experience with Docker required.\n"

    assert set(asked(text)) == {"mentioned"}


@pytest.mark.parametrize(
    "heading",
    [
        "What you'll do",
        "## Responsibilities",
        "Deine Aufgaben",
        "Vos missions",
        "Funciones",
        "Wat ga je doen",
        "**Your tasks:**",
        "KEY RESPONSIBILITIES",
    ],
)
def test_duties_are_kept_apart_from_demands(heading: str) -> None:
    assert asked(f"{heading}\n- Run Airflow\n") == {"duty": ["airflow"]}


@pytest.mark.parametrize(
    "heading",
    [
        "Requirements",
        "What you bring",
        "**Must-haves**",
        "Dein Profil",
        "Profil recherché",
        "Requisitos",
        "Wat vragen wij",
        "Your skills & experience (what we need)",
        "WHO YOU ARE",
        "You might be a good fit if you",
    ],
)
def test_headings_of_demands_are_known_in_five_languages(heading: str) -> None:
    assert asked(f"About us\nBla.\n\n{heading}\n- Airflow\n")["required"] == ["airflow"]


def test_knowledge_asked_among_duties_is_a_demand() -> None:
    assert asked("What you'll do\n- Run Airflow\n- You have experience with Kafka\n") == {
        "duty": ["airflow"],
        "required": ["kafka"],
    }


@pytest.mark.parametrize(
    ("sentence", "groups"),
    [
        ("Python or Go", ["python|go-language"]),
        ("AWS, GCP or Azure", ["aws|gcp|azure"]),
        ("AWS/GCP/Azure", ["aws|gcp|azure"]),
        ("Clouds such as AWS, GCP and Azure", ["aws|gcp|azure"]),
        ("A cloud (AWS, GCP, Azure or similar)", ["aws|gcp|azure"]),
        ("Python, SQL and Kafka or Airflow", ["python", "sql", "kafka|airflow"]),
        ("Python or Go, SQL", ["python|go-language", "sql"]),
        ("Python, SQL, Kafka", ["python", "sql", "kafka"]),
        ("PyTorch or TensorFlow", ["deep-learning"]),
        ("AWS oder Azure", ["aws|azure"]),
        ("AWS ou Azure", ["aws|azure"]),
        ("AWS of Azure", ["aws|azure"]),
        ("Kafka and/or Airflow", ["kafka|airflow"]),
    ],
)
def test_alternatives_stay_together(sentence: str, groups: list[str]) -> None:
    assert asked(REQUIRED.format(sentence)) == {"required": groups}


def test_alternatives_that_a_single_demand_covers_are_not_told_twice() -> None:
    assert asked("Requirements\n- Python or Go\n- Python\n") == {"required": ["python"]}


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("Experience with Python", 2.0),
        ("Deep knowledge of Python", 3.0),
        ("Basic Python", 1.0),
        ("Deep understanding of Python", 3.0),
        ("Familiarity with Python", 1.5),
        ("Strong Python", 2.5),
        ("5 years of experience with Python", 3.0),
        ("3 years of Python experience", 2.5),
        ("1 year of experience with Python", 1.5),
        ("Sehr gute Kenntnisse in Python", 3.0),
        ("Expert in SQL; working knowledge of Python", 1.5),
    ],
)
def test_level_follows_the_words_and_years_before_a_skill(sentence: str, level: float) -> None:
    posting = read_posting(REQUIRED.format(sentence), skills=SKILLS)

    assert next(r.level for r in posting.requirements if r.any_of == ("python",)) == level
