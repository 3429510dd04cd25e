"""Greenhouse: the public job board API. Its content is HTML escaped once, its pay is in cents."""

from collections.abc import Iterator, Mapping
from typing import Any

from seasoned.boards.board import Board, Get, pay, rows, under, words
from seasoned.market.structured import Fields, fields_of

API = "https://boards-api.greenhouse.io/v1/boards/{}/jobs?content=true&pay_transparency=true"


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every job of a board; one answer holds them all."""
    reply = get(API.format(place))
    for job in rows(reply.json, "jobs", reply.address):
        yield _fields(job, place)


def _fields(job: Mapping[str, Any], place: str) -> Fields:
    ranges = [r for r in job.get("pay_input_ranges") or [] if isinstance(r, Mapping)]
    first = ranges[0] if ranges else {}
    read = fields_of(
        {
            "title": job.get("title"),
            "description": job.get("content"),
            "company": job.get("company_name") or place,
            "location": under(job, "location", "name"),
            "url": job.get("absolute_url"),
            "id": f"greenhouse-{place}-{words(job.get('id'))}",
            "date": job.get("first_published") or job.get("updated_at"),
        }
    )
    stated = pay(
        first.get("min_cents"),
        first.get("max_cents"),
        first.get("currency_type"),
        "hour" if "hour" in str(first.get("title", "")).lower() else "year",
        cents=True,
    )
    return _with_pay(read, stated)


def _with_pay(read: Fields, stated: tuple[float, float | None, str, str] | None) -> Fields:
    from dataclasses import replace

    return replace(read, pay=stated) if stated else read


board = Board(
    name="greenhouse",
    title="Greenhouse",
    example="greenhouse:NAME",
    adverts=adverts,
    documentation="https://developers.greenhouse.io/job-board.html",
)
