"""Degrees that an advert asks, the lowest that is enough, with field and equivalents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from seasoned.market.posting import DegreeAsked, Span, Strength
from seasoned.market.strength import Judge

_ORDER = ("first", "higher", "doctorate")
_PATTERNS = (
    (
        "doctorate",
        re.compile(
            r"\bph\.?\s?d\b\.?s?|\bdoctora(?:te|l degree|t|do)\b|\bdoktor(?:grad|titel)\b|"
            r"\babgeschlossene promotion\b|"
            r"\bpromotion (?:in|im)\b|\bgepromoveerd\b|\bdphil\b|\bthèse\b",
            re.I,
        ),
    ),
    (
        "higher",
        re.compile(
            r"\bmaster(?:['’]?s)?(?=\s+(?:degree|or|of (?:science|engineering|arts)|in\b|is\b|and|level|"
            r"student|thesis|abschluss|preferred|required)|\s*[,/).;]|$)|"
            r"\bmaster['’]s\b|\bmasters\b(?! of ceremon)|\bmasterabschluss\b|\bmasterstudium\b|"
            r"\bm\.?sc\b\.?|\bm\.s\.|\bm\.?eng\b|"
            r"\bM\.?S\.?\b(?! (?:SQL|Office|Excel|Azure|Teams|Windows|Access|Project|Dynamics|Word|"
            r"Power))(?=\W)|\bmba\b|"
            r"\b(?:graduate|advanced|postgraduate|higher) degree\b|\bdiplom(?:studium|abschluss|"
            r"-\w+)?\b(?!a)|\bmáster\b|\bmastère\b|\bbac\s?\+\s?5\b|"
            r"\bécole d['’]ingénieur|\bdiplôme d['’]ingénieur|\bwo[- ](?:niveau|diploma|opleiding|"
            r"denkniveau|master)|\buniversitaire master",
            re.I,
        ),
    ),
    (
        "first",
        re.compile(
            r"\bbachelor(?:['’]?s)?\b|\bbachelorabschluss\b|\bb\.?sc\b\.?|\bb\.s\.|\bb\.?a\.(?=\W)|"
            r"\bb\.?tech\b|\bb\.?eng\b|\bBA/BS\b|\bBS/BA\b|"
            r"\bBS\b(?=[\s/,].{0,30}(?:degree|in\b|or\b|MS|computer))|\bundergraduate degree\b|"
            r"\b(?:college|university|technical|relevant|stem|4[- ]year|four[- ]year) degree\b|"
            r"\bdegree\s+(?:in|or|from|qualified|level)\b|\bdegree\b(?=[.,;]|$)|"
            r"\babgeschlossenes?\s+(?:\w+\s+){0,3}(?:studium|hochschulstudium|universitätsstudium)|"
            r"\b(?:hochschul|universitäts|fachhochschul|fh-)\w*(?:abschluss|studium)\b|"
            r"\bstudium (?:der|in|im)\b|"
            r"\b(?:abgeschlossenes )?studium\b|\blicence\b(?=.{0,25}(?:en|informatique|math))|"
            r"\bbac\s?\+\s?3\b|\bgrado (?:en|universitario|superior)|\btitulación (?:universitaria|en|"
            r"superior)|\btitulado\b|"
            r"\blicenciatura\b|\bingeniería (?:informática|de telecom\w*|en)|\bhbo[- ]?(?:niveau|"
            r"diploma|opleiding|werk|denkniveau|/wo)|\bafgeronde (?:hbo|wo|universitaire|opleiding)",
            re.I,
        ),
    ),
)
_NOT_DEGREE = re.compile(
    r"scrum master|master data|webmaster|master (?:the|of your|branch|node|file)|to a (?:high|"
    r"large|great)|degree of\b|some degree|high degree|360.degree",
    re.I,
)
_FIELDS = (
    "computer science",
    "computer engineering",
    "software engineering",
    "data science",
    "machine learning",
    "artificial intelligence",
    "statistics",
    "mathematics",
    "applied mathematics",
    "applied math",
    "math",
    "maths",
    "physics",
    "engineering",
    "electrical engineering",
    "operations research",
    "economics",
    "econometrics",
    "information systems",
    "information technology",
    "bioinformatics",
    "computational biology",
    "biology",
    "chemistry",
    "linguistics",
    "computational linguistics",
    "robotics",
    "neuroscience",
    "finance",
    "business",
    "analytics",
    "informatics",
    "quantitative field",
    "quantitative discipline",
    "technical field",
    "stem",
    "natural sciences",
    "cognitive science",
    "informatik",
    "wirtschaftsinformatik",
    "mathematik",
    "statistik",
    "physik",
    "ingenieurwissenschaften",
    "naturwissenschaften",
    "elektrotechnik",
    "informatique",
    "mathématiques",
    "statistiques",
    "physique",
    "informática",
    "matemáticas",
    "estadística",
    "física",
    "telecomunicaciones",
    "informatica",
    "wiskunde",
    "statistiek",
    "natuurkunde",
    "econometrie",
    "technische informatica",
)
_FIELD = re.compile(
    r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, _FIELDS), key=len, reverse=True)) + r")(?!\w)",
    re.I,
)
_EQUIVALENT = re.compile(
    r"or (?:an? )?(?:\w+ )?equivalent|equivalent (?:\w+ ){0,2}experience|or comparable|"
    r"or (?:relevant |related )?(?:work |practical |industry )?experience|"
    r"in lieu of|oder (?:eine? )?(?:vergleichbar|gleichwertig)|vergleichbare|ou équivalent|"
    r"o (?:experiencia )?equivalente|of (?:een )?(?:vergelijkbare?|gelijkwaardig)|"
    r"or similar(?! field)|combination of education and experience",
    re.I,
)


_EXCEPTION = re.compile(
    r"(?:years?|yrs?|jahren?|ans|años|jaar)\b[^.;,]{0,20}\b(?:with|mit|avec|con|"
    r"met)\s+(?:an?\s+|une?\s+|een\s+|einem?r?\s+)?$",
    re.I,
)
"""Years that hold for a degree: the degree is their exception and no demand."""
_HIGHER_BEFORE = re.compile(
    r"(?:master|m\.?sc?\.?|ph\.?\s?d|doctoral|graduate|advanced|higher)(?:['’]?s)?\.?\s*(?:level\s*)?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Found:
    degree: str
    start: int
    end: int
    sentence: tuple[int, int]
    strength: Strength


def degrees_of(judge: Judge) -> tuple[DegreeAsked, ...]:
    """Degrees asked: per sentence and strength the lowest that is enough, then one per strength."""
    groups: dict[tuple[tuple[int, int], Strength], list[_Found]] = {}
    for found in _found(judge):
        groups.setdefault((found.sentence, found.strength), []).append(found)
    asked = [_asked(judge.text, group) for group in groups.values()]
    return tuple(_one_each(asked))


def fields_in(judge: Judge) -> list[tuple[int, int]]:
    """Places where the subjects of a degree stand, as in "PhD in statistics or physics"."""
    places = []
    for _, match in _named(judge.text):
        end = judge.sentences.at(match.start())[1]
        stop = _AFTER_FIELDS.search(judge.text, match.end(), end)
        places.append((match.end(), stop.start() if stop else end))
    return [place for place in places if _FIELD.search(judge.text, *place)]


_AFTER_FIELDS = re.compile(
    r"[;.:]|\b(?:experience|knowledge|years?|with|and a\b|plus|skills|who|erfahrung|"
    r"kenntnisse|sowie|expérience|"
    r"experiencia|ervaring|proficien|including|familiar)",
    re.I,
)


def _found(judge: Judge) -> Iterator[_Found]:
    for degree, match in _named(judge.text):
        if strength := _strength(judge, match):
            yield _Found(degree, *match.span(), judge.sentences.at(match.start()), strength)


@lru_cache(maxsize=2)
def _named(text: str) -> tuple[tuple[str, re.Match[str]], ...]:
    """Degrees that a text names, sought only in lines that hold a hint of one."""
    hinted = [line.span() for line in _LINE.finditer(text) if _hints(line[0])]
    return tuple(
        (degree, match)
        for degree, pattern in _PATTERNS
        for start, end in hinted
        for match in pattern.finditer(text, start, end)
    )


def _hints(line: str) -> bool:
    low = line.lower()
    return "MS" in line or "BS" in line or "BA/" in line or any(hint in low for hint in _HINTS)


_LINE = re.compile(r"[^\n]+")
_HINTS = (
    "ph", "doctor", "doktor", "promo", "thèse", "master", "m.s", "msc", "eng", "mba", "degree", "diplom",
    "máster", "mastère", "bac", "école", "wo", "univers", "b.s", "bsc", "b.a", "tech", "studium", "abschluss",
    "licen", "grado", "titul", "ingenier", "hbo", "niveau",
)  # fmt: skip
"""Letters of which every pattern above holds some."""


def _strength(judge: Judge, match: re.Match[str]) -> Strength | None:
    if match[0].lower().startswith("degree") and _HIGHER_BEFORE.search(
        judge.text, max(0, match.start() - 24), match.start()
    ):
        return None
    if _is_exception(judge, match):
        return None
    around = judge.text[max(0, match.start() - 12) : match.end() + 14]
    if _NOT_DEGREE.search(around) or judge.sections.at(match.start()).kind in (
        "company",
        "benefits",
        "legal",
        "process",
    ):
        return None
    said = judge.strength(*match.span())
    if said in (Strength.REQUIRED, Strength.PREFERRED):
        return said
    if (
        said is Strength.MENTIONED
        and match.start() >= judge.sections.at(match.start()).start
        and _demands(judge, match)
    ):
        return Strength.REQUIRED
    return None


def _is_exception(judge: Judge, match: re.Match[str]) -> bool:
    """Whether a degree only says whom a number of years holds for: "or 3 years with a PhD"."""
    start, end = judge.sentences.at(match.start())
    held = _EXCEPTION.search(judge.text, max(0, match.start() - 50), match.start())
    if held is None or _EITHER.search(judge.text, start, held.start()):
        return held is not None
    return len(_SPENT.findall(judge.text, start, end)) > 1


_EITHER = re.compile(r"\b(?:or|oder|ou|o|of)\b", re.I)
_SPENT = re.compile(r"\d\+?\s*(?:-\s*\d+\s*)?(?:years?|yrs?|jahren?|ans|años|jaar)\b", re.I)


def _demands(judge: Judge, match: re.Match[str]) -> bool:
    """A degree in loose text is a demand when its sentence asks, as in "Bachelor's degree in"."""
    start, end = judge.sentences.at(match.start())
    head = judge.text[start : match.start()]
    return len(head) < 40 and not re.search(
        r"\b(?:we|our|team|founded|wir|notre|our)\b", judge.text[start:end], re.I
    )


def _asked(text: str, group: Sequence[_Found]) -> DegreeAsked:
    start, end = group[0].sentence
    words = text[start:end]
    return DegreeAsked(
        degree=min((found.degree for found in group), key=_ORDER.index),
        span=Span(start=start, end=end, quote=words),
        fields=tuple(
            dict.fromkeys(m[0].lower() for m in _FIELD.finditer(text, group[0].start, end))
        )[:12],
        or_equivalent=_EQUIVALENT.search(words) is not None,
        strength=group[0].strength,
    )


def _one_each(asked: Sequence[DegreeAsked]) -> Iterator[DegreeAsked]:
    """One demand per strength, the lowest degree; a wish below the demand says nothing."""
    required = [d for d in asked if d.strength is Strength.REQUIRED]
    preferred = [d for d in asked if d.strength is Strength.PREFERRED]
    best = min(required, key=lambda d: _ORDER.index(d.degree), default=None)
    if best:
        fields = tuple(
            dict.fromkeys(f for d in required if d.degree == best.degree for f in d.fields)
        )
        yield replace(best, fields=fields, or_equivalent=any(d.or_equivalent for d in required))
    wish = min(preferred, key=lambda d: _ORDER.index(d.degree), default=None)
    if wish and (best is None or _ORDER.index(wish.degree) > _ORDER.index(best.degree)):
        yield wish
