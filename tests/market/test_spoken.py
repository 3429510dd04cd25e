import pytest

from seasoned.market.posting import Strength
from seasoned.market.spoken import spoken_of
from tests.market.heard import judge


def spoken(text: str) -> list[tuple[str, str]]:
    return [(one.code, one.level) for one in spoken_of(judge(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fluent in English and German", [("en", "C1"), ("de", "C1")]),
        ("English (C1) and German (B2)", [("en", "C1"), ("de", "B2")]),
        ("Professional working proficiency in English", [("en", "B2")]),
        ("Native German speaker", [("de", "C2")]),
        ("Verhandlungssichere Deutsch- und Englischkenntnisse", [("de", "C1"), ("en", "C1")]),
        ("Deutsch auf muttersprachlichem Niveau, Englisch fließend", [("de", "C2"), ("en", "C1")]),
        ("Anglais courant", [("en", "C1")]),
        ("Bon niveau d'anglais", [("en", "B2")]),
        ("Nivel alto de inglés", [("en", "C1")]),
        ("Vloeiend Nederlands en Engels", [("nl", "C1"), ("en", "C1")]),
        ("Basic knowledge of Polish", [("pl", "A2")]),
        ("English, German", [("en", ""), ("de", "")]),
    ],
)
def test_spoken_languages_are_asked_with_their_level(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert spoken(f"Requirements\n\n- {text}\n") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Requirements\n\n- Natural language processing and large language models\n",
        "Requirements\n\n- Programming languages such as Python\n",
        "Requirements\n\n- Knowledge of the German market\n",
        "Requirements\n\n- Experience with German and English text data\n",
        "Requirements\n\n- Skills in polishing data\n",
        "Benefits\n\n- German courses\n- Fluent English lessons\n",
        "About us\n\nWe are a French company.\n",
    ],
)
def test_nations_data_and_courses_ask_no_language(text: str) -> None:
    assert spoken(text) == []


def test_a_wish_stays_a_wish_and_has_no_level_of_another_clause() -> None:
    found = spoken_of(judge("Requirements\n\n- Very good English; French is a plus\n"))

    assert [(one.code, one.level, one.strength) for one in found] == [
        ("en", "C1", Strength.REQUIRED),
        ("fr", "", Strength.PREFERRED),
    ]


def test_the_working_language_of_a_firm_is_asked() -> None:
    assert spoken("About us\n\nOur working language is English.\n") == [("en", "")]
