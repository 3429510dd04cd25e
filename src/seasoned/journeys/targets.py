"""From ``area:ops``, ``stage:junior``, ``skill:sql`` or ``posting:KEY`` to what a test is to narrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from seasoned.assessment.target import Target, even, everything, one_area, one_skill
from seasoned.errors import InvalidValue, UnknownId
from seasoned.journeys.content import Content
from seasoned.journeys.naming import skill_named
from seasoned.ladder.expecting import expected_at
from seasoned.ladder.ladder import Ask
from seasoned.market.posting import Posting, Strength
from seasoned.profile.belief import Belief
from seasoned.profile.person import Wishes
from seasoned.skills.skill import Area

FORMS = "all, area:NAME, stage:NAME, skill:NAME or posting:ID"

PREFERRED = 0.5
"""Weight of what an advert prefers beside what it requires."""


def target_named(
    typed: str,
    content: Content,
    belief: Belief,
    wishes: Wishes,
    posting: Callable[[str], Posting],
) -> Target:
    """The target of that name. Raises UnknownId with the nearest, or InvalidValue for another form."""
    kind, _, name = typed.strip().partition(":")
    if kind == "all" and not name:
        return everything(content.skills)
    if kind == "area" and name:
        return _area(name, content)
    if kind == "skill" and name:
        return one_skill(content.skills[skill_named(content.skills, name)])
    if kind == "stage" and name:
        return _stage(name, content, belief, wishes)
    if kind == "posting" and name:
        return _posting(posting(name), content, belief)
    raise InvalidValue("target", typed, FORMS)


def _area(name: str, content: Content) -> Target:
    names = [area.value for area in Area]
    if name not in names:
        raise UnknownId("area", name, names)
    return one_area(content.skills, Area(name))


def _stage(name: str, content: Content, belief: Belief, wishes: Wishes) -> Target:
    """The musts of a stage, its own before inherited ones; of a choice, the skill known best."""
    ladder = content.ladder(wishes.ladder)
    asked = expected_at(ladder, name, context=wishes.context)
    musts = [one for one in asked if one.ask is Ask.MUST and one.expectation.level is not None]
    skills: dict[str, bool] = {}
    for one in musts:
        e = one.expectation
        if choice := ((e.skill,) if e.skill else e.any_of):
            skills.setdefault(_best(choice, belief), not one.inherited)
    called = next(stage.name for stage in ladder.stages if stage.id == name)
    own = [skill for skill, new in skills.items() if new]
    weights = dict.fromkeys(skills, 1.0)
    return even(f"stage:{name}", f"the musts of {called}", weights, first=own)


def _posting(posting: Posting, content: Content, belief: Belief) -> Target:
    weights: dict[str, float] = {}
    for one in posting.requirements:
        known = [skill for skill in one.any_of if skill in content.skills]
        if not known or one.strength not in (Strength.REQUIRED, Strength.PREFERRED):
            continue
        weight = 1.0 if one.strength is Strength.REQUIRED else PREFERRED
        skill = _best(known, belief)
        weights[skill] = max(weights.get(skill, 0.0), weight)
    name = f"the advert {posting.title or posting.id}"
    return even(f"posting:{posting.id}", name, weights)


def _best(skills: Sequence[str], belief: Belief) -> str:
    return max(skills, key=lambda skill: float(belief.mean[belief.column(skill)]))
