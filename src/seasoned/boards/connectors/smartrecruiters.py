"""SmartRecruiters: the public posting API. The list holds no text, so each job is asked for."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from seasoned.boards.board import Board, Get, rows, table, under, words
from seasoned.market.structured import Fields, fields_of

API = "https://api.smartrecruiters.com/v1/companies/{}/postings"
PAGE = 100
_SECTIONS = ("companyDescription", "jobDescription", "qualifications", "additionalInformation")


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every posting of a company, a hundred at a time, each with its details."""
    offset = 0
    while True:
        reply = get(f"{API.format(place)}?limit={PAGE}&offset={offset}")
        listed = rows(reply.json, "content", reply.address)
        for posting in listed:
            detail = get(f"{API.format(place)}/{words(posting.get('id'))}")
            yield _fields(table(detail.json, detail.address), place)
        offset += PAGE
        if not listed or offset >= int(under(reply.json, "totalFound") or 0):
            return


def _fields(job: Mapping[str, Any], place: str) -> Fields:
    where = table(job.get("location") or {}, place)
    remote, hybrid = where.get("remote") is True, where.get("hybrid") is True
    return fields_of(
        {
            "title": job.get("name"),
            "description": _text(job),
            "company": under(job, "company", "name") or place,
            "location": words(where.get("fullLocation"))
            or words(where.get("city"), where.get("region"), where.get("country")),
            "url": job.get("postingUrl") or job.get("applyUrl"),
            "id": f"smartrecruiters-{place}-{words(job.get('id'))}",
            "date": job.get("releasedDate"),
            "workplace": "hybrid" if hybrid else "remote" if remote else "",
        }
    )


def _text(job: Mapping[str, Any]) -> str:
    sections = under(job, "jobAd", "sections") or {}
    parts = [table(sections.get(name) or {}, "sections") for name in _SECTIONS]
    inner = "".join(
        f"<h2>{escape(words(part.get('title')))}</h2><div>{part.get('text') or ''}</div>"
        for part in parts
        if part.get("text")
    )
    return f"<div>{inner}</div>" if inner else ""


board = Board(
    name="smartrecruiters",
    title="SmartRecruiters",
    example="smartrecruiters:NAME",
    adverts=adverts,
    documentation="https://developers.smartrecruiters.com/docs/posting-api",
)
