"""Any page: schema.org JobPosting in it, else those of the job pages it links to, else its text."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from seasoned.boards.board import Board, Get, Reply
from seasoned.documents.html import html_text, json_ld
from seasoned.errors import SourceError
from seasoned.market.structured import Fields, fields_of, job_postings

MOST_LINKS = 25
"""Job pages that are followed from one page."""
_LINK = re.compile(r"""<a\b[^>]*\bhref\s*=\s*["']([^"'#]{2,400})["']""", re.I)
_JOB = re.compile(
    r"job|career|position|vacanc|opening|stelle|karriere|emploi|offre|empleo|vacature", re.I
)


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Adverts that the page states as data, those one link away, or the page as one advert."""
    reply = get(place)
    found = list(_stated(reply))
    if not found:
        found = [one for link in _links(reply) for one in _followed(link, get)]
    yield from found or [_whole(reply)]


def _stated(reply: Reply) -> Iterator[Fields]:
    for record in job_postings(json_ld(reply.text)):
        read = fields_of(record)
        if read.text:
            yield fields_of({**record, "url": record.get("url") or reply.address})


def _followed(link: str, get: Get) -> list[Fields]:
    """Adverts of a page linked to; one that fails costs only itself."""
    try:
        return list(_stated(get(link)))
    except SourceError:
        return []


def _links(reply: Reply) -> list[str]:
    host = urlsplit(reply.address).netloc
    links = (urljoin(reply.address, href) for href in _LINK.findall(reply.text))
    jobs = (u for u in links if urlsplit(u).netloc == host and _JOB.search(urlsplit(u).path))
    return [u for u in dict.fromkeys(jobs) if u != reply.address][:MOST_LINKS]


def _whole(reply: Reply) -> Fields:
    title = re.search(r"<title[^>]*>([^<]{2,200})</title>", reply.text, re.I)
    return Fields(
        title=" ".join(title[1].split()) if title else "",
        text=html_text(reply.text),
        url=reply.address,
    )


board = Board(
    name="page",
    title="Any web page",
    example="https://example.org/jobs/1",
    adverts=adverts,
    documentation="https://schema.org/JobPosting",
)
