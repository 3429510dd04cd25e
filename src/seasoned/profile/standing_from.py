"""Standing from evidence: pieces in the order of their dates, each a rank-one update of one belief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from seasoned.errors import UnknownId
from seasoned.numerics import gaussian
from seasoned.numerics.answering import rating_log_likelihood
from seasoned.profile.answering import answered
from seasoned.profile.belief import AREAS, BIAS, SHARED, Belief, Floats, prior_belief
from seasoned.profile.clock import DAYS_PER_MONTH, working_days
from seasoned.profile.evidence import Evidence, EvidenceKind, Observation
from seasoned.profile.person import Leave
from seasoned.profile.shape import advice_on, self_views, shape_of
from seasoned.profile.standing import Estimate, Move, Standing
from seasoned.skills.skill import Skill

HALF_LIFE_MONTHS = 96.0
"""After eight years without evidence, half of what was known about a skill by itself is gone: a
well measured skill may then move by about a quarter of a level in a year. Our assumption; shorter,
and old evidence counts for less."""

SCALE = (0.0, 4.0)
"""Ends of the scale on which people rate."""

Kinds = Mapping[str, EvidenceKind]
Skills = Mapping[str, Skill]


def standing_from(
    skills: Skills,
    kinds: Kinds,
    evidence: Sequence[Evidence],
    *,
    at: date,
    leaves: Sequence[Leave] = (),
    interests: Sequence[str] = (),
    fingerprint: str = "",
) -> Standing:
    """Level and error per skill and area, shape, advice and every move, at a moment.

    Evidence that is unconfirmed or dated after ``at`` is left aside. Raises UnknownId for
    evidence of an unknown kind or on an unknown skill.
    """
    pieces = heard(evidence, kinds, at=at)
    belief, moves = _told(skills, kinds, pieces, at=at, leaves=leaves)
    counts = pieces_by_skill(pieces)
    estimates = {skill: belief.estimate(skill, counts[skill]) for skill in belief.skills}
    measured, own = apart(pieces, kinds)
    plain = _told(skills, kinds, measured, at=at, leaves=leaves)[0] if own else belief
    shape = shape_of(belief, skills, estimates)
    return Standing(
        at=at,
        skills=estimates,
        areas=_areas(belief, pieces),
        overall=belief.average(belief.skills, len(pieces)),
        bias=_bias(belief, own),
        depth=shape.depth,
        breadth=shape.breadth,
        shape=shape.name,
        shape_words=shape.words,
        deep_skills=shape.deep,
        deepen=advice_on(skills, estimates, interests, deepen=True),
        widen=advice_on(skills, estimates, interests, deepen=False),
        self_views=self_views(own, plain, pieces_by_skill(measured), skills),
        moves=moves,
        fingerprint=fingerprint,
    )


def belief_from(
    skills: Skills,
    kinds: Kinds,
    evidence: Sequence[Evidence],
    *,
    at: date,
    leaves: Sequence[Leave] = (),
    interests: Sequence[str] = (),
    fingerprint: str = "",
) -> Belief:
    """The belief that confirmed evidence adds up to; same arguments as standing_from."""
    return _told(skills, kinds, heard(evidence, kinds, at=at), at=at, leaves=leaves)[0]


def standing_over_time(
    skills: Skills,
    kinds: Kinds,
    evidence: Sequence[Evidence],
    *,
    moments: Sequence[date],
    leaves: Sequence[Leave] = (),
    interests: Sequence[str] = (),
    fingerprint: str = "",
) -> tuple[Standing, ...]:
    """The standing as it could be read at each moment, from what had happened by then."""
    return tuple(
        standing_from(
            skills,
            kinds,
            evidence,
            at=moment,
            leaves=leaves,
            interests=interests,
            fingerprint=fingerprint,
        )
        for moment in moments
    )


def heard(evidence: Sequence[Evidence], kinds: Kinds, *, at: date) -> tuple[Evidence, ...]:
    """Confirmed evidence up to a moment, oldest first; of self-reports on a skill only the newest.

    A person who rates the same skill ten times says one thing, not ten.
    """
    known = sorted((e for e in evidence if e.confirmed and e.at <= at), key=lambda e: (e.at, e.id))
    newest = {
        (e.kind, o.skill): e.id
        for e in known
        if _kind(e, kinds).self_report
        for o in e.observations
    }
    return tuple(_newest_only(e, newest) for e in known)


def apart(
    pieces: Sequence[Evidence], kinds: Kinds
) -> tuple[tuple[Evidence, ...], dict[str, Observation]]:
    """Pieces that are not self-report, and the newest self-report on each skill."""
    measured = tuple(e for e in pieces if not kinds[e.kind].self_report)
    own = {o.skill: o for e in pieces if kinds[e.kind].self_report for o in e.observations}
    return measured, own


def pieces_by_skill(pieces: Sequence[Evidence]) -> Counter[str]:
    """How many pieces speak of each skill."""
    return Counter(skill for piece in pieces for skill in piece.skills)


def _newest_only(e: Evidence, newest: Mapping[tuple[str, str], str]) -> Evidence:
    kept = tuple(o for o in e.observations if newest.get((e.kind, o.skill), e.id) == e.id)
    return e if len(kept) == len(e.observations) else replace(e, observations=kept)


def _kind(e: Evidence, kinds: Kinds) -> EvidenceKind:
    if e.kind not in kinds:
        raise UnknownId("evidence kind", e.kind, tuple(kinds))
    return kinds[e.kind]


@dataclass(slots=True)
class _State:
    """The belief while it is being told, in arrays."""

    belief: Belief
    ceiling: Floats
    mean: Floats
    covariance: Floats
    scratch: Floats
    moves: list[Move] = field(default_factory=list)

    def seen(self, column: int) -> tuple[float, float]:
        return float(self.mean[column]), float(self.covariance[column, column]) ** 0.5


def _told(
    skills: Skills, kinds: Kinds, pieces: Sequence[Evidence], *, at: date, leaves: Sequence[Leave]
) -> tuple[Belief, tuple[Move, ...]]:
    prior = prior_belief(skills, {e.kind: kinds[e.kind] for e in pieces})
    state = _State(
        belief=prior,
        ceiling=prior.covariance.diagonal().copy(),
        mean=prior.mean,
        covariance=prior.covariance,
        scratch=np.empty_like(prior.covariance),
    )
    last = pieces[0].at if pieces else at
    for piece in pieces:
        _pass_time(state, last, piece.at, leaves)
        _tell(state, piece, kinds[piece.kind])
        last = piece.at
    _pass_time(state, last, at, leaves)
    return replace(prior, mean=state.mean, covariance=state.covariance), tuple(state.moves)


def _pass_time(state: _State, start: date, end: date, leaves: Sequence[Leave]) -> None:
    months = working_days(start, end, leaves) / DAYS_PER_MONTH
    if months > 0:
        kept = np.ones(len(state.mean))
        kept[: len(state.belief.areas)] = 0.5 ** (months / HALF_LIFE_MONTHS)
        state.covariance = gaussian.widen(state.covariance, state.ceiling, kept, in_place=True)


def _tell(state: _State, piece: Evidence, kind: EvidenceKind) -> None:
    columns = {skill: state.belief.column(skill) for skill in piece.skills}
    before = {skill: state.seen(column) for skill, column in columns.items()}
    if piece.observations:
        _tell_levels(state, piece, kind, columns)
    for answer in piece.answers:
        state.mean, state.covariance = answered(state.belief, state.mean, state.covariance, answer)
    state.moves += [
        _move(piece, skill, before[skill], state.seen(column)) for skill, column in columns.items()
    ]


def _tell_levels(
    state: _State, piece: Evidence, kind: EvidenceKind, columns: Mapping[str, int]
) -> None:
    hidden = [state.belief.column(name) for name in _hidden(kind)]
    if kind.graded:
        for o in piece.observations:
            _tell_rating(state, o, o.error or kind.error, [columns[o.skill], *hidden])
        return
    loadings = np.zeros((len(piece.observations), len(state.mean)))
    loadings[range(len(loadings)), [columns[o.skill] for o in piece.observations]] = 1
    loadings[:, hidden] = 1
    levels = np.array([o.level for o in piece.observations])
    errors = np.array([o.error or kind.error for o in piece.observations])
    state.mean, state.covariance = gaussian.observe_together(
        state.mean, state.covariance, loadings, levels, errors**2, scratch=state.scratch
    )


def _tell_rating(state: _State, seen: Observation, error: float, columns: Sequence[int]) -> None:
    state.mean, state.covariance = gaussian.observe_likelihood(
        state.mean,
        state.covariance,
        np.array(columns),
        np.ones(len(columns)),
        lambda level: rating_log_likelihood(level, seen.level, error, *SCALE),
    )


def _move(
    piece: Evidence, skill: str, before: tuple[float, float], after: tuple[float, float]
) -> Move:
    return Move(
        evidence=piece.id,
        skill=skill,
        at=piece.at,
        level_before=before[0],
        level_after=after[0],
        error_before=before[1],
        error_after=after[1],
    )


def _hidden(kind: EvidenceKind) -> Iterator[str]:
    if kind.self_report:
        yield BIAS
    if kind.shared_error > 0:
        yield SHARED + kind.id


def _areas(belief: Belief, pieces: Sequence[Evidence]) -> dict[str, Estimate]:
    area_of = dict(zip(belief.skills, belief.areas, strict=True))
    told = [{area_of[skill] for skill in piece.skills} for piece in pieces]
    members = {
        area: [s for s in belief.skills if area_of[s] is area]
        for area in dict.fromkeys(belief.areas)
    }
    return {
        area.value: belief.average(members[area], sum(area in piece for piece in told))
        for area in sorted(members, key=AREAS.index)
    }


def _bias(belief: Belief, own: Mapping[str, Observation]) -> Estimate:
    return belief.estimate(BIAS, len(own))
