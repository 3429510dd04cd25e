"""Mentions made into named terms: how strongly each is asked, and which are alternatives together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from seasoned.market.posting import Named, Span, Strength
from seasoned.market.strength import Judge
from seasoned.skills.finding import Mention

_OR = re.compile(
    r"\)?\s*,?\s*\(?(?:\b(?:and ?/ ?or|or|oder|ou|o|u|of|bzw\.?|resp\.)(?!\w)|/|"
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

_PEOPLE = re.compile(
    r"(?:engineer|scientist|developer|manager|analyst|architect|researcher|specialist|"
    r"statistician|designer|colleague)s?(?!\w)",
    re.I,
)
"""Job titles and colleagues ("with data engineers"): they have the skill, nobody asks it by that."""
_FAR = 60
"""Characters between two terms over which no list reaches."""


class Placed(NamedTuple):
    """A mention with the strength the advert gives it and the start of the sentence around it."""

    mention: Mention
    strength: Strength
    sentence: int


def named_of(
    mentions: Sequence[Mention], judge: Judge, fields: Sequence[tuple[int, int]] = ()
) -> tuple[Named, ...]:
    """Every term at its place, alternatives numbered.

    Mentions inside ``fields``, places where subjects of a degree stand, are no skills.
    """
    placed = [_placed(m, judge) for m in mentions if not _within(m.start, fields)]
    named: list[Named] = []
    choices = 0
    for group in _groups(placed, judge):
        several = len({item.mention.term for item in group}) > 1
        choices += several
        named += [_named(item, choices if several else 0) for item in group]
    return tuple(named)


def _within(place: int, fields: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in fields)


def _named(item: Placed, choice: int) -> Named:
    mention = item.mention
    return Named(
        term=mention.term,
        skill=mention.skill,
        strength=item.strength,
        span=Span(start=mention.start, end=mention.end, quote=mention.surface),
        choice=choice,
        human=mention.human,
    )


def _placed(mention: Mention, judge: Judge) -> Placed:
    strength = judge.strength(mention.start, mention.end)
    if strength is None:
        strength = Strength.DENIED
    elif strength is not Strength.MENTIONED and _names_people(mention, judge.text):
        strength = Strength.MENTIONED
    return Placed(mention, strength, judge.sentences.at(mention.start)[0])


def _names_people(mention: Mention, text: str) -> bool:
    return (
        _PEOPLE.match(text, mention.end + 1) is not None
        or _PEOPLE.fullmatch(mention.surface.rsplit(None, 1)[-1]) is not None
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
    if right.mention.start - left.mention.end > _FAR:
        return ""
    between = text[left.mention.end : right.mention.start].replace("*", "")
    if between == ", ":
        return "comma"
    for name, pattern in (("or", _OR), ("and", _AND), ("comma", _COMMA)):
        if pattern.fullmatch(between):
            return name
    if re.fullmatch(r"\s*,[^,;.()]{0,25},?\s+(?:or|oder|ou|o|of)\s+", between):
        return "or"
    return ""


def _divided(run: list[Placed], links: list[str], judge: Judge) -> Iterator[list[Placed]]:
    """A run of mentions cut into groups of alternatives and single demands."""
    if len(run) > 1 and (
        judge.opens_choice(run[0].mention.start)
        or ("and" not in links and _bracketed(run, judge.text))
        or ("and" not in links and _OR_SIMILAR.match(judge.text, run[-1].mention.end))
    ):
        yield run
        return
    for part, inner in _cut_at_and(run, links):
        if inner and inner[-1] == "or" and all(link in ("or", "comma") for link in inner):
            yield part
        else:
            yield from _tight(part, inner)


def _bracketed(run: Sequence[Placed], text: str) -> bool:
    """Whether brackets hold the mentions and nothing else: examples of what stands before them."""
    start, end = run[0].mention.start, run[-1].mention.end
    opened = _OPENED.search(text, max(0, start - _LEAD), start)
    return opened is not None and _SHUT.match(text, end) is not None


_LEAD = 14
_OPENED = re.compile(
    r"\w\W{0,3}\((?:e\.?\s?g\.?,?|such as|like|z\.\s?b\.|i\.e\.|p\. ?ex\.)?\s*$", re.I
)
_SHUT = re.compile(
    r"[\w+#.]{0,4}\s*(?:,?\s*(?:etc\.?|\.{2,3}|…|and (?:others|similar|so on)|or (?:similar|others)|"
    r"usw\.?|u\.\s?a\.))?\s*\)",
    re.I,
)


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
