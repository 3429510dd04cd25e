"""Workable: the public widget API. ``telecommuting`` is its word for remote."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import SplitResult

from seasoned.boards.board import Board, Get, place_of, rows, steps
from seasoned.boards.values import cities, text_from, under, words, workplace
from seasoned.market.structured import Fields, fields_of

API = "https://apply.workable.com/api/v1/widget/accounts/{}?details=true"


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every job of an account, which one answer holds, or the one that ``NAME/CODE`` asks for."""
    account, one = place_of(place)
    reply = get(API.format(account))
    company = words(under(reply.json, "name"))
    for job in rows(reply.json, "jobs", reply.address):
        if one in ("", words(job.get("shortcode"))):
            yield _fields(job, account, company)


def _fields(job: Mapping[str, Any], place: str, company: str) -> Fields:
    where = [
        words(under(one, "city"), under(one, "region"), under(one, "country"))
        for one in job.get("locations") or []
        if not under(one, "hidden")
    ]
    read = fields_of(
        {
            "title": job.get("title"),
            "company": company,
            "location": cities(*where)
            or words(job.get("city"), job.get("state"), job.get("country")),
            "url": job.get("url") or job.get("shortlink"),
            "id": f"workable-{place}-{words(job.get('shortcode'))}",
            "date": job.get("published_on") or job.get("created_at"),
            "department": job.get("department"),
        }
    )
    said = job.get("workplace_type") or job.get("workplace")
    return replace(
        read, text=_text(job), workplace=workplace(said, remote=job.get("telecommuting"))
    )


def _text(job: Mapping[str, Any]) -> str:
    """The text, which comes whole, or as three parts."""
    if job.get("full_description"):
        return text_from(job["full_description"])
    more = [(key.title(), job.get(key)) for key in ("requirements", "benefits")]
    inner = "".join(f"<h2>{title}</h2><div>{part}</div>" for title, part in more if part)
    return text_from(f"<div>{job.get('description') or ''}</div>{inner}")


def _named(parts: SplitResult) -> str:
    path = steps(parts)
    if parts.hostname != "apply.workable.com" or not path or path[0] in ("api", "j"):
        return ""
    return f"{path[0]}/{path[2]}" if path[1:2] == ["j"] and path[2:] else path[0]


board = Board(
    name="workable",
    title="Workable",
    example="workable:NAME",
    adverts=adverts,
    documentation="https://help.workable.com/hc/en-us/articles/115012771647",
    named=_named,
)
