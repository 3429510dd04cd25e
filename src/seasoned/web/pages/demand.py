"""What is asked much, and not yet shown? Demand of the adverts beside the person's own levels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.http import HttpRequest, HttpResponse

from seasoned.charts.demanded import MOST, DemandRow, demand_beside_level
from seasoned.charts.market import role_mix
from seasoned.journeys.demanding import Asked, Wanted
from seasoned.market.demand import wilson
from seasoned.market.posting import ROLE_KINDS, Posting, RoleShare, Salary
from seasoned.web.advice import next_move
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import Page, show

FEW = 5
"""Adverts below which a share says almost nothing: of four, a half may be 17 to 83 %."""
FIRST, PAIRS = 5, 12
PAIRED = 3
"""Adverts that must ask both skills before the pair is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Two skills that adverts ask together, and how many do."""

    first: str
    second: str
    adverts: int
    either: int


def view(request: HttpRequest) -> HttpResponse:
    """The picture, its table, and the kind of work, what goes together and pay below."""
    desk = desk_of(request)
    context: dict[str, Any] = {"move": next_move(desk, here="market")}
    if desk.open_postings:
        context.update(_context(desk, desk.asked()))
    return show(request, "demand.html", context)


def _context(desk: Desk, asked: Asked) -> dict[str, Any]:
    top = asked.wanted[:MOST]
    return {
        "asked": asked,
        "short": [one for one in top if one.state != "shown"][:FIRST],
        "half": wilson(asked.adverts // 2, asked.adverts) if asked.adverts < FEW else None,
        "few": FEW,
        "skills": desk.content.skills,
        "pairs": _pairs(desk.open_postings),
        "paired": PAIRED,
        "medians": [pay for pay in asked.pays.rows if pay.median is not None],
        "stated": _stated(desk, asked),
        **_charts(top, asked),
    }


def _charts(top: Sequence[Wanted], asked: Asked) -> dict[str, Any]:
    rows = [_row(one) for one in top]
    drawn: dict[str, Any] = {}
    if rows:
        drawn["wide"] = demand_beside_level(rows, asked.adverts)
        drawn["narrow"] = demand_beside_level(rows, asked.adverts, narrow=True)
    if asked.roles.enough:
        shares = {row.name: row.share * 100 for row in asked.roles.rows}
        mix = [RoleShare(role=r, share=shares.get(r, 0.0), spans=()) for r in ROLE_KINDS]
        drawn["mix_wide"], drawn["mix_narrow"] = role_mix(mix), role_mix(mix, narrow=True)
    return drawn


def _row(one: Wanted) -> DemandRow:
    asked = one.demand
    return DemandRow(
        name=one.name,
        count=asked.required + asked.preferred,
        must=asked.required / asked.postings,
        wish=asked.preferred / asked.postings,
        low=asked.low,
        high=asked.high,
        asked=asked.level,
        have=one.have,
        met=one.met,
        seen=one.have.pieces > 0,
    )


def _stated(desk: Desk, asked: Asked) -> list[Posting]:
    """Adverts whose pay is shown as it stands, as too few share its currency and period."""
    few = {(pay.currency, pay.period) for pay in asked.pays.rows if pay.median is None}
    found = [p for p in desk.open_postings if p.salary and _kind(p.salary) in few]
    return sorted(found, key=lambda p: _kind(p.salary) if p.salary else ("", ""))


def _kind(pay: Salary) -> tuple[str, str]:
    return pay.currency, pay.period


def _pairs(adverts: Sequence[Posting]) -> list[Together]:
    """Pairs of skills asked together by enough adverts, those that seldom part first."""
    asked = [sorted({skill for r in one.asked for skill in r.any_of}) for one in adverts]
    alone = Counter(skill for skills in asked for skill in skills)
    both = Counter(pair for skills in asked for pair in combinations(skills, 2))
    told = [
        Together(first=a, second=b, adverts=n, either=alone[a] + alone[b] - n)
        for (a, b), n in both.items()
        if n >= PAIRED
    ]
    return sorted(told, key=lambda one: (-one.adverts / one.either, -one.adverts, one.first))[
        :PAIRS
    ]


page = Page(
    name="demand",
    address="market/demand/",
    question="What is asked much, and not yet shown?",
    view=view,
    under="market",
    order=29,
)
