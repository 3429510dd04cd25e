"""An author sees what a candidate reads, what is not to be found, and what to mend."""

from __future__ import annotations

from datetime import date

from seasoned.market.reading import built_in_skills
from seasoned.market.reviewing import Review, reviewed

AT = date(2026, 3, 2)


def review(text: str, **beside: str) -> Review:
    return reviewed(text, built_in_skills(), at=AT, **beside)


def test_alternatives_years_and_degree_read_as_a_candidate_reads_them():
    found = review(
        "Requirements\n- PyTorch or JAX\n- 3 years of experience\n- Bachelor's degree\n"
        "Nice to have\n- Kubernetes"
    )

    assert found.musts == ("PyTorch or JAX", "3 years", "first degree")
    assert found.wishes == ("Kubernetes",)


def test_what_is_stated_is_not_called_absent():
    bare = review("Requirements\n- Python")
    whole = review(
        "Senior ML Engineer\nRemote\nWhat you will do\n- Train and deploy models\n"
        "Requirements\n- Python\nPay: 60,000 to 70,000 EUR a year\n"
        "Interview process\nTwo talks and a small task."
    )

    assert "how the hiring goes, and what happens next" in bare.absent
    assert "what it pays" in bare.absent
    assert "how the hiring goes, and what happens next" not in whole.absent
    assert "what it pays" not in whole.absent
    assert "where the work is done" not in whole.absent


def test_place_beside_the_text_counts():
    assert "where the work is done" not in review("We ask for Python.", location="Brno").absent


def test_flags_stand_in_the_order_of_the_text():
    found = review("We want a ninja.\nRequirements\n- Python\n- 15 years of experience")

    places = [flag.span.start for flag in found.flags if flag.span.quote]
    assert places == sorted(places)
    assert found.counts["flags"] == len(found.flags)
