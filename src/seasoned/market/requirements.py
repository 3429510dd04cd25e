"""Mentions of skills made into requirements: alternatives kept together, each with strength and level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from seasoned.market.posting import Requirement, Span, Strength, Years
from seasoned.market.strength import Judge
from seasoned.market.years import YEARS, number
from seasoned.skills.finding import Mention

_OR = re.compile(
    r"\)?\s*,?\s*\(?(?:\b(?:and/or|or|oder|ou|o|u|of|bzw\.?|resp\.)(?!\w)|/|"
    r"\|)\s*\(?(?:[\w.+#-]+\s+){0,3}\(?",
    re.I,
)
_COMMA = re.compile(r"\s*,\s*(?:(?:or\s+)?[\w.+#-]+\s*,\s*){0,2}", re.I)
_AND = re.compile(r"\s*,?\s*(?:and|und|et|y|e|en|&|sowie)\s+(?:the\s+|a\s+)?", re.I)
_OR_SIMILAR = re.compile(
    r"[\w+#]{0,3}\s*,?\s*(?:or|oder|ou|o|of)\s+(?:an?\s+)?(?:similar|equivalent|comparable|"
    r"another|other|related|"
    r"the like|vergleichbar|ähnlich|andere|équivalent|autre|similar|vergelijkbaar)",
    re.I,
)
_RANK = {Strength.REQUIRED: 3, Strength.PREFERRED: 2, Strength.DUTY: 1, Strength.MENTIONED: 0}

_PEOPLE = re.compile(
    r"(?:engineers|scientists|developers|managers|analysts|architects|researchers|specialists|"
    r"statisticians|designers|colleagues)(?!\w)",
    re.I,
)
"""Colleagues that an advert names ("with data engineers"): they have the skill, nobody asks it."""

LEVEL_WORDS = (
    (3.5, r"world.class|leading expert|renowned|thought leader|führend"),
    (
        3.0,
        r"expert|mastery|extensive|deep(?! (?:learning|neural|generative|reinforcement))|advanced|"
        r"in.depth|thorough|exceptional|outstanding|excellent|tief|"
        r"fundierte|vertiefte|sehr gute|mehrjährige|avancé|approfondi|excellente|maîtrise parfaite|avanzad|"
        r"profund|amplia|uitgebreide|diepgaande|several years|many years|lead(?:ing)? the",
    ),
    (
        2.5,
        r"strong|solid|proficien|proven|hands.on|robust|good command|fluent|fluency|demonstrated|"
        r"track record|"
        r"gute|sicher|solide|bonne|sólid|buen|goede|ruime|production experience|highly skilled",
    ),
    (
        1.5,
        r"working knowledge|practical knowledge|familiar|understanding|comfortable|vertraut|verständnis|"
        r"familiari|conocimiento|bekend",
    ),
    (
        1.0,
        r"basic|some\b|exposure|awareness|interest|curious|willing|eager|beginner|entry|fundamentals|"
        r"grundkenntnisse|erste erfahrung|grundlegend|notions|bases|básic|nociones|basis",
    ),
)
"""Words before a skill and the level they ask: 1 with help, 2 on their own, 3 leads the hard cases,
4 sets the standard. The nearest in the sentence counts. The ranking is our reading of how adverts
speak; halves mark words between two levels."""
_NOUN_LEVEL = 1.5
LEVEL_YEARS = ((10.0, 3.5), (7.0, 3.0), (5.0, 3.0), (3.0, 2.5), (1.5, 2.0), (0.0, 1.5))
"""Years asked for a skill and the level they ask; the larger of words and years counts."""
LEVEL_PLAIN = {
    Strength.REQUIRED: 2.0,
    Strength.PREFERRED: 1.5,
    Strength.DUTY: 2.0,
    Strength.MENTIONED: 1.0,
}
"""Level where the advert says no more: on their own if required or daily work, less if a wish."""
_LEVELS = tuple((level, re.compile(rf"\b(?:{words})", re.I)) for level, words in LEVEL_WORDS)


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention with the strength the advert gives it and the sentence around it."""

    mention: Mention
    strength: Strength
    sentence: tuple[int, int]


def requirements_of(
    mentions: Sequence[Mention],
    judge: Judge,
    years: Sequence[Years],
    fields: Sequence[tuple[int, int]] = (),
) -> tuple[Requirement, ...]:
    """What the advert says of skills, each alternative group once, the strongest saying kept.

    Mentions inside ``fields``, places where subjects of a degree stand, are no skills.
    """
    asked = [m for m in mentions if not any(start <= m.start < end for start, end in fields)]
    placed = [p for p in (_placed(m, judge) for m in asked) if p is not None]
    found = [_requirement(group, judge.text, years) for group in _groups(placed, judge)]
    return tuple(_strongest(found))


def level_asked(words: str, strength: Strength, years: float | None) -> float:
    """Level that the words before a skill and the years beside it ask, from 1 to 4.

    Examples
    --------
    >>> level_asked("deep knowledge of", Strength.REQUIRED, None)
    3.0
    >>> level_asked("experience with", Strength.REQUIRED, 5.0)
    3.0
    """
    if strength is Strength.MENTIONED:
        return LEVEL_PLAIN[strength]
    said = sorted(
        (m.end(), m.start(), level) for level, pattern in _LEVELS for m in pattern.finditer(words)
    )
    worked = 0.0 if years is None else next(lv for least, lv in LEVEL_YEARS if years >= least)
    if not said:
        return worked or LEVEL_PLAIN[strength]
    return max(_nearest(words, said), worked)


