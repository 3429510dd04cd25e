"""Marking: what was given against the key, and the order in which options are shown."""

from __future__ import annotations

import hashlib
import re

from seasoned.assessment.item import Item, ItemKind
from seasoned.errors import InvalidValue
from seasoned.profile.answer import Outcome

Given = tuple[int, ...] | float | None
"""Places of options as authored (in the order given, for an order), a number, or None for
"I don't know"."""

NUMBER = re.compile(r"[-+]?(\d+([.,]\d*)?|[.,]\d+)([eE][-+]?\d+)?")
ROUNDING = 1e-9


def mark(item: Item, given: Given) -> Outcome:
    """How an answer came out. Raises InvalidValue for one that the item cannot take."""
    if given is None:
        return Outcome.UNKNOWN
    if item.kind is ItemKind.NUMBER:
        right = isinstance(given, float | int) and _near(item, float(given))
    else:
        right = _places(item, given) == item.key
    return Outcome.RIGHT if right else Outcome.WRONG


def _near(item: Item, number: float) -> bool:
    if item.answer is None:
        raise InvalidValue("answer", number, "an answer to an item that has one")
    return abs(number - item.answer) <= item.tolerance + ROUNDING * max(1.0, abs(item.answer))


def _places(item: Item, given: Given) -> tuple[int, ...]:
    """The places given, checked: one, a set in rising order, or a whole order."""
    places = given if isinstance(given, tuple) else ()
    if legal := legal_instead(item, places):
        raise InvalidValue("answer", given, legal)
    return places if item.kind is ItemKind.ORDER else tuple(sorted(places))


def legal_instead(item: Item, places: tuple[int, ...]) -> str:
    """What the item takes, where it cannot take these places; empty where it can."""
    count = len(item.options)
    if not places or len(set(places)) < len(places) or not all(0 <= p < count for p in places):
        return f"different options from 1 to {count}"
    if item.kind is ItemKind.ORDER:
        return f"all {count} steps in order, each once" if len(places) < count else ""
    return "one option" if item.kind is not ItemKind.SEVERAL and len(places) > 1 else ""


def number_from(typed: str) -> float:
    """The number that was typed, with a decimal point or comma. Raises InvalidValue."""
    text = re.sub(r"(?<=\d)[\s_'](?=\d{3}\b)", "", typed.strip().rstrip("%").strip())
    if not NUMBER.fullmatch(text):
        raise InvalidValue("answer", typed[:40], "a number like 0.25 or 1200")
    return float(text.replace(",", "."))


def shown_order(item: Item, seed: str) -> tuple[int, ...]:
    """Places of the options in the order in which they are shown: an order is shuffled, never right.

    The same seed shows the same order, so that a page that is loaded again has not changed.
    """
    places = range(len(item.options))
    if item.kind is not ItemKind.ORDER:
        return tuple(places)
    shown = sorted(places, key=lambda place: _hash(f"{seed} {item.id} {place}"))
    return tuple(shown if shown != list(places) else [*shown[1:], shown[0]])


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
