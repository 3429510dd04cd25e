"""What do I know? One test: its question, or what it found; and the reasons once it has ended."""

from __future__ import annotations

import time
from typing import Any

from django.http import HttpRequest, HttpResponse

from seasoned.assessment.confirming import WORDS
from seasoned.assessment.item import Item, ItemKind
from seasoned.assessment.marking import Given, number_from, shown_order
from seasoned.assessment.sitting import ENDING_WORDS, Mode, Response
from seasoned.charts.items import item_lines, narrowing
from seasoned.errors import InputError
from seasoned.journeys import testing as walk
from seasoned.journeys.results import area_changes, self_beside, skill_changes
from seasoned.journeys.testing import Testing
from seasoned.profile.answer import Outcome
from seasoned.web.answers import go, posted
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import Page, Route, show

LONGEST_SECONDS = 3600.0
"""A question left open for longer was left alone, not thought about."""

OUTCOME_WORDS = {
    Outcome.RIGHT: "as the key",
    Outcome.WRONG: "not as the key",
    Outcome.UNKNOWN: "“I don't know”",
}


def view(request: HttpRequest, key: str) -> HttpResponse:
    """The question that comes now, or what the test found."""
    desk = desk_of(request)
    testing = desk.testing(key)
    return _question(request, testing) if testing.item else _result(request, desk, testing)


def answer(request: HttpRequest, key: str) -> HttpResponse:
    """Take an answer; the same one sent twice counts once."""
    desk = desk_of(request)
    testing = desk.testing(key)
    item = testing.item
    if item is None or request.POST.get("number") != str(testing.number):
        return go(request, "sitting", key=key)
    try:
        desk.answer(testing, given_from(item, request), seconds=_seconds(request))
    except InputError as error:
        return _question(request, testing, problem=str(error), status=422)
    if testing.sitting.mode is Mode.PRACTICE:
        return go(request, "sitting-explained", key=key, number=testing.number)
    return go(request, "sitting", key=key)


