"""What does the next stage ask? Expectations of a stage against the standing, by area."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse

from seasoned.journeys.hats import Worn, hats_worn
from seasoned.journeys.next_step import NextStep
from seasoned.journeys.wishing import checked
from seasoned.ladder.expecting import Asked, expected_at
from seasoned.ladder.ladder import Expectation, LadderArea, Resource
from seasoned.planning.gap import AreaReadiness, Met
from seasoned.profile.evidence import Evidence
from seasoned.profile.hats import worn_at
from seasoned.profile.person import Role
from seasoned.store.people import load_profile, save_wishes
from seasoned.web.advice import next_move
from seasoned.web.answers import back, go, posted
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import Page, Route, show

UNFOLDED = 4
"""Expectations of an area that a page shows at once; a wall of them is read by nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One expectation as it is asked here, and what is known of it."""

    asked: Asked
    met: Met | None
    evidence: tuple[Evidence, ...]
    out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaLines:
    """One area: its floor, what the stage itself asks, and what it inherits."""

    area: LadderArea
    floor: AreaReadiness | None
    own: tuple[Line, ...]
    inherited: tuple[Line, ...]

    @property
    def first(self) -> tuple[Line, ...]:
        """What is seen without unfolding: the musts first, as many as fill two rows."""
        return self.own[:UNFOLDED]

    @property
    def rest(self) -> tuple[Line, ...]:
        """What the stage adds beyond those."""
        return self.own[UNFOLDED:]


def view(request: HttpRequest) -> HttpResponse:
    """A stage in a context; without a choice, the next one."""
    desk = desk_of(request)
    step = _chosen(desk, request)
    stage = step.target_stage
    return show(
        request,
        "stage.html",
        {
            "step": step,
            "readiness": step.readiness,
            "ladder": desk.ladder,
            "stage": next(s for s in desk.ladder.stages if s.id == stage),
            "skills": desk.content.skills,
            "new_only": bool(request.GET.get("new")),
            "is_goal": _is_goal(desk, step),
            "areas": _areas(desk, step),
            "change": _change(desk, step),
            "hats": _hats(desk, step),
            "reweighted": _reweighted(desk, step),
            "resources": _resources(desk, stage),
            "crosswalk": [c for c in desk.ladder.crosswalk if c.stage == stage],
            "empty": {e.area: e.why for e in desk.ladder.intentionally_empty if e.stage == stage},
            "move": next_move(desk, here="stage"),
        },
    )


def _chosen(desk: Desk, request: HttpRequest) -> NextStep:
    """The journey for the choices in the address; a choice of neither kind leaves the aim."""
    stage, archetype = request.GET.get("stage", ""), request.GET.get("archetype", "")
    if "context" not in request.GET and "archetype" not in request.GET:
        return desk.step(stage=stage)
    context = request.GET.get("context", "")
    return desk.step(stage=stage, context=context, archetype=_fitting(desk, archetype, stage))


def goal(request: HttpRequest) -> HttpResponse:
    """Make a stage, context and archetype the person's aim."""
    desk = desk_of(request)
    aim: dict[str, Any] = {
        name: request.POST.get(name, "") for name in ("stage", "context", "archetype")
    }
    wishes = load_profile(desk.person).wishes
    save_wishes(desk.person, checked(replace(wishes, **aim), desk.content))
    said = "That is your aim now." if aim["stage"] else "Your aim is the next stage again."
    return go(request, "stage", said)


def mark(request: HttpRequest) -> HttpResponse:
    """Set aside, or take back, an expectation or gap: no opportunity, or not in my power."""
    desk = desk_of(request)
    thing, list_name = request.POST.get("thing", ""), request.POST.get("list", "")
    if list_name not in ("no_opportunity", "not_in_my_power") or not thing:
        return back(request, "stage", "Nothing was chosen, so nothing changed.", level="warning")
    wishes = load_profile(desk.person).wishes
    before: tuple[str, ...] = getattr(wishes, list_name)
    after = tuple(t for t in before if t != thing) if thing in before else (*before, thing)
    changed: dict[str, Any] = {list_name: after}
    save_wishes(desk.person, checked(replace(wishes, **changed), desk.content))
    said = "It counts again." if thing in before else "Set aside. It does not count against you."
    return back(request, "stage", said)


