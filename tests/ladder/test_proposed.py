from __future__ import annotations

import pytest

from seasoned.journeys.content import load_content
from seasoned.ladder.proposed import stage_meant

LADDER = load_content().ladder("mle")


@pytest.mark.parametrize(
    ("company", "level", "stages"),
    [
        ("Google", "L5", ("senior",)),
        ("Amazon", "L5", ("junior",)),
        ("google", "level L4, they said", ("junior",)),
        ("Meta", "E6", ("seasoned",)),
        ("Microsoft", "64", ("senior",)),
        ("Microsoft", "level 62", ("junior",)),
        ("Amazon", "Senior Software Development Engineer", ("senior",)),
        ("Somewhere", "Senior Machine Learning Engineer", ("senior",)),
        ("Somewhere", "Senior Staff", ("seasoned",)),
        ("Somewhere", "staff-level", ("seasoned",)),
        ("Somewhere", "junior", ("junior",)),
        ("Somewhere", "Mid-level engineer", ("junior",)),
        ("Somewhere", "Seasoned", ("seasoned",)),
        ("Somewhere", "L5", ()),
        ("Somewhere", "band Q", ()),
        ("Somewhere", "wizard", ()),
        ("", "Senior engineer", ("senior",)),
    ],
)
def test_level_means_what_the_crosswalk_says_of_the_company(company, level, stages) -> None:
    meant = stage_meant(LADDER, level, company=company)

    assert meant.stages == stages
    assert meant.why


def test_every_line_of_the_crosswalk_means_its_own_stage() -> None:
    wrong = [
        (line.company, line.title)
        for line in LADDER.crosswalk
        if line.stage not in stage_meant(LADDER, line.title, company=line.company).stages
    ]

    assert wrong == []
