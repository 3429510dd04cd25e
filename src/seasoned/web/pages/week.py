"""What do I do this week? The plan for the hours that are really free, with every reason."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from seasoned.calendars.writing import plan_ics
from seasoned.charts.plans import hours_by_week, plan_timeline
from seasoned.journeys import workspace
from seasoned.planning.schedule import Block, Chosen, Plan
from seasoned.planning.showing import ACTION as SHOWING
from seasoned.planning.writing import outlook_words, plan_markdown
from seasoned.profile.person import Weights, Wishes
from seasoned.store.people import load_profile, save_wishes
from seasoned.web.advice import next_move
from seasoned.web.answers import download, go, posted
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import Page, Route, show

CONSENTS = (
    ("employer", "My employer agrees to work beside the job, such as freelancing or open source"),
    ("manager", "My manager agrees to what uses working time or the team's data"),
    ("partner", "Those I would do it with agree, such as a mentor or a client"),
)
SLIDERS = ("depth", "breadth", "income", "joy")
LEFT_OUT_SHOWN = 12


class Hours(forms.Form):
    """What the person can give, and what they want from it."""

    deep = forms.FloatField(
        label="Deep hours a week",
        min_value=0,
        max_value=80,
        help_text="Rested and unbroken: building, writing, studying.",
    )
    light = forms.FloatField(
        label="Light hours a week",
        min_value=0,
        max_value=80,
        help_text="For reading, small tasks and talks with people.",
    )
    weeks = forms.IntegerField(label="Weeks ahead", min_value=1, max_value=104)
    cost_cap = forms.FloatField(
        label="Money to spend at most",
        min_value=0,
        help_text="For courses, books and tools together.",
    )
    depth = forms.IntegerField(label="Depth in what I know", min_value=0, max_value=10)
    breadth = forms.IntegerField(label="Breadth", min_value=0, max_value=10)
    income = forms.IntegerField(label="Income on the side", min_value=0, max_value=10)
    joy = forms.IntegerField(label="Joy", min_value=0, max_value=10)
    consents = forms.MultipleChoiceField(
        label="Who has said yes",
        choices=CONSENTS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="What needs a yes that is not there is left out of the plan.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in SLIDERS:
            self.fields[name].widget = forms.NumberInput(
                attrs={"type": "range", "min": 0, "max": 10, "step": 1}
            )
        for name in ("deep", "light"):
            self.fields[name].widget.attrs["step"] = "0.5"

    def clean(self) -> dict[str, Any]:
        """At least one weight has to be above nought, or nothing could be chosen."""
        cleaned: dict[str, Any] = super().clean() or {}
        if all(name in cleaned for name in SLIDERS) and not any(cleaned[n] for n in SLIDERS):
            raise forms.ValidationError("Leave at least one of the four wishes above nought.")
        return cleaned


def view(request: HttpRequest) -> HttpResponse:
    """The plan; while it is not made yet, a page that says so and asks for it."""
    desk = desk_of(request)
    if desk.known and not desk.has_plan() and not request.GET.get("now") and not request.htmx:  # type: ignore[attr-defined]
        return show(request, "week.html", {"making": True, "actions": len(desk.content.actions)})
    return _page(request, desk, None)


def settings(request: HttpRequest) -> HttpResponse:
    """Store the hours and wishes; the next page makes the plan from them."""
    desk = desk_of(request)
    typed = Hours(request.POST)
    if not typed.is_valid():
        return _page(request, desk, typed, status=422)
    save_wishes(desk.person, _wishes(load_profile(desk.person).wishes, typed.cleaned_data))
    return go(request, "week", "Noted. The plan follows your hours.")


def decline(request: HttpRequest) -> HttpResponse:
    """Leave an action out of every plan, or allow it again."""
    desk = desk_of(request)
    action = request.POST.get("action", "")
    wishes = load_profile(desk.person).wishes
    if action in wishes.declined:
        save_wishes(
            desk.person,
            replace(wishes, declined=tuple(a for a in wishes.declined if a != action)),
        )
        return go(request, "week", "It may be chosen again.")
    if action not in desk.content.actions:
        return go(request, "week", "That is no action we know; nothing changed.", level="warning")
    save_wishes(desk.person, replace(wishes, declined=(*wishes.declined, action)))
    return go(request, "week", "Left out from now on; the plan is made without it.")


def done(request: HttpRequest) -> HttpResponse:
    """Note an action as done, with the hours it took; the plan learns from them."""
    desk = desk_of(request)
    spent = forms.FloatField(required=False, min_value=0.1, max_value=10_000)
    try:
        hours = spent.clean(request.POST.get("hours", ""))
    except forms.ValidationError as error:
        return go(request, "week", " ".join(error.messages), level="error")
    workspace.finish_action(desk.person, request.POST.get("action", ""), at=desk.at, hours=hours)
    said = "Noted as done. Add what came of it to your evidence, so that it counts."
    return go(request, "week", said)


def calendar(request: HttpRequest) -> HttpResponse:
    """The plan as a calendar file."""
    body = plan_ics(_plan(desk_of(request)))
    return download(body, "seasoned-plan.ics", "text/calendar; charset=utf-8")


def markdown(request: HttpRequest) -> HttpResponse:
    """The plan as Markdown."""
    body = plan_markdown(_plan(desk_of(request))).encode()
    return download(body, "seasoned-plan.md", "text/markdown; charset=utf-8")


def _plan(desk: Desk) -> Plan:
    plan = desk.step(with_plan=True).plan
    assert plan is not None, "a plan was asked for"
    return plan


def _page(
    request: HttpRequest, desk: Desk, typed: Hours | None, *, status: int = 200
) -> HttpResponse:
    wishes = desk.profile.wishes
    context: dict[str, Any] = {
        "form": typed or Hours(initial=_initial(wishes)),
        "editing": typed is not None,
        "known": desk.known,
        "declined": [desk.content.actions[a] for a in wishes.declined if a in desk.content.actions],
        "move": next_move(desk, here="week") if not desk.known or desk.waiting else None,
    }
    if desk.known:
        context |= _planned(desk, _plan(desk))
    return show(request, "week.html", context, status=status)


def _planned(desk: Desk, plan: Plan) -> dict[str, Any]:
    monday = _this_monday(desk.at, plan)
    chosen = {one.action: one for one in plan.chosen}
    blocks = [b for b in plan.blocks if b.monday == monday]
    return {
        "plan": plan,
        "outlook": outlook_words(plan),
        "monday": monday,
        "first": _first(blocks, chosen, plan),
        "blocks": [(block, chosen[block.action]) for block in blocks if block.action in chosen],
        "actions": desk.content.actions,
        "weeks": _weeks(plan),
        "gap_words": _gap_words(plan),
        "factor": desk.profile.wishes.duration_factor,
        "learned": any(one.hours for one in workspace.my_done(desk.person)),
        "left_out": plan.left_out[:LEFT_OUT_SHOWN],
        "more_left_out": plan.left_out[LEFT_OUT_SHOWN:],
        "timeline": plan_timeline(plan) if plan.blocks else None,
        "timeline_narrow": plan_timeline(plan, narrow=True) if plan.blocks else None,
        "hours_wide": hours_by_week(plan) if plan.blocks else None,
        "hours_narrow": hours_by_week(plan, narrow=True) if plan.blocks else None,
    }


def _this_monday(at: date, plan: Plan) -> date:
    """This week's Monday when the plan covers it, else its first."""
    this = at - timedelta(days=at.weekday())
    mondays = [week.monday for week in plan.capacity.weeks]
    return this if this in mondays else (mondays[0] if mondays else this)


