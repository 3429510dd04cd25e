"""Target: which skills a test is to narrow, and how its questions are spread over the areas."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seasoned.errors import InvalidValue
from seasoned.skills.skill import Area, Skill


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Weights of skills, 1 in all, and a name for people.

    ``first``: skills that are each asked once before any other; what a stage itself asks. Where
    there are some, no skill is asked twice while another of the target was not asked.
    """

    id: str
    name: str
    weights: Mapping[str, float]
    first: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.weights:
            raise InvalidValue("target", self.id, "one that names at least one skill")


def even(id: str, name: str, skills: Mapping[str, float], *, first: Sequence[str] = ()) -> Target:
    """A target whose weights are scaled to 1 in all."""
    whole = sum(skills.values())
    weights = {skill: weight / whole for skill, weight in skills.items()} if whole else {}
    return Target(id=id, name=name, weights=weights, first=tuple(first))


def everything(skills: Mapping[str, Skill]) -> Target:
    """All skills, each area as much as another."""
    sizes = Counter(skill.area for skill in skills.values())
    return even("all", "all areas", {name: 1 / sizes[s.area] for name, s in skills.items()})


def one_area(skills: Mapping[str, Skill], area: Area) -> Target:
    """The skills of one area."""
    return even(
        f"area:{area.value}",
        f"the area {area.value}",
        {name: 1.0 for name, skill in skills.items() if skill.area is area},
    )


def one_skill(skill: Skill) -> Target:
    """One skill alone."""
    return Target(id=f"skill:{skill.id}", name=skill.name, weights={skill.id: 1.0})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """Fewest and most questions on one area."""

    fewest: int
    most: int


def area_quotas(target: Target, skills: Mapping[str, Skill], questions: int) -> dict[Area, Quota]:
    """Questions on each area: its share of the target, give or take half of it."""
    share: dict[Area, float] = defaultdict(float)
    for skill, weight in target.weights.items():
        share[skills[skill].area] += weight
    return {
        area: Quota(
            fewest=math.floor(0.5 * part * questions + 1e-9),
            most=math.ceil(1.5 * part * questions - 1e-9),
        )
        for area, part in share.items()
    }
