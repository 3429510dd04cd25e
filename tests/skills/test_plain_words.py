"""Built-in names of skills against plain words that only look like them."""

import pytest

from seasoned import catalogue
from seasoned.skills.finding import finder_for
from seasoned.skills.reading import SKILLS

BUILT_IN = catalogue.read(SKILLS).things


def named(text: str) -> set[str]:
    return {mention.skill for mention in finder_for(BUILT_IN).mentions(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Edits the political communications of a mayor",
        "If you are unsure about a communication, call us",
        "Je bent de eigenaar van je eigen werk",
        "Join the TTS office in the old town",
        "Speeding up table look-up by embedding a hash",
        "Drew up resources for strategic planning",
        "A panel of subject matter experts reads each letter",
    ],
)
def test_plain_words_name_no_skill(text: str) -> None:
    assert named(text) == set()


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Communicating technical results to everybody", "communication"),
        ("C++ with Eigen and Boost", "cpp"),
        ("ASR and TTS for phone calls", "speech-and-audio"),
        ("an embedding model for search", "embeddings"),
        ("AWS Lambda, Glue and S3", "data-pipelines"),
        ("Pruebas: test automáticos en cada cambio", "testing"),
    ],
)
def test_the_same_words_among_their_kin_name_it(text: str, skill: str) -> None:
    assert skill in named(text)
