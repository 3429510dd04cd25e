"""What a person tells, made into evidence: roles, self-ratings, and what a record still lacks."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date

from seasoned.profile.clock import years_of
from seasoned.profile.evidence import Evidence, EvidenceKind, Observation
from seasoned.profile.person import Role

ROLE_START, ROLE_RISE, ROLE_YEARS = 1.2, 1.7, 1.5
"""Years with a skill give level 1.2 + 1.7 (1 - exp(-years / 1.5)): a first month is "with help",
a year of work that names the skill "on their own", and time alone never reaches "leads the hard
cases". The flattening after a few years follows Schmidt, Hunter and Outerbridge (1986) and Sturman
(2003); the three numbers are our assumption."""


def level_after(years: float) -> float:
    """Usual level of a skill after so many years in roles that used it."""
    return ROLE_START + ROLE_RISE * (1 - math.exp(-max(years, 0.0) / ROLE_YEARS))


def role_evidence(
    role: Role, *, at: date, roles: Sequence[Role] = (), id: str = "", confirmed: bool = True
) -> Evidence:
    """What a role says about the skills used in it.

    With ``roles``, calendar time is counted over all of them, overlaps once, and each skill is
    observed only by the last role that used it, so that two jobs never speak twice of one year.
    """
    others = tuple(roles) or (role,)
    ends = min(role.end or at, at)
    spoken = [skill for skill in dict.fromkeys(role.skills) if _speaks(role, skill, others, at)]
    return Evidence(
        id=id or f"role-{role.start.isoformat()}-{_slug(role.title)}",
        kind="role",
        at=ends,
        observations=tuple(
            Observation(skill=skill, level=level_after(years_of(others, at=ends, skill=skill)))
            for skill in spoken
        ),
        title=role.title,
        source=role.organisation,
        quote=role.quote,
        confirmed=confirmed,
        details={"started": role.start.isoformat(), "ended": ends.isoformat()},
    )


def self_rating(skill: str, level: float, at: date, *, id: str = "") -> Evidence:
    """A person's own view of their level; raises InvalidValue outside 0 to 5."""
    return Evidence(
        id=id or f"self-{skill}-{at.isoformat()}",
        kind="self-rating",
        at=at,
        observations=(Observation(skill=skill, level=level),),
        title="Your own view",
    )


def completeness(evidence: Evidence, kinds: Mapping[str, EvidenceKind]) -> tuple[str, ...]:
    """Fields that the kind asks for and the record lacks, in the kind's order."""
    kind = kinds.get(evidence.kind)
    required = kind.required if kind else ()
    return tuple(name for name in required if not _has(evidence, name))


def _has(evidence: Evidence, name: str) -> bool:
    own = getattr(evidence, name, "") if name in ("title", "source", "quote") else ""
    return bool(own or evidence.details.get(name, "").strip())


def _speaks(role: Role, skill: str, roles: Sequence[Role], at: date) -> bool:
    """Whether this is the last of the roles that used the skill, the first listed among equals."""
    users = [other for other in roles if skill in other.skills]
    last = max(users, key=lambda other: (other.end or at, other.start), default=role)
    return last is role or last == role


def _slug(text: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split()) or "role"
