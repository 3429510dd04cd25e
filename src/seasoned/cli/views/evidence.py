"""Evidence in a terminal."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from seasoned.cli.keys import short_keys
from seasoned.cli.showing import heading, in_words, line, table
from seasoned.journeys.content import Content
from seasoned.profile.evidence import Evidence
from seasoned.profile.observing import completeness
from seasoned.profile.standing import Move, Standing


def show_evidence(
    pieces: Sequence[Evidence],
    content: Content,
    dropped: Collection[str] = (),
    known: Iterable[str] = (),
) -> None:
    """One row a piece, its state first, its id as short as it may be typed among all ``known``."""
    short = short_keys({*(piece.id for piece in pieces), *known})
    table(
        "Id",
        "When",
        "What",
        "Shows",
        whole=(0,),
        rows=[
            (
                f"{_state(e, dropped)}{short[e.id]}",
                f"{e.at:%Y-%m}",
                _what(e, content),
                _shows(e, content),
            )
            for e in pieces
        ],
    )


def missing_words(evidence: Evidence, content: Content) -> str:
    """What the record lacks, in a sentence, or nothing."""
    missing = completeness(evidence, content.kinds)
    if not missing:
        return ""
    example = f"seasoned evidence edit {evidence.id} --detail {missing[0]}=..."
    return f"The record would be complete with: {', '.join(missing)} ({example})."


def show_why(
    skill: str, standing: Standing, pieces: Mapping[str, Evidence], content: Content
) -> None:
    """Which evidence made the number of a skill, in order, and how much each piece moved it."""
    estimate = standing.skills[skill]
    heading(f"{content.skills[skill].name}: {in_words(estimate)}")
    moves = [move for move in standing.moves if move.skill == skill]
    if not moves:
        line(
            "Nothing was seen of this skill itself; the number is what is likely of anybody, "
            "moved by what was seen of its neighbours."
        )
        return
    table(
        "When",
        "Evidence",
        "Moved the level",
        "Give or take",
        rows=[_move_row(move, pieces, content) for move in moves],
    )
    _quotes([pieces[move.evidence] for move in moves if move.evidence in pieces])


def _move_row(
    move: Move, pieces: Mapping[str, Evidence], content: Content
) -> tuple[str, str, str, str]:
    piece = pieces.get(move.evidence)
    what = f"{_what(piece, content)} ({piece.id})" if piece else move.evidence
    by = move.level_after - move.level_before
    return (
        f"{move.at:%Y-%m-%d}",
        what,
        f"{move.level_before:.1f} to {move.level_after:.1f} ({by:+.2f})",
        f"{move.error_before:.2f} to {move.error_after:.2f}",
    )


def _quotes(pieces: Sequence[Evidence]) -> None:
    for piece in pieces:
        if piece.quote:
            line(f"{piece.id}: “{' '.join(piece.quote.split())[:200]}”", "italic")


def _what(evidence: Evidence, content: Content) -> str:
    kind = content.kinds[evidence.kind].name if evidence.kind in content.kinds else evidence.kind
    return f"{kind}: {evidence.title}" if evidence.title else kind


def _shows(evidence: Evidence, content: Content) -> str:
    levels = {o.skill: f" {o.level:.1f}" for o in evidence.observations}
    shown = [
        f"{content.skills[skill].name if skill in content.skills else skill}{levels.get(skill, '')}"
        for skill in evidence.skills
    ]
    more = f" and {len(shown) - 4} more" if len(shown) > 4 else ""
    return ", ".join(shown[:4]) + more


def _state(evidence: Evidence, dropped: Collection[str]) -> str:
    if evidence.id in dropped:
        return "dropped "
    return "" if evidence.confirmed else "? "
