"""Spoken languages that an advert asks, with how well they are to be known."""

from __future__ import annotations

import re
from bisect import bisect_left

from seasoned.market.phrasing import Cue
from seasoned.market.posting import ASKED, Span, SpokenLanguage, Strength
from seasoned.market.strength import Judge
from seasoned.skills.phrases import Found

_OTHER = re.compile(
    r"\W{0,3}(?:market|compan|law|team|customer|client|government|citizen|office|econom|region|countr|"
    r"tax|bank|cuisine|course|class|lesson|kurs|unterricht|cours\b|curso|les(?:sen)?\b|text|corp|data|document|"
    r"dataset|nlp|llm|model|speech|transcript|user|tradition|start.?up|food|holiday|(?:and|or) \w+ (?:text|data|"
    r"market|countr|customers)|speaking (?:market|countr|region|customers|area)|bundes|recht)",
    re.I,
)
"""Words after the name of a language that make it a nation, a course or data."""
_ABOUT = re.compile(
    r"language|speak|spoken|written|verbal|oral|communicat|fluen|proficien|command of|native|skills|"
    r"sprach|kenntnis|wort und schrift|kommunikation|langue|parl[eé]|écrit|maîtris|niveau|idioma|hablad|escrit|nivel|"
    r"taal|woord en geschrift|beheers|spreekt",
    re.I,
)
_HOUSE = re.compile(
    r"(?:working|company|office|team|business) language|unternehmenssprache|arbeitssprache|firmensprache|"
    r"langue de travail|idioma de trabajo|voertaal|werktaal",
    re.I,
)
_SHORT = 5
"""Words up to which a line of demands may be nothing but names of languages."""
_NEAR = 60
_BESIDE = 14


def spoken_of(judge: Judge) -> tuple[SpokenLanguage, ...]:
    """Each language asked once, at its strongest, with the best level said of it."""
    hits = judge.found["spoken"]
    found: dict[str, SpokenLanguage] = {}
    for index, hit in enumerate(hits):
        asked = _asked(judge, hits, index)
        known = found.get(hit.means.says)
        if asked and (known is None or _rank(asked) > _rank(known)):
            found[hit.means.says] = asked
    return tuple(found.values())


def _rank(asked: SpokenLanguage) -> tuple[bool, str]:
    return asked.strength is Strength.REQUIRED, asked.level


def _asked(judge: Judge, hits: list[Found[Cue]], index: int) -> SpokenLanguage | None:
    hit = hits[index]
    if _OTHER.match(judge.text, hit.end):
        return None
    start, end = judge.sentences.at(hit.start)
    level = _level(judge, hits, index, (start, end))
    words = judge.text[start:end]
    house = _HOUSE.search(words) is not None
    strength = judge.strength(hit.start, hit.end)
    if strength is None:
        return None
    if not (level or house or _is_told(judge.text[hit.start : hit.end], words, strength)):
        return None
    if strength not in ASKED:
        if not house and not (level and judge.sections.at(hit.start).kind in _OPEN):
            return None
        strength = Strength.REQUIRED
    return SpokenLanguage(
        code=hit.means.says,
        strength=strength,
        span=Span(start=start, end=end, quote=words),
        level=level,
    )


_OPEN = ("intro", "unknown", "duties", "other", "stack")
"""Sections whose words about a language and its level ask for it all the same."""


def _is_told(name: str, words: str, strength: Strength) -> bool:
    """Whether a sentence speaks of languages, or is a short line of demands."""
    if _ABOUT.search(words) or _ABOUT.search(name):
        return True
    return strength in ASKED and len(words.split()) <= _SHORT + 3 * (strength is Strength.PREFERRED)


def _level(judge: Judge, hits: list[Found[Cue]], index: int, sentence: tuple[int, int]) -> str:
    """The level right after the name, else the nearest before it, else the next in the sentence."""
    hit = hits[index]
    levels = judge.found["spoken-level"]
    starts = [level.start for level in levels]
    after = levels[bisect_left(starts, hit.end) :]
    before = levels[
        bisect_left(starts, max(sentence[0], hit.start - _NEAR)) : bisect_left(starts, hit.start)
    ]
    following = hits[index + 1].start if index + 1 < len(hits) else len(judge.text)
    beside = next((x for x in after if x.start - hit.end <= _BESIDE and x.start < following), None)
    if beside and beside.end <= sentence[1]:
        return beside.means.says
    if before and not re.search(r"[;.]\s", judge.text[before[-1].end : hit.start]):
        last = before[-1]
        return max(x.means.says for x in before if x.end >= last.end - 1)
    later = next((x for x in after if x.end <= min(sentence[1], hit.end + _NEAR)), None)
    return later.means.says if later else ""
