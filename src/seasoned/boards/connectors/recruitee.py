"""Recruitee: the public offers API of a company's career site. Description and demands are apart."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import SplitResult

from seasoned.boards.board import Board, Get, host_of, place_of, rows, steps
from seasoned.boards.values import cities, pay, period_of, text_from, under, words
from seasoned.market.structured import Fields, fields_of

API = "https://{}.recruitee.com/api/offers/"
_SITE = ".recruitee.com"
_NO_COMPANY = ("www", "api", "docs", "careers", "app", "support")


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every published offer, or the one that ``NAME/SLUG`` asks for."""
    company, one = place_of(place)
    reply = get(API.format(host_of(company)))
    for offer in rows(reply.json, "offers", reply.address):
        wanted = one in ("", offer.get("slug"), words(offer.get("id")))
        if wanted and offer.get("status", "published") == "published":
            yield _fields(offer, company)


def _fields(offer: Mapping[str, Any], place: str) -> Fields:
    demands = offer.get("requirements") or ""
    where = [
        words(under(one, "city") or under(one, "name"), under(one, "country"))
        for one in offer.get("locations") or []
    ]
    read = fields_of(
        {
            "title": offer.get("title"),
            "company": offer.get("company_name"),
            "location": cities(*where)
            or words(offer.get("location"))
            or words(offer.get("city"), offer.get("country")),
            "url": offer.get("careers_url"),
            "id": f"recruitee-{place}-{words(offer.get('id'))}",
            "date": offer.get("published_at") or offer.get("created_at"),
            "workplace": _workplace(offer),
            "deadline": offer.get("close_at"),
            "department": offer.get("department"),
        }
    )
    salary = offer.get("salary")
    sums = under(salary, "min"), under(salary, "max")
    return replace(
        read,
        text=text_from(
            f"<div>{offer.get('description') or ''}</div>"
            + (f"<h2>Requirements</h2><div>{demands}</div>" if demands else "")
        ),
        pay=pay(*sums, under(salary, "currency"), period_of(under(salary, "period"))),
    )


def _workplace(offer: Mapping[str, Any]) -> str:
    """Hybrid before remote: a hybrid offer carries both marks; remote and on site is hybrid too."""
    if offer.get("remote") is True and offer.get("on_site") is True:
        return "hybrid"
    for mark, name in (("hybrid", "hybrid"), ("remote", "remote"), ("on_site", "onsite")):
        if offer.get(mark) is True:
            return name
    return ""


def _named(parts: SplitResult) -> str:
    company = (parts.hostname or "").removesuffix(_SITE)
    if company in (parts.hostname, *_NO_COMPANY):
        return ""
    path = steps(parts)
    return f"{company}/{path[1]}" if path[:1] == ["o"] and path[1:] else company


board = Board(
    name="recruitee",
    title="Recruitee",
    example="recruitee:NAME",
    adverts=adverts,
    documentation="https://docs.recruitee.com/reference/offers",
    named=_named,
)
