"""Where lists, notes and small talk of an advert begin and end; texts written for these tests."""

import pytest

from seasoned.market.posting import Posting
from seasoned.market.reading import bare, read_posting
from seasoned.market.sections import Sections, front_matter
from tests.skills.vocabulary import SKILLS


def read(text: str) -> Posting:
    return read_posting(text, skills=SKILLS)


def asked(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in read(text).asked:
        found.setdefault(one.strength.value, []).append("|".join(one.any_of))
    return found


@pytest.mark.parametrize(
    "heading",
    [
        "Additional qualifications that will help in the role:",
        "It would impress us if you know:",
        "**NICE TO HAVE :**",
        "Helpful but no must",
    ],
)
def test_headings_of_wishes_are_known_by_their_words(heading: str) -> None:
    assert asked(f"Requirements\n- SQL\n\n{heading}\n- Kafka\n- Docker\n") == {
        "required": ["sql"],
        "preferred": ["kafka", "docker"],
    }


@pytest.mark.parametrize(
    "heading", ["**¿Qué tienes que saber?**", "### Conocimientos indispensables:"]
)
def test_headings_of_demands_in_spanish_are_known_by_their_words(heading: str) -> None:
    assert asked(f"## Ofrecemos\n- Yoga\n\n{heading}\n- SQL\n") == {"required": ["sql"]}


def test_bullet_without_a_space_is_an_item_of_its_own() -> None:
    text = "Requirements\n•Experience with Python and data bases\n•Preferably some Kafka\n•SQL every day\n"

    assert asked(text) == {"required": ["python", "sql"], "preferred": ["kafka"]}


def test_line_above_a_list_divides_a_section_and_asks_nothing() -> None:
    text = "Requirements\nData modeling craft\n- Python\n\nKubernetes matters\n- SQL\n"

    assert asked(text) == {"required": ["python", "sql"]}


def test_talk_below_a_list_is_not_asked() -> None:
    text = (
        "## What you bring\n- Python\n- SQL\n\n"
        "At Alder we celebrate every release of our Kubernetes platform with home-made cake, and the whole "
        "floor joins in.\n\n"
        "Our clusters run on Docker.\n"
    )

    assert asked(text) == {"required": ["python", "sql"]}


def test_demand_below_a_list_is_still_asked() -> None:
    text = "## What you bring\n- Python\n\nYou also have solid experience with SQL.\n"

    assert asked(text) == {"required": ["python", "sql"]}


def test_wish_below_a_list_of_wishes_stays_a_wish() -> None:
    text = "Requirements\n- SQL\n\nNice to have\n- Kafka\n\nExperience with Docker\n"

    assert asked(text) == {"required": ["sql"], "preferred": ["kafka", "docker"]}


@pytest.mark.parametrize(
    "sentence",
    [
        "Our recruiters never ask for money; report anybody who sends you Docker images.",
        "Your application is read by engineers who use Kafka.",
        "You are encouraged to apply even if you never used Kubernetes or Docker.",
        "We pass a background check to AWS.",
    ],
)
def test_words_about_applying_ask_nothing(sentence: str) -> None:
    assert asked(f"Requirements\n- SQL\n- {sentence}\n") == {"required": ["sql"]}


def test_note_on_one_line_does_not_swallow_what_follows() -> None:
    text = (
        "## Requirements\n- SQL\n\n## Logistics\n"
        "Education requirements: We ask for a finished course of study.\n\n"
        "The office has a Docker whale on its roof and you can bring your dog to see it.\n"
    )

    assert asked(text) == {"required": ["sql"]}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("SQL (preferably with Kafka)", {"required": ["sql"], "preferred": ["kafka"]}),
        ("Programming (preferred Python, Go)", {"preferred": ["python", "go-language"]}),
        ("A store of events (Kafka ideally; or our own)", {"preferred": ["kafka"]}),
        ("Some Kafka is plus", {"preferred": ["kafka"]}),
        ("Familiarity with Docker is highly encouraged.", {"preferred": ["docker"]}),
    ],
)
def test_wishes_in_brackets_and_in_passing_are_wishes(
    sentence: str, found: dict[str, list[str]]
) -> None:
    assert asked(f"Requirements\n- {sentence}\n") == found


def test_colleagues_are_no_skill_that_is_asked() -> None:
    assert asked(
        "Requirements\n- Experience working with machine learning engineers and SQL\n"
    ) == {"required": ["sql"]}


def test_choice_is_kept_beside_the_word_that_sums_it_up() -> None:
    text = "Requirements\n- Deep learning with tools such as PyTorch or AWS\n- Deep learning\n"

    assert asked(text) == {"required": ["deep-learning", "deep-learning|aws"]}


def test_lines_that_were_not_wrapped_are_thoughts_of_their_own() -> None:
    text = (
        "Requirements\n"
        "Three years spent in a trade where Python was the daily bread\n"
        "Knowing how a data base thinks, and writing SQL that your colleagues like to read\n"
        "Ideally some Kafka, though you may well learn it here as all of us did\n"
    )

    assert asked(text) == {"required": ["python", "sql"], "preferred": ["kafka"]}


def test_links_and_signs_are_read_as_their_words() -> None:
    posting = read(
        "# [Data Engineer](https://jobs.example/apply/kafka)\n\nRequirements\n- SQL &amp; Python\n"
    )

    assert posting.title == "Data Engineer"
    assert "https" not in posting.text
    assert asked("# [Apply](https://x.example)\nSkills\n- [SQL](https://sql.example)\n") == {
        "required": ["sql"]
    }


def test_bare_text_is_left_as_it_is() -> None:
    text = "f(x) [1] and (2), a & b"

    assert bare(text) == text


def test_fields_above_an_advert_give_its_title_and_ask_nothing() -> None:
    text = (
        '---\ntitle: "Data Engineer, Python"\ncompany: Alder\nlocation: Oslo\ntags:\n  - docker\n---\n\n'
        "Requirements\n- SQL\n"
    )
    posting = read(text)

    assert (posting.title, posting.company, posting.location) == (
        "Data Engineer, Python",
        "Alder",
        "Oslo",
    )
    assert asked(text) == {"required": ["sql"]}


def test_rule_of_hyphens_within_a_text_is_no_front_matter() -> None:
    assert front_matter("Requirements\n---\nSQL\n---\n") == 0
    assert [s.kind for s in Sections("Requirements\n---\nSQL\n").all] == ["intro", "required"]
