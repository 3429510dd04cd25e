"""CVs in shapes that people bring: margins, forms, lists, LaTeX, broken JSON; all written for these tests."""

from datetime import date

import pytest

from seasoned.errors import UnreadableDocument
from seasoned.evidence.cv import read_cv
from seasoned.evidence.resume import Resume
from tests.skills.vocabulary import SKILLS

TODAY = date(2026, 11, 22)


def read(text: str, name: str = "cv.md") -> Resume:
    return read_cv(text.encode(), skills=SKILLS, at=TODAY, name=name)


def roles(
    text: str, name: str = "cv.md"
) -> list[tuple[str, str, date, date | None, tuple[str, ...]]]:
    return [(r.title, r.organisation, r.start, r.end, r.skills) for r in read(text, name).roles]


MARGIN = """Kim Example
Work experience
Research engineer, Alder Institute, Oslo, Norway
Taught machines to count salmon, with Python
Wrote data bases in SQL and led a team of three
2021 present
Data analyst, Birch Bank, Bergen, Norway
Reported on loans in SQL
2018 2021
Selected publications (* equal contribution)
Example K. Counting salmon. Fish and Figures.
2024
"""


def test_dates_in_a_margin_belong_to_the_role_above_them() -> None:
    assert roles(MARGIN) == [
        ("Research engineer", "Alder Institute", date(2021, 7, 1), None, ("python", "sql")),
        ("Data analyst", "Birch Bank", date(2018, 7, 1), date(2021, 6, 30), ("sql",)),
    ]


def test_form_of_labelled_items_is_a_role() -> None:
    text = (
        "# Lebenslauf\n\n## Berufserfahrung\n\n### Data Scientist\n- **Unternehmen:** Erle GmbH\n"
        "- **Zeitraum:** 2019 - heute\n- **Aufgaben:**\n  - Modelle in Python\n\n"
        "### Praktikant Datenanalyse\n- **Firma:** Birke AG\n- **Zeitraum:** 03/2018 - 06/2018\n"
        "- **Aufgaben:**\n  - Abfragen in SQL\n"
    )

    assert roles(text) == [
        ("Data Scientist", "Erle GmbH", date(2019, 7, 1), None, ("python",)),
        ("Praktikant Datenanalyse", "Birke AG", date(2018, 3, 1), date(2018, 6, 30), ("sql",)),
    ]


def test_first_item_below_a_dated_item_names_who_the_work_was_for() -> None:
    text = (
        "---\ntitle: CV\n---\n\nWork experience\n======\n\n* 05/2018 - present: Research Assistant\n"
        "    * Alder Institute, Oslo\n    * Measured fish with Python\n\n"
        "* 01/2016 - 04/2018: Tutor\n    * Birch College\n    * Helped with SQL\n"
    )

    assert roles(text) == [
        ("Research Assistant", "Alder Institute", date(2018, 5, 1), None, ("python",)),
        ("Tutor", "Birch College", date(2016, 1, 1), date(2018, 4, 30), ("sql",)),
    ]


def test_latex_gives_plain_titles_and_organisations() -> None:
    text = (
        "\\documentclass{article}\n\\begin{document}\n\\section{Programming Experience}\n"
        "\\post{Alder Labs}[Oslo]\n[Engineer][Nov 2022 to present]\n"
        "\\begin{itemize}\n\\item Shipped models in \\textbf{Python}\n\\end{itemize}\n\\end{document}\n"
    )

    assert roles(text, "cv.tex") == [
        ("Engineer", "Alder Labs", date(2022, 11, 1), None, ("python",))
    ]


def test_deed_is_never_taken_for_a_title() -> None:
    resume = read(
        "Experience\nAdvised the city on deep learning and queues\n2020 2021\nPython everywhere\n"
    )

    assert resume.roles == ()
    assert any("name no job" in note for note in resume.notes)


def test_posts_in_teaching_are_roles_beside_those_of_work() -> None:
    text = (
        "Experience\nEngineer, Alder\nJan 2020 - Dec 2021\n- Python\n\n"
        "Teaching experience\nBirch School | Mathematics teacher | Sep 2018 to Aug 2019\n- Algebra\n"
    )

    assert [r[:2] for r in roles(text)] == [
        ("Engineer", "Alder"),
        ("Mathematics teacher", "Birch School"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("MSc/PhD level coursework: physics, statistics", []),
        ("Undergraduate coursework in biology, Cedar University", []),
        (
            "Master of Science (M.S.) – Fish and Figures\t May 2022 – Present",
            [("higher", "Fish and Figures")],
        ),
        ("Physics department, Cedar University, Bachelor", [("first", "Physics")]),
        ("Master's Degree — Applied Statistics", [("higher", "Applied Statistics")]),
        ("BSc in Physics, Cedar University, 2019", [("first", "Physics")]),
        ("Doctor of Philosophy, Cedar University", [("doctorate", "")]),
        ("BA Philosophy, Cedar University", [("first", "Philosophy")]),
        ("BA Linguistics, Cedar University", [("first", "Linguistics")]),
    ],
)
def test_degree_and_field_are_read_from_one_line(
    line: str, expected: list[tuple[str, str]]
) -> None:
    found = read(f"Education\n{line}\n").education

    assert [(e.degree.value, e.field) for e in found] == expected


BROKEN = """{
  "basics": {"name": "Kim Example", "summary": "Counts fish, [and, ] figures"},
  "work": [{"company": "Alder", "position": "Analyst", "startDate": "2019-03-01", "summary": "SQL",},],
  "education": [{"institution": "Cedar University", "area": "Norway", "studyType": "bachelor of Physics"}]
}"""


def test_json_with_commas_too_many_is_read_and_says_so() -> None:
    resume = read(BROKEN, "resume.json")

    assert [(r.title, r.organisation) for r in resume.roles] == [("Analyst", "Alder")]
    assert [(e.field, e.institution) for e in resume.education] == [("Physics", "Cedar University")]
    assert any("commas" in note for note in resume.notes)
    assert "[and, ] figures" in resume.text


def test_json_that_cannot_be_mended_says_where_it_breaks() -> None:
    with pytest.raises(UnreadableDocument, match="JSON Resume with an error in line 3"):
        read('{\n"basics": {"name": "Kim"},\n"work" [\n]}', "resume.json")


def test_work_with_people_is_not_shown_by_a_word_in_a_list() -> None:
    resume = read("Skills\nPython, mentoring, teaching\n")

    assert [p.observations[0].skill for p in resume.evidence] == ["python"]


def test_heading_names_no_skill() -> None:
    assert read("Teaching\n- Algebra for beginners, 2019\n").named == ()


@pytest.mark.parametrize("tail", ['"a\\' * 40_000, ", " * 40_000])
def test_broken_json_of_any_size_gets_one_clear_sentence(tail: str) -> None:
    with pytest.raises(UnreadableDocument, match="error in line 1"):
        read('{"basics": {}, "work": ' + tail, "resume.json")
