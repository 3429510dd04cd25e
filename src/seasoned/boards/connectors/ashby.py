"""Ashby: the public posting API. ``isRemote`` is true for hybrid jobs too; unlisted jobs stay out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import SplitResult

from seasoned.boards.board import Board, Get, place_of, rows, steps
from seasoned.boards.values import (
    Pay,
    cities,
    pay,
    period_of,
    text_from,
    under,
    widest,
    words,
    workplace,
)
from seasoned.market.structured import Fields, fields_of

API = "https://api.ashbyhq.com/posting-api/job-board/{}?includeCompensation=true"


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every listed job of a board, or the one that ``NAME/ID`` asks for."""
    company, one = place_of(place)
    reply = get(API.format(company))
    for job in rows(reply.json, "jobs", reply.address):
        if one in ("", _key(job)) and (one or job.get("isListed") is not False):
            yield _fields(job, company)


def _fields(job: Mapping[str, Any], place: str) -> Fields:
    others = [
        words(under(one, "location")) or _address(under(one, "address"))
        for one in job.get("secondaryLocations") or []
    ]
    first = words(job.get("location")) or _address(under(job, "address", "postalAddress"))
    read = fields_of(
        {
            "title": job.get("title"),
            "location": cities(first, *others),
            "url": job.get("jobUrl"),
            "id": f"ashby-{place}-{_key(job)}",
            "date": job.get("publishedAt"),
            "department": job.get("department") or job.get("team"),
        }
    )
    return replace(
        read,
        text=text_from(job.get("descriptionHtml")) or str(job.get("descriptionPlain") or ""),
        workplace=workplace(job.get("workplaceType"), remote=job.get("isRemote")),
        pay=widest(map(_wage, _parts(under(job, "compensation")))),
    )


def _key(job: Mapping[str, Any]) -> str:
    return words(job.get("id")) or words(job.get("jobUrl"))[-36:]


def _address(found: Any) -> str:
    return words(*(under(found, f"address{k}") for k in ("Locality", "Region", "Country")))


def _parts(whole: Any) -> Iterator[Any]:
    """The parts of pay: those of every tier, or of the summary where there are no tiers."""
    inside = [
        part
        for tier in under(whole, "compensationTiers") or []
        for part in under(tier, "components") or []
    ]
    yield from inside or under(whole, "summaryComponents") or []


def _wage(part: Any) -> Pay | None:
    """Salary, and neither shares nor bonus; "1 YEAR" is a period, "2 WEEK" none that we know."""
    if under(part, "compensationType") != "Salary":
        return None
    sums = under(part, "minValue"), under(part, "maxValue")
    return pay(*sums, under(part, "currencyCode"), period_of(under(part, "interval")))


def _named(parts: SplitResult) -> str:
    return "/".join(steps(parts)[:2]) if parts.hostname == "jobs.ashbyhq.com" else ""


board = Board(
    name="ashby",
    title="Ashby",
    example="ashby:NAME",
    adverts=adverts,
    documentation="https://developers.ashbyhq.com/docs/public-job-posting-api",
    named=_named,
)
