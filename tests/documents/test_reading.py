from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seasoned.documents.document import Document, Limits
from seasoned.documents.reading import read_document
from seasoned.errors import UnreadableDocument
from tests.documents.files import archive, pdf, word


def reason(data: bytes, name: str = "it", limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(data, name, limits=limits or Limits())
    return str(caught.value)


def test_pdf_gives_its_text_and_page_count() -> None:
    document = read_document(
        pdf("Data Scientist at Alder\nPython and SQL since 2019", pages=2), "cv.pdf"
    )

    assert document.text.startswith("Data Scientist at Alder\nPython and SQL since 2019")
    assert (document.kind, document.pages) == ("pdf", 2)


def test_pdf_longer_than_the_limit_says_what_was_left_out() -> None:
    document = read_document(pdf("one two three four five six", pages=3), limits=Limits(pages=2))

    assert document.notes == ("Only the first 2 of 3 pages were read.",)


def test_word_file_keeps_headings_and_list_items() -> None:
    document = read_document(word({"Experience": ["Built things"]}), "cv.docx")

    assert document.text == "## Experience\n- Built things"


def test_text_file_is_read_from_its_path(tmp_path: Path) -> None:
    file = tmp_path / "cv.md"
    file.write_text("# Alex\n\n- Python\n", encoding="utf-8")

    assert read_document(file) == Document(text="# Alex\n\n- Python", kind="markdown", name="cv.md")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture"),
        (b"{\\rtf1 hello}", "rich-text"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Word"),
        (b"%PDF-1.7 and then nothing", "damaged"),
        (b"PK\x03\x04 and then nothing", "damaged"),
    ],
)
def test_file_that_holds_no_text_says_why(data: bytes, says: str) -> None:
    assert says in reason(data)


def test_pdf_without_text_is_called_a_scan() -> None:
    assert "scan" in reason(pdf(""), "cv.pdf")


def test_pdf_with_a_password_says_so() -> None:
    assert "password" in reason(
        pdf("one two three four five six", password="secret"), "cv.pdf"
    ) or ("encrypted" in reason(pdf("one two three four five six", password="secret"), "cv.pdf"))


def test_archive_that_unpacks_to_far_more_is_refused_unopened() -> None:
    bomb = archive({"word/document.xml": b"0" * 60_000_000})

    assert "unpacks to far more" in reason(bomb, "cv.docx")


def test_other_archive_asks_to_be_unpacked() -> None:
    assert "archive" in reason(archive({"photo.txt": b"hello"}))


def test_outsized_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "cv.txt"
    with file.open("wb") as out:
        out.truncate(50_000_000)

    with pytest.raises(UnreadableDocument, match="50 MB, more than the 20 MB"):
        read_document(file)


def test_long_text_is_cut_with_a_note() -> None:
    document = read_document(b"word " * 1000, limits=Limits(characters=100))

    assert len(document.text) == 100
    assert "Only the first 100 of" in document.notes[0]


def test_missing_file_and_folder_say_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="cannot be opened"):
        read_document(tmp_path / "none.txt")
    with pytest.raises(UnreadableDocument, match="folder"):
        read_document(tmp_path)


def test_slow_file_is_given_up() -> None:
    assert "took too long" in reason(pdf("one two three four five six"), limits=Limits(seconds=-5))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400).filter(lambda data: b"%PDF-" not in data))
def test_any_bytes_give_text_or_one_clear_sentence(data: bytes) -> None:
    try:
        document = read_document(data, "it")
    except UnreadableDocument as error:
        sentence = str(error)
    else:
        sentence = f"it: {document.text.strip()}"
    assert sentence.startswith("it: ")
    assert len(sentence) > len("it: ")
