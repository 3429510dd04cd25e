"""What is the gap? Against a stage, one advert or all of them: what is there, asked, and whose move."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse

from seasoned.charts.gaps import MOST, gap_bars
from seasoned.planning.gap import Gap
from seasoned.web.advice import next_move
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import Page, show

WAYS = ("stage", "adverts", "advert")


def view(request: HttpRequest) -> HttpResponse:
    """The gaps for the choice made; without one, against the aim or the next stage."""
    desk = desk_of(request)
    against = request.GET.get("against", "")
    against = against if against in WAYS else "stage"
    context: dict[str, Any] = {
        "against": against,
        "ladder": desk.ladder,
        "postings": desk.open_postings,
        "skills": desk.content.skills,
        "none": not desk.confirmed,
        "chosen_posting": request.GET.get("posting", ""),
        "move": next_move(desk, here="gap"),
    }
    return show(request, "gap.html", {**context, **_found(desk, request, against)})


def _found(desk: Desk, request: HttpRequest, against: str) -> dict[str, Any]:
    posting = request.GET.get("posting", "")
    if against == "advert" and not posting:
        return {"gaps": (), "choose": True}
    stage = request.GET.get("stage", "") if against == "stage" else ""
    step = desk.step(stage=stage, posting=posting if against == "advert" else "")
    gaps = step.gaps if against == "stage" else step.posting_gaps
    wishes = desk.profile.wishes
    return {
        "step": step,
        "gaps": gaps,
        "stage": next(s for s in desk.ladder.stages if s.id == step.target_stage),
        "titles": {p.id: p.title for p in desk.postings},
        "marked": {
            "no_opportunity": set(wishes.no_opportunity),
            "not_in_my_power": set(wishes.not_in_my_power),
        },
        "first_gaps": gaps[:MOST],
        "more_gaps": gaps[MOST:],
        **_charts(desk, gaps),
    }


def _charts(desk: Desk, gaps: Sequence[Gap]) -> dict[str, Any]:
    if not gaps:
        return {}
    return {
        "wide": gap_bars(gaps, desk.content.skills),
        "narrow": gap_bars(gaps, desk.content.skills, narrow=True),
    }


page = Page(
    name="gap", address="gap/", question="What is the gap?", view=view, menu="Gap", order=40
)
