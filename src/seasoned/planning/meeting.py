"""Expectations beside the evidence that bears on them: what is direct, complete and recent."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from seasoned.errors import UnknownId
from seasoned.ladder.expecting import Asked, rank_of
from seasoned.ladder.ladder import Ask, Ladder
from seasoned.profile.clock import DAYS_PER_MONTH, working_days
from seasoned.profile.evidence import Evidence, EvidenceKind
from seasoned.profile.person import Leave

Told = tuple[Mapping[str, Sequence[Evidence]], Mapping[str, Sequence[Evidence]]]

SUSTAINED_DAYS = 28
"""Work counts as sustained from two sprints of two weeks on, in one piece or from first to last."""

RECORD_FIELDS = {
    "metric": ("metric", "before", "after"),
    "duration": ("started", "ended"),
    "users": ("users",),
    "document": ("link", "document"),
}
"""Fields of evidence that satisfy a word of an expectation's record: all of them, but for a
document, where one is enough. ``effort_hours`` never stands for a duration."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One expectation as asked, with the pieces that bear on it and those that show it directly.

    ``apart``: the person had no opportunity, so it is kept out of every count.
    """

    asked: Asked
    level: float
    skills: tuple[str, ...]
    bearing: tuple[Evidence, ...]
    direct: tuple[Evidence, ...]
    naming: tuple[Evidence, ...]
    missing_record: tuple[str, ...]
    why: str
    apart: bool

    @property
    def id(self) -> str:
        """Id of the expectation."""
        return self.asked.expectation.id

    @property
    def counted(self) -> bool:
        """Whether it is a must that the person had an opportunity to meet."""
        return self.asked.ask is Ask.MUST and not self.apart


def cases_of(
    ladder: Ladder,
    asked: Sequence[Asked],
    evidence: Sequence[Evidence],
    kinds: Mapping[str, EvidenceKind],
    *,
    at: date,
    no_opportunity: Collection[str] = (),
    leaves: Sequence[Leave] = (),
) -> tuple[Case, ...]:
    """A case for each expectation. Unconfirmed evidence and evidence after ``at`` are left aside.

    Only expectations that need an opportunity can be kept apart for the lack of one.
    """
    known = [piece for piece in evidence if piece.confirmed and piece.at <= at]
    for piece in known:
        if piece.kind not in kinds:
            raise UnknownId("evidence kind", piece.kind, tuple(kinds))
    told = _by_skill_and_name(known)
    return tuple(_case(ladder, one, told, kinds, at, no_opportunity, leaves) for one in asked)


def _by_skill_and_name(known: Sequence[Evidence]) -> Told:
    """Pieces by the skills they observe and by the expectations they name."""
    told: tuple[dict[str, list[Evidence]], dict[str, list[Evidence]]] = ({}, {})
    for piece in known:
        for skill in piece.skills:
            told[0].setdefault(skill, []).append(piece)
        for name in dict.fromkeys(piece.expectations):
            told[1].setdefault(name, []).append(piece)
    return told


def default_level(ladder: Ladder, stage: str) -> float:
    """Level that an expectation without one asks: 1 at the lowest stage, 4 at the highest."""
    steps = max(len(ladder.stages) - 1, 1)
    return 1 + 3 * rank_of(ladder, stage) / steps


def _case(
    ladder: Ladder,
    asked: Asked,
    told: Told,
    kinds: Mapping[str, EvidenceKind],
    at: date,
    no_opportunity: Collection[str],
    leaves: Sequence[Leave],
) -> Case:
    e = asked.expectation
    skills = (e.skill,) if e.skill else e.any_of
    named = {piece.id: piece for piece in told[1].get(e.id, ())}
    observed = {piece.id: piece for skill in skills for piece in told[0].get(skill, ())}
    bearing = tuple(sorted((named | observed).values(), key=lambda p: (p.at, p.id)))
    able = [p for p in bearing if kinds[p.kind].demonstrates]
    recent = [p for p in able if _recent(p, e.recency_months, at, leaves)]
    missing = _missing(e.record, recent)
    lasting = not e.sustained or _lasting(recent)
    return Case(
        asked=asked,
        skills=skills,
        bearing=bearing,
        direct=tuple(recent) if not missing and lasting else (),
        level=default_level(ladder, e.stage) if e.level is None else e.level,
        naming=tuple(p for p in able if p.id not in observed),
        missing_record=missing,
        why=_reason(bearing, able, recent, missing, lasting),
        apart=e.needs_opportunity and e.id in no_opportunity,
    )


def _recent(piece: Evidence, months: int | None, at: date, leaves: Sequence[Leave]) -> bool:
    return months is None or working_days(piece.at, at, leaves) <= months * DAYS_PER_MONTH


def _missing(record: Sequence[str], pieces: Sequence[Evidence]) -> tuple[str, ...]:
    """What the most complete piece lacks of the record, nothing when one piece holds all of it."""
    lacks = [tuple(word for word in record if not _holds(piece, word)) for piece in pieces]
    return min(lacks, key=len, default=())


def _holds(piece: Evidence, word: str) -> bool:
    fields = RECORD_FIELDS.get(word, (word,))
    have = [bool(piece.details.get(name, "").strip()) for name in fields]
    return any(have) if word == "document" else all(have)


def _lasting(pieces: Sequence[Evidence]) -> bool:
    spans = [days for piece in pieces if (days := _days(piece)) is not None]
    dates = [piece.at for piece in pieces]
    between = (max(dates) - min(dates)).days if dates else 0
    return max([between, *spans]) >= SUSTAINED_DAYS


def _days(piece: Evidence) -> int | None:
    try:
        return (
            date.fromisoformat(piece.details["ended"])
            - date.fromisoformat(piece.details["started"])
        ).days
    except (KeyError, ValueError):
        return None


def _reason(
    bearing: Sequence[Evidence],
    able: Sequence[Evidence],
    recent: Sequence[Evidence],
    missing: Sequence[str],
    lasting: bool,
) -> str:
    if not bearing:
        return "Nothing seen bears on it yet."
    if not able:
        return "Only roles, courses or your own view speak of it; a piece of work or a test would show it."
    if not recent:
        return "What shows it lies further back than is asked; something newer would refresh it."
    if missing:
        return f"The record does not name yet: {', '.join(missing)}."
    return (
        ""
        if lasting
        else "It is asked over time; a second piece weeks apart, or start and end, would show that."
    )
