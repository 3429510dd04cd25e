"""Lever: the public postings API. A posting's text is in pieces: description, lists, additional."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from typing import Any
from urllib.parse import SplitResult

from seasoned.boards.board import Board, Get, place_of, steps, table
from seasoned.boards.values import cities, pay, period_of, text_from, under, words, workplace
from seasoned.errors import LayoutChanged
from seasoned.market.structured import Fields, fields_of

API = "https://api{}.lever.co/v0/postings/{}?mode=json&skip={}&limit={}"
PAGE = 100
_SITES = {"jobs.lever.co": "", "jobs.eu.lever.co": "eu/"}


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every posting of a site, a hundred at a time, or one; ``eu/NAME`` asks the European host."""
    region, rest = (".eu", place[3:]) if place.startswith("eu/") else ("", place)
    name, one = place_of(rest)
    if one:
        reply = get(f"https://api{region}.lever.co/v0/postings/{name}/{one}?mode=json")
        yield _fields(table(reply.json, reply.address), name)
        return
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
    where = [categories.get("location"), *(categories.get("allLocations") or [])]
    read = fields_of(
        {
            "title": posting.get("text"),
            "location": cities(*map(words, where)),
            "url": posting.get("hostedUrl"),
            "id": f"lever-{place}-{words(posting.get('id'))}",
            "date": _day(posting.get("createdAt")),
            "department": categories.get("department") or categories.get("team"),
        }
    )
    salary = posting.get("salaryRange")
    period = period_of(under(salary, "interval"))
    stated = pay(under(salary, "min"), under(salary, "max"), under(salary, "currency"), period)
    there = workplace(posting.get("workplaceType"))
    return replace(read, text=_text(posting), workplace=there, pay=stated)


def _text(posting: Mapping[str, Any]) -> str:
    lists = [part for part in posting.get("lists") or [] if isinstance(part, Mapping)]
    inner = "".join(
        f"<h3>{escape(words(part.get('text')))}</h3><ul>{part.get('content') or ''}</ul>"
        for part in lists
    )
    around = [posting.get(k) or "" for k in ("description", "salaryDescription", "additional")]
    return text_from(f"<div>{around[0]}{inner}{around[1]}{around[2]}</div>") or words(
        posting.get("descriptionPlain")
    )


def _day(milliseconds: Any) -> str:
    if not isinstance(milliseconds, int | float):
        return ""
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC).date().isoformat()
    except (OverflowError, OSError, ValueError):
        return ""


def _named(parts: SplitResult) -> str:
    known, path = parts.hostname in _SITES, steps(parts)
    return _SITES[parts.hostname or ""] + "/".join(path[:2]) if known and path else ""


board = Board(
    name="lever",
    title="Lever",
    example="lever:NAME",
    adverts=adverts,
    documentation="https://github.com/lever/postings-api",
    named=_named,
)
