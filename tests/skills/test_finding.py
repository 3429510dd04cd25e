from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.skills.finding import Finder, Mention, finder_for
from seasoned.skills.folding import Folded
from tests.skills.vocabulary import SKILLS

FINDER = Finder(SKILLS)


def found(text: str) -> list[tuple[str, str]]:
    return [(m.skill, m.surface) for m in FINDER.mentions(text)]


def test_mention_carries_skill_words_place_and_term() -> None:
    mentions = FINDER.mentions("We use k8s.")

    assert mentions == (
        Mention(skill="kubernetes", surface="k8s", start=7, end=10, term="Kubernetes"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "our category, golang-like speed",
        "R&D and C-level talks",
        "a Series C round",
        "go to market",
        "see github.com/python.html",
        "pythonic",
        "rsql",
        "email me@docker.io",
    ],
)
def test_short_or_embedded_names_do_not_match_inside_other_words(text: str) -> None:
    assert [skill for skill, _ in found(text) if skill not in ("c-language", "go-language")] == []


def test_one_letter_language_needs_its_neighbours() -> None:
    assert found("Python and R") == [("python", "Python"), ("r-language", "R")]
    assert found("Exhibit R shows") == []


def test_exact_case_separates_a_language_from_a_verb() -> None:
    assert found("Go services") == [("go-language", "Go")]
    assert found("we go far") == []
    assert found("Spark jobs that spark joy") == [("spark", "Spark")]


def test_words_nearby_veto_a_term() -> None:
    assert found("ready to Go live") == []


def test_longest_name_wins_and_nothing_overlaps() -> None:
    assert found("machine learning models") == [("machine-learning", "machine learning models")]
    assert found("C++ and C") == [("cpp", "C++"), ("c-language", "C")]


@pytest.mark.parametrize("text", ["fine-tuning", "fine tuning", "finetuning", "Fine‑Tuning"])
def test_hyphen_variants_are_one_term(text: str) -> None:
    assert [skill for skill, _ in found(text)] == ["fine-tuning"]


def test_british_spelling_plural_and_version_match() -> None:
    assert found("data modelling") == [("data-modelling", "data modelling")]
    assert found("Python3 and Python 3.12") == [("python", "Python"), ("python", "Python")]


def test_name_broken_over_a_line_matches_but_not_over_two_list_items() -> None:
    assert found("machine\nlearning") == [("machine-learning", "machine\nlearning")]
    assert found("- machine\n- learning") == []


@pytest.mark.parametrize("text", ["l'infrastructure d'Airflow", "d’Airflow"])
def test_a_name_may_follow_an_elided_article(text: str) -> None:
    assert found(text) == [("airflow", "Airflow")]


def test_slashes_separate_names() -> None:
    assert [skill for skill, _ in found("AWS/GCP/Azure with CI/CD")] == [
        "aws",
        "gcp",
        "azure",
        "ci-cd",
    ]


def test_finder_is_built_once_for_the_same_vocabulary() -> None:
    assert finder_for(SKILLS) is finder_for(SKILLS)
    assert finder_for(dict(SKILLS)) is not finder_for(SKILLS)


def test_empty_vocabulary_finds_nothing() -> None:
    assert Finder({}).mentions("Python") == ()


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_every_mention_quotes_the_text_exactly(text: str) -> None:
    mentions = FINDER.mentions(text + " Python, İ machine  learning\t" + text)

    assert all(
        (text + " Python, İ machine  learning\t" + text)[m.start : m.end] == m.surface
        for m in mentions
    )
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@given(st.text(max_size=200))
def test_folded_positions_lead_back_into_the_text(text: str) -> None:
    folded = Folded(text)

    places = [folded.place(i) for i in range(len(folded.lower))]

    assert places == sorted(places)
    assert all(0 <= place < max(1, len(text)) for place in places)
