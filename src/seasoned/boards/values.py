"""Values of an advert from a board's fields: words, places, where the work is done, pay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any

from seasoned.documents.html import html_text

Pay = tuple[float, float | None, str, str]
"""Low, high, currency, period."""


def words(*values: Any) -> str:
    """The values that are words or numbers, each once, joined by commas."""
    said = (" ".join(str(v).split()) for v in values if isinstance(v, str | int | float))
    return ", ".join(dict.fromkeys(filter(None, said)))


def under(thing: Any, *path: str) -> Any:
    """What stands under a path of names; None where it ends early."""
    for name in path:
        thing = thing.get(name) if isinstance(thing, Mapping) else None
    return thing


def text_from(html: Any) -> str:
    """HTML as plain lines, also where it was escaped as a whole, however short it is."""
    if not isinstance(html, str):
        return ""
    return html_text(unescape(html) if _ESCAPED.search(html) else html)


_ESCAPED = re.compile(r"&lt;/?[a-zA-Z][^<>]{0,300}?&gt;")


def cities(*several: str) -> str:
    """Several places, each named once; what belongs to one stands between commas."""
    return "; ".join(dict.fromkeys(filter(None, several)))


def workplace(said: Any, *, remote: Any = None) -> str:
    """Where the work is done: a word for it wins over a flag, which boards set for hybrid work too."""
    kind = re.sub(r"[^a-z]", "", words(said).lower())
    return _WORKPLACES.get(kind) or ("remote" if remote is True else "")


_WORKPLACES = {
    "hybrid": "hybrid",
    "remote": "remote",
    "fully": "remote",
    "fullyremote": "remote",
    "telecommute": "remote",
    "onsite": "onsite",
    "inoffice": "onsite",
    "office": "onsite",
    "none": "onsite",
}


def period_of(said: Any) -> str:
    """The period that a board's word names: "per-year-salary", "1 YEAR", "hourly"; else nothing."""
    low = words(said).lower()
    odd = re.search(r"semi|\bbi-?|fortnight|quarter|\b(?:[2-9]|\d\d+) ", low)
    return "" if odd else next((name for sign, name in _PERIODS if sign in low), "")


_PERIODS = (
    ("year", "year"),
    ("annu", "year"),
    ("month", "month"),
    ("week", "week"),
    ("day", "day"),
    ("daily", "day"),
    ("hour", "hour"),
)
_LEAST = {"hour": 1, "day": 8, "week": 40, "month": 100, "year": 1_000}
"""Sums below which pay for a period is a slip in any currency: 18.50 "a month" is an hour's wage in
the wrong box, and which of the two is meant is not ours to say."""


def widest(ranges: Iterable[Pay | None]) -> Pay | None:
    """Several ranges of one job, as for zones, as one; the first where they differ in kind."""
    found = [one for one in ranges if one]
    alike = [one for one in found if one[2:] == found[0][2:]]
    if not alike:
        return None
    low, high = min(one[0] for one in alike), max(one[1] or one[0] for one in alike)
    return low, (high if high > low else None), *found[0][2:]


def pay(low: Any, high: Any, currency: Any, period: str, *, cents: bool = False) -> Pay | None:
    """Pay from a board's numbers; None unless sum, currency and period are all there and fit."""
    sums = [value / (100 if cents else 1) for value in map(_number, (low, high)) if value]
    code = str(currency or "").upper()
    if not sums or len(code) != 3 or not code.isalpha() or not period:
        return None
    if min(sums) < _LEAST.get(period, 0):
        return None
    return min(sums), (max(sums) if max(sums) > min(sums) else None), code, period


def _number(value: Any) -> float:
    try:
        number = float(str(value).replace(",", ""))
    except ValueError:
        return 0.0
    return number if 0 < number < 1e12 else 0.0
