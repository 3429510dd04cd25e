"""What do I know? Begin a test or practice, go on with an open one, look back at earlier ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from seasoned.assessment.sitting import ENDING_WORDS, MOST_QUESTIONS, QUESTIONS, Mode
from seasoned.errors import InputError
from seasoned.journeys.bank import my_bank
from seasoned.journeys.testing import begin
from seasoned.skills.skill import Area
from seasoned.store.sittings import list_responses, list_sittings
from seasoned.web.answers import go, posted
from seasoned.web.desk import Desk, desk_of
from seasoned.web.page import Page, Route, show


class BeginForm(forms.Form):
    """What to test, how long, and whether it counts."""

    target = forms.ChoiceField(
        label="What shall it tell?",
        help_text="The narrower the choice, the narrower the range it reaches.",
    )
    mode = forms.ChoiceField(
        label="Does it count?",
        choices=[
            (Mode.TEST.value, "A test: it moves your standing, and reasons come at the end"),
            (Mode.PRACTICE.value, "Practice: each answer is explained at once, and none counts"),
        ],
        widget=forms.RadioSelect,
        initial=Mode.TEST.value,
    )
    questions = forms.IntegerField(
        required=False,
        label="How many questions at most?",
        min_value=3,
        max_value=MOST_QUESTIONS,
        help_text=f"{QUESTIONS} unless you say otherwise; they take fifteen to twenty-five minutes.",
    )
    target_error = forms.FloatField(
        required=False,
        min_value=0.1,
        max_value=2,
        label="End once the range is this narrow",
        help_text="Standard error in levels, such as 0.4.",
    )
    minutes = forms.FloatField(
        required=False,
        min_value=1,
        max_value=600,
        label="End after so many minutes of answering",
        help_text="There is no clock unless you set one.",
    )

    def __init__(self, *args: Any, choices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["target"].choices = choices  # type: ignore[attr-defined]


def view(request: HttpRequest) -> HttpResponse:
    """The form for a new test, the open one, and the earlier ones."""
    desk = desk_of(request)
    chosen = {"target": request.GET.get("target", "all")}
    return _page(request, desk, _form(desk, initial=chosen))


def start(request: HttpRequest) -> HttpResponse:
    """Begin a test and go to its first question."""
    desk = desk_of(request)
    form = _form(desk, request.POST)
    if form.is_valid():
        typed = form.cleaned_data
        try:
            sitting = begin(
                desk.person,
                desk.content,
                desk.profile,
                at=desk.at,
                target=typed["target"],
                mode=Mode(typed["mode"]),
                questions=typed["questions"],
                target_error=typed["target_error"] or 0.0,
                minutes=typed["minutes"] or 0.0,
                seed=desk.seed(),
            )
            return go(request, "sitting", key=sitting.id)
        except InputError as error:
            form.add_error("target", str(error))
    return _page(request, desk, form, status=422)


def _form(desk: Desk, data: Any = None, *, initial: Any = None) -> BeginForm:
    return BeginForm(data, choices=list(target_choices(desk)), initial=initial)


def target_choices(desk: Desk) -> Iterator[tuple[str, Any]]:
    """What can be tested, in groups."""
    bank = my_bank().bank
    asked = {item.skill for item in bank.items.values()}
    yield "all", "All areas"
    yield "One area", [(f"area:{area.value}", area.value.capitalize()) for area in Area]
    stages = [(f"stage:{s.id}", f"The musts of {s.name}") for s in desk.ladder.stages]
    yield "A stage", stages
    adverts = [(f"posting:{p.id}", p.title or p.id) for p in desk.open_postings if p.requirements]
    if adverts:
        yield "An advert", adverts
    skills = sorted((s.name, s.id) for s in desk.content.skills.values() if s.id in asked)
    yield "One skill", [(f"skill:{key}", name) for name, key in skills]


def _page(request: HttpRequest, desk: Desk, form: BeginForm, *, status: int = 200) -> HttpResponse:
    counts = Counter(response.sitting for response in list_responses(desk.person))
    names = dict(_flat(form.fields["target"].choices))  # type: ignore[attr-defined]
    rows: list[dict[str, Any]] = [
        {
            "sitting": s,
            "what": names.get(s.target, s.target),
            "answers": counts[s.id],
            "words": "Taken back; no number counts it." if s.withdrawn else ENDING_WORDS[s.ending],
        }
        for s in reversed(list_sittings(desk.person))
    ]
    bank = my_bank()
    return show(
        request,
        "test.html",
        {
            "form": form,
            "open": [r for r in rows if r["sitting"].open],
            "past": [r for r in rows if not r["sitting"].open],
            "items": len(bank.bank.items),
            "problems": bank.problems,
        },
        status=status,
    )


def _flat(choices: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, str]]:
    for key, value in choices:
        if isinstance(value, str):
            yield key, value
        else:
            yield from value


page = Page(
    name="test",
    address="test/",
    question="What do I know?",
    view=view,
    menu="Test",
    order=25,
    routes=(Route(name="test-begin", address="test/begin/", view=posted("test")(start)),),
)
