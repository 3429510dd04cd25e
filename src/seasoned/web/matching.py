"""Matching: how probable it is that what an advert asks is met, requirement by requirement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from seasoned.market.posting import Posting, Requirement, Strength
from seasoned.planning.shortfall import best_of
from seasoned.profile.standing import Estimate

LIKELY = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How many of the required and the preferred are likelier met than not."""

    required: int
    required_met: int
    preferred: int
    preferred_met: int

    @property
    def words(self) -> str:
        """The match in a few words."""
        if not self.required + self.preferred:
            return "asks nothing we can read"
        parts = []
        if self.required:
            parts.append(f"{self.required_met} of {self.required} required likely met")
        if self.preferred:
            parts.append(f"{self.preferred_met} of {self.preferred} preferred")
        return ", ".join(parts)


def match_of(posting: Posting, levels: Mapping[str, Estimate]) -> Match:
    """How an advert and a standing go together."""
    met = {
        strength: [
            (met_with(one, levels) or 0) > LIKELY
            for one in posting.requirements
            if one.strength is strength
        ]
        for strength in (Strength.REQUIRED, Strength.PREFERRED)
    }
    return Match(
        required=len(met[Strength.REQUIRED]),
        required_met=sum(met[Strength.REQUIRED]),
        preferred=len(met[Strength.PREFERRED]),
        preferred_met=sum(met[Strength.PREFERRED]),
    )


def met_with(one: Requirement, levels: Mapping[str, Estimate]) -> float | None:
    """Probability that a requirement is met by the best of its alternatives; None when unknown."""
    known = {skill: levels[skill] for skill in one.any_of if skill in levels}
    return best_of(one.level, known)[0] if known else None
