"""Dates and periods as people write them in CVs, in five languages."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTH_WORDS = {
    1: "january jan januar jänner janvier janv enero ene januari",
    2: "february feb februar février fevrier févr fév fevr febrero februari",
    3: "march mar märz maerz mrz mär mars marzo maart mrt",
    4: "april apr avril avr abril abr",
    5: "may mai mayo mei",
    6: "june jun juni juin junio",
    7: "july jul juli juillet juil julio",
    8: "august aug août aout agosto ago augustus",
    9: "september sept sep septembre septiembre",
    10: "october oct oktober okt octobre octubre",
    11: "november nov novembre noviembre",
    12: "december dec dezember dez décembre decembre déc diciembre dic",
}
_MONTHS = {word: month for month, words in _MONTH_WORDS.items() for word in words.split()}
_NAME = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_SEASONS = {
    "spring": 4,
    "summer": 7,
    "autumn": 10,
    "fall": 10,
    "winter": 1,
    "sommer": 7,
    "herbst": 10,
    "frühling": 4,
    "été": 7,
    "verano": 7,
    "zomer": 7,
}
_SEASON = "(?:" + "|".join(_SEASONS) + ")"
_YEAR = r"(?:19[5-9]\d|20\d\d)"
_DATE = (
    rf"(?:\d{{1,2}}\.\d{{1,2}}\.{_YEAR}|{_YEAR}-\d{{2}}(?:-\d{{2}})?(?!\d)|"
    rf"\d{{1,2}}\s?[/.]\s?{_YEAR}|{_YEAR}/\d{{1,2}}(?!\d)|"
    rf"(?:\d{{1,2}}\.?\s+)?(?:{_NAME}|{_SEASON})(?:\s+\d{{1,2}},)?(?:\s+de)?\s*,?\s*"
    rf"(?:{_YEAR}|['’]\d\d)|{_YEAR})"
)
_NOW = (
    r"(?:present|now|current(?:ly)?|today|ongoing|to date|date|heute|jetzt|aktuell|laufend|dato|"
    r"présent|aujourd['’]?hui|actuel(?:lement)?|ce jour|en cours|actualidad|actualmente|presente|"
    r"actual|hoy|heden|nu toe|nu)\b"
)
_DASH = (
    r"\s*(?:-{1,3}|–|—|−|‐|‑|~|→|\bto\b|\buntil\b|\btill\b|\bthrough\b|"
    r"\bbis(?:\s+zum|\s+einschl\.)?\b|\bà\b|\bau\b|\bjusqu['’]?(?:à|en)\b|\ba(?:\s+la)?\b|"
    r"\bhasta(?:\s+la)?\b|\btot(?:\s+en\s+met)?\b|\bt/m\b)\s*"
)
_SINCE = r"(?:since|from|seit|ab|depuis|desde|sinds|vanaf|de)\s+"
_BARE_MONTH = rf"(?:{_NAME}|{_SEASON})(?=\s*(?:-|–|—|(?:to|bis|à|au|a|tot|hasta|t/m)\b))"
_RANGE = re.compile(
    rf"(?<![\w/.])(?:{_SINCE}|von\s+|du\s+|van\s+)?(?P<start>{_DATE}|{_BARE_MONTH})"
    rf"{_DASH}(?P<end>{_DATE}|{_NOW}|\d\d(?!\d))(?!\d)",
    re.I,
)
_MARGIN = re.compile(
    rf"\s*(?P<start>{_DATE})\s+(?P<end>{_DATE}|{_NOW})\s*(?:\([^()]{{0,40}}\))?\s*", re.I
)
"""Two dates alone on a line, as a margin gives them: "2019 2022"."""
_OPEN = re.compile(
    rf"(?<!\w){_SINCE}(?P<start>{_DATE})(?!\s*[-–—])|"
    rf"(?<![\w/.])(?P<begun>{_DATE})\s*[-–—]\s*(?=$|[|)\]\n:])",
    re.I,
)
_SINGLE = re.compile(rf"(?<![\w/.-])(?P<start>{_DATE})(?![\w/-])", re.I)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time found in a line; ``end`` None is still going on. ``rough``: years only."""

    start: date
    end: date | None
    begins: int
    ends: int
    rough: bool = False


