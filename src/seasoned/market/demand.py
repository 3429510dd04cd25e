"""What many adverts ask: counts, shares with their interval, and the words of some of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from seasoned.market.posting import ROLE_KINDS, Posting, Requirement, RoleShare, Strength

Z_90 = 1.645
"""Standard normal quantile of the 90 % interval that the whole product shows."""
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

    References
    ----------
    Wilson (1927), Probable inference, the law of succession, and statistical inference,
    Journal of the American Statistical Association 22; Brown, Cai and DasGupta (2001).

    Examples
    --------
    >>> tuple(round(x, 4) for x in wilson(1, 10, z=1.96))
    (0.0179, 0.4041)
    """
    if trials == 0:
        return 0.0, 1.0
    share = hits / trials
    centre = (share + z * z / (2 * trials)) / (1 + z * z / trials)
    half = (
        z / (1 + z * z / trials) * math.sqrt(share * (1 - share) / trials + z * z / (4 * trials**2))
    )
    return (0.0 if hits == 0 else max(0.0, centre - half)), (
        1.0 if hits == trials else centre + half
    )


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
