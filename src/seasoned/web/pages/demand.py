"""What is asked much and not yet shown? Demand of the adverts beside the person's own levels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.http import HttpRequest, HttpResponse

from seasoned.charts.market import demand_map
from seasoned.market.demand import Demand, demand
from seasoned.market.posting import Posting
from seasoned.profile.standing import Standing
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import Page, show

DRAWN = 25
FEW = 5
"""Adverts below which shares say little about a market."""
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
    """The picture, the table, and what goes together."""
    desk = desk_of(request)
    adverts = desk.open_postings
    context: dict[str, Any] = {"adverts": adverts, "few": len(adverts) < FEW, "least": FEW}
    if adverts:
        asked = demand(adverts)
        standing = desk.step().standing
        context |= {
            "demand": asked,
            "skills": desk.content.skills,
            "levels": standing.skills,
            "pairs": _pairs(adverts),
            "paid": [one for one in adverts if one.salary],
            **_charts(desk, asked[:DRAWN], standing),
        }
    return show(request, "demand.html", context)


def _charts(desk: Desk, asked: Sequence[Demand], standing: Standing) -> dict[str, Any]:
    rows = [
        (
            desk.named(one.skill),
            desk.content.skills[one.skill].area.value if one.skill in desk.content.skills else "",
            one.share,
            one.low,
            one.high,
            one.level,
            standing.skills[one.skill].level if one.skill in standing.skills else 0.0,
        )
        for one in asked
    ]
    return {"wide": demand_map(rows), "narrow": demand_map(rows, narrow=True)} if rows else {}


def _pairs(adverts: Sequence[Posting]) -> list[Together]:
    """Pairs of skills asked together by the most adverts, those asked by all left to the list."""
    asked = [sorted({skill for r in one.asked for skill in r.any_of}) for one in adverts]
    alone = Counter(skill for skills in asked for skill in skills)
    both = Counter(pair for skills in asked for pair in combinations(skills, 2))
    told = [
        Together(first=a, second=b, adverts=n, either=alone[a] + alone[b] - n)
        for (a, b), n in both.items()
        if n >= PAIRED
    ]
    return sorted(told, key=lambda one: (-one.adverts / one.either, -one.adverts, one.first))[:12]


page = Page(
    name="demand",
    address="market/demand/",
    question="What is asked much, and not yet shown?",
    view=view,
    under="market",
    order=29,
)
