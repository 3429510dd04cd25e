"""Gaps: what a stage or adverts ask and is not surely there, the most valuable first.

The value of a gap is the weight of who asks times the levels missing on average, so a wide
uncertainty counts as well as a low level.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from seasoned.ladder.ladder import Ask, Expectation, Ladder
from seasoned.market.posting import Posting, Requirement, Strength
from seasoned.planning.action import Action, Consent
from seasoned.planning.gap import Gap, Met, Readiness, Verdict, Whose
from seasoned.planning.settling import builders, settler_of
from seasoned.planning.shortfall import (
    Joint,
    best_of,
    expected_shortfall,
    likeliest,
    probability_met,
)
from seasoned.profile.person import Wishes
from seasoned.profile.standing import Estimate, Standing
from seasoned.skills.skill import Skill

ASK_WEIGHT = {Ask.MUST: 1.0, Ask.SHOULD: 0.5, Ask.MAY: 0.2}
"""Must counts twice as much as should: one level short on a must equals two on a should. With
0.8 for should, plans drift to what is nice to have; with 0.2, they ignore it."""

STRENGTH_WEIGHT = {Strength.REQUIRED: 1.0, Strength.PREFERRED: 0.5}
"""As for a stage; duties and mentions ask nothing."""

PROBABLY = 0.6
"""From this probability on, missing evidence is to be shown rather than learned."""

SURELY = 0.8
"""From this probability on, with a piece of evidence, an advert's requirement is no gap."""


def stage_gaps(
    readiness: Readiness,
    ladder: Ladder,
    actions: Mapping[str, Action],
    wishes: Wishes,
    *,
    skills: Mapping[str, Skill] | None = None,
    belief: Joint | None = None,
) -> tuple[Gap, ...]:
    """Expectations of a stage, inherited ones too, that are not surely met, by value.

    ``skills``: marks those that can only be learned inside a company as needing others.
    ``belief``: where several skills would do, how they hang together; without it the shortfall of
    the best of them is taken from the probability that readiness found.
    """
    known = {expectation.id: expectation for expectation in ladder.expectations}
    found = (
        _stage_gap(met, known[met.expectation], actions, wishes, skills or {}, belief)
        for met in readiness.expectations
        if met.verdict is not Verdict.READY and met.expectation in known
    )
    return by_value(found)


def posting_gaps(
    postings: Sequence[Posting],
    belief: Joint | None,
    standing: Standing,
    skills: Mapping[str, Skill],
    actions: Mapping[str, Action],
    wishes: Wishes,
) -> tuple[Gap, ...]:
    """Requirements of one advert, or of several weighted by how many ask, not surely met, by value."""
    wanted = _wanted(postings)
    found = (
        _posting_gap(asked, len(postings), belief, standing, skills, actions, wishes)
        for asked in wanted
    )
    return by_value(gap for gap in found if gap is not None)


