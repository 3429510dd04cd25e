"""Greenhouse: the public job board API. Its content is HTML escaped once, its pay is in cents.

No field tells the period of pay: it counts where the range's title does, or where only a year fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import SplitResult

from seasoned.boards.board import Board, Get, place_of, rows, steps, table
from seasoned.boards.values import Pay, cities, pay, period_of, text_from, under, widest, words
from seasoned.market.structured import Fields, fields_of

API = "https://boards-api.greenhouse.io/v1/boards/{}/jobs"
_SITES = ("boards.greenhouse.io", "job-boards.greenhouse.io")
_NO_CENTS = re.compile("BIF|CLP|DJF|GNF|ISK|JPY|KMF|KRW|PYG|RWF|UGX|VND|VUV|XAF|XOF|XPF")
"""Currencies without a hundredth: it is not documented what a cent of them is, so none is read."""
_YEARLY = 1_000_000
"""Cents above which no other period than a year fits, in the currencies that boards use."""


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every job of a board, which one answer holds, or the one that ``NAME/ID`` asks for."""
    company, one = place_of(place)
    if one:
        reply = get(f"{API.format(company)}/{one}?pay_transparency=true")
        yield _fields(table(reply.json, reply.address), company)
        return
    reply = get(f"{API.format(company)}?content=true&pay_transparency=true")
    for job in rows(reply.json, "jobs", reply.address):
        yield _fields(job, company)


def _fields(job: Mapping[str, Any], company: str) -> Fields:
    offices = [words(under(one, "location")) for one in job.get("offices") or []]
    read = fields_of(
        {
            "title": job.get("title"),
            "company": job.get("company_name"),
            "location": words(under(job, "location", "name")) or cities(*offices),
            "url": job.get("absolute_url"),
            "id": f"greenhouse-{company}-{words(job.get('id'))}",
            "date": job.get("first_published") or job.get("updated_at"),
            "deadline": job.get("application_deadline"),
            "department": words(*(under(one, "name") for one in job.get("departments") or [])),
        }
    )
    ranges = widest(map(_range, job.get("pay_input_ranges") or []))
    return replace(read, text=text_from(job.get("content")), pay=ranges)


def _range(stated: Any) -> Pay | None:
    low, high, currency = (under(stated, k) for k in ("min_cents", "max_cents", "currency_type"))
    if _NO_CENTS.fullmatch(words(currency).upper()):
        return None
    said = words(under(stated, "title"), text_from(under(stated, "blurb")))
    sums = [value for value in (low, high) if isinstance(value, int | float)]
    fits = "year" if sums and min(sums) >= _YEARLY else ""
    return pay(low, high, currency, period_of(said) or fits, cents=True)


def _named(parts: SplitResult) -> str:
    path = steps(parts)
    if parts.hostname not in _SITES or not path or path[0] == "embed":
        return ""
    return f"{path[0]}/{path[2]}" if path[1:2] == ["jobs"] and path[2:] else path[0]


board = Board(
    name="greenhouse",
    title="Greenhouse",
    example="greenhouse:NAME",
    adverts=adverts,
    documentation="https://developers.greenhouse.io/job-board.html",
    named=_named,
)
