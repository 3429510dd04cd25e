"""Lever: the public postings API. A posting's text is in pieces: description, lists, additional."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from typing import Any

from seasoned.boards.board import Board, Get, pay, table, under, words
from seasoned.errors import LayoutChanged
from seasoned.market.structured import Fields, fields_of

API = "https://api{}.lever.co/v0/postings/{}?mode=json&skip={}&limit={}"
PAGE = 100
_PERIODS = (
    ("hour", "hour"),
    ("day", "day"),
    ("week", "week"),
    ("month", "month"),
    ("year", "year"),
)


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every posting of a site, a hundred at a time; ``eu/NAME`` asks the European host."""
    region, name = (".eu", place[3:]) if place.startswith("eu/") else ("", place)
    skip = 0
    while True:
        reply = get(API.format(region, name, skip, PAGE))
        listed = reply.json
        if not isinstance(listed, list):
            raise LayoutChanged(reply.address, "no list of postings")
        for posting in listed:
            yield _fields(table(posting, reply.address), name)
        if len(listed) < PAGE:
            return
        skip += PAGE


def _fields(posting: Mapping[str, Any], place: str) -> Fields:
    categories = table(posting.get("categories") or {}, place)
    read = fields_of(
        {
            "title": posting.get("text"),
            "description": _text(posting),
            "company": place,
            "location": words(*(categories.get("allLocations") or []), categories.get("location")),
            "url": posting.get("hostedUrl"),
            "id": f"lever-{place}-{words(posting.get('id'))}",
            "date": _day(posting.get("createdAt")),
            "workplace": posting.get("workplaceType"),
        }
    )
    salary = posting.get("salaryRange")
    interval = str(under(salary, "interval") or "")
    period = next((name for sign, name in _PERIODS if sign in interval), "")
    stated = pay(under(salary, "min"), under(salary, "max"), under(salary, "currency"), period)
    return replace(read, pay=stated) if stated else read


def _text(posting: Mapping[str, Any]) -> str:
    lists = [part for part in posting.get("lists") or [] if isinstance(part, Mapping)]
    inner = "".join(
        f"<h3>{escape(words(part.get('text')))}</h3><ul>{part.get('content') or ''}</ul>"
        for part in lists
    )
    return f"<div>{posting.get('description') or ''}{inner}{posting.get('additional') or ''}</div><p></p>"


def _day(milliseconds: Any) -> str:
    if not isinstance(milliseconds, int | float):
        return ""
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC).date().isoformat()
    except (OverflowError, OSError, ValueError):
        return ""


board = Board(
    name="lever",
    title="Lever",
    example="lever:NAME",
    adverts=adverts,
    documentation="https://github.com/lever/postings-api",
)
