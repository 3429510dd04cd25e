"""Roles of a CV: each stretch of dates with its title, organisation and the lines under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from seasoned.evidence.dates import Period, periods, single
from seasoned.evidence.lines import Line, table

_PARTS = ("experience", "")
_SPLIT = re.compile(
    r"\s+[|·•–—@-]\s+|\s*[|·•\t]\s*|\s{3,}|\s+(?:at|bei|chez|bij)\s+|,\s+|\s*[()]\s*|:\s+"
)
_EDGE = " \t,;:|·•–—-()[]*_/@"
_LONG = 160
"""Longest line that may carry a role's dates; a longer one is prose that mentions a period."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A role as it stands in the CV: header lines first, body lines after; indexes into the lines."""

    first: int
    dated: int
    period: Period
    last: int = 0


def entries(lines: Sequence[Line], at: date) -> tuple[Entry, ...]:
    """Stretches of lines that each tell of one role, in the order of the CV."""
    dated = [
        (i, period)
        for i, line in enumerate(lines)
        if _may_date(line) and (period := next(periods(line.words, at), None) or _lone(line, at))
    ]
    kept = _kept(lines, dated)
    if _in_margin(lines, kept):
        return tuple(_from_margin(lines, kept))
    starts = [_first(lines, i, kept[k - 1][0] if k else -1, p) for k, (i, p) in enumerate(kept)]
    return tuple(
        Entry(first, i, period, _last(lines, i, starts[k + 1 : k + 2]))
        for k, (first, (i, period)) in enumerate(zip(starts, kept, strict=True))
    )


Dated = tuple[int, Period]


def _kept(lines: Sequence[Line], dated: Sequence[Dated]) -> list[Dated]:
    """Dates of work: those under experience, and posts among teaching; list items if all are."""
    has_part = any(lines[i].part == "experience" for i, _ in dated)
    wanted = [
        (i, period)
        for i, period in dated
        if lines[i].part == ("experience" if has_part else "")
        or (has_part and _taught(lines[i], period))
    ]
    plain = [(i, period) for i, period in wanted if not lines[i].item]
    return plain or wanted


def _taught(line: Line, period: Period) -> bool:
    """Whether a line under teaching names a post held for a time, not one course."""
    return (
        line.part == "course-taught"
        and not line.item
        and is_title(_rest(line, period))
        and period.end != period.start
        and any(True for _ in periods(line.words, period.end or date.max))
    )


def _in_margin(lines: Sequence[Line], kept: Sequence[Dated]) -> bool:
    """Whether dates stand alone below each role, as a margin comes out of a PDF."""
    if len(kept) < 2 or any(_rest(lines[i], period) for i, period in kept):
        return False
    first, last = kept[0][0], kept[-1][0]
    opens = next((i for i in range(first, -1, -1) if lines[i].heading), -1)
    closes = last + 1 == len(lines) or lines[last + 1].heading
    return closes and first - opens > _HEADER_LINES


_HEADER_LINES = 3
"""Lines that name a role at most; with more above the first dates, its story stands there too."""


def _from_margin(lines: Sequence[Line], kept: Sequence[Dated]) -> Iterator[Entry]:
    first = next((i + 1 for i in range(kept[0][0], -1, -1) if lines[i].heading), 0)
    for index, period in kept:
        yield Entry(first, first, replace(period, begins=0, ends=0), index)
        first = index + 1


def title_and_organisation(lines: Sequence[Line], entry: Entry) -> tuple[str, str]:
    """The role's title and who it was for, as far as its header lines tell."""
    pieces = [p for p in dict.fromkeys(_pieces(lines, entry)) if not _LABEL.fullmatch(p)]
    title = next((piece for piece in pieces if is_title(piece)), pieces[0] if pieces else "")
    others = [piece for piece in pieces if piece != title]
    return title, next((p for p in others if not is_title(p)), others[0] if others else "")


_LABEL = re.compile(
    r"unternehmen|firma|arbeitgeber|zeitraum|dauer|ort|titel|aufgaben|rolle|stelle|company|employer|"
    r"organi[sz]ation|period|dates?|duration|location|role|position|title|entreprise|employeur|période|"
    r"durée|lieu|poste|empresa|período|periodo|puesto|lugar|bedrijf|werkgever|periode|functie|plaats",
    re.I,
)
"""Names of fields, where a CV gives its roles as a form."""


def is_told(lines: Sequence[Line], entry: Entry) -> bool:
    """Whether an entry names a job; a period that stands in the middle of a story names none."""
    title, _ = title_and_organisation(lines, entry)
    if is_title(title):
        return True
    opening = lines[entry.first]
    return (
        not opening.words[:1].islower()
        and len(opening.words.split()) <= _LONG_TITLE
        and not _DEED.match(opening.words)
        and '"' not in title
    )


_LONG_TITLE = 12
"""Words above which a line that names no known job is prose."""
_DEED = re.compile(
    r"(?:\w+ly\s)?(?:\w{3,}ed|led|built|wrote|ran|taught|grew|made|held|won|drove|took|set up)\s+\w",
    re.I,
)
"""How a line begins that tells what was done."""


