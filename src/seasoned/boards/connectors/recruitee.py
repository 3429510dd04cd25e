"""Recruitee: the public offers API of a company's career site. Description and demands are apart."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from seasoned.boards.board import Board, Get, pay, rows, under, words
from seasoned.market.structured import Fields, fields_of

API = "https://{}.recruitee.com/api/offers/"
_PERIODS = {"hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year"}


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every published offer."""
    reply = get(API.format(place))
    for offer in rows(reply.json, "offers", reply.address):
        if offer.get("status", "published") == "published":
            yield _fields(offer, place)


def _fields(offer: Mapping[str, Any], place: str) -> Fields:
    demands = offer.get("requirements") or ""
    read = fields_of(
        {
            "title": offer.get("title"),
            "description": f"<div>{offer.get('description') or ''}</div>"
            + (f"<h2>Requirements</h2><div>{demands}</div>" if demands else "<p></p>"),
            "company": offer.get("company_name") or place,
            "location": words(offer.get("location"))
            or words(offer.get("city"), offer.get("country")),
            "url": offer.get("careers_url"),
            "id": f"recruitee-{place}-{words(offer.get('id'))}",
            "date": offer.get("published_at") or offer.get("created_at"),
            "workplace": _workplace(offer),
        }
    )
    salary = offer.get("salary")
    stated = pay(
        under(salary, "min"),
        under(salary, "max"),
        under(salary, "currency"),
        _PERIODS.get(str(under(salary, "period")).lower(), ""),
    )
    return replace(read, pay=stated) if stated else read


def _workplace(offer: Mapping[str, Any]) -> str:
    """Hybrid before remote: a hybrid offer carries both marks."""
    for mark, name in (("hybrid", "hybrid"), ("remote", "remote"), ("on_site", "onsite")):
        if offer.get(mark) is True:
            return name
    return ""


board = Board(
    name="recruitee",
    title="Recruitee",
    example="recruitee:NAME",
    adverts=adverts,
    documentation="https://docs.recruitee.com/reference/offers",
)
