"""What does the market ask? The adverts, what they ask together, and what kind of work it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse

from seasoned.charts.market import demand_bars, role_mix
from seasoned.errors import SeasonedError
from seasoned.journeys import workspace
from seasoned.journeys.workspace import Added
from seasoned.market.demand import Demand, demand, role_mix_of
from seasoned.market.posting import Posting, RoleShare
from seasoned.planning.matching import Match
from seasoned.store.postings import archive_posting, load_posting
from seasoned.web.advice import next_move
from seasoned.web.answers import back, plural, posted
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import Page, Route, show
from seasoned.web.uploads import on_disk

DRAWN = 15
LONGEST_FEED = 2_000
LONGEST = 400_000
"""Characters of one pasted advert; the longest real ones have about fifteen thousand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One advert in the list."""

    posting: Posting
    mix: tuple[RoleShare, ...]
    asked: int
    match: Match


def view(request: HttpRequest) -> HttpResponse:
    """The list, the demand and the form."""
    return _page(request, desk_of(request))


def add(request: HttpRequest) -> HttpResponse:
    """Read pasted text or uploaded files; what cannot be read is said, the rest is kept."""
    desk = desk_of(request)
    text = request.POST.get("text", "").strip()
    files = request.FILES.getlist("files")
    feed = request.POST.get("feed", "").strip()
    if len(text) > LONGEST:
        said = f"The text has {len(text):,} characters and the limit is {LONGEST:,}; cut it to one advert."
        return _page(request, desk, typed=request.POST, wrong=said, status=422)
    if not text and not files and not feed:
        said = (
            "There was nothing to read: paste the text of an advert, choose files, or name a board."
        )
        return _page(request, desk, typed=request.POST, wrong=said, status=422)
    added = _together(_read(desk, request, text, files), _fetched(desk, feed))
    if not added.ids and added.problems:
        return _page(request, desk, typed=request.POST, wrong=" ".join(added.problems), status=422)
    level = "warning" if added.problems else "success"
    return back(request, "market", _told(added, desk.person), level=level)


def archive(request: HttpRequest, posting: str) -> HttpResponse:
    """Leave an advert out, or bring it back."""
    archived = request.POST.get("archived") != "no"
    archive_posting(desk_of(request).person, posting, archived=archived)
    said = "Set aside; nothing counts it now." if archived else "It counts again."
    return back(request, "market", said)


def _page(
    request: HttpRequest, desk: Desk, *, typed: Any = None, wrong: str = "", status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {"typed": typed or {}, "wrong": wrong, **_listed(desk)}
    context["move"] = next_move(desk, here="market") if desk.open_postings else None
    return show(request, "market.html", context, status=status)


def _listed(desk: Desk) -> dict[str, Any]:
    archived = [posting for posting in desk.postings if posting.archived]
    if not desk.open_postings:
        return {"archived": archived}
    ranked = desk.ranking()
    asked = demand(desk.open_postings)
    counted = [ranked.postings[one.posting] for one in ranked.matches]
    return {
        "rows": [
            _row(posting, one)
            for posting, one in zip(counted, ranked.matches, strict=True)
            if not posting.archived
        ],
        "archived": archived,
        "demand": asked,
        "skills": desk.content.skills,
        "levels": ranked.standing.skills,
        **_demand_charts(desk, asked[:DRAWN]),
        **_mix_charts(role_mix_of(desk.open_postings)),
    }


def _demand_charts(desk: Desk, top: Sequence[Demand]) -> dict[str, Any]:
    bars = [(desk.named(d.skill), d.share, d.low, d.high) for d in top]
    return {"wide": demand_bars(bars), "narrow": demand_bars(bars, narrow=True)} if bars else {}


def _mix_charts(mix: Sequence[RoleShare]) -> dict[str, Any]:
    if not mix:
        return {}
    return {
        "mix": [share for share in mix if share.share > 0],
        "mix_wide": role_mix(mix),
        "mix_narrow": role_mix(mix, narrow=True),
    }


def _row(posting: Posting, match: Match) -> Row:
    mix = sorted((s for s in posting.role_mix if s.share >= 10), key=lambda s: -s.share)
    return Row(
        posting=posting,
        mix=tuple(mix[:3]),
        asked=len(posting.asked),
        match=match,
    )


def _read(desk: Desk, request: HttpRequest, text: str, files: list[Any]) -> Added:
    title, source = (request.POST.get(name, "").strip()[:300] for name in ("title", "source"))
    pasted = Added(ids=(), known_before=0, problems=())
    if text:
        pasted = workspace.add_advert_text(desk.person, text, title=title, source=source)
    with on_disk(files) as (paths, problems):
        uploaded = workspace.add_adverts(desk.person, paths)
    return Added(
        ids=(*pasted.ids, *uploaded.ids),
        known_before=pasted.known_before + uploaded.known_before,
        problems=(*problems, *pasted.problems, *uploaded.problems),
    )


def _fetched(desk: Desk, feed: str) -> Added:
    """Adverts of a board or an address, asked for now; what goes wrong there is a problem."""
    nothing = Added(ids=(), known_before=0, problems=())
    if not feed:
        return nothing
    from seasoned.journeys.boards import add_fetched, is_source

    try:
        if len(feed) <= LONGEST_FEED and is_source(feed):
            return add_fetched(desk.person, [feed], at=desk.at)
    except SeasonedError as error:
        return replace(nothing, problems=(str(error),))
    said = f"{feed[:80]!r} is no board or address: write it like greenhouse:NAME or https://..."
    return replace(nothing, problems=(said,))


def _together(one: Added, other: Added) -> Added:
    return Added(
        ids=(*one.ids, *other.ids),
        known_before=one.known_before + other.known_before,
        problems=(*one.problems, *other.problems),
    )


def _told(added: Added, person: int) -> str:
    parts = [f"{plural(len(added.ids), 'advert')} added." if added.ids else ""]
    silent = sum(load_posting(person, key).asks_nothing for key in added.ids)
    if silent:
        which = "It states" if len(added.ids) == 1 else f"{silent} of them state"
        parts.append(f"{which} no requirement, so nothing is added to a gap.")
    if added.known_before:
        parts.append(f"{plural(added.known_before, 'advert')} you had already.")
    parts += added.problems[:3]
    return " ".join(filter(None, parts))


page = Page(
    name="market",
    address="market/",
    question="What does the market ask?",
    view=view,
    menu="Market",
    order=30,
    routes=(
        Route(name="market-add", address="market/add/", view=posted("market")(add)),
        Route(
            name="posting-archive",
            address="market/<str:posting>/archive/",
            view=posted("market")(archive),
        ),
    ),
)
