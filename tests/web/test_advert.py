"""Texts cut into pieces: nothing is lost and each flag marks its own words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seasoned.market.posting import Flag, Span
from seasoned.web.advert import marked_by_flags

TEXT = "We want a ninja with 15 years"


def flag(start: int, end: int) -> Flag:
    return Flag(
        kind="k", words="", remedy="", span=Span(start=start, end=end, quote=TEXT[start:end])
    )


@given(st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=5))
def test_pieces_join_to_the_text_and_mark_what_flags_quote(places):
    flags = [flag(min(pair), max(pair)) for pair in places]

    pieces = marked_by_flags(TEXT, flags)

    assert "".join(piece.text for piece in pieces) == TEXT
    for number, one in enumerate(flags, 1):
        marked = "".join(piece.text for piece in pieces if number in piece.numbers)
        assert marked == one.span.quote
