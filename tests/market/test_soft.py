import tomllib

import pytest

from seasoned.market.phrasing import SOFT
from seasoned.market.soft import soft_skills_of
from tests.market.heard import judge


def asked(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.strength.value) for one in soft_skills_of(judge(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Excellent written and verbal communication skills", "communication"),
        ("You are a team player", "teamwork"),
        ("Teamfähigkeit", "teamwork"),
        ("Esprit d'équipe", "teamwork"),
        ("Trabajo en equipo", "teamwork"),
        ("Nieuwsgierig", "curiosity"),
        ("Eigenverantwortliches Arbeiten", "independence"),
    ],
)
def test_human_qualities_are_asked_under_plain_names(text: str, name: str) -> None:
    assert (name, "required") in asked(f"Requirements\n\n- {text}\n")


def test_a_quality_of_the_firm_or_of_data_is_not_asked() -> None:
    assert (
        asked(
            "Requirements\n\n- Data-driven work with senior leadership\n\nWe offer\n\n- A curious team\n"
        )
        == []
    )


def test_a_quality_is_asked_once_at_its_strongest() -> None:
    assert asked("Requirements\n\n- Ideally curious\n- Curiosity about data\n") == [
        ("curiosity", "required")
    ]


def test_table_names_about_forty_qualities_each_phrase_once() -> None:
    table = tomllib.loads(SOFT.read_text(encoding="utf-8"))

    assert len(table) >= 38
    assert all(len(phrases) == len(set(phrases)) for phrases in table.values())
