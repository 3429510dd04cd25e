"""Advice: the one clear next step that every page offers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from seasoned.profile.observing import completeness
from seasoned.web.answers import plural
from seasoned.web.desk import Desk

ENOUGH_SEEN = 8
"""Skills with evidence from which the picture is worth comparing; below it, ratings come first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A sentence, a button's words, the page it leads to and the place on that page."""

    words: str
    label: str
    page: str
    anchor: str = ""


def next_move(desk: Desk, *, here: str = "") -> Move:
    """The first thing that helps and is not the page itself."""
    return next(move for move in _moves(desk) if move.page != here)


def _moves(desk: Desk) -> Iterator[Move]:
    if not desk.known:
        yield _start()
    if desk.waiting:
        yield _confirm(len(desk.waiting))
    if len({skill for piece in desk.confirmed for skill in piece.skills}) < ENOUGH_SEEN:
        yield _rate()
    if not desk.open_postings:
        yield _adverts()
    if not any(piece.answers for piece in desk.profile.evidence):
        yield _test()
    lacking = sum(bool(completeness(p, desk.content.kinds)) for p in desk.profile.evidence)
    if lacking:
        yield _complete(lacking)
    yield Move(
        words="You have enough to plan with. See what is worth your hours.",
        label="What do I do this week?",
        page="week",
    )
    yield Move(
        words="The plan follows the gap: see what it is made of.",
        label="What is the gap?",
        page="gap",
    )


def _start() -> Move:
    return Move(
        words="Nothing is known yet. A CV, a few ratings or a few adverts are enough to begin.",
        label="Begin in three short steps",
        page="first",
    )


def _confirm(count: int) -> Move:
    waits = "waits" if count == 1 else "wait"
    return Move(
        words=f"{plural(count, 'suggestion')} {waits} for your yes. Until then nothing counts them.",
        label="Look through the suggestions",
        page="evidence",
        anchor="suggestions",
    )


def _rate() -> Move:
    return Move(
        words="A few minutes of rating yourself would narrow the ranges a good deal.",
        label="Rate yourself on ten skills",
        page="start",
        anchor="rate",
    )


def _adverts() -> Move:
    return Move(
        words="Add a few adverts you like, and you will see what the market asks beside what you have.",
        label="Add adverts",
        page="market",
        anchor="add",
    )


def _test() -> Move:
    return Move(
        words="Your standing rests on what you say and have done. Twenty questions would narrow it.",
        label="Find out what you know",
        page="test",
    )


def _complete(count: int) -> Move:
    lack, them = ("lacks", "it") if count == 1 else ("lack", "them")
    return Move(
        words=f"{plural(count, 'record')} {lack} a detail that would make {them} count for more.",
        label="See what is missing",
        page="evidence",
        anchor="records",
    )
