"""How would a candidate read this advert? For whoever writes one: what to mend, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse

from seasoned.errors import UnknownId
from seasoned.market.posting import Posting
from seasoned.market.reviewing import Review, reviewed
from seasoned.web.advert import marked_by_flags
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import Page, show

LONGEST = 60_000
"""Characters of an advert that are read here; nothing is stored."""
COUNTED = (
    ("flags", "before", "To mend"),
    ("absent", "before-absent", "Not to be found"),
    ("musts", "before-musts", "Musts"),
    ("wishes", "before-wishes", "Wishes"),
    ("words", "before-words", "Words"),
)
"""What is counted before and after an edit: its key, its field in the form, and its name."""


def view(request: HttpRequest) -> HttpResponse:
    """An empty form, a kept advert (``?p=``), or the text that was sent, with its verdict."""
    desk = desk_of(request)
    if request.method != "POST":
        key = request.GET.get("p", "")
        return _page(request, desk, *_beside(_kept(desk, key))) if key else _page(request, desk)
    text = request.POST.get("text", "").replace("\r\n", "\n").strip()
    title, location = (request.POST.get(name, "").strip()[:300] for name in ("title", "location"))
    if not text:
        return _page(request, desk, wrong="There was nothing to read: paste the advert.")
    if len(text) > LONGEST:
        said = f"The text has {len(text):,} characters, and the limit is {LONGEST:,}."
        return _page(request, desk, text[:LONGEST], title, location, wrong=said)
    return _page(request, desk, text, title, location, before=request.POST)


def _page(
    request: HttpRequest,
    desk: Desk,
    text: str = "",
    title: str = "",
    location: str = "",
    *,
    wrong: str = "",
    before: Mapping[str, Any] | None = None,
) -> HttpResponse:
    context: dict[str, Any] = {"text": text, "wrong": wrong, "longest": LONGEST}
    context |= {"title": title, "location": location, "kept": desk.open_postings}
    if text and not wrong:
        review = reviewed(text, desk.content.skills, at=desk.at, title=title, location=location)
        context |= {
            "marked": any(flag.span.quote for flag in review.flags),
            "review": review,
            "counts": _counts(review, before or {}),
            "pieces": marked_by_flags(review.posting.text, review.flags),
        }
    return show(request, "improve.html", context, status=422 if wrong else 200)


def _counts(review: Review, before: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {"name": name, "field": field, "now": review.counts[key], "before": _number(before, field)}
        for key, field, name in COUNTED
    ]


def _number(typed: Mapping[str, Any], field: str) -> int | None:
    words = str(typed.get(field, ""))
    return int(words) if words.isascii() and words.isdigit() and len(words) < 7 else None


def _beside(kept: Posting) -> tuple[str, str, str]:
    return kept.text, kept.title, kept.location


def _kept(desk: Desk, key: str) -> Posting:
    for posting in desk.postings:
        if posting.id == key:
            return posting
    raise UnknownId("advert", key, [posting.id for posting in desk.postings])


page = Page(
    name="improve",
    address="market/improve/",
    question="How would a candidate read this advert?",
    view=view,
    under="market",
    order=28,
)
