"""What many adverts ask: counts, shares with their interval, and the words of some of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seasoned.market.posting import ROLE_KINDS, Posting, Requirement, RoleShare, Strength
from seasoned.numerics import shares
from seasoned.numerics.shares import Z_90

QUOTES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """How many of the postings ask for a skill.

    ``required`` and ``preferred`` count postings, each at its strongest; ``alternative`` counts
    those of them that would take another skill instead. ``share`` is of all postings read, with
    ``low`` and ``high`` the Wilson 90 % interval. ``level``: mean level they ask.
    """

    skill: str
    required: int
    preferred: int
    postings: int
    share: float
    low: float
    high: float
    quotes: tuple[str, ...] = ()
    alternative: int = 0
    duties: int = 0
    level: float = 0.0


def demand(postings: Sequence[Posting]) -> tuple[Demand, ...]:
    """Demand for each skill that any posting asks for, the most asked first."""
    live = [posting for posting in postings if not posting.archived]
    asked: dict[str, list[Requirement]] = {}
    for posting in live:
        for skill, requirement in strongest_by_skill(posting).items():
            asked.setdefault(skill, []).append(requirement)
    found = [_demand(skill, requirements, len(live)) for skill, requirements in asked.items()]
    return tuple(
        sorted(
            (d for d in found if d.required + d.preferred),
            key=lambda d: (-d.required - d.preferred, -d.required, d.skill),
        )
    )


def wilson(hits: int, trials: int, z: float = Z_90) -> tuple[float, float]:
    """Interval of a share, sound for few trials and for shares near nought and one.

    Examples
    --------
    >>> tuple(round(x, 4) for x in wilson(1, 10, z=1.96))
    (0.0179, 0.4041)
    """
    low, high = shares.wilson(np.array(hits), np.array(trials), z)
    return float(low), float(high)


def role_mix_of(postings: Sequence[Posting]) -> tuple[RoleShare, ...]:
    """Mean role mix of the postings whose text shows one; empty where none does."""
    shown = [posting for posting in postings if posting.role_mix and not posting.archived]
    if not shown:
        return ()
    sums = dict.fromkeys(ROLE_KINDS, 0.0)
    for posting in shown:
        for part in posting.role_mix:
            sums[part.role] += part.share
    return tuple(
        RoleShare(role=role, share=total / len(shown), spans=()) for role, total in sums.items()
    )


def strongest_by_skill(posting: Posting) -> dict[str, Requirement]:
    """For each skill that a posting names, the requirement that speaks of it most strongly."""
    order = list(Strength)
    best: dict[str, Requirement] = {}
    for requirement in posting.requirements:
        for skill in requirement.any_of:
            known = best.get(skill)
            if known is None or order.index(requirement.strength) < order.index(known.strength):
                best[skill] = requirement
    return best


def _demand(skill: str, requirements: Sequence[Requirement], total: int) -> Demand:
    count = {s: sum(r.strength is s for r in requirements) for s in Strength}
    asking = [r for r in requirements if r.strength in (Strength.REQUIRED, Strength.PREFERRED)]
    low, high = wilson(len(asking), total)
    return Demand(
        skill=skill,
        required=count[Strength.REQUIRED],
        preferred=count[Strength.PREFERRED],
        postings=total,
        share=len(asking) / total,
        low=low,
        high=high,
        quotes=tuple(dict.fromkeys(r.span.quote for r in asking))[:QUOTES],
        alternative=sum(len(r.any_of) > 1 for r in asking),
        duties=count[Strength.DUTY],
        level=sum(r.level for r in asking) / len(asking) if asking else 0.0,
    )
