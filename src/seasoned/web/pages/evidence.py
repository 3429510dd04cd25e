"""What is my evidence? Suggestions to confirm, the records, and what they lack."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from seasoned.profile.evidence import Evidence, EvidenceKind
from seasoned.profile.observing import completeness
from seasoned.store.evidence import confirm_evidence, drop_evidence, undrop_evidence
from seasoned.web.advice import next_move
from seasoned.web.answers import back, go, plural, posted
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import Page, Route, show

PLAIN = ("self-rating",)
"""Kinds that are shown together: there may be many, and each says little by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One piece as the list shows it."""

    piece: Evidence
    kind: EvidenceKind | None
    missing: tuple[str, ...]
    skills: tuple[tuple[str, str, float | None], ...]
    tested: bool = False


def view(request: HttpRequest) -> HttpResponse:
    """Everything recorded, what waits first."""
    desk = desk_of(request)
    records = [_record(desk, piece) for piece in desk.profile.evidence]
    counted = [r for r in records if r.piece.confirmed]
    counted.sort(key=lambda r: r.piece.at, reverse=True)
    return show(
        request,
        "evidence.html",
        {
            "waiting": [r for r in records if not r.piece.confirmed],
            "records": [r for r in counted if r.piece.kind not in PLAIN],
            "ratings": [r for r in counted if r.piece.kind in PLAIN],
            "transfers": desk.content.transfers.values(),
            "move": next_move(desk, here="evidence") if records else None,
        },
    )


def sort_out(request: HttpRequest) -> HttpResponse:
    """Confirm or drop the suggestions that were ticked, or all of them."""
    desk = desk_of(request)
    known = [piece.id for piece in desk.waiting]
    ticked = known if request.POST.get("all") else request.POST.getlist("piece")
    chosen = [key for key in ticked if key in known]
    if not chosen:
        return back(request, "evidence", "Nothing was ticked, so nothing changed.", level="warning")
    if request.POST.get("do") == "drop":
        for key in chosen:
            drop_evidence(desk.person, key)
        return back(request, "evidence", f"{plural(len(chosen), 'suggestion')} dropped.")
    confirm_evidence(desk.person, chosen)
    return back(request, "evidence", f"{plural(len(chosen), 'piece')} of evidence counts now.")


def drop(request: HttpRequest, key: str) -> HttpResponse:
    """Take a piece out of every number, or put it back."""
    desk = desk_of(request)
    if request.POST.get("undo"):
        undrop_evidence(desk.person, key)
        return go(request, "evidence", "It counts again.")
    drop_evidence(desk.person, key)
    return go(request, "evidence", "Dropped; no number counts it now.")


def _record(desk: Desk, piece: Evidence) -> Record:
    return Record(
        piece=piece,
        kind=desk.content.kinds.get(piece.kind),
        missing=completeness(piece, desk.content.kinds),
        skills=_skills(desk, piece),
        tested=bool(piece.answers),
    )


def _skills(desk: Desk, piece: Evidence) -> tuple[tuple[str, str, float | None], ...]:
    """Skills with the level seen; a test's answers show none by themselves."""
    seen = {o.skill: o.level for o in piece.observations}
    return tuple((skill, desk.named(skill), seen.get(skill)) for skill in piece.skills)


page = Page(
    name="evidence",
    address="evidence/",
    question="What is my evidence?",
    view=view,
    menu="Evidence",
    order=60,
    routes=(
        Route(name="evidence-sort", address="evidence/sort/", view=posted("evidence")(sort_out)),
        Route(
            name="evidence-drop", address="evidence/<str:key>/drop/", view=posted("evidence")(drop)
        ),
    ),
)
