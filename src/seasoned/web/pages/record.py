"""What did you do? One piece of evidence by hand: added or edited, with what its kind asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from seasoned.profile.evidence import Audience, Evidence, EvidenceKind, Observation
from seasoned.profile.observing import completeness
from seasoned.profile.sense import faults
from seasoned.skills.skill import LEVEL_NAMES, Area, Skill
from seasoned.store.evidence import add_evidence, edit_evidence, evidence_history, load_evidence
from seasoned.web.answers import go
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import Page, Route, show

ROWS = 4
"""Skills that one record names in the form; more rows would ask for a level of everything."""

BY_HAND_FIRST = ("shipped-project", "tool-used-by-others", "talk", "article", "open-source")
NOT_BY_HAND = ("self-rating", "role", "education", "test-answer")
DATES = ("started", "ended", "expires")
HINTS = {
    "metric": "The number it moved, such as recall at 1 % false alarms.",
    "effort_hours": "All your hours on it, roughly.",
    "users": "Who else uses it, and how many.",
    "share_funded": "Per cent of the sum asked for.",
}
LEVELS = [("", "the usual one for this kind"), ("0", "0 not touched")] + [
    (str(n), f"{n} {words}") for n, words in enumerate(LEVEL_NAMES, start=1)
]


class Record(forms.Form):
    """A piece of evidence; fields for its kind's details are added when it is made."""

    title = forms.CharField(max_length=300, label="What is it called?")
    at = forms.DateField(
        label="When was it last so?",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%Y-%m", "%Y"],
    )
    source = forms.CharField(max_length=300, required=False, label="Where, or for whom?")
    quote = forms.CharField(
        max_length=4000,
        required=False,
        label="In a sentence or two, what did you do?",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(
        self, *args: Any, kind: EvidenceKind, skills: Mapping[str, Skill], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        for name in (*kind.required, *kind.optional):
            if name not in self.fields:
                self.fields[_field(name)] = _detail(name, wanted=name in kind.required)
        choices = skill_choices(skills)
        for row in range(ROWS):
            self.fields[f"skill-{row}"] = forms.ChoiceField(
                choices=choices, required=False, label=f"Skill {row + 1}"
            )
            self.fields[f"level-{row}"] = forms.ChoiceField(
                choices=LEVELS, required=False, label="Level it shows"
            )

    @property
    def details(self) -> list[Any]:
        """The bound fields that this kind asks for, the wanted ones first."""
        return [self[name] for name in self.fields if name.startswith("detail-")]

    @property
    def rows(self) -> list[tuple[Any, Any]]:
        """Pairs of bound fields: a skill and its level."""
        return [(self[f"skill-{row}"], self[f"level-{row}"]) for row in range(ROWS)]

    def clean(self) -> dict[str, Any]:
        """At least one skill is named, each once."""
        cleaned: dict[str, Any] = super().clean() or {}
        named = [cleaned[f"skill-{row}"] for row in range(ROWS) if cleaned.get(f"skill-{row}")]
        if not named:
            self.add_error("skill-0", "Name at least one skill that it shows.")
        if len(named) != len(set(named)):
            self.add_error("skill-0", "Each skill once, please.")
        return cleaned

    def observations(self, before: Sequence[Observation] = ()) -> tuple[Observation, ...]:
        """The skills named, each at the level chosen, else as before, else as usual for the kind.

        Skills of the earlier version that the form has no room for stay as they were.
        """
        old = {one.skill: one for one in before}
        named = [
            self._seen(skill, self.cleaned_data.get(f"level-{row}", ""), old.get(skill))
            for row in range(ROWS)
            if (skill := self.cleaned_data.get(f"skill-{row}", ""))
        ]
        shown = {one.skill for one in (*before[:ROWS], *named)}
        return (*named, *(one for one in before[ROWS:] if one.skill not in shown))

    def _seen(self, skill: str, level: str, before: Observation | None) -> Observation:
        if level and (before is None or before.level != float(level)):
            return Observation(skill=skill, level=float(level))
        usual = 2.0 if self.kind.usual_level is None else self.kind.usual_level
        return before or Observation(skill=skill, level=usual)


def add(request: HttpRequest) -> HttpResponse:
    """Choose a kind; then the form for it; then the record."""
    desk = desk_of(request)
    kind = desk.content.kinds.get(request.GET.get("kind", "") or request.POST.get("kind", ""))
    kinds = _kinds(desk)
    if kind is None:
        return show(request, "record.html", {"kinds": kinds})
    first = {"at": desk.at, "skill-0": request.GET.get("skill", "")}
    form = _form(request, desk, kind, first)
    if request.method == "POST" and (new := _sensible(form, desk, kind, id="")):
        add_evidence(desk.person, new)
        return go(request, "evidence", "Recorded; it counts from now on.", anchor="records")
    status = 422 if form.is_bound else 200
    return show(request, "record.html", {"form": form, "kind": kind}, status=status)


def edit(request: HttpRequest, key: str) -> HttpResponse:
    """Change one piece; the earlier version stays in its history."""
    desk = desk_of(request)
    piece = load_evidence(desk.person, key)
    kind = desk.content.kinds.get(piece.kind) or _any_kind(piece)
    form = _form(request, desk, kind, _initial(piece))
    if request.method == "POST" and (changed := _sensible(form, desk, kind, id=key, before=piece)):
        edit_evidence(desk.person, key, changed)
        return go(
            request, "evidence", "Changed, and it counts." if changed.confirmed else "Changed."
        )
    return show(
        request,
        "record.html",
        {
            "form": form,
            "kind": kind,
            "piece": piece,
            "missing": completeness(piece, desk.content.kinds),
            "versions": evidence_history(desk.person, key)[:-1],
        },
        status=422 if form.is_bound else 200,
    )


def skill_choices(skills: Mapping[str, Skill]) -> list[Any]:
    """Skills by area, for a select box."""
    found: list[Any] = [("", "–")]
    for area in Area:
        names = sorted((s.name, s.id) for s in skills.values() if s.area is area)
        found.append((area.value.capitalize(), [(key, name) for name, key in names]))
    return found


def _kinds(desk: Desk) -> list[EvidenceKind]:
    known = desk.content.kinds
    first = [known[name] for name in BY_HAND_FIRST if name in known]
    rest = [k for k in known.values() if k.id not in (*BY_HAND_FIRST, *NOT_BY_HAND)]
    return [*first, *sorted(rest, key=lambda kind: kind.name)]


def _form(
    request: HttpRequest, desk: Desk, kind: EvidenceKind, initial: Mapping[str, Any]
) -> Record:
    data = request.POST if request.method == "POST" else None
    return Record(data, kind=kind, skills=desk.content.skills, initial=dict(initial))


def _initial(piece: Evidence) -> dict[str, Any]:
    found: dict[str, Any] = {
        "title": piece.title,
        "at": piece.at,
        "source": piece.source,
        "quote": piece.quote,
    }
    found |= {_field(name): value for name, value in piece.details.items()}
    for row, seen in enumerate(piece.observations[:ROWS]):
        found[f"skill-{row}"] = seen.skill
        found[f"level-{row}"] = str(round(seen.level)) if seen.level == round(seen.level) else ""
    return found


def _sensible(
    form: Record, desk: Desk, kind: EvidenceKind, *, id: str, before: Evidence | None = None
) -> Evidence | None:
    """The piece as typed, or None with what is wrong said at its field."""
    if not form.is_valid():
        return None
    made = _evidence(form, kind, id=id, before=before)
    for fault in faults(made, today=desk.at):
        field = "at" if fault.field == "date" else _field(fault.field)
        if field in form.fields:
            form.add_error(field, str(fault))
    return None if form.errors else made


def _evidence(
    form: Record, kind: EvidenceKind, *, id: str, before: Evidence | None = None
) -> Evidence:
    typed = form.cleaned_data
    shown = {f.name.removeprefix("detail-"): str(typed[f.name] or "") for f in form.details}
    details = {**(before.details if before else {}), **shown}
    return Evidence(
        id=id,
        kind=kind.id,
        at=typed["at"],
        title=typed["title"],
        source=typed["source"],
        quote=typed["quote"],
        details={name: value for name, value in details.items() if value},
        observations=form.observations(before.observations if before else ()),
        expectations=before.expectations if before else (),
        audience=before.audience if before else Audience.SELF,
        confirmed=True,
    )


def _field(name: str) -> str:
    return name if name in Record.base_fields else f"detail-{name}"


def _detail(name: str, *, wanted: bool) -> forms.Field:
    label = name.replace("_", " ").capitalize()
    widget = forms.DateInput(attrs={"type": "date"}) if name in DATES else forms.TextInput()
    help_text = HINTS.get(name, "")
    field = forms.CharField(
        max_length=1000, required=False, label=label, widget=widget, help_text=help_text
    )
    field.wanted = wanted  # type: ignore[attr-defined]
    return field


def _any_kind(piece: Evidence) -> EvidenceKind:
    """A stand-in for a kind that content has no more, so that the piece can still be edited."""
    from datetime import date

    return EvidenceKind(
        id=piece.kind, name=piece.kind, summary="", error=1.5, source="", reviewed=date.min
    )


page = Page(
    name="evidence-add",
    address="evidence/add/",
    question="What did you do?",
    view=add,
    under="evidence",
    order=61,
    routes=(Route(name="evidence-edit", address="evidence/<str:key>/", view=edit),),
)
