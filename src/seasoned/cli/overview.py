"""Standing, gap and plan, one after the other."""

from __future__ import annotations

from datetime import date

from seasoned.cli.showing import next_up, print_json
from seasoned.cli.walking import walked


def show_overview(person: int, *, at: date, as_json: bool) -> None:
    """The whole next step of a person, in words or as JSON."""
    found = walked(person, at=at, with_plan=True)
    if as_json:
        print_json("next-step/1", found)
        return
    from seasoned.cli.views.gap import show_gap
    from seasoned.cli.views.plan import show_plan
    from seasoned.cli.views.standing import show_standing
    from seasoned.journeys.workspace import my_content

    content = my_content()
    show_standing(found, content)
    show_gap(found, content, limit=5)
    if found.plan is not None:
        show_plan(found.plan)
    next_up(*_next(person))


def _next(person: int) -> tuple[str, str]:
    from seasoned.store.evidence import list_evidence

    pieces = list_evidence(person)
    if any(not piece.confirmed for piece in pieces):
        return "seasoned evidence list --waiting", "see what waits for your word"
    if not pieces:
        return "seasoned rate python=2 sql=1", "one rating is a beginning"
    return "seasoned plan export plan.ics", "put the plan into your calendar"
