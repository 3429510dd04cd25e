"""Ashby: the public posting API. ``isRemote`` is true for hybrid jobs too; unlisted jobs stay out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from seasoned.boards.board import Board, Get, pay, rows, under, words
from seasoned.market.structured import Fields, fields_of

API = "https://api.ashbyhq.com/posting-api/job-board/{}?includeCompensation=true"
_PERIODS = {
    "1 HOUR": "hour",
    "1 DAY": "day",
    "1 WEEK": "week",
    "1 MONTH": "month",
    "1 YEAR": "year",
}


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every listed job of a board."""
    reply = get(API.format(place))
    for job in rows(reply.json, "jobs", reply.address):
        if job.get("isListed") is not False:
            yield _fields(job, place)


def _fields(job: Mapping[str, Any], place: str) -> Fields:
    others = [under(one, "location") for one in job.get("secondaryLocations") or []]
    read = fields_of(
        {
            "title": job.get("title"),
            "description": job.get("descriptionHtml") or job.get("descriptionPlain"),
            "company": place,
            "location": words(job.get("location"), *others),
            "url": job.get("jobUrl"),
            "id": f"ashby-{place}-{words(job.get('id')) or words(job.get('jobUrl'))[-36:]}",
            "date": job.get("publishedAt"),
            "workplace": job.get("workplaceType") or ("remote" if job.get("isRemote") else ""),
        }
    )
    parts = under(job, "compensation", "summaryComponents") or []
    salary: Any = next((p for p in parts if under(p, "compensationType") == "Salary"), {})
    stated = pay(
        under(salary, "minValue"),
        under(salary, "maxValue"),
        under(salary, "currencyCode"),
        _PERIODS.get(str(under(salary, "interval")).upper(), ""),
    )
    return replace(read, pay=stated) if stated else read


board = Board(
    name="ashby",
    title="Ashby",
    example="ashby:NAME",
    adverts=adverts,
    documentation="https://developers.ashbyhq.com/docs/public-job-posting-api",
)
