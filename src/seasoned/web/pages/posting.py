"""What does this advert ask? Its text with every term marked, and how it meets the person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from seasoned.charts.market import role_mix
from seasoned.errors import InvalidValue, UnknownId
from seasoned.market.correcting import corrected, read_again
from seasoned.market.posting import Posting, Requirement, Strength
from seasoned.planning.matching import held_of, match
from seasoned.profile.standing import Estimate, Standing
from seasoned.store.postings import change_posting
from seasoned.web.advert import SAYINGS, pieces_of
from seasoned.web.answers import go, posted
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import Page, Route, show


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One requirement beside what is known of the person."""

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
    """Correct what the advert is called and where it is from."""
    desk = desk_of(request)
    found = _found(desk, posting)
    about = About(request.POST)
    if not about.is_valid():
        return _page(request, desk, found, about, status=422)
    change_posting(desk.person, posting, lambda p: replace(p, **about.cleaned_data))
    return go(request, "posting", "Corrected.", posting=posting)


def say(request: HttpRequest, posting: str) -> HttpResponse:
    """Say how one term of the text is asked: ``12:preferred``, or ``12:alone`` for no alternative."""
    desk = desk_of(request)
    found = _found(desk, posting)
    try:
        place, strength, alone = _said(found, request.POST.get("say", ""))
        change_posting(desk.person, posting, lambda p: corrected(p, place, strength, alone=alone))
    except InvalidValue as error:
        return go(request, "posting", str(error), level="error", posting=posting)
    words = next(n.span.quote for n in found.named if n.span.start == place)
    told = "stands by itself now" if alone else f"is {dict(SAYINGS)[strength]} now"
    return go(
        request,
        "posting",
        f"“{words}” {told}; gap and match count it so.",
        anchor=f"t{place}",
        posting=posting,
    )


def again(request: HttpRequest, posting: str) -> HttpResponse:
    """Read the text again with the vocabulary of today; corrections stay."""
    desk = desk_of(request)
    _found(desk, posting)
    skills = desk.content.skills
    change_posting(desk.person, posting, lambda p: read_again(p, skills, at=desk.at))
    return go(request, "posting", "Read again; your corrections were kept.", posting=posting)


def _page(
    request: HttpRequest, desk: Desk, found: Posting, about: About | None, *, status: int = 200
) -> HttpResponse:
    standing = desk.step().standing
    rows = [_asked(desk, one, standing) for one in found.requirements]
    context: dict[str, Any] = {
        "posting": found,
        "where": [w for w in (found.company, found.location, found.workplace) if w],
        "pieces": pieces_of(found),
        "sayings": SAYINGS,
        "required": [r for r in rows if r.one.strength is Strength.REQUIRED],
        "preferred": [r for r in rows if r.one.strength is Strength.PREFERRED],
        "others": [r for r in rows if r.one.strength in (Strength.DUTY, Strength.MENTIONED)],
        "rows": rows,
        "match": match(found, standing),
        "mix": [s for s in found.role_mix if s.share > 0],
        "mix_wide": role_mix(found.role_mix) if any(s.share for s in found.role_mix) else None,
        "mix_narrow": role_mix(found.role_mix, narrow=True),
        "about": about or About(initial={n: getattr(found, n) for n in About.base_fields}),
        "editing": about is not None,
        "unknown": list(dict.fromkeys(one.surface for one in found.unknown)),
        "old": bool(found.requirements) and not found.named,
    }
    return show(request, "posting.html", context, status=status)


def _found(desk: Desk, key: str) -> Posting:
    for posting in desk.postings:
        if posting.id == key:
            return posting
    raise UnknownId("advert", key, [posting.id for posting in desk.postings])


def _asked(desk: Desk, one: Requirement, standing: Standing) -> Asked:
    held = held_of(one, standing) if one.any_of else None
    known = held if held and held.have else None
    return Asked(
        one=one,
        names=" or ".join(desk.named(skill) for skill in one.any_of),
        skill=known.skill if known else "",
        have=known.have if known else None,
        probability=known.probability if known else None,
    )


def _said(found: Posting, typed: str) -> tuple[int, Strength, bool]:
    place, _, what = typed.partition(":")
    known = [s.value for s in Strength]
    if not place.isascii() or not place.isdigit() or what not in (*known, "alone"):
        raise InvalidValue("say", typed, f"a place and one of {', '.join((*known, 'alone'))}")
    term = next((n for n in found.named if n.span.start == int(place)), None)
    now = term.strength if term else Strength.MENTIONED
    return int(place), now if what == "alone" else Strength(what), what == "alone"


page = Page(
    name="posting",
    address="market/<str:posting>/",
    question="What does this advert ask?",
    view=view,
    under="market",
    order=31,
    routes=tuple(
        Route(name=name, address=f"market/<str:posting>/{path}/", view=posted("market")(does))
        for name, path, does in (
            ("posting-edit", "correct", edit),
            ("posting-say", "say", say),
            ("posting-again", "again", again),
        )
    ),
)
