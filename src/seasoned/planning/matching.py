"""One person against one advert or many: what is met, what is missing, and what few could bring.

Requirements come from the market, levels and errors from the standing, and how alternatives hang
together from the belief: the same sums as in the gaps, requirement by requirement.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from seasoned.market.posting import ASKED, Posting, Requirement, Strength
from seasoned.market.rarity import Shares
from seasoned.planning.shortfall import Joint, best_of, likeliest
from seasoned.planning.weighing import STRENGTH_WEIGHT
from seasoned.profile.standing import Estimate, Standing

LIKELY = 0.5
"""From this probability on, a requirement counts as met rather than missing."""

RARE = 0.02
"""Share of adverts below which a term is rare: one advert in fifty. At one in twenty, statistics (3 %)
and time series (4 %) counted as rare, which half the field can show."""

MOST_BITS = 6.0
"""Weight that the rarest overlap can have, in bits: one advert in sixty-four."""

UNCOUNTED = Shares(skills={}, terms={})
"""Shares of nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A requirement beside what is known of the person.

    ``skill``: the alternative that meets it best; ``have`` None where nothing is known of any.
    """

    requirement: Requirement
    skill: str
    have: Estimate | None
    probability: float

    @property
    def met(self) -> bool:
        """Whether it is likelier met than not."""
        return self.probability > LIKELY


@dataclass(frozen=True, slots=True, kw_only=True)
class Rare:
    """A term that the advert asks, the person has shown, and few adverts name.

    ``share``: of adverts that name it, from 0 to 1.
    """

    term: str
    skill: str
    share: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How an advert and a person go together.

    ``score``: share of what is asked that is probably met, each thing weighed by its strength and
    by how rare it is, from 0 to 1. ``excluded``: hard constraints that the advert fails, in words.
    """

    posting: str
    held: tuple[Held, ...]
    rare: tuple[Rare, ...]
    score: float
    excluded: tuple[str, ...] = ()

    @property
    def matched(self) -> tuple[Held, ...]:
        """What is asked and likely met."""
        return tuple(one for one in self.held if one.met)

    @property
    def missing_required(self) -> tuple[Held, ...]:
        """Musts that are not likely met."""
        return self._missing(Strength.REQUIRED)

    @property
    def missing_preferred(self) -> tuple[Held, ...]:
        """Wishes that are not likely met."""
        return self._missing(Strength.PREFERRED)

    @property
    def choices_met(self) -> tuple[Held, ...]:
        """Alternatives of which the person likely has one, with the one named."""
        return tuple(one for one in self.matched if len(one.requirement.any_of) > 1)

    def count(self, strength: Strength) -> tuple[int, int]:
        """How many of a strength are likely met, and how many there are."""
        asked = [one for one in self.held if one.requirement.strength is strength]
        return sum(one.met for one in asked), len(asked)

    @property
    def words(self) -> str:
        """The match in a few words."""
        (must, musts), (wish, wishes) = map(self.count, (Strength.REQUIRED, Strength.PREFERRED))
        if not musts + wishes:
            return "asks nothing we can read"
        parts = [f"{must} of {musts} required likely met"] if musts else []
        parts += [f"{wish} of {wishes} preferred"] if wishes else []
        return ", ".join(parts)

    def _missing(self, strength: Strength) -> tuple[Held, ...]:
        return tuple(
            one for one in self.held if not one.met and one.requirement.strength is strength
        )


def match(
    posting: Posting,
    standing: Standing,
    *,
    shares: Shares = UNCOUNTED,
    shown: Collection[str] = (),
    belief: Joint | None = None,
    excluded: Sequence[str] = (),
) -> Match:
    """How one advert and a person go together.

    Parameters
    ----------
    shares : share of adverts that ask each skill and name each term (``market.rarity.shares_of``);
        without them everything counts as equally common and nothing is rare.
    shown : canonical terms that the person's own evidence names; rare ones among them are told.
    belief : how alternatives hang together; independent where it is None.
    excluded : hard constraints that the advert fails (``planning.constraints.failed``).
    """
    held = tuple(held_of(one, standing, belief) for one in posting.asked if one.any_of)
    weights = [_weight(one.requirement, shares.skills) for one in held]
    total = sum(weights)
    met = sum(weight * one.probability for weight, one in zip(weights, held, strict=True))
    return Match(
        posting=posting.id,
        held=held,
        rare=tuple(_rare(posting, shares.terms, shown)),
        score=met / total if total else 0.0,
        excluded=tuple(excluded),
    )


def held_of(one: Requirement, standing: Standing, belief: Joint | None = None) -> Held:
    """One requirement beside what is known; ``belief`` says how its alternatives hang together."""
    known = {skill: standing.skills[skill] for skill in one.any_of if skill in standing.skills}
    if not known:
        return Held(requirement=one, skill=one.any_of[0], have=None, probability=0.0)
    best = likeliest(one.level, known)
    return Held(
        requirement=one,
        skill=best,
        have=known[best],
        probability=best_of(one.level, known, belief)[0],
    )


def ranked(matches: Sequence[Match]) -> tuple[Match, ...]:
    """Adverts in the order in which to look at them: possible ones first, then those with a rare
    overlap, the rarest first, then by score."""
    return tuple(sorted(matches, key=_order))


def _order(one: Match) -> tuple[bool, bool, float, str]:
    rarity = sum(bits(rare.share) for rare in one.rare)
    return bool(one.excluded), not one.rare, -(one.score + rarity / MOST_BITS), one.posting


def bits(share: float) -> float:
    """What it tells that an advert asks something, in bits: the rarer, the more.

    Examples
    --------
    >>> bits(0.25), bits(0.0)
    (2.0, 6.0)
    """
    return MOST_BITS if share <= 2**-MOST_BITS else log2(1 / min(share, 1.0))


def _weight(one: Requirement, shares: Mapping[str, float]) -> float:
    rarest = max(bits(shares.get(skill, 0.5)) for skill in one.any_of)
    return STRENGTH_WEIGHT[one.strength] * (1 + rarest)


def _rare(posting: Posting, shares: Mapping[str, float], shown: Collection[str]) -> list[Rare]:
    """Terms asked, shown by the person, and named by few adverts; the rarest first."""
    both = {one.term: one.skill for one in posting.named if one.strength in ASKED}
    found = {term: shares.get(term, 1.0) for term in both if term in shown}
    return [
        Rare(
            term=term,
            skill=both[term],
            share=share,
            words=f"{term}: {_percent(share)} of adverts name it, and your record does",
        )
        for share, term in sorted((share, term) for term, share in found.items() if share < RARE)
    ]


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %" if share >= 0.01 else "fewer than 1 %"
