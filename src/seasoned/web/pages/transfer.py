"""What carries over? Questions about another career, and the expectations its answers may show."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse

from seasoned.errors import UnknownId
from seasoned.ladder.ladder import Expectation, Transfer
from seasoned.ladder.transfer import Carried, suggestions_from
from seasoned.profile.evidence import Evidence, Observation
from seasoned.store.evidence import add_all_evidence
from seasoned.web.answers import go, plural
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import Page, show

KIND = "role"
"""What another career shows was shown in a role, with the error of that kind."""


def view(request: HttpRequest, transfer: str) -> HttpResponse:
    """The questions; the answers become suggestions that wait for a yes."""
    desk = desk_of(request)
    if transfer not in desk.content.transfers:
        raise UnknownId("career", transfer, tuple(desk.content.transfers))
    found = desk.content.transfers[transfer]
    if request.method != "POST":
        return show(request, "transfer.html", {"transfer": found})
    chosen = [e.id for e in found.experiences if e.id in request.POST.getlist("experience")]
    if not chosen:
        context = {
            "transfer": found,
            "wrong": "Tick at least one, or leave this page; both are fine.",
        }
        return show(request, "transfer.html", context, status=422)
    new = _suggestions(desk, found, chosen)
    add_all_evidence(desk.person, new)
    said = f"{plural(len(new), 'suggestion')} added. Each counts once you say yes."
    return go(request, "evidence", said, anchor="suggestions")


def _suggestions(desk: Desk, transfer: Transfer, chosen: list[str]) -> list[Evidence]:
    known = {e.id: e for e in desk.content.ladder(transfer.ladder).expectations}
    named = {e.id: e.name for e in transfer.experiences}
    seen = {piece.id for piece in desk.profile.evidence}
    carried = [c for c in suggestions_from(transfer, chosen) if c.expectation in known]
    pieces = (_piece(c, known[c.expectation], named[c.experience], desk.at) for c in carried)
    return [p for p in pieces if p.id not in seen]


def _piece(carried: Carried, expectation: Expectation, name: str, at: date) -> Evidence:
    skill = expectation.skill or next(iter(expectation.any_of), "")
    level = carried.level or expectation.level or 1.0
    return Evidence(
        id=f"from-{carried.transfer}-{carried.experience}-{carried.expectation}",
        kind=KIND,
        at=at,
        title=name,
        source=carried.transfer,
        quote=carried.why,
        observations=(Observation(skill=skill, level=level),) if skill else (),
        expectations=(carried.expectation,),
        confirmed=False,
    )


page = Page(
    name="transfer",
    address="evidence/from/<slug:transfer>/",
    question="What carries over from another career?",
    view=view,
    under="evidence",
    order=59,
)
