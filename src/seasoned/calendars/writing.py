"""A plan as an iCalendar file: one event a block, in UTC, with stable identifiers.

An event is a weekly budget: by default it lies over the whole week, free time to other
calendars, because nobody knows yet on which day the hours will be spent.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from seasoned.planning.schedule import Block, Chosen, Plan

PRODUCT = "-//Seasoned//Plan//EN"
HOST = "seasoned.invalid"
"""Ends every identifier; a name that can belong to nobody (RFC 6761)."""


def plan_ics(plan: Plan, *, timed_from: time | None = None, owner: str = "") -> bytes:
    """The plan's blocks as events of an iCalendar file.

    Parameters
    ----------
    timed_from : an hour of the day in UTC; blocks of a week then follow each other from Monday
        on, one a day and no longer than the day. None gives entries over the whole week.
    owner : an opaque word that keeps the identifiers of two people's plans apart.

    References
    ----------
    RFC 5545. No TZID and no RRULE: several readers shift or lose such events around clock changes.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Seasoned plan")
    for place, block in _placed(plan):
        calendar.add_component(_event(plan, block, place, timed_from, owner))
    written: bytes = calendar.to_ical()
    return written


def identifier(block: Block, owner: str = "") -> str:
    """The same for the same action and week, so that a second import updates the first."""
    key = f"{owner}\n{block.action}\n{block.monday.isoformat()}"
    return f"{sha256(key.encode()).hexdigest()[:32]}@{HOST}"


def _placed(plan: Plan) -> list[tuple[int, Block]]:
    """Blocks with their place among those of the same week."""
    seen: dict[date, int] = {}
    found = []
    for block in plan.blocks:
        found.append((seen.get(block.monday, 0), block))
        seen[block.monday] = seen.get(block.monday, 0) + 1
    return found


def _event(plan: Plan, block: Block, place: int, timed_from: time | None, owner: str) -> object:
    from icalendar import Event

    chosen = next(one for one in plan.chosen if one.action == block.action)
    event = Event()
    event.add("uid", identifier(block, owner))
    event.add("dtstamp", datetime.combine(plan.at, time(), tzinfo=UTC))
    event.add("last-modified", datetime.combine(plan.at, time(), tzinfo=UTC))
    begin, end = _when(block, place, timed_from)
    event.add("dtstart", begin)
    event.add("dtend", end)
    event.add(
        "summary",
        f"{_printable(chosen.name)} ({block.hours:g} h{'' if timed_from else ' this week'})",
    )
    event.add("description", _printable(_description(block, chosen)))
    event.add("transp", "OPAQUE" if timed_from else "TRANSPARENT")
    event.add("x-seasoned-action", block.action)
    event.add("x-seasoned-hours", f"{block.hours:g}")
    event.add("x-seasoned-energy", "deep" if block.deep else "light")
    return event


def _when(block: Block, place: int, timed_from: time | None) -> tuple[date, date]:
    if timed_from is None:
        return block.monday, block.monday + timedelta(days=7)
    day = block.monday + timedelta(days=place % 7)
    begin = datetime.combine(day, timed_from, tzinfo=UTC)
    return begin, begin + timedelta(hours=block.hours)


def _description(block: Block, chosen: Chosen) -> str:
    energy = "deep, unbroken" if block.deep else "light"
    proof = f"\nHow it shows: {chosen.proof}" if chosen.proof else ""
    return f"{block.hours:g} {energy} hours of {chosen.hours:g}.\n{chosen.why}{proof}"


def _printable(text: str) -> str:
    """The text without control characters, which RFC 5545 forbids in values."""
    return "".join(mark for mark in text if mark == "\n" or (mark >= " " and mark != "\x7f"))
