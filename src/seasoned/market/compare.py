"""Adverts side by side: what they share, what only one of them asks, and how the jobs differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seasoned.market.demand import strongest_by_skill
from seasoned.market.posting import Posting, Requirement, RoleShare, Salary, Strength

_ASKED = (Strength.REQUIRED, Strength.PREFERRED)


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRow:
    """One skill over the postings, in their order; None where a posting does not speak of it."""

    skill: str
    requirements: tuple[Requirement | None, ...]

    @property
    def asked_by(self) -> int:
        """How many of the postings ask for it."""
        return sum(r is not None and r.strength in _ASKED for r in self.requirements)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobColumn:
    """One posting's conditions beside the others'."""

    posting: str
    title: str
    years: float | None
    degree: str
    salary: Salary | None
    workplace: str
    location: str
    role_mix: tuple[RoleShare, ...]
    musts: int
    wishes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Postings side by side: one column each, one row per skill that any asks, the most shared first."""

    columns: tuple[JobColumn, ...]
    rows: tuple[SkillRow, ...]

    @property
    def shared(self) -> tuple[str, ...]:
        """Skills that every posting asks."""
        return tuple(row.skill for row in self.rows if row.asked_by == len(self.columns))

    def only_in(self, posting: str) -> tuple[str, ...]:
        """Skills that this posting asks and no other: what is special about it."""
        index = [column.posting for column in self.columns].index(posting)
        return tuple(
            row.skill for row in self.rows if row.asked_by == 1 and _asks(row.requirements[index])
        )


def compare(postings: Sequence[Posting]) -> Comparison:
    """The postings side by side, in the order given."""
    views = [strongest_by_skill(posting) for posting in postings]
    asked = {skill for view in views for skill, r in view.items() if r.strength in _ASKED}
    rows = [
        SkillRow(skill=skill, requirements=tuple(view.get(skill) for view in views))
        for skill in sorted(asked)
    ]
    return Comparison(
        columns=tuple(map(_column, postings)),
        rows=tuple(sorted(rows, key=lambda row: (-row.asked_by, row.skill))),
    )


def _asks(requirement: Requirement | None) -> bool:
    return requirement is not None and requirement.strength in _ASKED


def _column(posting: Posting) -> JobColumn:
    years = [y.lower for y in posting.years if y.strength is Strength.REQUIRED]
    degree = next((d.degree for d in posting.degrees if d.strength is Strength.REQUIRED), "")
    counts = [r.strength for r in posting.requirements]
    return JobColumn(
        posting=posting.id,
        title=posting.title,
        years=max(years, default=None),
        degree=degree,
        salary=posting.salary,
        workplace=posting.workplace,
        location=posting.location,
        role_mix=posting.role_mix,
        musts=counts.count(Strength.REQUIRED),
        wishes=counts.count(Strength.PREFERRED),
    )