def _fitting(desk: Desk, archetype: str, stage: str) -> str:
    """The archetype where the stage has it, else none."""
    fits = any(
        a.id == archetype and (not stage or stage in a.stages) for a in desk.ladder.archetypes
    )
    return archetype if fits else ""


def _is_goal(desk: Desk, step: NextStep) -> bool:
    wishes, ready = desk.profile.wishes, step.readiness
    return (wishes.stage, wishes.context, wishes.archetype) == (
        ready.stage,
        ready.context,
        ready.archetype,
    )


def _areas(desk: Desk, step: NextStep) -> list[AreaLines]:
    ready = step.readiness
    asked = expected_at(desk.ladder, ready.stage, context=ready.context, archetype=ready.archetype)
    met = {one.expectation: one for one in ready.expectations}
    pieces = {piece.id: piece for piece in desk.profile.evidence}
    out = set(desk.profile.wishes.no_opportunity)
    lines = [_line(one, met.get(one.expectation.id), pieces, out) for one in asked]
    floors = {floor.area: floor for floor in ready.areas}
    return [
        AreaLines(
            area=area,
            floor=floors.get(area.id),
            own=tuple(_of(lines, area, inherited=False)),
            inherited=tuple(_of(lines, area, inherited=True)),
        )
        for area in desk.ladder.areas
    ]


def _line(asked: Asked, met: Met | None, pieces: dict[str, Evidence], out: set[str]) -> Line:
    named = tuple(pieces[name] for name in (met.evidence if met else ()) if name in pieces)
    return Line(asked=asked, met=met, evidence=named, out=asked.expectation.id in out)


def _of(lines: list[Line], area: LadderArea, *, inherited: bool) -> list[Line]:
    strength = ["must", "should", "may"]
    found = [
        line
        for line in lines
        if line.asked.expectation.area == area.id and line.asked.inherited is inherited
    ]
    return sorted(found, key=lambda line: strength.index(line.asked.ask))


def _hats(desk: Desk, step: NextStep) -> list[tuple[Role, tuple[Worn, ...]]]:
    """Each role with hats that goes on now, and what its hats draw on at this stage."""
    ready = step.readiness
    asked = expected_at(desk.ladder, ready.stage, context=ready.context, archetype=ready.archetype)
    return [
        (role, hats_worn(role, desk.content.hats, desk.ladder, asked))
        for role in worn_at(desk.profile.roles, desk.at)
    ]


def _change(desk: Desk, step: NextStep) -> list[Expectation]:
    known = {e.id: e for e in desk.ladder.expectations}
    return [known[name] for name in step.readiness.would_change if name in known]


def _reweighted(desk: Desk, step: NextStep) -> list[tuple[Expectation, list[tuple[str, str]]]]:
    """The stage's own expectations that some context asks for differently: (ask, why) by context."""
    own = [e for e in desk.ladder.expectations if e.stage == step.target_stage and e.contexts]
    return [(e, [_in_context(e, context.id) for context in desk.ladder.contexts]) for e in own]


def _in_context(e: Expectation, context: str) -> tuple[str, str]:
    return next(
        ((r.ask.value, r.why) for r in e.contexts if r.context == context), (e.ask.value, "")
    )


def _resources(desk: Desk, stage: str) -> list[Resource]:
    """Every resource, those suggested at the stage first; none is locked."""
    return sorted(desk.ladder.resources, key=lambda r: (stage not in r.stages, r.title))


page = Page(
    name="stage",
    address="stage/",
    question="What does the next stage ask?",
    view=view,
    menu="Stage",
    order=20,
    routes=(
        Route(name="stage-goal", address="stage/aim/", view=posted("stage")(goal)),
        Route(name="set-aside", address="stage/set-aside/", view=posted("stage")(mark)),
    ),
)