def by_value(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """The gaps, the most valuable first, by id among equals."""
    return tuple(sorted(gaps, key=lambda gap: (-gap.value, gap.id)))


def _stage_gap(
    met: Met,
    expectation: Expectation,
    actions: Mapping[str, Action],
    wishes: Wishes,
    skills: Mapping[str, Skill],
    belief: Joint | None,
) -> Gap:
    any_of = expectation.any_of or tuple(s for s in (expectation.skill or met.skill,) if s)
    shortfall = _shortfall(met, any_of, belief)
    doers = builders(actions, any_of, met.asked)
    named = [actions[name] for name in expectation.actions if name in actions]
    to_show = met.probability >= PROBABLY and not met.evidence
    return Gap(
        id=met.expectation,
        words=expectation.statement,
        any_of=any_of,
        skill=met.skill,
        area=met.area,
        asked=met.asked,
        have=met.have,
        probability=met.probability,
        shortfall=shortfall,
        value=ASK_WEIGHT[Ask(met.ask)] * shortfall,
        whose=_whose_stage(met, expectation, named or doers, wishes, skills),
        to_show=to_show,
        strength=met.ask,
        sources=(met.expectation,),
        settle=settler_of(
            to_show=to_show,
            missing_record=met.missing_record,
            examples=expectation.examples,
            doers=named or doers,
            wishes=wishes,
        ),
    )


def _shortfall(met: Met, any_of: Sequence[str], belief: Joint | None) -> float:
    """Of one skill in closed form; of the best of several from the belief, or, without one, that
    of the named skill scaled to the probability that readiness found for all together."""
    alone = expected_shortfall(met.asked, met.have)
    if len(any_of) < 2:
        return alone
    if belief is not None:
        return best_of(met.asked, _haves(belief, any_of), belief)[1]
    missed = 1 - probability_met(met.asked, met.have)
    return alone * min(1.0, (1 - met.probability) / missed) if missed > 1e-9 else alone


def _haves(belief: Joint, any_of: Sequence[str]) -> dict[str, Estimate]:
    """What the belief holds of the skills, in levels."""
    place = {name: n for n, name in enumerate(belief.names)}
    return {
        skill: Estimate(
            level=float(belief.mean[place[skill]]),
            error=float(belief.covariance[place[skill], place[skill]]) ** 0.5,
        )
        for skill in any_of
        if skill in place
    }


def _whose_stage(
    met: Met,
    expectation: Expectation,
    doers: Sequence[Action],
    wishes: Wishes,
    skills: Mapping[str, Skill],
) -> Whose:
    names = {met.expectation, met.skill}
    if names & set(wishes.not_in_my_power):
        return Whose.NOBODY
    waits = expectation.needs_opportunity or met.verdict is Verdict.NO_OPPORTUNITY
    if waits or names & set(wishes.no_opportunity):
        return Whose.OTHERS
    return _whose(met.skill, doers, wishes, skills)


def _whose(
    skill: str, doers: Sequence[Action], wishes: Wishes, skills: Mapping[str, Skill]
) -> Whose:
    inside = skill in skills and skills[skill].only_inside
    shut = bool(doers) and all(needs_consent(action, wishes) for action in doers)
    return Whose.OTHERS if inside or shut else Whose.MINE


def needs_consent(action: Action, wishes: Wishes) -> bool:
    """Whether someone's yes is needed that the person has not reported.

    ``wishes.consents`` names who said yes to all (``employer``) or to one action
    (``employer:action-id`` or the action's id).
    """
    said = {action.consent.value, action.id, f"{action.consent.value}:{action.id}"}
    return action.consent is not Consent.NONE and not said & set(wishes.consents)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What adverts ask together: the skills, and each advert's strongest requirement of them."""

    any_of: tuple[str, ...]
    by_posting: dict[str, Requirement]


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
    return (_Asked(any_of=key, by_posting=found) for key, found in asked.items())


def _pull(requirement: Requirement) -> float:
    return STRENGTH_WEIGHT[requirement.strength] * requirement.level


def _posting_gap(
    asked: _Asked,
    postings: int,
    joint: Joint | None,
    standing: Standing,
    skills: Mapping[str, Skill],
    actions: Mapping[str, Action],
    wishes: Wishes,
) -> Gap | None:
    haves = {skill: have_of(standing, skill) for skill in asked.any_of}
    level = max(requirement.level for requirement in asked.by_posting.values())
    probability, _ = best_of(level, haves, joint)
    skill = likeliest(level, haves)
    if probability >= SURELY and haves[skill].pieces:
        return None
    value, shortfall = _value(asked, haves, joint, postings)
    doers = builders(actions, asked.any_of, level)
    to_show = probability >= PROBABLY and not haves[skill].pieces
    nobody = {skill, *asked.any_of, gap_id(asked.any_of)} & set(wishes.not_in_my_power)
    return Gap(
        id=gap_id(asked.any_of),
        words=_words(asked, skills, postings),
        any_of=asked.any_of,
        skill=skill,
        area=skills[skill].area.value if skill in skills else "",
        asked=level,
        have=haves[skill],
        probability=probability,
        shortfall=shortfall,
        value=value,
        whose=Whose.NOBODY if nobody else _whose(skill, doers, wishes, skills),
        to_show=to_show,
        strength=_strongest(asked),
        sources=tuple(asked.by_posting),
        quotes=tuple(dict.fromkeys(r.span.quote for r in asked.by_posting.values())),
        settle=settler_of(
            to_show=to_show,
            missing_record=(),
            examples=_examples(skill, skills, level),
            doers=doers,
            wishes=wishes,
        ),
    )


def gap_id(any_of: Sequence[str]) -> str:
    """The id of what adverts ask for these skills."""
    return "advert-" + "-or-".join(any_of)


def have_of(standing: Standing, skill: str) -> Estimate:
    """What is known of a skill; of one that the standing does not hold, what is known overall."""
    if skill in standing.skills:
        return standing.skills[skill]
    return Estimate(level=standing.overall.level, error=max(standing.overall.error, 1.0))


def _value(
    asked: _Asked, haves: Mapping[str, Estimate], joint: Joint | None, postings: int
) -> tuple[float, float]:
    """Mean over all adverts of weight times shortfall, and the shortfall where it is asked."""
    weights = [STRENGTH_WEIGHT[r.strength] for r in asked.by_posting.values()]
    total = sum(
        weight * best_of(requirement.level, haves, joint)[1]
        for weight, requirement in zip(weights, asked.by_posting.values(), strict=True)
    )
    return total / max(1, postings), total / sum(weights)


def _words(asked: _Asked, skills: Mapping[str, Skill], postings: int) -> str:
    names = " or ".join(skills[s].name if s in skills else s for s in asked.any_of)
    count = len(asked.by_posting)
    who = "asked by this advert" if postings == 1 else f"asked by {count} of {postings} adverts"
    return f"{names}, {who}"


def _strongest(asked: _Asked) -> str:
    strengths = {requirement.strength for requirement in asked.by_posting.values()}
    return next(s.value for s in STRENGTH_WEIGHT if s in strengths)


def _examples(skill: str, skills: Mapping[str, Skill], level: float) -> tuple[str, ...]:
    """The words of the skill at the asked level: what a piece of evidence should show."""
    if skill not in skills or not skills[skill].levels:
        return ()
    levels = skills[skill].levels
    return (levels[min(max(round(level), 1), len(levels)) - 1],)
