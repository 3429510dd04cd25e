"""A test at the terminal: the loop of question and answer, and looking back at earlier ones."""

from __future__ import annotations

import random
import sys
import time
from contextlib import redirect_stdout
from datetime import date

import click

from seasoned.assessment.item import Item, ItemKind
from seasoned.assessment.marking import Given, legal_instead, number_from, shown_order
from seasoned.assessment.sitting import Mode, Sitting
from seasoned.cli.keys import whole_key
from seasoned.cli.showing import answer, line, next_up
from seasoned.cli.views.test import (
    show_explained,
    show_item,
    show_narrowing,
    show_opening,
    show_result,
    show_review,
    show_sittings,
)
from seasoned.errors import InputError, InvalidValue
from seasoned.journeys import testing as walk
from seasoned.journeys.testing import Testing
from seasoned.journeys.workspace import my_content, my_profile
from seasoned.store.sittings import list_sittings, load_sitting, open_sitting

UNKNOWN = ("", "0", "d", "?")
PAUSE, STOP, HELP = "p", "s", "h"
KEYS = (
    "Type the number of your answer and Enter. Enter alone: I don't know, which costs no more than "
    "a guess. p: pause, to go on later. s: end the test now. h: these keys."
)


class Paused(Exception):
    """The person goes on another time."""


class Stopped(Exception):
    """The person ends the test."""


def sit(
    person: int,
    *,
    at: date,
    target: str,
    questions: int | None,
    error: float,
    minutes: float,
    practice: bool,
    confirm: str,
    afresh: bool,
    as_json: bool,
) -> None:
    """Go on with the open test or begin one, ask until it ends, and show what it found.

    With JSON wanted, the questions are asked on standard error.
    """
    content, profile = my_content(), my_profile(person)
    going_on = None if (target or practice or confirm or afresh) else open_sitting(person)
    if confirm:
        key = test_key(person, confirm)
        sitting = walk.begin_confirmation(person, key, at=at, seed=_seed())
    else:
        sitting = going_on or walk.begin(
            person,
            content,
            profile,
            at=at,
            target=target or "all",
            mode=Mode.PRACTICE if practice else Mode.TEST,
            questions=questions,
            target_error=error,
            minutes=minutes,
            seed=_seed(),
        )
    testing = walk.resumed(person, sitting.id, content, profile)
    with redirect_stdout(sys.stderr if as_json else sys.stdout):
        show_opening(testing, going_on=going_on is not None)
        line(KEYS)
        testing = _asked(person, testing, at=at)
    _told(person, testing, as_json)


def look_back(person: int, *, review: str, withdraw: str, as_json: bool) -> None:
    """Earlier tests: the list, the answers of one with their reasons, or one taken back."""
    content = my_content()
    if withdraw:
        sitting = walk.withdrawn(person, test_key(person, withdraw))
        answer(as_json, "test/1", sitting, lambda: line(f"No number counts {sitting.id} any more."))
    elif review:
        key = test_key(person, review)
        sitting, found = load_sitting(person, key), walk.reviewed(person, key)
        _only_ended(sitting)
        facts = {"sitting": sitting, "responses": [response for _, response in found]}
        answer(as_json, "review/1", facts, lambda: show_review(sitting, found, content))
    else:
        sittings = list_sittings(person)
        answer(as_json, "tests/1", list(sittings), lambda: show_sittings(sittings))
        if not as_json and not sittings:
            next_up("seasoned assess", "begin the first one")


def test_key(person: int, typed: str) -> str:
    """The whole id of a test; ``last`` is the newest."""
    known = [sitting.id for sitting in list_sittings(person)]
    return known[-1] if typed == "last" and known else whole_key(typed, known)


def _only_ended(sitting: Sitting) -> None:
    if not sitting.tells_reasons:
        raise InputError(
            f"{sitting.id} is still open, and its reasons wait until it has ended; "
            "go on with: seasoned assess."
        )


def _asked(person: int, testing: Testing, *, at: date) -> Testing:
    """Ask until the test ends, is paused or is stopped."""
    content, profile = my_content(), my_profile(person)
    try:
        while testing.item is not None:
            before = testing
            given, seconds = _ask(testing, testing.item)
            testing = walk.answered(
                person, testing, given, content, profile, at=at, seconds=seconds
            )
            if testing.sitting.mode is Mode.PRACTICE and before.item is not None:
                show_explained(before.item, given, content)
            else:
                show_narrowing(before, testing)
    except (Paused, click.Abort):
        line("\nPaused; every answer is kept.")
        next_up("seasoned assess", "go on where you stopped")
    except Stopped:
        walk.ended(person, testing.sitting.id, at=at)
        testing = walk.resumed(person, testing.sitting.id, content, profile)
    return testing


def _ask(testing: Testing, item: Item) -> tuple[Given, float]:
    """What the person answers, typed until it can be taken, and the seconds it took."""
    shown = shown_order(item, testing.sitting.id)
    show_item(testing, item, shown)
    begun = time.monotonic()
    while True:
        typed = click.prompt(_prompt(item), default="", show_default=False).strip().lower()
        if typed == PAUSE:
            raise Paused
        if typed == STOP:
            raise Stopped
        if typed == HELP:
            line(KEYS)
            continue
        try:
            return given_from(item, shown, typed), time.monotonic() - begun
        except InputError as error:
            line(str(error))


def given_from(item: Item, shown: tuple[int, ...], typed: str) -> Given:
    """The answer that was typed: numbers as shown, counted from 1, or a number for a number.

    Raises InvalidValue for anything else.
    """
    if typed in UNKNOWN and not (item.kind is ItemKind.NUMBER and typed == "0"):
        return None
    if item.kind is ItemKind.NUMBER:
        return number_from(typed)
    parts = typed.replace(",", " ").split()
    joined = list(parts[0]) if len(parts) == 1 else parts
    if not all(part.isdigit() and 1 <= int(part) <= len(shown) for part in joined):
        raise InvalidValue("answer", typed[:40], f"numbers from 1 to {len(shown)}")
    places = tuple(shown[int(part) - 1] for part in joined)
    if legal := legal_instead(item, places):
        raise InvalidValue("answer", typed[:40], legal)
    return places


def _prompt(item: Item) -> str:
    if item.kind is ItemKind.NUMBER:
        return f"Your answer{f' in {item.unit}' if item.unit else ''}"
    if item.kind is ItemKind.SEVERAL:
        return "All that fit, like 1 3"
    if item.kind is ItemKind.ORDER:
        return "The order, like 2 1 3"
    return "Your answer"


def _told(person: int, testing: Testing, as_json: bool) -> None:
    content = my_content()
    if as_json:
        answer(True, "test/1", _facts(testing), lambda: None)
    elif testing.responses and testing.sitting.ending and testing.sitting.mode is not Mode.PRACTICE:
        show_result(testing, content, my_profile(person), walk.confirmation(testing, content))
        next_up(
            f"seasoned assess --review {testing.sitting.id}", "see every answer with its reason"
        )
    elif testing.sitting.ending and not testing.responses:
        line("No question was answered.")


def _facts(testing: Testing) -> dict[str, object]:
    return {
        "sitting": testing.sitting,
        "answers": len(testing.responses),
        "before": testing.path[0],
        "now": testing.estimate,
        "confirmation": walk.confirmation(testing, my_content()),
    }


def _seed() -> int:
    """Chance enters here: which of equally good questions comes is a matter of this number."""
    return random.SystemRandom().randrange(2**31)
