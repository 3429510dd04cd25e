"""What adverts ask together beside the person: counts hold, and too few adverts say nothing."""

from __future__ import annotations

from datetime import date

import pytest

from seasoned.errors import InputError
from seasoned.journeys.content import load_content
from seasoned.journeys.demanding import asked_together
from seasoned.market.posting import Posting
from seasoned.market.reading import read_posting
from seasoned.profile.evidence import Evidence, Observation
from seasoned.profile.standing import Standing
from seasoned.profile.standing_from import standing_from

AT = date(2026, 3, 2)
CONTENT = load_content()


def adverts(count: int) -> list[Posting]:
    texts = (f"Job {n}\nRequirements\n- Python\nNice to have\n- Kubernetes\n" for n in range(count))
    return [read_posting(text, skills=CONTENT.skills, id=f"p{n}") for n, text in enumerate(texts)]


def standing(**levels: float) -> Standing:
    pieces = [
        Evidence(
            id=skill,
            kind="shipped-project",
            at=AT,
            observations=(Observation(skill=skill, level=level, error=0.3),),
        )
        for skill, level in levels.items()
    ]
    return standing_from(CONTENT.skills, CONTENT.kinds, pieces, at=AT)


def test_skill_is_counted_beside_what_is_known_of_it():
    found = {one.demand.skill: one for one in asked_together(
        adverts(3), standing(python=3.5), CONTENT.skills
    ).wanted}  # fmt: skip

    assert (found["python"].demand.required, found["python"].state) == (3, "shown")
    assert found["kubernetes"].demand.preferred == 3
    assert found["kubernetes"].state != "shown"


def test_too_few_adverts_say_nothing_of_work_and_pay():
    found = asked_together(adverts(3), standing(), CONTENT.skills)

    assert found.adverts == 3
    assert not found.roles.enough
    assert all(pay.median is None for pay in found.pays.rows)


def test_no_advert_is_an_error_that_says_so():
    with pytest.raises(InputError):
        asked_together([], standing(), CONTENT.skills)
