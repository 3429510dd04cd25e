"""What have I written down? Notes and photographed pages, found by topic, skill and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from seasoned.documents.picture import ENDINGS, MOST_BYTES, Picture, check_bytes, read_picture
from seasoned.errors import InputError
from seasoned.journeys.notes import my_notes, rewrite_note, write_note
from seasoned.profile.note import LONGEST_TOPIC, Note, topics_of
from seasoned.store.notes import (
    drop_note,
    dropped_notes,
    load_note,
    load_picture,
    note_history,
    undrop_note,
)
from seasoned.web.answers import go, posted
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import Page, Route, show
from seasoned.web.pages.record import skill_choices

SHOWN = 60
"""Notes on the page unless all are asked for; searching looks through every one."""
TOPICS = 24


class NoteForm(forms.Form):
    """A note but for its pictures."""

    topic = forms.CharField(
        max_length=LONGEST_TOPIC, required=False, label="What is it about?",
        help_text="Some words that you would look for later, or a skill.",
    )  # fmt: skip
    skill = forms.ChoiceField(
        required=False, label="Which skill?", help_text="Its page will lead to the note.",
    )  # fmt: skip
    text = forms.CharField(
        max_length=100_000, required=False, label="What do you want to keep?",
        help_text="Words, photographs, or both.",
        widget=forms.Textarea(attrs={"rows": 6}),
    )  # fmt: skip
    at = forms.DateField(
        label="When?",
        help_text="The day you wrote it.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%Y-%m", "%Y"],
    )

    def __init__(self, *args: Any, choices: Any, pictured: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pictured = pictured
        self.fields["skill"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A topic or a skill is named, and something is written or pictured."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not (cleaned.get("topic") or cleaned.get("skill") or self.errors):
            self.add_error("topic", "Say what it is about, or choose a skill.")
        if not (cleaned.get("text") or self.pictured or self.errors):
            self.add_error("text", "Write something, or add a picture.")
        return cleaned


def view(request: HttpRequest) -> HttpResponse:
    """Notes that fit what is asked, the newest first, and the form for a new one."""
    desk = desk_of(request)
    form = _form(desk, initial={"at": desk.at, "skill": request.GET.get("skill", "")})
    return _page(request, desk, form, writing=bool(request.GET.get("write")))


def add(request: HttpRequest) -> HttpResponse:
    """Write a note down; what cannot be kept is said, and nothing typed is lost."""
    desk = desk_of(request)
    form = _form(desk, request.POST, pictured=bool(request.FILES.getlist("pictures")))
    if form.is_valid():
        try:
            pictures = _pictures(request)
            write_note(desk.person, desk.content, pictures=pictures, **form.cleaned_data)
        except InputError as error:
            return _page(request, desk, form, status=422, wrong=str(error))
        return go(request, "notes", "Kept.")
    return _page(request, desk, form, status=422)


def one(request: HttpRequest, key: str) -> HttpResponse:
    """One note: read it large, change it; the earlier version stays in its history."""
    desk = desk_of(request)
    note = load_note(desk.person, key)
    typed = {"topic": note.topic, "skill": note.skill, "text": note.text, "at": note.at}
    form = _form(desk, _posted(request), initial=typed, pictured=_pictured(request, note))
    wrong = ""
    if request.method == "POST" and form.is_valid():
        try:
            _rewrite(request, desk, key, form)
            return go(request, "notes", "Changed.")
        except InputError as error:
            wrong = str(error)
    context = {
        "note": note,
        "form": form,
        "wrong": wrong,
        "dropped": key in dropped_notes(desk.person),
        "limit": MOST_BYTES // 1024 // 1024,
        "skills": desk.content.skills,
        "versions": note_history(desk.person, key)[:-1],
    }
    return show(request, "note.html", context, status=422 if form.is_bound else 200)


def drop(request: HttpRequest, key: str) -> HttpResponse:
    """Take a note off the list, or bring it back."""
    desk = desk_of(request)
    undo = bool(request.POST.get("undo"))
    (undrop_note if undo else drop_note)(desk.person, key)
    said = "Back on the list." if undo else "Off the list. Erasing removes it for good."
    return go(request, "note", said, key=key)


def picture(request: HttpRequest, key: str) -> HttpResponse:
    """The bytes of a picture, as what they were found to be and as nothing else."""
    kind, body = load_picture(desk_of(request).person, key)
    ending = ENDINGS.get(kind, "")
    answer = HttpResponse(body, content_type=kind if ending else "application/octet-stream")
    answer["Content-Disposition"] = f'inline; filename="{key[:12]}.{ending or "bin"}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store"
    return answer


def _rewrite(request: HttpRequest, desk: Desk, key: str, form: NoteForm) -> None:
    rewrite_note(
        desk.person,
        key,
        desk.content,
        pictures=_pictures(request),
        without=request.POST.getlist("without"),
        **form.cleaned_data,
    )


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _pictured(request: HttpRequest, note: Note) -> bool:
    """Whether the note shows a picture when this form is through."""
    left = {picture.id for picture in note.pictures} - set(request.POST.getlist("without"))
    return bool(left or request.FILES.getlist("pictures"))


def _form(desk: Desk, data: Any = None, **options: Any) -> NoteForm:
    return NoteForm(data, choices=skill_choices(desk.content.skills), **options)


def _pictures(request: HttpRequest) -> tuple[Picture, ...]:
    return tuple(_picture(upload) for upload in request.FILES.getlist("pictures"))


def _picture(upload: Any) -> Picture:
    name = upload.name or "picture"
    check_bytes(upload.size, name)
    return read_picture(upload.read(), name)


def _page(
    request: HttpRequest,
    desk: Desk,
    form: NoteForm,
    *,
    status: int = 200,
    wrong: str = "",
    writing: bool = False,
) -> HttpResponse:
    asked: dict[str, Any] = {
        name: request.GET.get(name, "").strip() for name in ("topic", "skill", "words")
    }
    every = my_notes(desk.person, desk.content)
    found = my_notes(desk.person, desk.content, **asked)
    context = {
        "form": form,
        "wrong": wrong,
        "writing": writing or form.is_bound or not every,
        "asked": asked,
        "searched": any(asked.values()),
        "skills": desk.content.skills,
        "limit": MOST_BYTES // 1024 // 1024,
        "topics": list(topics_of(every).items())[:TOPICS],
        "count": len(every),
        "found": len(found),
        "notes": _shown(request, found),
    }
    return show(request, "notes.html", context, status=status)


def _shown(request: HttpRequest, found: Sequence[Note]) -> Sequence[Note]:
    return found if request.GET.get("all") else found[:SHOWN]


page = Page(
    name="notes",
    address="notes/",
    question="What have I written down?",
    view=view,
    under="me",
    order=75,
    routes=(
        Route(name="note-add", address="notes/add/", view=posted("notes")(add)),
        Route(name="note-drop", address="notes/<str:key>/drop/", view=posted("notes")(drop)),
        Route(name="note-picture", address="notes/pictures/<slug:key>/", view=picture),
        Route(name="note", address="notes/<str:key>/", view=one),
    ),
)
