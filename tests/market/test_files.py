import json
from pathlib import Path

import pytest

from seasoned.errors import UnreadableDocument
from seasoned.market.files import read_all, read_postings
from seasoned.samples import SAMPLES
from tests.documents.files import pdf, word
from tests.skills.vocabulary import SKILLS

ADVERT = "Requirements\n- Python and SQL, and a good deal of patience with both\n"


def skills_of(path: Path) -> list[set[str]]:
    return [{s for r in p.asked for s in r.any_of} for p in read_postings(path, skills=SKILLS)]


def test_folder_reads_every_kind_of_file_and_names_those_it_cannot(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ADVERT)
    (tmp_path / "b.md").write_text("# Engineer\n\n" + ADVERT)
    (tmp_path / "c.html").write_text("<h2>Your skills</h2><ul><li>Python</li><li>SQL</li></ul>")
    (tmp_path / "d.pdf").write_bytes(pdf("Requirements\nPython and SQL and much patience"))
    (tmp_path / "e.docx").write_bytes(word({"Requirements": ["Python", "SQL"]}))
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "notes.xyz").write_text("ignored")

    reading = read_all(tmp_path, skills=SKILLS)

    assert [{s for r in p.asked for s in r.any_of} for p in reading.postings] == [
        {"python", "sql"}
    ] * 5
    assert [problem.message for problem in reading.problems] == ["is empty"]


def test_table_finds_its_columns_and_keeps_their_fields(tmp_path: Path) -> None:
    file = tmp_path / "jobs.csv"
    file.write_text(
        f'Job Title,Company,Location,Description\nEngineer,Alder,Oslo,"{ADVERT}"\nEmpty,Birch,Rome,\n'
    )

    reading = read_all(file, skills=SKILLS)

    assert [(p.title, p.company, p.location) for p in reading.postings] == [
        ("Engineer", "Alder", "Oslo")
    ]
    assert [problem.field for problem in reading.problems] == ["row 2"]


def test_lines_of_json_survive_a_broken_one(tmp_path: Path) -> None:
    file = tmp_path / "jobs.jsonl"
    file.write_text(
        json.dumps({"title": "A", "description": ADVERT})
        + "\n{broken\n"
        + json.dumps({"title": "B", "description": f"<p>{ADVERT}</p>"})
        + "\n"
    )

    reading = read_all(file, skills=SKILLS)

    assert [p.title for p in reading.postings] == ["A", "B"]
    assert len(reading.problems) == 1


@pytest.mark.parametrize("wrap", [lambda x: x, lambda x: {"jobs": x}, lambda x: {"@graph": x}])
def test_json_file_of_adverts_is_read_however_it_is_wrapped(tmp_path: Path, wrap) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "jobs.json"
    file.write_text(
        json.dumps(wrap([{"@type": "JobPosting", "title": "A", "description": ADVERT}]))
    )

    assert [p.title for p in read_postings(file, skills=SKILLS) if p.title] == ["A"]


def test_nothing_readable_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="holds no readable advert"):
        read_postings(tmp_path, skills=SKILLS)


def test_sample_adverts_are_marked_and_all_read() -> None:
    from seasoned import catalogue
    from seasoned.skills.reading import SKILLS as KIND

    reading = read_all(SAMPLES / "postings", skills=catalogue.read(KIND).things)

    assert len(reading.postings) == 10
    assert reading.problems == ()
    assert all(p.sample and p.role_mix and p.salary and p.asked for p in reading.postings)
    assert not any("COBOL" in r.surfaces for p in reading.postings for r in p.asked)
