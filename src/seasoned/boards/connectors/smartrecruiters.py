"""SmartRecruiters: the public posting API. The list holds no text, so each job is asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape
from typing import Any
from urllib.parse import SplitResult

from seasoned.boards.board import Board, Get, place_of, rows, steps, table
from seasoned.boards.values import pay, period_of, text_from, under, words
from seasoned.market.structured import Fields, fields_of

API = "https://api.smartrecruiters.com/v1/companies/{}/postings"
PAGE = 100
_SITES = ("jobs.smartrecruiters.com", "careers.smartrecruiters.com")
_SECTIONS = ("companyDescription", "jobDescription", "qualifications", "additionalInformation")


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every posting of a company, a hundred at a time, each with its details, or one of them."""
    company, one = place_of(place)
    if one:
        yield from _open(company, one, get)
        return
    offset = 0
    while True:
        reply = get(f"{API.format(company)}?limit={PAGE}&offset={offset}")
        listed = rows(reply.json, "content", reply.address)
        for posting in listed:
            yield from _open(company, words(posting.get("id")), get)
        offset += len(listed)
        if not listed or offset >= int(under(reply.json, "totalFound") or 0):
            return


def _open(company: str, one: str, get: Get) -> Iterator[Fields]:
    """The posting of that id, unless it was closed since it was listed."""
    detail = get(f"{API.format(company)}/{one}")
    posting = table(detail.json, detail.address)
    if posting.get("active") is not False:
        yield _fields(posting, company)


def _fields(job: Mapping[str, Any], place: str) -> Fields:
    where = table(job.get("location") or {}, place)
    remote, hybrid = where.get("remote") is True, where.get("hybrid") is True
    read = fields_of(
        {
            "title": job.get("name"),
            "company": under(job, "company", "name"),
            "location": words(where.get("fullLocation"))
            or words(where.get("city"), where.get("region"), where.get("country")),
            "url": job.get("postingUrl") or job.get("applyUrl"),
            "id": f"smartrecruiters-{place}-{words(job.get('id'))}",
            "date": job.get("releasedDate"),
            "workplace": "hybrid" if hybrid else "remote" if remote else "",
            "department": under(job, "department", "label"),
        }
    )
    wage = job.get("compensation")
    sums = under(wage, "min"), under(wage, "max")
    stated = pay(*sums, under(wage, "currency"), period_of(under(wage, "period")))
    return replace(read, text=_text(job), pay=stated)


def _text(job: Mapping[str, Any]) -> str:
    sections = under(job, "jobAd", "sections") or {}
    parts = [table(sections.get(name) or {}, "sections") for name in _SECTIONS]
    inner = "".join(
        f"<h2>{escape(words(part.get('title')))}</h2><div>{part.get('text') or ''}</div>"
        for part in parts
        if part.get("text")
    )
    return text_from(f"<div>{inner}</div>")


def _named(parts: SplitResult) -> str:
    path = steps(parts)
    if parts.hostname not in _SITES or not path:
        return ""
    one = path[1].split("-", 1)[0] if len(path) > 1 else ""
    return f"{path[0]}/{one}" if one.isdigit() else path[0]


board = Board(
    name="smartrecruiters",
    title="SmartRecruiters",
    example="smartrecruiters:NAME",
    adverts=adverts,
    documentation="https://developers.smartrecruiters.com/docs/posting-api",
    most=500,
    named=_named,
)
