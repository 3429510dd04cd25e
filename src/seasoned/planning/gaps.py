"""Gaps: what a stage or adverts ask and is not surely there, the most valuable first.

The value of a gap is the weight of who asks times the levels missing on average, so a wide
uncertainty counts as well as a low level.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from seasoned.ladder.ladder import Ask, Expectation, Ladder
from seasoned.planning.action import Action
from seasoned.planning.demanded import posting_gaps
from seasoned.planning.gap import Gap, Met, Readiness, Verdict
from seasoned.planning.settling import builders, settler_of
from seasoned.planning.shortfall import Joint, best_of, expected_shortfall, probability_met
from seasoned.planning.weighing import ASK_WEIGHT, PROBABLY
from seasoned.planning.whose import whose_move
from seasoned.profile.person import Wishes
from seasoned.profile.standing import Estimate
from seasoned.skills.skill import Skill

__all__ = ["posting_gaps", "stage_gaps"]


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
        _gap(met, known[met.expectation], actions, wishes, skills or {}, belief)
        for met in readiness.expectations
        if met.verdict is not Verdict.READY and met.expectation in known
    )
    return tuple(sorted(found, key=lambda gap: (-gap.value, gap.id)))


def _gap(
    met: Met,
    asked: Expectation,
    actions: Mapping[str, Action],
    wishes: Wishes,
    skills: Mapping[str, Skill],
    belief: Joint | None,
) -> Gap:
    any_of = asked.any_of or tuple(s for s in (asked.skill or met.skill,) if s)
    shortfall = _shortfall(met, any_of, belief)
    doers = _doers(asked, any_of, met.asked, actions)
    waits = asked.needs_opportunity or met.verdict is Verdict.NO_OPPORTUNITY
    to_show = met.probability >= PROBABLY
    return Gap(
        id=asked.id,
        words=asked.statement,
        any_of=any_of,
        skill=met.skill,
        area=met.area,
        asked=met.asked,
        have=met.have,
        probability=met.probability,
        shortfall=shortfall,
        value=ASK_WEIGHT[Ask(met.ask)] * shortfall,
        strength=met.ask,
        sources=(asked.id,),
        whose=whose_move(
            (asked.id, met.skill), met.skill, waits=waits, doers=doers, wishes=wishes, skills=skills
        ),
        to_show=to_show,
        settle=settler_of(
            to_show=to_show,
            missing_record=met.missing_record,
            doers=doers,
            examples=asked.examples,
            wishes=wishes,
        ),
    )


def _doers(
    asked: Expectation, any_of: Sequence[str], level: float, actions: Mapping[str, Action]
) -> list[Action]:
    """The actions that the expectation names, or else all that can show the level."""
    named = [actions[name] for name in asked.actions if name in actions]
    return named or builders(actions, any_of, level)


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
    known = [(skill, place[skill]) for skill in any_of if skill in place]
    return {
        skill: Estimate(level=float(belief.mean[n]), error=float(belief.covariance[n, n]) ** 0.5)
        for skill, n in known
    }
