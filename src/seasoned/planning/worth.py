"""What an action is worth to this person: levels it adds, and what each level closes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from seasoned.errors import InvalidValue
from seasoned.planning.action import Action
from seasoned.planning.gap import Gap, Whose
from seasoned.planning.shortfall import expected_shortfall
from seasoned.planning.solver.task import Lift, Need, Piece
from seasoned.profile.person import Weights
from seasoned.profile.standing import Estimate, Standing

OWN = 2.0
"""From this level ("on their own") on, more of a skill is depth; below it, breadth."""

STEPS = (0.25, 0.25, 0.5, 0.5, 0.5, 1.0, 1.0)
"""Widths in levels of the pieces that stand for the curve of what each further level closes; at
the usual errors of 0.4 to 1.2 they are nowhere more than 0.02 levels off."""


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


def wanted_from(gaps: Iterable[Gap], weights: Weights, interests: Sequence[str] = ()) -> Wanted:
    """Needs of the gaps that are in somebody's power and name a skill."""
    open_gaps = tuple(g for g in gaps if g.whose is not Whose.NOBODY and g.skill and g.value > 0)
    skills = tuple(dict.fromkeys(gap.skill for gap in open_gaps))
    place = {skill: n for n, skill in enumerate(skills)}
    return Wanted(
        skills=skills, gaps=open_gaps,
        needs=tuple(Need(skill=place[gap.skill], pieces=_pieces(gap)) for gap in open_gaps),
        emphases=tuple(_emphasis(gap, weights, interests) for gap in open_gaps))


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


def _emphasis(gap: Gap, weights: Weights, interests: Sequence[str]) -> float:
    """Depth or breadth against their mean, so that the two only shift what is first."""
    mean = (weights.depth + weights.breadth) / 2
    if mean == 0:
        return 1.0
    deep = gap.have.level >= OWN or gap.skill in interests
    return (weights.depth if deep else weights.breadth) / mean


def _pieces(gap: Gap) -> tuple[Piece, ...]:
    """The fall of the gap's value with every further level, as a chain of straight pieces."""
    whole = expected_shortfall(gap.asked, gap.have)
    scale = gap.value / whole if whole > 0 else 0.0
    pieces, level, before = [], gap.have.level, whole
    for width in STEPS:
        level += width
        after = expected_shortfall(gap.asked, Estimate(level=level, error=gap.have.error))
        pieces.append(Piece(width=width, worth=scale * (before - after) / width))
        before = after
    return tuple(piece for piece in pieces if piece.worth > 1e-9)
