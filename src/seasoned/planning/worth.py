"""What an action is worth to this person: levels it adds, and what each level closes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from seasoned.errors import InvalidValue
from seasoned.ladder.ladder import Ask
from seasoned.planning.action import Action
from seasoned.planning.gap import Gap, Whose
from seasoned.planning.shortfall import expected_shortfall
from seasoned.planning.solver.task import Lift, Need, Piece
from seasoned.planning.weighing import ASK_WEIGHT
from seasoned.profile.person import Weights
from seasoned.profile.standing import Estimate, Standing
from seasoned.skills.skill import Skill

OWN = 2.0
"""From this level ("on their own") on, more of a skill is depth; below it, breadth."""

TO_SHOW, NEAR, FAR = 0.4, 0.7, 0.2
"""What closing a gap of a stage by learning counts where it is probably met already, and where
nothing is known of the skill but it stands next to one that is (NEAR) or does not (FAR): half an
hour of writing down, or a rating, says first whether the hours are needed, and what grows out of a
person's work is worth more to them than what no one has seen them near. Adverts were chosen by the
person, and a CV that is silent on what they ask mostly means that it is missing, so their gaps keep
their value. The figures are our assumption; at 1, plans of people with short CVs all look alike."""

BREAKS = (-2.0, -1.25, -0.75, -0.35, 0.0, 0.35, 0.75, 1.25, 2.0)
"""Where straight pieces meet, in standard errors from the asked level: dense where the curve of
what each level closes bends. The pieces are then nowhere more than 0.02 standard errors off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Gaps that a plan may close, as numbers: skills in order, and one need for each gap.

    ``emphases``: by which factor the person's wish for depth or breadth moves each need.
    """

    skills: tuple[str, ...]
    gaps: tuple[Gap, ...]
    needs: tuple[Need, ...]
    emphases: tuple[float, ...]


def checked(weights: Weights) -> Weights:
    """The weights, if they make sense."""
    named = {name: getattr(weights, name) for name in ("depth", "breadth", "income", "joy")}
    for name, weight in named.items():
        if not 0 <= weight < float("inf"):
            raise InvalidValue(f"the weight of {name}", weight, "nought or more")
    if not any(named.values()):
        raise InvalidValue("the sum of the weights", 0, "above nought, so that something counts")
    return weights


def wanted_from(
    gaps: Iterable[Gap],
    weights: Weights,
    interests: Sequence[str] = (),
    near: Collection[str] = (),
) -> Wanted:
    """Needs of the gaps that are in somebody's power and name a skill.

    ``near``: skills next to those that the person has shown or told.
    """
    open_gaps = tuple(g for g in gaps if g.whose is not Whose.NOBODY and g.skill and g.value > 0)
    skills = tuple(dict.fromkeys(gap.skill for gap in open_gaps))
    place = {skill: n for n, skill in enumerate(skills)}
    return Wanted(
        skills=skills,
        gaps=open_gaps,
        needs=tuple(
            Need(skill=place[gap.skill], pieces=_pieces(gap, factor))
            for gap, factor in zip(open_gaps, _not_implied(open_gaps), strict=True)
        ),
        emphases=tuple(
            _emphasis(gap, weights, interests) * _doubt(gap, interests, near) for gap in open_gaps
        ),
    )


def lifts_of(action: Action, wanted: Wanted, standing: Standing) -> tuple[Lift, ...]:
    """Levels that the action adds to wanted skills, none above its ceiling."""
    found = []
    for gain in action.gains:
        if gain.skill in wanted.skills:
            room = gain.ceiling - _level(standing, gain.skill)
            if room > 1e-9:
                found.append(
                    Lift(
                        skill=wanted.skills.index(gain.skill),
                        room=room,
                        amount=min(gain.gain, room),
                    )
                )
    return tuple(found)


def mastered(action: Action, standing: Standing) -> bool:
    """Whether the person is already where the action would bring a beginner."""
    return bool(action.gains) and all(
        _level(standing, gain.skill) >= min(gain.ceiling, 1 + gain.gain) for gain in action.gains
    )


def levels_after(actions: Iterable[Action], standing: Standing) -> dict[str, float]:
    """Levels on the skills that the actions touch, once all are done; lowest ceilings first."""
    gains = sorted((g for action in actions for g in action.gains), key=lambda gain: gain.ceiling)
    levels: dict[str, float] = {}
    for gain in gains:
        level = levels.get(gain.skill, _level(standing, gain.skill))
        levels[gain.skill] = max(level, min(level + gain.gain, gain.ceiling))
    return levels


def _level(standing: Standing, skill: str) -> float:
    known: Mapping[str, Estimate] = standing.skills
    return known[skill].level if skill in known else standing.overall.level


def _not_implied(gaps: Sequence[Gap]) -> tuple[float, ...]:
    """The part of each gap's value that no higher ask of the stage on the same skill holds already.

    Stages are cumulative: a must at level 3 implies the must at level 2, which then counts nought.
    Adverts ask independently of each other and are left as they are.
    """
    factors, held = [1.0] * len(gaps), dict[str, float]()
    for n in sorted(range(len(gaps)), key=lambda n: (-gaps[n].asked, gaps[n].id)):
        gap = gaps[n]
        if gap.strength in tuple(Ask) and len(gap.any_of) == 1:
            weight = ASK_WEIGHT[Ask(gap.strength)]
            before = held.get(gap.skill, 0.0)
            factors[n] = max(0.0, weight - before) / weight
            held[gap.skill] = max(weight, before)
    return tuple(factors)


def neighbours(standing: Standing, skills: Mapping[str, Skill]) -> frozenset[str]:
    """Skills that are related to, or come before or after, one that has evidence."""
    seen = {name for name, estimate in standing.skills.items() if estimate.pieces}
    around = {other for name in seen & set(skills) for other in _next_to(skills[name])}
    return frozenset(around | {name for name, one in skills.items() if seen & _next_to(one)})


def _next_to(skill: Skill) -> set[str]:
    return {*skill.related, *skill.prerequisites}


def _emphasis(gap: Gap, weights: Weights, interests: Sequence[str]) -> float:
    """Depth or breadth against their mean, so that the two only shift what is first."""
    mean = (weights.depth + weights.breadth) / 2
    if mean == 0:
        return 1.0
    deep = gap.have.level >= OWN or gap.skill in interests
    return (weights.depth if deep else weights.breadth) / mean


def _doubt(gap: Gap, interests: Sequence[str], near: Collection[str]) -> float:
    """How much of a gap's value learning has before it is known whether learning is needed."""
    if gap.strength not in tuple(Ask) or gap.skill in interests:
        return 1.0
    if gap.to_show:
        return TO_SHOW
    return 1.0 if gap.have.pieces else NEAR if gap.skill in near else FAR


def _pieces(gap: Gap, factor: float) -> tuple[Piece, ...]:
    """The fall of the gap's value with every further level, as a chain of straight pieces."""
    whole, error = expected_shortfall(gap.asked, gap.have), gap.have.error
    scale = factor * gap.value / whole if whole > 0 else 0.0
    ends = (gap.asked - gap.have.level + at * error for at in BREAKS)
    stops = sorted({round(end, 9) for end in ends if end > 1e-6})
    left = [_left(gap, stop) for stop in stops]
    steps = zip((0.0, *stops), stops, (whole, *left), left, strict=False)
    return tuple(
        Piece(width=stop - start, worth=scale * (before - after) / (stop - start))
        for start, stop, before, after in steps
    )


def _left(gap: Gap, levels: float) -> float:
    after = Estimate(level=gap.have.level + levels, error=gap.have.error)
    return expected_shortfall(gap.asked, after)
