"""Any page: schema.org JobPosting in it, else those of the job pages it links to, else its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from seasoned.boards.board import Board, Get, Reply
from seasoned.boards.values import under
from seasoned.documents.html import html_text, json_ld, looks_like_html
from seasoned.documents.reading import read_bytes
from seasoned.errors import SourceError
from seasoned.market.structured import Fields, fields_of, job_postings

MOST_LINKS = 50
"""Job pages that are followed from one page: at one a second, most of a minute."""
_LINK = re.compile(r"""<a\b[^>]*\bhref\s*=\s*["']([^"'<>]{2,400})["']""", re.I)
_JOB = re.compile(
    r"/[^/]*(?:job|career|position|vacanc|opening|opportunit|role|stelle|karriere|emploi|offre|"
    r"empleo|oferta|vacature)[^/]*/[^/]*\w",
    re.I,
)
"""Paths one step below a list of jobs: the list itself, and a careers page, are no adverts."""
_DOCUMENTS = (b"%PDF-", b"PK\x03\x04")


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Adverts that the page states as data, those one link away, or the page as one advert."""
    reply = get(place)
    if reply.body.startswith(_DOCUMENTS):
        yield Fields(text=read_bytes(reply.body, reply.address).text, url=reply.address)
        return
    found = list(stated(reply))
    if not found:
        found = [one for link in _links(reply) for one in _followed(link, get)]
    yield from found or [whole(reply)]


def stated(reply: Reply) -> Iterator[Fields]:
    """The adverts that a page states as data, each with the page's address."""
    for record in job_postings(json_ld(reply.text)):
        read = fields_of(record)
        if read.text:
            yield replace(read, url=urljoin(reply.address, read.url or reply.address))


def _followed(link: str, get: Get) -> list[Fields]:
    """Adverts of a page linked to; one that fails costs only itself."""
    try:
        return list(stated(get(link)))
    except SourceError:
        return []


def _links(reply: Reply) -> list[str]:
    """Addresses of the jobs that the page lists as data, else of those that it links to."""
    listed = (_absolute(reply, one) for one in _listed(json_ld(reply.text)))
    linked = (_absolute(reply, unescape(href)) for href in _LINK.findall(reply.text))
    host = urlsplit(reply.address).netloc
    jobs = (u for u in linked if u and urlsplit(u).netloc == host and _JOB.search(urlsplit(u).path))
    found = list(dict.fromkeys(filter(None, listed))) or list(dict.fromkeys(jobs))
    return [u for u in found if u != reply.address][:MOST_LINKS]


def _absolute(reply: Reply, link: str) -> str:
    """The whole address of a link, without its fragment; empty for what is none."""
    try:
        address = urljoin(reply.address, link.strip()).split("#", 1)[0]
        return address if urlsplit(address).hostname else ""
    except ValueError:
        return ""


def _listed(things: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Addresses in an ItemList, which names the pages of its items."""
    for thing in things:
        if thing.get("@type") == "ItemList":
            for item in thing.get("itemListElement") or ():
                inner = under(item, "url") or under(item, "item", "url") or under(item, "item")
                if isinstance(inner, str):
                    yield inner


def whole(reply: Reply) -> Fields:
    """The page as one advert, by its words."""
    title = re.search(r"<title[^>]*>([^<]{2,200})</title>", reply.text, re.I)
    return Fields(
        title=" ".join(title[1].split()) if title else "",
        text=html_text(reply.text) if looks_like_html(reply.text) else reply.text,
        url=reply.address,
    )


board = Board(
    name="page",
    title="Any web page",
    example="https://example.org/jobs/1",
    adverts=adverts,
    documentation="https://schema.org/JobPosting",
)