def explained(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """In practice: how one answer came out, and why."""
    desk = desk_of(request)
    testing = desk.testing(key)
    found = [pair for pair in walk.reviewed(desk.person, key) if pair[1].number == number]
    if testing.sitting.mode is not Mode.PRACTICE or not found:
        return go(request, "sitting", key=key)
    return show(
        request,
        "explained.html",
        {"testing": testing, "rows": _rows(desk, found), "next": testing.item is not None},
    )


def end(request: HttpRequest, key: str) -> HttpResponse:
    """End a test on request."""
    desk = desk_of(request)
    walk.ended(desk.person, key, at=desk.at)
    return go(request, "sitting", key=key)


def withdraw(request: HttpRequest, key: str) -> HttpResponse:
    """Take a test out of every number, or put it back."""
    back = bool(request.POST.get("undo"))
    walk.withdrawn(desk_of(request).person, key, back=back)
    said = "It counts again." if back else "Taken back; no number counts it now."
    return go(request, "test", said)


def confirm(request: HttpRequest, key: str) -> HttpResponse:
    """Begin the check of a test with fresh questions."""
    desk = desk_of(request)
    sitting = walk.begin_confirmation(desk.person, key, at=desk.at, seed=desk.seed())
    return go(request, "sitting", key=sitting.id)


def review(request: HttpRequest, key: str) -> HttpResponse:
    """Every answer of an ended test, with the key and the reason of each option."""
    desk = desk_of(request)
    testing = desk.testing(key)
    if not testing.sitting.tells_reasons:
        return go(
            request,
            "sitting",
            "The reasons wait until the test has ended.",
            level="warning",
            key=key,
        )
    found = walk.reviewed(desk.person, key)
    return show(
        request,
        "review.html",
        {"testing": testing, "rows": _rows(desk, found)},
    )


def given_from(item: Item, request: HttpRequest) -> Given:
    """The answer that the form carries. Raises InputError for none, or for half of one."""
    if request.POST.get("unknown"):
        return None
    if item.kind is ItemKind.NUMBER:
        typed = request.POST.get("number-answer", "").strip()
        if not typed:
            raise InputError("Type a number, or choose “I don't know”.")
        return number_from(typed)
    if item.kind is ItemKind.ORDER:
        return _order(item, request)
    chosen = request.POST.getlist("option")
    if not chosen or not all(one.isdigit() and int(one) < len(item.options) for one in chosen):
        raise InputError("Choose an answer, or “I don't know”.")
    return tuple(int(one) for one in chosen)


def _order(item: Item, request: HttpRequest) -> Given:
    places = range(len(item.options))
    said = {place: request.POST.get(f"place-{place}", "") for place in places}
    if sorted(said.values()) != [str(n + 1) for n in places]:
        raise InputError(
            f"Give each number from 1 to {len(item.options)} once, or choose “I don't know”."
        )
    return tuple(sorted(places, key=lambda place: int(said[place])))


def _seconds(request: HttpRequest) -> float:
    """Seconds since the question was shown; nought where the form does not say it."""
    try:
        passed = time.time() - float(request.POST.get("shown", ""))
    except ValueError:
        return 0.0
    return passed if 0 <= passed <= LONGEST_SECONDS else 0.0


def _question(
    request: HttpRequest, testing: Testing, *, problem: str = "", status: int = 200
) -> HttpResponse:
    item, sitting = testing.item, testing.sitting
    assert item is not None
    chosen = request.POST.getlist("option")
    shown = [
        {
            "place": place,
            "text": item.options[place].text,
            "chosen": str(place) in chosen,
            "order": request.POST.get(f"place-{place}", ""),
        }
        for place in shown_order(item, sitting.id)
    ]
    context: dict[str, Any] = {
        "testing": testing,
        "item": item,
        "options": shown,
        "places": range(1, len(shown) + 1),
        "typed": request.POST.get("number-answer", ""),
        "shown": f"{time.time():.0f}",
        "before": testing.path[-2] if len(testing.path) > 1 else None,
        "problem": problem,
        "practice": sitting.mode is Mode.PRACTICE,
        "gain": max(1, round(100 * testing.gain)),
    }
    return show(request, "sitting.html", context | _lines(item), status=status)


def _result(request: HttpRequest, desk: Desk, testing: Testing) -> HttpResponse:
    confirmed = walk.confirmation(testing, desk.content)
    answers = testing.responses
    context: dict[str, Any] = {
        "testing": testing,
        "sitting": testing.sitting,
        "practice": testing.sitting.mode is Mode.PRACTICE,
        "ending": ENDING_WORDS[testing.sitting.ending],
        "confirmed": WORDS[confirmed] if confirmed else "",
        "confirmable": testing.sitting.mode is Mode.TEST and not testing.sitting.withdrawn,
        "areas": area_changes(testing, desk.content) if answers else (),
        "changes": skill_changes(testing, desk.content) if answers else (),
        "beside": self_beside(testing, desk.content, desk.profile) if answers else (),
    }
    if len(testing.path) > 2:
        context |= {
            "path": narrowing(testing.path),
            "path_narrow": narrowing(testing.path, narrow=True),
        }
    return show(request, "result.html", context)


def _rows(desk: Desk, found: Any) -> list[dict[str, Any]]:
    return [_row(desk, item, response) for item, response in found]


def _row(desk: Desk, item: Item | None, response: Response) -> dict[str, Any]:
    row: dict[str, Any] = {
        "number": response.number,
        "item": item,
        "response": response,
        "outcome": OUTCOME_WORDS[response.outcome],
        "skill": desk.named(item.skill) if item else "",
    }
    if item is None:
        return row
    given = [int(place) for place in response.given] if item.kind is not ItemKind.NUMBER else []
    yours = {place: n + 1 for n, place in enumerate(given)}
    row["options"] = [
        {
            "option": option,
            "key": option.right or item.kind is ItemKind.ORDER,
            "right_place": place + 1 if item.kind is ItemKind.ORDER else "",
            "yours": yours.get(place, ""),
            "chosen": place in yours and item.kind is not ItemKind.ORDER,
        }
        for place, option in enumerate(item.options)
    ]
    return row | _lines(item)


def _lines(item: Item) -> dict[str, Any]:
    """The chart that a question shows, wide and narrow; nothing where it shows none."""
    if item.chart is None:
        return {}
    return {
        "lines": item_lines(item.chart),
        "lines_narrow": item_lines(item.chart, narrow=True),
    }


page = Page(
    name="sitting",
    address="test/<str:key>/",
    question="What do I know?",
    view=view,
    under="test",
    order=26,
    routes=(
        Route(name="sitting-answer", address="test/<str:key>/answer/", view=posted("test")(answer)),
        Route(name="sitting-end", address="test/<str:key>/end/", view=posted("test")(end)),
        Route(
            name="sitting-withdraw",
            address="test/<str:key>/withdraw/",
            view=posted("test")(withdraw),
        ),
        Route(
            name="sitting-confirm", address="test/<str:key>/confirm/", view=posted("test")(confirm)
        ),
        Route(name="sitting-review", address="test/<str:key>/review/", view=review),
        Route(
            name="sitting-explained",
            address="test/<str:key>/explained/<int:number>/",
            view=explained,
        ),
    ),
)
