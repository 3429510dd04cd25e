"""How do these adverts differ? Two to six side by side, with how each meets the person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse

from seasoned.market.compare import Comparison, SkillRow, compare
from seasoned.market.posting import ASKED, Posting, Requirement, Strength
from seasoned.planning.matching import Held, Match
from seasoned.profile.standing import Estimate
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import Page, show

FEWEST, MOST = 2, 6
NAMED = 8
"""Skills that a cell names before it says how many more there are."""
WORDS = {
    Strength.REQUIRED: "must",
    Strength.PREFERRED: "wish",
    Strength.DUTY: "in the work",
    Strength.MENTIONED: "mentioned",
    Strength.DENIED: "not needed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How one advert speaks of one skill; ``words`` empty where it does not.

    ``lacking``: a must that is not likely met.
    """

    strength: str = ""
    words: str = ""
    others: str = ""
    lacking: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One skill over all adverts, with what is known of the person."""

    skill: str
    name: str
    have: Estimate | None
    asked: float
    area: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One advert: its conditions, how it meets the person, and what only it asks."""

    posting: Posting
    match: Match
    only: tuple[str, ...]
    more: int
    missing: tuple[str, ...]


def view(request: HttpRequest) -> HttpResponse:
    """The chosen adverts side by side, or the list to choose from."""
    desk = desk_of(request)
    by_id = {posting.id: posting for posting in desk.open_postings}
    chosen = list(dict.fromkeys(request.GET.getlist("p")))
    known = [key for key in chosen if key in by_id]
    wrong = _wrong(chosen, known)
    context: dict[str, Any] = {"choices": desk.open_postings, "chosen": chosen, "wrong": wrong}
    if known and not wrong:
        context |= _side_by_side(desk, known)
    return show(request, "compare.html", context, status=422 if wrong else 200)


def _wrong(chosen: Sequence[str], known: Sequence[str]) -> str:
    if len(known) < len(chosen):
        return "One of these adverts is not there, or is set aside; choose among those below."
    if chosen and len(chosen) < FEWEST:
        return f"One advert alone has nothing to differ from: choose {FEWEST} to {MOST}."
    return (
        f"{len(chosen)} adverts do not fit side by side: choose {FEWEST} to {MOST}."
        if len(chosen) > MOST
        else ""
    )


def _side_by_side(desk: Desk, keys: Sequence[str]) -> dict[str, Any]:
    ranked = desk.ranking()
    matches = {one.posting: one for one in ranked.matches}
    found = compare([ranked.postings[key] for key in keys])
    held = {(key, one.requirement): one for key in keys for one in matches[key].held}
    lines = [
        (row.asked_by, _line(desk, row, keys, held, ranked.standing.skills)) for row in found.rows
    ]
    columns = [_column(desk, found, ranked.postings[key], matches[key]) for key in keys]
    return {
        "columns": columns,
        "shared": [desk.named(skill) for skill in found.shared],
        "common": [line for asked_by, line in lines if asked_by > 1],
        "single": [line for asked_by, line in lines if asked_by == 1],
        "excluded": any(column.match.excluded for column in columns),
    }


def _column(desk: Desk, found: Comparison, posting: Posting, match: Match) -> Column:
    only = [desk.named(skill) for skill in found.only_in(posting.id)]
    missing = (
        " or ".join(desk.named(skill) for skill in one.requirement.any_of)
        for one in match.missing_required
    )
    return Column(
        posting=posting,
        match=match,
        only=tuple(only[:NAMED]),
        more=max(0, len(only) - NAMED),
        missing=tuple(dict.fromkeys(missing)),
    )


def _line(
    desk: Desk,
    row: SkillRow,
    keys: Sequence[str],
    held: dict[tuple[str, Requirement], Held],
    known: dict[str, Estimate],
) -> Line:
    asking = [r.level for r in row.requirements if r and r.strength in ASKED]
    skill = desk.content.skills.get(row.skill)
    return Line(
        skill=row.skill,
        name=desk.named(row.skill),
        have=known.get(row.skill),
        asked=max(asking, default=0.0),
        area=skill.area.value if skill else "",
        cells=tuple(
            _cell(desk, row.skill, one, held.get((key, one)) if one else None)
            for key, one in zip(keys, row.requirements, strict=True)
        ),
    )


def _cell(desk: Desk, skill: str, one: Requirement | None, held: Held | None) -> Cell:
    if one is None:
        return Cell()
    others = [desk.named(other) for other in one.any_of if other != skill]
    return Cell(
        strength=one.strength.value,
        words=WORDS[one.strength],
        others=" or ".join(others),
        lacking=one.strength is Strength.REQUIRED and held is not None and not held.met,
    )


page = Page(
    name="compare",
    address="market/compare/",
    question="How do these adverts differ?",
    view=view,
    under="market",
    order=30,
)
