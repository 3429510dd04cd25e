import pytest

from seasoned.market.contexts import contexts_of


def contexts(text: str) -> list[tuple[str, str]]:
    return [(fact.kind, fact.value) for fact in contexts_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We are 1,200 people in 30 countries.", [("company-size", "1200")]),
        ("A firm with 2k employees.", [("company-size", "2000")]),
        ("Wir sind 300 Mitarbeitende.", [("company-size", "300")]),
        ("You join a team of six engineers.", [("team-size", "6")]),
        ("An 8-person team.", [("team-size", "8")]),
        ("We store 100 TB of data.", [("data-scale", "100 TB")]),
        ("We handle 3 billion events a day.", [("data-scale", "3 billion events")]),
        ("We love data.", []),
    ],
)
def test_sizes_are_told_only_where_stated(text: str, expected: list[tuple[str, str]]) -> None:
    assert contexts(text) == expected
