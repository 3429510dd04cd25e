"""What a test found, as values for the faces: ranges before and after, and one's own view beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from seasoned.assessment.sitting import Response
from seasoned.journeys.content import Content
from seasoned.journeys.testing import Testing
from seasoned.profile.belief import Belief
from seasoned.profile.person import Profile
from seasoned.profile.shape import self_views
from seasoned.profile.standing import Estimate, SelfView
from seasoned.profile.standing_from import apart, belief_from, heard, pieces_by_skill
from seasoned.skills.skill import Area


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One skill or area as believed before the test and after it."""

    id: str
    name: str
    area: Area
    before: Estimate
    after: Estimate


def area_changes(testing: Testing, content: Content) -> tuple[Change, ...]:
    """Each area's average before and after, for areas that the target weighs or the answers touched."""
    held = set(testing.belief.areas)
    areas = [area for area in Area if area in held and _touched(testing, content, area)]
    return tuple(_area(area, testing) for area in areas)


def skill_changes(testing: Testing, content: Content) -> tuple[Change, ...]:
    """Each skill that was asked about, before and after, by area and then in the order asked."""
    found = [
        Change(
            id=skill,
            name=content.skills[skill].name,
            area=content.skills[skill].area,
            before=before,
            after=after,
        )
        for skill, (before, after) in moved_skills(
            testing.before, testing.belief, testing.responses
        ).items()
    ]
    order = list(Area)
    return tuple(sorted(found, key=lambda change: order.index(change.area)))


def moved_skills(
    before: Belief, after: Belief, responses: Sequence[Response]
) -> Mapping[str, tuple[Estimate, Estimate]]:
    """Skills that the answers were about, as believed before and after, in the order asked."""
    asked = dict.fromkeys(skill for response in responses for skill in response.loadings)
    known = [skill for skill in asked if skill in before.index]
    counts = {skill: sum(skill in r.loadings for r in responses) for skill in known}
    return {
        skill: (before.estimate(skill), after.estimate(skill, counts[skill])) for skill in known
    }


def self_beside(testing: Testing, content: Content, profile: Profile) -> tuple[SelfView, ...]:
    """The newest self-rating of each skill that was asked about beside what all else measured.

    ``profile`` holds this test's answers too. Self-ratings do not enter the measured side.
    """
    asked = {skill for response in testing.responses for skill in response.loadings}
    told = heard(profile.evidence, content.kinds, at=date.max)
    measured, said = apart(told, content.kinds)
    own = {skill: seen for skill, seen in said.items() if skill in asked}
    if not own:
        return ()
    at = max(testing.sitting.at, *(response.at for response in testing.responses))
    plain = belief_from(content.skills, content.kinds, measured, at=at, leaves=profile.leaves)
    return self_views(own, plain, pieces_by_skill(measured), content.skills)


def _touched(testing: Testing, content: Content, area: Area) -> bool:
    skills: Iterable[str] = (
        *testing.target.weights,
        *(skill for response in testing.responses for skill in response.loadings),
    )
    return any(content.skills[s].area is area for s in skills if s in content.skills)


def _area(area: Area, testing: Testing) -> Change:
    return Change(
        id=area.value,
        name=area.value.capitalize(),
        area=area,
        before=_average(testing.before, area),
        after=_average(testing.belief, area),
    )


def _average(belief: Belief, area: Area) -> Estimate:
    members = [s for s, a in zip(belief.skills, belief.areas, strict=True) if a is area]
    return belief.average(members)
