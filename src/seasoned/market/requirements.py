"""Named terms made into requirements by skill: alternatives kept together, each with its level."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from seasoned.market.posting import ASKED, Named, Requirement, Span, Strength, Years
from seasoned.market.strength import Judge
from seasoned.market.year_words import YEARS, number

_RANK = {strength: len(Strength) - place for place, strength in enumerate(Strength)}
_NOUN_LEVEL = 1.5
"""Level of "understanding of" and its like, which an adjective before it decides."""
LEVEL_YEARS = ((10.0, 3.5), (7.0, 3.0), (5.0, 3.0), (3.0, 2.5), (1.5, 2.0), (0.0, 1.5))
"""Years asked for a skill and the level they ask; the larger of words and years counts."""
LEVEL_PLAIN = {
    Strength.REQUIRED: 2.0,
    Strength.PREFERRED: 1.5,
    Strength.DUTY: 2.0,
    Strength.MENTIONED: 1.0,
}
"""Level where the advert says no more: on their own if required or daily work, less if a wish."""
_BEFORE = 80
"""Characters before a skill in which a word grades it."""


def requirements_of(
    named: Sequence[Named], judge: Judge, years: Sequence[Years]
) -> tuple[Requirement, ...]:
    """What the advert says of skills, each alternative group once, the strongest saying kept."""
    levels = _Levels(judge)
    spoken = [one for one in named if one.strength is not Strength.DENIED]
    found = [_requirement(group, judge, years, levels) for group in _groups(spoken)]
    return tuple(_strongest(found))


class _Levels:
    """Grading words of an advert, by place."""

    def __init__(self, judge: Judge) -> None:
        graded = [one for one in judge.found["level"] if one.means.says != "none"]
        self._text = judge.text
        self._starts = [one.start for one in graded]
        self._said = [(one.end, one.start, float(one.means.says)) for one in graded]

    def asked(self, start: int, one: Named, years: float | None) -> float:
        """Level that the words before a skill, from a place on, and the years beside it ask."""
        if one.strength is Strength.MENTIONED:
            return LEVEL_PLAIN[one.strength]
        first = bisect_left(self._starts, max(start, one.span.start - _BEFORE))
        last = bisect_right(self._starts, one.span.start)
        said = self._said[first:last]
        worked = 0.0 if years is None else next(lv for least, lv in LEVEL_YEARS if years >= least)
        if not said:
            return worked or LEVEL_PLAIN[one.strength]
        return max(self._nearest(said), worked)

    def _nearest(self, said: Sequence[tuple[int, int, float]]) -> float:
        """Level of the last grading word, given as end, start, level.

        "deep" decides in "deep understanding of".
        """
        _, start, level = said[-1]
        if level == _NOUN_LEVEL and len(said) > 1:
            end, _, before = said[-2]
            if start - end <= _NEAR and _WORDS.fullmatch(self._text, end, start):
                return before
        return level


_NEAR = 12
_WORDS = re.compile(r"[\w\s-]*")


def _groups(named: Sequence[Named]) -> Iterator[list[Named]]:
    """Terms that are alternatives together, every other one alone."""
    for choice, group in groupby(named, key=lambda one: one.choice):
        if choice:
            yield list(group)
        else:
            yield from ([one] for one in group)


def _requirement(
    group: list[Named], judge: Judge, years: Sequence[Years], levels: _Levels
) -> Requirement:
    first = group[0]
    start, end = judge.sentences.at(first.span.start)
    asking = first.strength in ASKED
    spent = _years_beside(judge.text, years, start, first.span.start) if asking else None
    return Requirement(
        any_of=_each(one.skill for one in group),
        strength=first.strength,
        surfaces=_each(one.span.quote for one in group),
        span=Span(start=start, end=end, quote=judge.text[start:end]),
        level=levels.asked(start, first, spent),
        years=spent,
        terms=_each(one.term for one in group),
    )


def _each(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _years_beside(text: str, years: Sequence[Years], start: int, place: int) -> float | None:
    """Years named last before a skill in its sentence, where they are years of experience."""
    if not years:
        return None
    before = [number(match["low"]) for match in YEARS.finditer(text, start, place)]
    asked = {y.lower for y in years if y.span.start <= start < y.span.end or y.span.start == start}
    return before[-1] if before and before[-1] in asked else None


def _strongest(found: Sequence[Requirement]) -> Iterator[Requirement]:
    """Each set of alternatives once, at its strongest, without groups that a single demand covers."""
    best: dict[frozenset[str], Requirement] = {}
    for requirement in found:
        key = frozenset(requirement.any_of)
        known = best.get(key)
        best[key] = requirement if known is None else _joined(known, requirement)
    single = {next(iter(key)): r for key, r in best.items() if len(key) == 1}
    for key, requirement in best.items():
        alone = [single[s] for s in key if s in single] if len(key) > 1 else []
        if not any(_covers(one, requirement) for one in alone):
            yield requirement


def _covers(one: Requirement, choice: Requirement) -> bool:
    """Whether a single demand, by the same name and no weaker, makes a choice idle.

    "Python" covers "Python or R"; "statistical packages" does not cover "such as R or SAS".
    """
    names = {surface.lower() for surface in one.surfaces}
    return _RANK[one.strength] >= _RANK[choice.strength] and any(
        surface.lower() in names for surface in choice.surfaces
    )


def _joined(one: Requirement, other: Requirement) -> Requirement:
    strong, weak = (other, one) if _RANK[other.strength] > _RANK[one.strength] else (one, other)
    if strong.strength is not weak.strength:
        return strong
    return replace(
        strong,
        surfaces=_each(strong.surfaces + weak.surfaces),
        terms=_each(strong.terms + weak.terms),
        level=max(strong.level, weak.level),
        years=strong.years or weak.years,
    )
