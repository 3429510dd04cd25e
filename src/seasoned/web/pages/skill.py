"""What makes this number? One skill: its levels, its range, what moved it, what would settle it."""

from __future__ import annotations

import math

from django.http import HttpRequest, HttpResponse

from seasoned.journeys import workspace
from seasoned.journeys.notes import my_notes
from seasoned.planning.action import Action
from seasoned.profile.evidence import EvidenceKind
from seasoned.profile.standing import Estimate
from seasoned.web.advice import next_move
from seasoned.web.answers import go, posted
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import Page, Route, show

LISTED = 5


def view(request: HttpRequest, skill: str) -> HttpResponse:
    """One skill and everything that is known about it."""
    desk = desk_of(request)
    found = desk.skill(skill)
    standing = desk.step().standing
    estimate = standing.skills[skill]
    pieces = {piece.id: piece for piece in desk.profile.evidence}
    own = next((one for one in standing.self_views if one.skill == skill), None)
    return show(
        request,
        "skill.html",
        {
            "skill": found,
            "skills": desk.content.skills,
            "estimate": estimate,
            "near": min(4, max(0, round(estimate.level))),
            "moves": [
                (move, pieces.get(move.evidence)) for move in standing.moves if move.skill == skill
            ],
            "own": own,
            "settle": _settling(desk, estimate),
            "actions": _actions(desk, skill),
            "asked": [e for e in desk.ladder.expectations if skill in (e.skill, *e.any_of)],
            "stages": {stage.id: stage.name for stage in desk.ladder.stages},
            "notes": len(my_notes(desk.person, desk.content, skill=skill)),
            "move": next_move(desk),
        },
    )


def rate(request: HttpRequest, skill: str) -> HttpResponse:
    """Store the person's own view of one skill."""
    desk = desk_of(request)
    desk.skill(skill)
    chosen = request.POST.get("level", "")
    if chosen not in ("0", "1", "2", "3", "4"):
        return go(request, "skill", "Nothing was chosen, so nothing changed.", skill=skill)
    workspace.rate(desk.person, {skill: float(chosen)}, at=desk.at)
    return go(request, "skill", "Your view is noted.", skill=skill)


def _settling(desk: Desk, estimate: Estimate) -> list[tuple[EvidenceKind, float]]:
    """The kinds that would narrow the range most, each with the error that would be left."""
    kinds = (kind for kind in desk.content.kinds.values() if kind.demonstrates)
    found = [(kind, _error_after(estimate.error, kind)) for kind in kinds]
    return sorted(found, key=lambda pair: pair[1])[:LISTED]


def _error_after(error: float, kind: EvidenceKind) -> float:
    seen = kind.error**2 + kind.shared_error**2
    return math.sqrt(1 / (1 / error**2 + 1 / seen))


def _actions(desk: Desk, skill: str) -> list[Action]:
    """Actions that build the skill, the shortest first."""
    found = [a for a in desk.content.actions.values() if any(g.skill == skill for g in a.gains)]
    return sorted(found, key=lambda action: action.hours.low)[:LISTED]


page = Page(
    name="skill",
    address="standing/skill/<slug:skill>/",
    question="What makes this number?",
    view=view,
    under="standing",
    routes=(
        Route(
            name="skill-rate",
            address="standing/skill/<slug:skill>/rate/",
            view=posted("standing")(rate),
        ),
    ),
)
