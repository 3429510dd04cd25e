"""Skills that a CV lists without work that shows them, as ratings by the person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from seasoned.evidence.lines import Line
from seasoned.evidence.resume import NamedSkill
from seasoned.profile.evidence import Evidence, Observation
from seasoned.skills.skill import Area, Skill

LISTED_LEVEL = 2.0
"""Level suggested for a skill that the CV lists and no role shows: "on their own", its author's
claim. Words beside it move it: basics 1, advanced or expert 3."""
_LISTED_WORDS = (
    (
        1.0,
        re.compile(r"basic|beginner|grundkenntnisse|notions|básic|basis|elementary|familiar", re.I),
    ),
    (
        3.0,
        re.compile(
            r"expert|advanced|excellent|very good|proficient|sehr gut|avancé|avanzad|gevorderd",
            re.I,
        ),
    ),
)


def listed(
    lines: Sequence[Line], claims: Sequence[NamedSkill], named: Sequence[NamedSkill], at: date
) -> Iterator[Evidence]:
    """Skills that a list of skills claims and no role shows, each as a rating by the person."""
    shown = {n.skill for n in named if n.role is not None}
    places = [
        (line.start, line.end) for line in lines if line.part == "skills" and not line.heading
    ]
    seen: set[str] = set()
    for one in claims:
        if one.skill in shown | seen or not any(a <= one.start < b for a, b in places):
            continue
        seen.add(one.skill)
        yield Evidence(
            id=f"cv-listed-{one.skill}",
            kind="self-rating",
            at=at,
            title="Listed in your CV",
            quote=one.quote,
            confirmed=False,
            details={"from": "skills list"},
            observations=(Observation(skill=one.skill, level=_claimed(one)),),
        )


def may_list(one: NamedSkill, skills: Mapping[str, Skill]) -> bool:
    """Whether a list may claim the skill: "leadership" among one's strengths says nothing yet."""
    return one.skill not in skills or skills[one.skill].area is not Area.LEADERSHIP


def _claimed(one: NamedSkill) -> float:
    """Level that the words right after a listed skill claim, as in "PyTorch (basics)"."""
    after = one.quote.split(one.surface, 1)[-1][:24].split(",")[0]
    return next((level for level, pattern in _LISTED_WORDS if pattern.search(after)), LISTED_LEVEL)