def header(lines: Sequence[Line], entry: Entry) -> list[Line]:
    """Lines that name the role: those above its dates, the dates, and one below where needed."""
    last = entry.dated
    if _wants_more(lines, entry):
        last += 1
    return list(lines[entry.first : last + 1])


def body(lines: Sequence[Line], entry: Entry) -> list[Line]:
    """Lines that tell what was done in the role."""
    return list(lines[entry.first + len(header(lines, entry)) : entry.last])


@lru_cache(maxsize=1)
def _title_words() -> re.Pattern[str]:
    words = sorted(table()["titles"]["words"], key=len, reverse=True)
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})s?(?!\w)|"
        r"\w+(?:entwickler|ingenieur|leiter|wissenschaftler|berater)(?:in)?\b",
        re.I,
    )


def is_title(words: str) -> bool:
    """Whether words name a job."""
    return _title_words().search(words) is not None


def _may_date(line: Line) -> bool:
    return (
        not line.heading and len(line.words) <= _LONG and not line.words.rstrip().endswith(".")
    ) or (len(line.words) <= 60 and not line.heading)


def _lone(line: Line, at: date) -> Period | None:
    """The year of a role that gives only one: "Google Summer of Code, 2024"."""
    found = single(line.words)
    if line.part != "experience" or not found or len(line.words) > 80:
        return None
    day, begins, ends = found
    rest = (line.words[:begins] + line.words[ends:]).strip(_EDGE)
    if day > at or not rest or (begins > 1 and ends < len(line.words.rstrip(_EDGE))):
        return None
    whole = line.words[begins:ends].strip().isdigit()
    last = date(day.year, 12, 31) if whole else day.replace(day=28)
    return Period(day, min(last, at), begins, ends, rough=whole)


def _rest(line: Line, period: Period) -> str:
    return (line.words[: period.begins] + " | " + line.words[period.ends :]).strip(_EDGE)


def _first(lines: Sequence[Line], index: int, previous: int, period: Period) -> int:
    """Where the role's header begins: up to two short lines above its dates belong to it."""
    rest = _rest(lines[index], period)
    if lines[index].item and _LABEL.fullmatch(rest.split(":")[0].strip(_EDGE)):
        return _form(lines, index, previous)
    if period.begins <= 1 and is_title(rest):
        return index
    room = 0 if is_title(rest) and len(_SPLIT.split(rest)) > 1 else (1 if is_title(rest) else 2)
    first = index
    while first - 1 > previous and room and _heads(lines, first):
        first, room = first - 1, room - 1
    return first


def _form(lines: Sequence[Line], index: int, previous: int) -> int:
    """The line that a form of labelled items stands under."""
    above = range(index - 1, max(previous, index - 5), -1)
    return next((i for i in above if lines[i].title or not lines[i].item), index)


def _heads(lines: Sequence[Line], below: int) -> bool:
    above = lines[below - 1]
    if above.heading or above.item or above.part != lines[below].part or len(above.words) > 100:
        return False
    if lines[below].title or (lines[below].gap and not above.title):
        return False
    return not above.words.endswith((".", ";")) or _FIRM.search(above.words) is not None


_FIRM = re.compile(r"\b(?:inc|ltd|co|corp|llc|s\.a|b\.v|n\.v|e\.v|s\.l|plc|bros)\.$", re.I)


def _wants_more(lines: Sequence[Line], entry: Entry) -> bool:
    """Whether title or organisation stand in the line below the dates."""
    below = entry.dated + 1
    if below < entry.last and _below_item(lines, entry):
        return True
    if (
        below >= entry.last
        or lines[below].item
        or lines[below].heading
        or len(lines[below].words) > 90
    ):
        return False
    if lines[below].words.endswith("."):
        return False
    above = list(_split(lines, entry, entry.dated))
    return len(above) < 2 or not any(map(is_title, above))


def _below_item(lines: Sequence[Line], entry: Entry) -> bool:
    """Whether the first of the items below a dated item names who the work was for."""
    dated, below = lines[entry.dated], lines[entry.dated + 1]
    return (
        dated.item
        and below.item
        and below.indent > dated.indent
        and len(list(_split(lines, entry, entry.dated))) == 1
        and len(below.words) <= _NAME
        and below.words[:1].isupper()
        and not below.words.endswith(".")
        and not _DEED.match(below.words)
    )


_NAME = 80
"""Letters of the longest line that only names an organisation."""


def _pieces(lines: Sequence[Line], entry: Entry) -> Iterator[str]:
    yield from _split(lines, entry, entry.first + len(header(lines, entry)) - 1)


def _split(lines: Sequence[Line], entry: Entry, last: int) -> Iterator[str]:
    for index in range(entry.first, last + 1):
        line = lines[index]
        words = _rest(line, entry.period) if index == entry.dated else line.words
        for piece in _SPLIT.split(words):
            if sum(map(str.isalpha, piece)) >= 2:
                yield piece.strip(_EDGE)


def _last(lines: Sequence[Line], index: int, following: Sequence[int]) -> int:
    """Where the role ends: at the next role or the next part of the CV."""
    stop = following[0] if following else len(lines)
    part = lines[index].part
    return next(
        (i for i in range(index + 1, stop) if lines[i].heading or lines[i].part != part), stop
    )
