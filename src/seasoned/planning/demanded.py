"""Gaps against adverts: what they ask together, weighted by how many ask it and how strongly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from seasoned.market.posting import Posting, Requirement
from seasoned.planning.action import Action
from seasoned.planning.gap import Gap
from seasoned.planning.settling import builders, settler_of
from seasoned.planning.shortfall import Joint, best_of, likeliest
from seasoned.planning.weighing import PROBABLY, STRENGTH_WEIGHT, SURELY
from seasoned.planning.whose import whose_move
from seasoned.profile.person import Wishes
from seasoned.profile.standing import Estimate, Standing
from seasoned.skills.skill import Skill


def posting_gaps(
    postings: Sequence[Posting],
    belief: Joint | None,
    standing: Standing,
    skills: Mapping[str, Skill],
    actions: Mapping[str, Action],
    wishes: Wishes,
) -> tuple[Gap, ...]:
    """Requirements of one advert, or of several weighted by how many ask, not surely met, by value.

    Levels and errors are those of the standing; the belief says how alternatives hang together.
    """
    found = (
        _gap(asked, _held(asked, standing, belief), skills, actions, wishes)
        for asked in _wanted(postings)
    )
    return tuple(
        sorted((gap for gap in found if gap is not None), key=lambda gap: (-gap.value, gap.id))
    )


def gap_id(any_of: Sequence[str]) -> str:
    """The id of what adverts ask for these skills."""
    return "advert-" + "-or-".join(any_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What adverts ask together: the skills, and each advert's strongest requirement of them."""

    any_of: tuple[str, ...]
    by_posting: dict[str, Requirement]
    postings: int

    @property
    def level(self) -> float:
        return max(requirement.level for requirement in self.by_posting.values())

    @property
    def strength(self) -> str:
        strengths = {requirement.strength for requirement in self.by_posting.values()}
        return next(strength.value for strength in STRENGTH_WEIGHT if strength in strengths)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What the person has of it: the likeliest skill, the probability, and levels missing.

    ``value`` is the mean over all adverts of weight times shortfall, ``shortfall`` the weighted
    mean over those that ask.
    """

    skill: str
    have: Estimate
    probability: float
    shortfall: float
    value: float


def _wanted(postings: Sequence[Posting]) -> Iterator[_Asked]:
    asked: dict[tuple[str, ...], dict[str, Requirement]] = defaultdict(dict)
    for posting in postings:
        for requirement in posting.requirements:
            if requirement.strength not in STRENGTH_WEIGHT or not requirement.any_of:
                continue
            key = tuple(sorted(set(requirement.any_of)))
            known = asked[key].get(posting.id)
            if known is None or _pull(requirement) > _pull(known):
                asked[key][posting.id] = requirement
    return (
        _Asked(any_of=key, by_posting=found, postings=len(postings)) for key, found in asked.items()
    )


def _pull(requirement: Requirement) -> float:
    return STRENGTH_WEIGHT[requirement.strength] * requirement.level


def _held(asked: _Asked, standing: Standing, belief: Joint | None) -> _Held:
    haves = {skill: _have(standing, skill) for skill in asked.any_of}
    skill = likeliest(asked.level, haves)
    weights: dict[float, float] = defaultdict(float)
    for requirement in asked.by_posting.values():
        weights[requirement.level] += STRENGTH_WEIGHT[requirement.strength]
    missing = sum(weight * best_of(level, haves, belief)[1] for level, weight in weights.items())
    return _Held(
        skill=skill,
        have=haves[skill],
        probability=best_of(asked.level, haves, belief)[0],
        shortfall=missing / sum(weights.values()),
        value=missing / asked.postings,
    )


def _have(standing: Standing, skill: str) -> Estimate:
    """What is known of a skill; of one that the standing does not hold, what is known overall."""
    if skill in standing.skills:
        return standing.skills[skill]
    return Estimate(level=standing.overall.level, error=max(standing.overall.error, 1.0))


def _gap(
    asked: _Asked,
    held: _Held,
    skills: Mapping[str, Skill],
    actions: Mapping[str, Action],
    wishes: Wishes,
) -> Gap | None:
    if held.probability >= SURELY and held.have.pieces:
        return None
    doers = builders(actions, asked.any_of, asked.level)
    to_show = held.probability >= PROBABLY
    names = (gap_id(asked.any_of), *asked.any_of)
    return Gap(
        id=gap_id(asked.any_of),
        words=_words(asked, skills),
        any_of=asked.any_of,
        skill=held.skill,
        area=skills[held.skill].area.value if held.skill in skills else "",
        asked=asked.level,
        have=held.have,
        probability=held.probability,
        shortfall=held.shortfall,
        value=held.value,
        to_show=to_show,
        strength=asked.strength,
        whose=whose_move(names, held.skill, waits=False, doers=doers, wishes=wishes, skills=skills),
        sources=tuple(asked.by_posting),
        quotes=tuple(dict.fromkeys(r.span.quote for r in asked.by_posting.values())),
        settle=settler_of(
            to_show=to_show,
            missing_record=(),
            doers=doers,
            wishes=wishes,
            examples=_examples(held.skill, skills, asked.level),
        ),
    )


def _words(asked: _Asked, skills: Mapping[str, Skill]) -> str:
    names = " or ".join(skills[s].name if s in skills else s for s in asked.any_of)
    count = f"{len(asked.by_posting)} of {asked.postings} adverts"
    return f"{names}, asked by {'this advert' if asked.postings == 1 else count}"


def _examples(skill: str, skills: Mapping[str, Skill], level: float) -> tuple[str, ...]:
    """The words of the skill at the asked level: what a piece of evidence should show."""
    if skill not in skills or not skills[skill].levels:
        return ()
    levels = skills[skill].levels
    return (levels[min(max(round(level), 1), len(levels)) - 1],)
