"""Adverts together: what they ask beside where the person is, and what may be said of so many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seasoned.journeys.renaming import posting_today
from seasoned.market.corpus.columns import frame_of
from seasoned.market.corpus.counting import MINIMUM, Pays, Shares, pay_of
from seasoned.market.corpus.counting import shares_of as corpus_shares
from seasoned.market.corpus.opening import adverts_of
from seasoned.market.demand import Demand, demand
from seasoned.market.posting import Posting
from seasoned.planning.matching import LIKELY
from seasoned.planning.shortfall import probability_met
from seasoned.profile.standing import Estimate, Standing
from seasoned.skills.skill import Skill

UNSEEN_ERROR = 1.0
"""Least error, in levels, of a skill of which nothing is known but the overall level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A skill that adverts ask, beside what is known of it.

    ``probability``: that the level they ask on average is met.
    """

    demand: Demand
    name: str
    area: str
    have: Estimate
    probability: float

    @property
    def met(self) -> bool:
        """Whether it is likelier met than not."""
        return self.probability > LIKELY

    @property
    def state(self) -> str:
        """``shown``, ``to show`` (likely there, without evidence of its own) or ``not yet``."""
        if not self.met:
            return "not yet"
        return "shown" if self.have.pieces else "to show"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What many adverts ask. The kind of work and pay say nothing where adverts are too few."""

    adverts: int
    minimum: int
    wanted: tuple[Wanted, ...]
    roles: Shares
    pays: Pays


def asked_together(
    adverts: Sequence[Posting],
    standing: Standing,
    skills: Mapping[str, Skill],
    *,
    minimum: int = MINIMUM,
) -> Asked:
    """What one or more adverts ask together, the most asked first; no store.

    Raises InputError where there is no advert.
    """
    live = [posting_today(one, skills) for one in adverts]
    counted = adverts_of(frame_of(live))
    return Asked(
        adverts=len(live),
        minimum=minimum,
        wanted=tuple(_wanted(one, standing, skills) for one in demand(live)),
        roles=corpus_shares(counted, "role", minimum=minimum),
        pays=pay_of(counted, minimum=minimum),
    )


def _wanted(one: Demand, standing: Standing, skills: Mapping[str, Skill]) -> Wanted:
    known = skills.get(one.skill)
    have = standing.skills.get(one.skill) or Estimate(
        level=standing.overall.level, error=max(standing.overall.error, UNSEEN_ERROR)
    )
    return Wanted(
        demand=one,
        name=known.name if known else one.skill,
        area=known.area.value if known else "",
        have=have,
        probability=probability_met(one.level, have),
    )
