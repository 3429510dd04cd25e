"""How do these adverts differ? Two to six side by side, with how each meets the person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse

from seasoned.market.compare import Comparison, compare
from seasoned.market.posting import Posting, Requirement, Strength
from seasoned.planning.matching import Match, match
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import Page, show

FEWEST, MOST = 2, 6
WORDS = {
    Strength.REQUIRED: "must",
    Strength.PREFERRED: "wish",
    Strength.DUTY: "part of the work",
    Strength.MENTIONED: "mentioned",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How one advert speaks of one skill; ``kind`` empty where it does not."""

    kind: str = ""
    words: str = ""
    others: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One skill over all adverts, with what is known of the person."""

    skill: str
    name: str
    have: Any
    asked: float
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One advert: its conditions, how it meets the person, and what only it asks."""

    posting: Posting
    match: Match
    only: tuple[str, ...]


def view(request: HttpRequest) -> HttpResponse:
    """The chosen adverts side by side, or the list to choose from."""
    desk = desk_of(request)
    by_id = {posting.id: posting for posting in desk.open_postings}
    chosen = list(dict.fromkeys(request.GET.getlist("p")))
    known = [by_id[key] for key in chosen if key in by_id]
    wrong = _wrong(chosen, known)
    context: dict[str, Any] = {"choices": desk.open_postings, "chosen": chosen, "wrong": wrong}
    if known and not wrong:
        context |= _side_by_side(desk, known)
    return show(request, "compare.html", context, status=422 if wrong else 200)


def _wrong(chosen: Sequence[str], known: Sequence[Posting]) -> str:
    if len(known) < len(chosen):
        return "One of these adverts is not there, or is set aside; choose among those below."
    if chosen and len(chosen) < FEWEST:
        return f"One advert alone has nothing to differ from: choose {FEWEST} to {MOST}."
    return (
        f"{len(chosen)} adverts do not fit side by side: choose {FEWEST} to {MOST}."
        if len(chosen) > MOST
        else ""
    )


def _side_by_side(desk: Desk, adverts: Sequence[Posting]) -> dict[str, Any]:
    standing = desk.step().standing
    found = compare(adverts)
    lines = [
        Line(
            skill=row.skill,
            name=desk.named(row.skill),
            have=standing.skills.get(row.skill),
            asked=max((r.level for r in row.requirements if r), default=0.0),
            cells=tuple(_cell(desk, row.skill, one) for one in row.requirements),
        )
        for row in found.rows
    ]
    columns = [
        Column(posting=one, match=match(one, standing), only=_only(desk, found, one.id))
        for one in adverts
    ]
    return {"columns": columns, "lines": lines, "shared": [desk.named(s) for s in found.shared]}


def _only(desk: Desk, found: Comparison, key: str) -> tuple[str, ...]:
    return tuple(desk.named(skill) for skill in found.only_in(key)[:8])


def _cell(desk: Desk, skill: str, one: Requirement | None) -> Cell:
    if one is None:
        return Cell()
    others = [desk.named(other) for other in one.any_of if other != skill]
    kind = f"{one.strength.value}{' choice' if others else ''}"
    return Cell(kind=kind, words=WORDS.get(one.strength, ""), others=" or ".join(others))


page = Page(
    name="compare",
    address="market/compare/",
    question="How do these adverts differ?",
    view=view,
    under="market",
    order=30,
)