def _placed(mention: Mention, judge: Judge) -> Placed | None:
    strength = judge.strength(mention.start, mention.end)
    if strength is not None and _names_people(mention, judge.text):
        strength = Strength.MENTIONED
    return (
        None if strength is None else Placed(mention, strength, judge.sentences.at(mention.start))
    )


def _names_people(mention: Mention, text: str) -> bool:
    return (
        _PEOPLE.fullmatch(mention.surface.split()[-1]) is not None
        or _PEOPLE.match(text, mention.end + 1) is not None
    )


def _groups(placed: Sequence[Placed], judge: Judge) -> Iterator[list[Placed]]:
    """Mentions that are alternatives together, every other one alone."""
    run: list[Placed] = []
    links: list[str] = []
    for item in placed:
        link = _link(judge.text, run[-1], item) if run else ""
        if run and not link:
            yield from _divided(run, links, judge)
            run, links = [], []
        if run:
            links.append(link)
        run.append(item)
    if run:
        yield from _divided(run, links, judge)


def _link(text: str, left: Placed, right: Placed) -> str:
    if left.sentence != right.sentence or left.strength != right.strength:
        return ""
    between = text[left.mention.end : right.mention.start]
    for name, pattern in (("or", _OR), ("and", _AND), ("comma", _COMMA)):
        if pattern.fullmatch(between):
            return name
    if re.fullmatch(r"\s*,[^,;.()]{0,25},?\s+(?:or|oder|ou|o|of)\s+", between):
        return "or"
    return ""


def _divided(run: list[Placed], links: list[str], judge: Judge) -> Iterator[list[Placed]]:
    """A run of mentions cut into groups of alternatives and single demands."""
    if len(run) > 1 and (
        judge.opens_choice(run[0].mention.start, run[0].sentence)
        or ("and" not in links and _OR_SIMILAR.match(judge.text, run[-1].mention.end))
    ):
        yield run
        return
    for part, inner in _cut_at_and(run, links):
        if inner and inner[-1] == "or" and all(link in ("or", "comma") for link in inner):
            yield part
        else:
            yield from _tight(part, inner)


def _cut_at_and(run: list[Placed], links: list[str]) -> Iterator[tuple[list[Placed], list[str]]]:
    part: list[Placed] = [run[0]]
    inner: list[str] = []
    for item, link in zip(run[1:], links, strict=True):
        if link == "and":
            yield part, inner
            part, inner = [item], []
        else:
            part.append(item)
            inner.append(link)
    yield part, inner


def _tight(part: list[Placed], links: list[str]) -> Iterator[list[Placed]]:
    """Only what an "or" joins directly: "Python or R, SQL" asks for SQL too."""
    group = [part[0]]
    for item, link in zip(part[1:], links, strict=True):
        if link == "or":
            group.append(item)
        else:
            yield group
            group = [item]
    yield group


def _requirement(group: list[Placed], text: str, years: Sequence[Years]) -> Requirement:
    start, end = group[0].sentence
    first = group[0].mention
    spent = _years_beside(text, years, start, first.start)
    strength = group[0].strength
    asking = strength in (Strength.REQUIRED, Strength.PREFERRED)
    return Requirement(
        any_of=tuple(dict.fromkeys(item.mention.skill for item in group)),
        strength=strength,
        surfaces=tuple(dict.fromkeys(item.mention.surface for item in group)),
        span=Span(start=start, end=end, quote=text[start:end]),
        level=level_asked(_said_of(text, start, first), strength, spent if asking else None),
        years=spent if asking else None,
    )


def _years_beside(text: str, years: Sequence[Years], start: int, place: int) -> float | None:
    """Years named last before a skill in its sentence, where they are years of experience."""
    if not years:
        return None
    before = [number(match["low"]) for match in YEARS.finditer(text, start, place)]
    asked = {y.lower for y in years if y.span.start <= start < y.span.end or y.span.start == start}
    return before[-1] if before and before[-1] in asked else None


def _said_of(text: str, start: int, mention: Mention) -> str:
    """Words before a skill, and its own first word where that is a grade: "advanced SQL"."""
    own = re.match(
        r"(?:advanced|basic|strong|expert|good|solid|excellent)\s", mention.surface, re.I
    )
    return text[max(start, mention.start - 80) : mention.start + (own.end() if own else 0)]


def _nearest(words: str, said: Sequence[tuple[int, int, float]]) -> float:
    """Level of the last and longest grading words, given as end, start, level.

    "deep" decides in "deep understanding of".
    """
    last = [one for one in said if one[0] == said[-1][0]]
    _, start, level = min(last)
    before = [(stop, graded) for stop, _, graded in said if stop <= start]
    if (
        before
        and level == _NOUN_LEVEL
        and re.fullmatch(r"[\w\s-]{0,12}", words[before[-1][0] : start])
    ):
        return before[-1][1]
    return level


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
        surfaces=tuple(dict.fromkeys(strong.surfaces + weak.surfaces)),
        level=max(strong.level, weak.level),
        years=strong.years or weak.years,
    )
