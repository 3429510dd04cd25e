"""Workable: the public widget API. ``telecommuting`` is its word for remote."""

from collections.abc import Iterator, Mapping
from typing import Any

from seasoned.boards.board import Board, Get, rows, under, words
from seasoned.market.structured import Fields, fields_of

API = "https://apply.workable.com/api/v1/widget/accounts/{}?details=true"


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every job of an account; one answer holds them all."""
    reply = get(API.format(place))
    company = words(under(reply.json, "name")) or place
    for job in rows(reply.json, "jobs", reply.address):
        yield _fields(job, place, company)


def _fields(job: Mapping[str, Any], place: str, company: str) -> Fields:
    where = [
        words(under(one, "city"), under(one, "region"), under(one, "country"))
        for one in job.get("locations") or []
        if not under(one, "hidden")
    ]
    workplace = words(job.get("workplace_type") or job.get("workplace"))
    return fields_of(
        {
            "title": job.get("title"),
            "description": job.get("description"),
            "company": company,
            "location": "; ".join(dict.fromkeys(filter(None, where)))
            or words(job.get("city"), job.get("state"), job.get("country")),
            "url": job.get("url") or job.get("shortlink"),
            "id": f"workable-{place}-{words(job.get('shortcode'))}",
            "date": job.get("published_on") or job.get("created_at"),
            "workplace": workplace or ("remote" if job.get("telecommuting") is True else ""),
        }
    )


board = Board(
    name="workable",
    title="Workable",
    example="workable:NAME",
    adverts=adverts,
    documentation="https://help.workable.com/hc/en-us/articles/115012771647",
)
