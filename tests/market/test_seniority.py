import pytest

from seasoned.market.reading import read_posting
from tests.skills.vocabulary import SKILLS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Data scientist\n\nRequirements\n- 5+ years of experience", "senior"),
        ("Data scientist\n\nRequirements\n- 2-3 years of experience", "mid"),
        ("Data scientist\n\nRequirements\n- 0-1 years of experience", "junior"),
        ("Internship in data science\n\nDuring your internship you build models.", "intern"),
        ("Senior data scientist\n\nRequirements\n- Python", "senior"),
        ("Data lead\n\nResponsibilities\n- Lead a team and set technical direction", "lead"),
        ("Engineering manager\n\nResponsibilities\n- Hire and grow five direct reports", "manager"),
        ("Data scientist\n\nRequirements\n- Python", ""),
    ],
)
def test_seniority_is_what_is_asked_and_done(text: str, expected: str) -> None:
    assert read_posting(text, skills=SKILLS).seniority == expected


def test_years_outweigh_a_title() -> None:
    posting = read_posting(
        "Junior analyst\n\nRequirements\n- 6+ years of experience in reporting\n", skills=SKILLS
    )

    assert posting.seniority == "senior"
