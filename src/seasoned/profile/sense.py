"""Sense: what a person can have meant, asked where they type it; stored facts are never judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from seasoned.errors import InvalidValue
from seasoned.profile.evidence import Evidence

LONGEST = {"title": 300, "source": 300, "quote": 4000}
DETAIL = 1000
ANY_SIGN = ("metric", "before", "after", "score", "outcome")
DAYS = ("started", "ended", "expires")
MOST = 1e9


def faults(evidence: Evidence, *, today: date) -> Iterator[InvalidValue]:
    """What nobody can have meant: days to come or that no calendar has, counts below nought, walls.

    Each fault names its field. Words in place of a number or a day pass: "about ten" says enough.
    """
    for name, most in LONGEST.items():
        yield from _long(name, getattr(evidence, name), most)
    if evidence.at > today:
        yield InvalidValue("date", evidence.at.isoformat(), "today or a day before")
    for name, text in evidence.details.items():
        yield from _long(name, text, DETAIL)
        yield from _odd_number(name, text)
        yield from _odd_day(name, text)
    started, ended = (evidence.details.get(name, "") for name in ("started", "ended"))
    if _day(started) and _day(ended) and ended < started[: len(ended)]:
        yield InvalidValue("ended", ended, f"on or after {started}")


def sensible(evidence: Evidence, *, today: date) -> Evidence:
    """The piece itself. Raises InvalidValue for the first of its faults."""
    for fault in faults(evidence, today=today):
        raise fault
    return evidence


def short_enough(field: str, text: str, most: int = 300) -> str:
    """The text itself. Raises InvalidValue when it is longer than ``most`` characters."""
    for fault in _long(field, text, most):
        raise fault
    return text


def _long(field: str, text: str, most: int) -> Iterator[InvalidValue]:
    if len(text) > most:
        shown = " ".join(text[:40].split()) + "..."
        yield InvalidValue(field, shown, f"{most} characters at most, and has {len(text)}")


def _odd_number(field: str, text: str) -> Iterator[InvalidValue]:
    number = _number(text)
    if number is None or field in ANY_SIGN:
        return
    if not 0 <= number <= MOST:
        yield InvalidValue(field, text[:40], f"a number from 0 to {MOST:,.0f}")


def _odd_day(field: str, text: str) -> Iterator[InvalidValue]:
    if field in DAYS and re.fullmatch(r"\d{4}-\d{1,2}(-\d{1,2})?", text) and not _day(text):
        yield InvalidValue(field, text, "a day that a calendar has, like 2026-11-22")


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None


def _day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text + "-01" if len(text) == 7 else text))
    except ValueError:
        return False
