"""Where do I begin? Three short steps, each of which may be skipped, to a first useful standing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from seasoned.errors import InputError
from seasoned.journeys import workspace
from seasoned.journeys.workspace import Imported
from seasoned.ladder.ladder import Ask
from seasoned.skills.skill import Area, Skill
from seasoned.store.people import ensure_person
from seasoned.web.answers import SeeOther, go, plural, posted, told
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import COOKIE, SAMPLE, Page, Route, show
from seasoned.web.uploads import MOST_BYTES, body_of, safe_name

BY_AREA = 2
LEVELS = {"0", "1", "2", "3", "4"}


def view(request: HttpRequest) -> HttpResponse:
    """The first-run path when nothing is known; else the standing."""
    desk = desk_of(request)
    if desk.known:
        return HttpResponseRedirect(reverse("standing"))
    return _page(request, desk)


def start(request: HttpRequest) -> HttpResponse:
    """The three steps, at any time."""
    return _page(request, desk_of(request))


def cv(request: HttpRequest) -> HttpResponse:
    """Read a CV, from a file or from pasted text; what it suggests waits for a yes."""
    desk = desk_of(request)
    try:
        found = _read(desk, request)
    except InputError as error:
        return _page(request, desk, cv_wrong=str(error), typed=request.POST, status=422)
    if found is None:
        said = "There was nothing to read: choose a file, or paste the text of your CV."
        return _page(request, desk, cv_wrong=said, status=422)
    level = "success" if found.suggested or found.known_before else "warning"
    return go(request, "start", _told(found), level=level, anchor="rate")


def rate(request: HttpRequest) -> HttpResponse:
    """Store the ratings given; whatever is skipped stays unknown."""
    desk = desk_of(request)
    given = {
        name.removeprefix("rate-"): float(level)
        for name, level in request.POST.items()
        if name.startswith("rate-") and level in LEVELS
    }
    known = {skill: level for skill, level in given.items() if skill in desk.content.skills}
    if not known:
        return go(request, "start", "All skipped, which is fine.", level="info", anchor="adverts")
    workspace.rate(desk.person, known, at=desk.at)
    return go(request, "start", f"{plural(len(known), 'rating')} noted.", anchor="adverts")


def sample(request: HttpRequest) -> HttpResponse:
    """Show the sample person, who has a record of their own."""
    from seasoned.journeys.sample import load_sample

    load_sample(ensure_person(SAMPLE), at=desk_of(request).at)
    answer = SeeOther(reverse("standing"))
    answer.set_cookie(COOKIE, SAMPLE, httponly=True, samesite="Strict")
    return answer


def own(request: HttpRequest) -> HttpResponse:
    """Back from the sample person to one's own record."""
    answer = told(request, SeeOther(reverse("first")), "Back to your own record.", "success")
    answer.delete_cookie(COOKIE, samesite="Strict")
    return answer


def _page(request: HttpRequest, desk: Desk, *, status: int = 200, **extra: Any) -> HttpResponse:
    rated = {
        o.skill for p in desk.profile.evidence if p.kind == "self-rating" for o in p.observations
    }
    context = {
        "desk": desk,
        "rows": list(skills_to_rate(desk, rated)),
        "rated": len(rated),
        "found": len([p for p in desk.profile.evidence if p.kind != "self-rating"]),
        "waiting": len(desk.waiting),
        "adverts": len(desk.open_postings),
        "limit": MOST_BYTES // 1024 // 1024,
        "typed": {},
        **extra,
    }
    return show(request, "first.html", context, status=status)


def skills_to_rate(desk: Desk, rated: set[str]) -> Iterator[Skill]:
    """Two skills of each area that musts ask most, early stages before late ones, the CV's first."""
    named = {skill for piece in desk.profile.evidence for skill in piece.skills}
    stages = [stage.id for stage in desk.ladder.stages]
    asked: Counter[str] = Counter()
    for e in desk.ladder.expectations:
        if e.ask is Ask.MUST and e.skill:
            asked[e.skill] += 2 ** (len(stages) - stages.index(e.stage))
    for area in Area:
        free = [
            skill
            for skill in desk.content.skills.values()
            if skill.area is area and skill.id not in rated
        ]
        free.sort(key=lambda s: (s.id not in named, -asked[s.id], s.id))
        yield from free[:BY_AREA]


def _read(desk: Desk, request: HttpRequest) -> Imported | None:
    upload, text = request.FILES.get("file"), request.POST.get("text", "").strip()
    if upload is not None:
        body, name = body_of(upload), safe_name(upload.name or "cv")
    elif text:
        body, name = text.encode(), "pasted.txt"
    else:
        return None
    return workspace.import_cv(desk.person, body, name=name, at=desk.at)


def _told(found: Imported) -> str:
    parts = []
    if found.suggested:
        parts.append(f"{plural(len(found.suggested), 'suggestion')} found; they wait for your yes.")
    elif found.known_before:
        parts.append("Everything in it was known already.")
    else:
        parts.append("The text was read, but no skill we know was found in it.")
    return " ".join([*parts, *found.resume.notes[:2]])


page = Page(
    name="first",
    address="",
    question="Where do I begin?",
    view=view,
    order=0,
    routes=(
        Route(name="start", address="start/", view=start),
        Route(name="start-cv", address="start/cv/", view=posted("start")(cv)),
        Route(name="start-rate", address="start/rate/", view=posted("start")(rate)),
        Route(name="sample", address="start/sample/", view=posted("start")(sample)),
        Route(name="own", address="start/own/", view=posted("first")(own)),
    ),
)
