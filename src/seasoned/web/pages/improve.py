"""How would a candidate read this advert? For whoever writes one: what to mend, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse

from seasoned.errors import UnknownId
from seasoned.market.posting import Posting, Strength
from seasoned.market.reading import read_posting
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import Page, show

LONGEST = 60_000
"""Characters of an advert that are read here; nothing is stored."""


def view(request: HttpRequest) -> HttpResponse:
    """An empty form, a kept advert (``?p=``), or the text that was sent, with its verdict."""
    desk = desk_of(request)
    if request.method != "POST":
        kept = request.GET.get("p", "")
        return _page(request, desk, _kept(desk, kept).text if kept else "")
    text = request.POST.get("text", "").replace("\r\n", "\n").strip()
    if not text:
        return _page(request, desk, "", wrong="There was nothing to read: paste the advert.")
    if len(text) > LONGEST:
        said = f"The text has {len(text):,} characters, and the limit is {LONGEST:,}."
        return _page(request, desk, text[:LONGEST], wrong=said)
    return _page(request, desk, text, before=request.POST.get("before", ""))


def _page(
    request: HttpRequest, desk: Desk, text: str, *, wrong: str = "", before: str = ""
) -> HttpResponse:
    context: dict[str, Any] = {"text": text, "wrong": wrong, "longest": LONGEST}
    if text and not wrong:
        read = read_posting(text, skills=desk.content.skills, at=desk.at)
        context |= {
            "read": read,
            "flags": read.flags,
            "lacks": list(_lacks(read)),
            "musts": _terms(read, Strength.REQUIRED),
            "wishes": _terms(read, Strength.PREFERRED),
            "words": len(text.split()),
            "before": int(before) if before.isascii() and before.isdigit() else None,
        }
    return show(request, "improve.html", context, status=422 if wrong else 200)


def _kept(desk: Desk, key: str) -> Posting:
    for posting in desk.postings:
        if posting.id == key:
            return posting
    raise UnknownId("advert", key, [posting.id for posting in desk.postings])


def _terms(read: Posting, strength: Strength) -> list[str]:
    """Each thing asked in a candidate's words, alternatives together."""
    return [" or ".join(r.terms) for r in read.requirements if r.strength is strength and r.terms]


def _lacks(read: Posting) -> Iterator[str]:
    """What a candidate looks for and does not find."""
    if read.salary is None:
        yield "what it pays"
    if not read.location and not read.workplace:
        yield "where the work is done"
    if not read.seniority:
        yield "at which level it is"
    if not read.role_mix:
        yield "what one will do all day"
    if read.asks_nothing:
        yield "what is asked"


page = Page(
    name="improve",
    address="market/improve/",
    question="How would a candidate read this advert?",
    view=view,
    under="market",
    order=28,
)