def _first(blocks: list[Block], chosen: dict[str, Chosen], plan: Plan) -> Chosen | None:
    """Of this week's actions showing what is there, else the one that closes most, else the plan's first."""
    here = [chosen[block.action] for block in blocks if block.action in chosen]
    shown = (one for one in here if one.action == SHOWING)
    best = max(here, key=lambda one: one.gain, default=None)
    return next(shown, best) or next(iter(plan.chosen), None)


def _weeks(plan: Plan) -> list[tuple[date, list[tuple[str, float, bool]]]]:
    names = {one.action: one.name for one in plan.chosen}
    found: dict[date, list[tuple[str, float, bool]]] = defaultdict(list)
    for block in plan.blocks:
        found[block.monday].append((names.get(block.action, block.action), block.hours, block.deep))
    return sorted(found.items())


def _gap_words(plan: Plan) -> str:
    if plan.proven_gap < 0.001:
        return "It is proven that no other choice would do better under your wishes."
    return f"It is proven to be at most {plan.proven_gap:.1%} below the best possible choice."


def _initial(wishes: Wishes) -> dict[str, Any]:
    weights = {name: getattr(wishes.weights, name) for name in SLIDERS}
    most = max(1.0, *(value * 10 for value in weights.values()))
    return {
        "deep": wishes.deep_hours_per_week,
        "light": wishes.light_hours_per_week,
        "weeks": wishes.weeks,
        "cost_cap": wishes.cost_cap,
        "consents": [c for c in wishes.consents if c in dict(CONSENTS)],
        **{name: round(value * 10 * 10 / max(10.0, most)) for name, value in weights.items()},
    }


def _wishes(before: Wishes, typed: dict[str, Any]) -> Wishes:
    others = tuple(c for c in before.consents if c not in dict(CONSENTS))
    return replace(
        before,
        deep_hours_per_week=typed["deep"],
        light_hours_per_week=typed["light"],
        weeks=typed["weeks"],
        cost_cap=typed["cost_cap"],
        consents=(*others, *typed["consents"]),
        weights=Weights(**{name: typed[name] / 10 for name in SLIDERS}),
    )


page = Page(
    name="week",
    address="plan/",
    question="What do I do this week?",
    view=view,
    menu="Plan",
    order=50,
    routes=(
        Route(name="plan-hours", address="plan/hours/", view=posted("week")(settings)),
        Route(name="plan-decline", address="plan/decline/", view=posted("week")(decline)),
        Route(name="plan-done", address="plan/done/", view=posted("week")(done)),
        Route(name="plan-ics", address="plan/seasoned-plan.ics", view=calendar),
        Route(name="plan-markdown", address="plan/seasoned-plan.md", view=markdown),
    ),
)
