"""Courses of study in a CV: degree, field, institution and year, with the line that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from seasoned.evidence.dates import single
from seasoned.evidence.lines import Line, table
from seasoned.profile.person import Degree, Education

_YEAR = re.compile(r"(?<!\d)(?:19[5-9]\d|20[0-4]\d)(?!\d)")
_SCHOOL = re.compile(
    r"universi|college|institut|school|hochschule|\bTU\b|\bFH\b|\bETH\b|\bEPFL\b|polytech|academy|"
    r"école|faculty|fakultät|universidad|escuela|hogeschool|akademie|\bMIT\b|\bUCL\b|\bENS\b",
    re.I,
)
_FIELD = re.compile(
    r"(?:\b(?:in|of|en|der|im|für|degree in|studies in)\s+|[,:–—-]\s*)"
    r"(?P<field>[A-ZÄÖÜÉa-zäöüé][\w&äöüßéèñç,' -]{3,60}?)"
    r"(?=\s*(?:[,(|;–—]|\bat\b|\bfrom\b|\ban der\b|\bà\b|\bwith\b|\d{4}|\.|$))"
)
_NOT_FIELD = re.compile(
    r"^(?:science|arts|engineering|the|computing science|degree|diploma|hons|honours|"
    r"present|current|now|today|heute|expected|anticipated|(?:jan|feb|mar|apr|may|mai|ju[nl]|aug|"
    r"sep|okt|oct|nov|dec|dez)[a-zäé]*\.?(?:\s*\d*)?)$|universi|college|institut|school",
    re.I,
)
_EDGE = " \t,;:|·•–—-()[]*_."


def education_of(lines: Sequence[Line]) -> tuple[Education, ...]:
    """Each degree named under education, or in a CV without headings anywhere."""
    has_part = any(line.part == "education" and not line.heading for line in lines)
    wanted = [
        i
        for i, line in enumerate(lines)
        if not line.heading and (line.part == "education" if has_part else line.part == "")
    ]
    return tuple(_merged(list(_found(lines, wanted))))


def degree_in(words: str) -> Degree | None:
    """The degree that words name, the highest where they name several."""
    for name in ("doctorate", "higher", "first"):
        if _patterns()[name].search(words):
            return Degree(name)
    return None


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile("|".join(_word(word) for word in words), re.I)
        for name, words in table()["degrees"].items()
    }


def _word(word: str) -> str:
    """A degree as a whole word; short ones only in capitals, since "ms" and "ba" are syllables too."""
    bare = word.rstrip(".,")
    right = r"(?!\w)" if bare[-1].isalnum() else ""
    if word.endswith(","):
        subject = r"\s(?!Office|Excel|Teams|Windows|Word|Access|Project|Azure)[A-Z][a-z]{3}"
        return rf"(?-i:(?<!\w){re.escape(bare.upper())}(?=,|{subject}))"
    return rf"(?<!\w){re.escape(bare)}{right}"


def _found(lines: Sequence[Line], wanted: Sequence[int]) -> Iterator[Education]:
    for index in wanted:
        words = lines[index].words
        degree = degree_in(words[:_FAR])
        if degree and len(words) < _LONGEST and not _COURSES.search(words):
            yield _education(degree, lines, index, wanted)


_FAR, _LONGEST = 160, 400
"""Letters within which a line names its degree, and letters of the longest such line."""
_COURSES = re.compile(
    r"\b(?:level|undergraduate|graduate|postgraduate|doctoral|ph\.?d\.?)[\s-]+"
    r"(?:level[\s-]+)?(?:course\s?work|courses|classes|modules)\b",
    re.I,
)
"""Courses at the level of a degree, which are no degree."""


def _education(
    degree: Degree, lines: Sequence[Line], index: int, wanted: Sequence[int]
) -> Education:
    """The entry's own line first, its neighbours of the same entry for what it lacks."""
    own = lines[index].words
    near = [
        lines[i].words
        for i in (index + 1, index - 1, index + 2)
        if i in wanted and not degree_in(lines[i].words) and not _crosses(lines, index, i)
    ]
    return Education(
        degree=degree,
        field=_field(own, degree),
        institution=_school([own, *near]),
        year=_year([own, *near]),
        quote=own,
    )


def _crosses(lines: Sequence[Line], index: int, other: int) -> bool:
    """Whether an empty line or another degree stands between two lines."""
    low, high = sorted((index, other))
    return any(lines[i].gap or lines[i].title for i in range(low + 1, high + 1))


def _field(words: str, degree: Degree) -> str:
    """Subject of a degree: what follows it up to a comma, else what an "in" or comma opens."""
    match = _patterns()[degree.value].search(words)
    after = words[match.end() :] if match else words
    if match and match[0].lower().endswith(" of"):
        after = re.sub(r"^\s*philosophy\b", "", after, flags=re.I)
    pieces = re.split(r"[,(|;–—\t:]|\s-\s|\d{4}", re.sub(r"\([^()]*\)", " ", after))
    plain = next(filter(None, map(_subject, pieces[:2])), "")
    if 3 <= len(plain) <= 60 and not _NOT_FIELD.search(plain):
        return plain
    fields = (_subject(found["field"]) for found in _FIELD.finditer(" " + after))
    named = next((field for field in fields if not _NOT_FIELD.search(field)), "")
    return named or _department(words[: match.start()] if match else "")


def _subject(words: str) -> str:
    """Words that may name a subject, without what opens them, ends them in dates, or repeats them."""
    plain = _OPENING.sub("", re.sub(r"^['’]s\b", "", words).strip(_EDGE)).strip(_EDGE)
    return re.sub(r"\s+(?:department|faculty|institute|program(?:me)?)$", "", plain, flags=re.I)


def _department(before: str) -> str:
    """Subject of the department that a line names before its degree: "Physics department, ..."."""
    match = re.match(
        r"\W*([A-ZÄÖÜÉ][\w&äöüßéè' -]{2,50}?)\s+(?:department|faculty|program)\b", before
    )
    return match[1].strip(_EDGE) if match else ""


_OPENING = re.compile(
    r"^(?:degree\s+|of\s+(?:science|arts|engineering|philosophy|technology|research)\s*|science\s+|\d\s+|"
    r"(?:in|of|en|der|im|für|de|d['’]|des|recherche)\s+)+",
    re.I,
)


def _school(texts: Sequence[str]) -> str:
    pieces = [
        re.sub(r"\s*\(?\d{4}.*$", "", piece).strip(_EDGE)
        for words in texts
        for piece in re.split(r"\s*[,(|;–—·\t]\s*|\s-\s|\s{3,}|\bat\b|\ban der\b", words)
    ]
    pieces = [_SCHOOL_LABEL.sub("", piece) for piece in pieces]
    known = next((piece for piece in pieces if _SCHOOL.search(piece) and not degree_in(piece)), "")
    return known or next(
        (p for p in pieces[1:] if len(p) > 2 and not degree_in(p) and single(p) is None), ""
    )


_SCHOOL_LABEL = re.compile(
    r"^(?:universität|hochschule|schule|university|school|college|institution|université|école|"
    r"universidad|universiteit)\s*:\s*",
    re.I,
)


def _year(texts: Sequence[str]) -> int | None:
    for words in texts:
        years = [int(year) for year in _YEAR.findall(words)]
        if years:
            return max(years)
    return None


def _merged(found: Sequence[Education]) -> Iterator[Education]:
    seen: set[tuple[Degree, str, int | None]] = set()
    for one in found:
        key = (one.degree, one.field.lower(), one.year)
        if key not in seen:
            seen.add(key)
            yield one
