"""What does this advert ask? Its text with the words that ask marked, and how it meets the person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from seasoned.charts.market import role_mix
from seasoned.errors import UnknownId
from seasoned.market.posting import Posting, Requirement, Span, Strength
from seasoned.profile.standing import Estimate
from seasoned.store.postings import change_posting
from seasoned.web.answers import go, posted
from seasoned.web.desk import Desk, desk_of
from seasoned.web.matching import match_of, met_with
from seasoned.web.page import Page, Route, show

STRENGTHS = [(s.value, s.value) for s in Strength] + [("drop", "not asked")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the text; ``kind`` empty where nothing is read from it."""

    text: str
    kind: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One requirement beside what is known of the person."""

    number: int
    one: Requirement
    names: str
    skill: str
    have: Estimate | None
    probability: float | None


class About(forms.Form):
    """What an advert is called and where it is from."""

    title = forms.CharField(max_length=300)
    company = forms.CharField(max_length=300, required=False)
    location = forms.CharField(max_length=300, required=False)
    workplace = forms.CharField(
        max_length=60, required=False, help_text="Remote, hybrid or on site."
    )
    url = forms.URLField(max_length=2000, required=False, label="Address", assume_scheme="https")


def view(request: HttpRequest, posting: str) -> HttpResponse:
    """One advert."""
    desk = desk_of(request)
    return _page(request, desk, _found(desk, posting), None)


def edit(request: HttpRequest, posting: str) -> HttpResponse:
    """Correct what was read: its name, place and how strongly each thing is asked."""
    desk = desk_of(request)
    found = _found(desk, posting)
    about = About(request.POST)
    if not about.is_valid():
        return _page(request, desk, found, about, status=422)
    kept = tuple(_corrected(found, request.POST))
    change_posting(
        desk.person, posting, lambda p: replace(p, requirements=kept, **about.cleaned_data)
    )
    return go(request, "posting", "Corrected.", posting=posting)


def _page(
    request: HttpRequest, desk: Desk, found: Posting, about: About | None, *, status: int = 200
) -> HttpResponse:
    levels = desk.step().standing.skills
    rows = [_asked(desk, n, one, levels) for n, one in enumerate(found.requirements)]
    context: dict[str, Any] = {
        "posting": found,
        "where": [w for w in (found.company, found.location, found.workplace) if w],
        "pieces": list(pieces_of(found, desk)),
        "required": [r for r in rows if r.one.strength is Strength.REQUIRED],
        "preferred": [r for r in rows if r.one.strength is Strength.PREFERRED],
        "others": [r for r in rows if r.one.strength in (Strength.DUTY, Strength.MENTIONED)],
        "rows": rows,
        "match": match_of(found, levels),
        "mix": [s for s in found.role_mix if s.share > 0],
        "mix_wide": role_mix(found.role_mix) if any(s.share for s in found.role_mix) else None,
        "mix_narrow": role_mix(found.role_mix, narrow=True),
        "about": about or About(initial={n: getattr(found, n) for n in About.base_fields}),
        "editing": about is not None,
        "strengths": STRENGTHS,
    }
    return show(request, "posting.html", context, status=status)


def _found(desk: Desk, key: str) -> Posting:
    for posting in desk.postings:
        if posting.id == key:
            return posting
    raise UnknownId("advert", key, [posting.id for posting in desk.postings])


def _asked(desk: Desk, number: int, one: Requirement, levels: dict[str, Estimate]) -> Asked:
    known = [skill for skill in one.any_of if skill in levels]
    best = max(known, key=lambda skill: levels[skill].level, default="")
    return Asked(
        number=number,
        one=one,
        names=" or ".join(desk.named(skill) for skill in one.any_of),
        skill=best,
        have=levels.get(best),
        probability=met_with(one, levels),
    )


def _corrected(found: Posting, typed: Any) -> Iterator[Requirement]:
    for number, one in enumerate(found.requirements):
        chosen = typed.get(f"strength-{number}", one.strength.value)
        if chosen in [s.value for s in Strength]:
            yield replace(one, strength=Strength(chosen))
        elif chosen != "drop":
            yield one


def pieces_of(found: Posting, desk: Desk) -> Iterator[Piece]:
    """The text cut at what was read from it; where two readings overlap, the first stands."""
    place = 0
    for span, kind, label in sorted(_spans(found, desk), key=lambda s: (s[0].start, -s[0].end)):
        if span.start < place or span.end > len(found.text) or span.start >= span.end:
            continue
        if span.start > place:
            yield Piece(text=found.text[place : span.start])
        yield Piece(text=found.text[span.start : span.end], kind=kind, label=label)
        place = span.end
    if place < len(found.text):
        yield Piece(text=found.text[place:])


def _spans(found: Posting, desk: Desk) -> Iterator[tuple[Span, str, str]]:
    together: dict[tuple[int, int], tuple[Span, str, list[str]]] = {}
    for one in found.requirements:
        key = (one.span.start, one.span.end)
        kept = together.setdefault(key, (one.span, one.strength.value, []))
        kept[2].append(" or ".join(desk.named(skill) for skill in one.any_of))
    for span, kind, names in together.values():
        yield span, kind, f"{kind}: {', '.join(dict.fromkeys(names))}"
    for years in found.years:
        yield years.span, "years", f"years: {years.lower:g}"
    for degree in found.degrees:
        yield degree.span, "degree", f"degree: {degree.degree}"
    if found.salary:
        yield found.salary.span, "pay", "pay as stated"
    for share in found.role_mix:
        for span in share.spans:
            yield span, "work", f"work: {share.role}"


page = Page(
    name="posting",
    address="market/<str:posting>/",
    question="What does this advert ask?",
    view=view,
    under="market",
    order=31,
    routes=(
        Route(
            name="posting-edit",
            address="market/<str:posting>/correct/",
            view=posted("market")(edit),
        ),
    ),
)
