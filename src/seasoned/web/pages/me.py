"""What does Seasoned know about me? Everything kept, with the way to change, take and erase it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from seasoned.errors import InvalidValue
from seasoned.journeys import workspace
from seasoned.journeys.hats import hats_from
from seasoned.profile.hats import hats_of, mixes_over_time
from seasoned.profile.person import Degree, Education, Leave, Role
from seasoned.store import people, places
from seasoned.store.keeping import erase_person, export_person
from seasoned.store.notes import list_notes
from seasoned.store.snapshots import list_snapshots
from seasoned.web.answers import download, go, posted
from seasoned.web.desk import Desk, desk_of, forget
from seasoned.web.page import Page, Route, show
from seasoned.web.pages.record import skill_choices

WORD = "erase"
SHOWN = 12
DEGREES = [
    ("none", "no degree"), ("first", "first degree, such as a bachelor's"),
    ("higher", "higher degree, such as a master's"), ("doctorate", "doctorate"),
]  # fmt: skip


def _day(label: str, **extra: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%Y-%m", "%Y"],
        **extra,
    )


class Ordered(forms.Form):
    """A start and an end, the end not before the start."""

    def clean(self) -> dict[str, Any]:
        """Say so when the end lies before the start."""
        cleaned: dict[str, Any] = super().clean() or {}
        start, end = cleaned.get("start"), cleaned.get("end")
        if start and end and end < start:
            self.add_error("end", "The end lies before the start.")
        return cleaned


class RoleForm(Ordered):
    """A role, of any kind."""

    title = forms.CharField(max_length=300, label="What was the role?")
    organisation = forms.CharField(max_length=300, required=False, label="Where?")
    kind = forms.CharField(
        max_length=100, required=False, label="What kind of role?",
        help_text="Any word: economist, analyst, engineer, lead ...",
    )  # fmt: skip
    start = _day("From")
    end = _day("Until", required=False, help_text="Empty when it is still going on.")
    summary = forms.CharField(
        max_length=4000, required=False, label="What did you do there?",
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    skills = forms.MultipleChoiceField(
        required=False, label="Skills used in it",
        help_text="Hold Ctrl or Cmd to choose several. They count with the time you used them.",
        widget=forms.SelectMultiple(attrs={"size": 8}),
    )  # fmt: skip

    hats = forms.CharField(
        max_length=2000, required=False, label="Which hats do you wear in it?",
        help_text="One a line with its per cent, such as: tech lead 30. They make 100 in all; "
        "empty for one hat. Where the mix changed, add the role twice, one span after the other.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def __init__(self, *args: Any, choices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["skills"].choices = choices  # type: ignore[attr-defined]

    def clean_hats(self) -> dict[str, float]:
        """Hats with their shares."""
        try:
            return hats_from(self.cleaned_data["hats"].splitlines())
        except InvalidValue as fault:
            raise forms.ValidationError(str(fault)) from None


class EducationForm(forms.Form):
    """A course of study."""

    degree = forms.ChoiceField(choices=DEGREES)
    field = forms.CharField(max_length=300, required=False, label="In what?")
    institution = forms.CharField(max_length=300, required=False, label="Where?")
    year = forms.IntegerField(min_value=1940, max_value=2100, required=False, label="Finished in")


class LeaveForm(Ordered):
    """Time away; no reason is asked."""

    start = _day("From")
    end = _day("Until")


class AboutForm(forms.Form):
    """The person's name, for greeting alone, and what they are drawn to."""

    name = forms.CharField(
        max_length=200, required=False, label="What should you be called?",
        help_text="It enters no number.",
    )  # fmt: skip
    interests = forms.MultipleChoiceField(
        required=False, label="Skills you are drawn to",
        help_text="Hold Ctrl or Cmd to choose several. Deepen, widen and the plan follow them.",
        widget=forms.SelectMultiple(attrs={"size": 8}),
    )  # fmt: skip

    def __init__(self, *args: Any, choices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["interests"].choices = choices  # type: ignore[attr-defined]


def view(request: HttpRequest) -> HttpResponse:
    """Everything that is kept."""
    return _page(request, desk_of(request))


def about(request: HttpRequest) -> HttpResponse:
    """Store the name and the interests."""
    desk = desk_of(request)
    form = AboutForm(request.POST, choices=_skills(desk))
    if not form.is_valid():
        return _page(request, desk, about=form, status=422)
    people.set_name(desk.person, form.cleaned_data["name"])
    wishes = people.load_profile(desk.person).wishes
    interests = tuple(form.cleaned_data["interests"])
    people.save_wishes(desk.person, replace(wishes, interests=interests))
    return go(request, "me", "Noted.")


def add_role(request: HttpRequest) -> HttpResponse:
    """Add a role; what it says about its skills counts at once."""
    desk = desk_of(request)
    form = RoleForm(request.POST, choices=_skills(desk))
    if not form.is_valid():
        return _page(request, desk, role=form, status=422)
    typed = {**form.cleaned_data, "skills": tuple(form.cleaned_data["skills"])}
    try:
        workspace.add_role(desk.person, Role(**typed), at=desk.at)
    except InvalidValue as fault:
        form.add_error(fault.field, str(fault))
        return _page(request, desk, role=form, status=422)
    return go(request, "me", "The role is noted.", anchor="roles")


def add_education(request: HttpRequest) -> HttpResponse:
    """Add a course of study."""
    desk = desk_of(request)
    form = EducationForm(request.POST)
    if not form.is_valid():
        return _page(request, desk, education=form, status=422)
    new = Education(**{**form.cleaned_data, "degree": Degree(form.cleaned_data["degree"])})
    people.save_education(desk.person, (*people.load_profile(desk.person).education, new))
    return go(request, "me", "Noted.", anchor="education")


def add_leave(request: HttpRequest) -> HttpResponse:
    """Add time away."""
    desk = desk_of(request)
    form = LeaveForm(request.POST)
    if not form.is_valid():
        return _page(request, desk, leave=form, status=422)
    new = Leave(**form.cleaned_data)
    people.save_leaves(desk.person, (*people.load_profile(desk.person).leaves, new))
    return go(request, "me", "Noted. The clock stands still in it.", anchor="leaves")


def remove(request: HttpRequest, what: str, number: int) -> HttpResponse:
    """Take a role, a course of study or a leave off the list."""
    desk = desk_of(request)
    profile = people.load_profile(desk.person)
    if what == "roles":
        people.save_roles(desk.person, _without(profile.roles, number))
    elif what == "education":
        people.save_education(desk.person, _without(profile.education, number))
    elif what == "leaves":
        people.save_leaves(desk.person, _without(profile.leaves, number))
    said = "Taken off. What it said as evidence stays in the evidence list until dropped there."
    return go(request, "me", said if what == "roles" else "Taken off.")


def export(request: HttpRequest) -> HttpResponse:
    """Everything as one JSON file."""
    body = json.dumps(export_person(desk_of(request).person), ensure_ascii=False, indent=2)
    return download(body.encode(), "seasoned-export.json", "application/json")


def erase(request: HttpRequest) -> HttpResponse:
    """Remove everything, when the word was typed."""
    desk = desk_of(request)
    if request.POST.get("word", "").strip().lower() != WORD:
        wrong = f"Nothing was erased: type the word “{WORD}” to confirm."
        return _page(request, desk, erase_wrong=wrong, status=422)
    erased = erase_person(desk.person)
    forget()
    return go(request, "start", erased.words)


def _page(request: HttpRequest, desk: Desk, *, status: int = 200, **forms_: Any) -> HttpResponse:
    profile, skills = desk.profile, _skills(desk)
    initial = {"name": profile.name, "interests": list(profile.wishes.interests)}
    context: dict[str, Any] = {
        "profile": profile,
        "skills": desk.content.skills,
        "counts": (len(desk.confirmed), len(desk.waiting), len(desk.postings)),
        "about": AboutForm(initial=initial, choices=skills),
        "role": RoleForm(choices=skills, auto_id="role-%s"),
        "education": EducationForm(auto_id="education-%s"),
        "leave": LeaveForm(auto_id="leave-%s"),
        "roles": sorted(enumerate(profile.roles), key=lambda pair: pair[1].start, reverse=True),
        "mixes": mixes_over_time(profile.roles),
        "hats": hats_of(profile.roles),
        "degrees": dict(DEGREES),
        "home": str(places.database_url().rpartition("@")[2] or places.database_file()),
        "notes": len(list_notes(desk.person)),
        "snapshots": list_snapshots(desk.person)[:SHOWN],
        "word": WORD,
        "ladder": desk.ladder,
        **forms_,
    }
    return show(request, "me.html", context, status=status)


def _skills(desk: Desk) -> list[Any]:
    return skill_choices(desk.content.skills)[1:]


def _without(things: tuple[Any, ...], number: int) -> tuple[Any, ...]:
    return tuple(thing for n, thing in enumerate(things) if n != number)


def _route(name: str, address: str, do: Any) -> Route:
    return Route(name=name, address=f"me/{address}", view=posted("me")(do))


page = Page(
    name="me",
    address="me/",
    question="What does Seasoned know about me?",
    view=view,
    menu="About me",
    order=70,
    routes=(
        _route("me-about", "about/", about),
        _route("me-role", "role/", add_role),
        _route("me-education", "education/", add_education),
        _route("me-leave", "leave/", add_leave),
        _route("me-remove", "<slug:what>/<int:number>/remove/", remove),
        _route("me-erase", "erase/", erase),
        Route(name="me-export", address="me/seasoned-export.json", view=export),
    ),
)