def periods(line: str, at: date) -> Iterator[Period]:
    """Periods that a line gives, ranges and open ones, with their places in the line."""
    ranges = list(_RANGE.finditer(line)) or list(filter(None, [_MARGIN.fullmatch(line)]))
    for match in ranges:
        found = _period(match["start"], match["end"], match.span(), at)
        if found:
            yield found
    if not ranges:
        for match in _OPEN.finditer(line):
            begun = day_of(match["start"] or match["begun"], last=False)
            if begun and begun <= at:
                yield Period(
                    begun, None, *match.span(), rough=_is_year(match["start"] or match["begun"])
                )


def single(line: str) -> tuple[date, int, int] | None:
    """The last single date of a line with its place, as one finds it after a talk or a degree."""
    found = [(day_of(m["start"], last=False), *m.span()) for m in _SINGLE.finditer(line)]
    dated = [(day, begins, ends) for day, begins, ends in found if day is not None]
    return dated[-1] if dated else None


def day_of(words: str, *, last: bool) -> date | None:
    """The day that words name; for a month or year its first or, if asked so, its last."""
    text = words.strip().lower().rstrip(".")
    for reader in (_numeric, _named):
        if parts := reader(text):
            return _day(*parts, last=last)
    return None


def _period(start: str, end: str, place: tuple[int, int], at: date) -> Period | None:
    rough = _is_year(start)
    began = day_of(start if re.search(r"\d", start) else f"{start} {_year_in(end)}", last=False)
    now = re.fullmatch(_NOW, end.strip(), re.I) is not None
    end = _full_year(end, start)
    ended = None if now else day_of(end, last=True)
    if began is None or (ended is None and not now):
        return None
    if ended and rough and _is_year(end) and began.year != ended.year:
        began, ended = began.replace(month=7), ended.replace(month=6, day=30)
    elif rough and now:
        began = min(began.replace(month=7), max(at, began))
    if ended and ended < began:
        began, ended = ended.replace(day=1), began
    return Period(began, None if ended and ended >= at else ended, *place, rough=rough)


def _is_year(words: str) -> bool:
    return re.fullmatch(_YEAR, words.strip()) is not None


def _year_in(words: str) -> str:
    match = re.search(_YEAR, words)
    return match[0] if match else ""


def _full_year(end: str, start: str) -> str:
    """The second year of "2019-21" in full."""
    if re.fullmatch(r"\d\d", end.strip()) and (year := _year_in(start)):
        return year[:2] + end.strip()
    return end


def _numeric(text: str) -> tuple[int, int, int] | None:
    for pattern, order in (
        (r"(\d{1,2})\.(\d{1,2})\.(\d{4})", (3, 2, 1)),
        (r"(\d{4})-(\d{2})-(\d{2})", (1, 2, 3)),
        (r"(\d{4})[-/](\d{1,2})", (1, 2, 0)),
        (r"(\d{1,2})\s?[/.]\s?(\d{4})", (2, 1, 0)),
        (r"(\d{4})", (1, 0, 0)),
    ):
        if match := re.fullmatch(pattern, text):
            year, month, day = (int(match[i]) if i else 0 for i in order)
            return year, month, day
    return None


def _named(text: str) -> tuple[int, int, int] | None:
    year = re.search(rf"{_YEAR}|['’](\d\d)", text)
    word = re.search(rf"{_NAME}|{_SEASON}", text)
    if not year or not word:
        return None
    key = word[0].rstrip(".")
    century = 2000 if year[1] and int(year[1]) < 60 else 1900
    return (
        (century + int(year[1]) if year[1] else int(year[0])),
        _MONTHS.get(key) or _SEASONS[key],
        0,
    )


def _day(year: int, month: int, day: int, *, last: bool) -> date | None:
    month_known = 1 <= month <= 12
    month = month if month_known else (12 if last else 1)
    length = calendar.monthrange(year, month)[1]
    if month_known and 1 <= day <= length:
        return date(year, month, day)
    return date(year, month, length if last else 1)
