import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.documents.encoding import clean, decoded

WORDS = "Grüße aus Köln: fünf Jahre Erfahrung, «naïve» café, 50 € – señor"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_text_is_read_whatever_it_was_saved_as(encoding: str) -> None:
    assert decoded(WORDS.encode(encoding), "cv.txt")[0] == WORDS


def test_guessed_encoding_is_noted() -> None:
    _, notes = decoded("Straße".encode("cp1252"), "cv.txt")

    assert notes == ("The encoding was not stated; the text was read as cp1252.",)


def test_letters_encoded_twice_are_mended() -> None:
    twice = "Köln – größer".encode().decode("cp1252").encode()

    text, notes = decoded(twice, "cv.txt")

    assert text == "Köln – größer"
    assert "twice" in notes[0]


def test_clean_text_has_plain_line_ends_whole_letters_and_nothing_hidden() -> None:
    assert clean("a\r\nb\rc\u200bd\ufb01n\xa0e\x0cf\u202etxt") == "a\nb\ncdfin e\nftxt"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"]), min_size=1))
def test_utf8_text_survives(text: str) -> None:
    assert (
        decoded(clean(text).encode(), "it")[0] == clean(text)
        or "twice" in decoded(clean(text).encode(), "it")[1][0]
    )
