"""One regular expression a field: what years, degree and place of work come to without reading."""

from __future__ import annotations

import re

_YEARS = re.compile(
    r"(\d{1,2})\s*\+?\s*(?:(?:-|–|to|bis|à|a|tot)\s*\d{1,2}\s*)?\+?\s*"
    r"(?:years?|yrs?|jahren?|ans|años|jaar)\b",
    re.I,
)
_DEGREE = re.compile(
    r"(?P<doctorate>\bph\.?\s?d\b|\bdoctor|\bdoktor|\bpromotion\b|\bpromoviert)"
    r"|(?P<higher>\bmaster|\bm\.?sc\b|\bbac\s?\+\s?5)"
    r"|(?P<first>\bbachelor|\bb\.?sc\b|\bdegree\b|\bstudium|\bdiplôme|\bdiplom\b|\btitulaci|\bhbo\b)",
    re.I,
)
_PLACE = re.compile(r"\b(?P<hybrid>h[yí]brid)|\b(?P<remote>remote)|\b(?P<onsite>on-?site)", re.I)


def years_of(text: str) -> float | None:
    """The first number that stands before "years"."""
    found = _YEARS.search(text)
    return float(found[1]) if found else None


def degree_of(text: str) -> str:
    """The first degree named."""
    found = _DEGREE.search(text)
    return found.lastgroup or "none" if found else "none"


def workplace_of(text: str) -> str:
    """The first word for a place of work."""
    found = _PLACE.search(text)
    return found.lastgroup or "" if found else ""
