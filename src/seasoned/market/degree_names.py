"""Names of degrees and of their subjects, in five languages, and where a text holds them."""

from __future__ import annotations

import re
from functools import lru_cache

from seasoned.market.hints import hinted, places, windows

_PATTERNS = (
    (
        "doctorate",
        re.compile(
            r"\bph\.?\s?d\b\.?s?|\bdoctora(?:te|l degree|t|do)\b|\bdoktor(?:grad|titel)\b|"
            r"\babgeschlossene promotion\b|"
            r"(?-i:\bPromotion (?:in|im) [A-ZÄÖÜ])|\bgepromoveerd\b|\bdphil\b|\bthèse\b",
            re.I,
        ),
    ),
    (
        "higher",
        re.compile(
            r"\bmaster(?:['’]?s)?(?=\s+(?:degree|or|of (?:science|engineering|arts)|in\b|is\b|and|level|with|"
            r"qualif|oder|ou|im|en|of|abschluss|bzw|"
            r"student|thesis|abschluss|preferred|required)|\s*[,/).;]|$)|"
            r"\bmaster['’]s\b|\bmasters\b(?! of ceremon)|\bmasterabschluss\b|\bmasterstudium\b|"
            r"\bm\.?sc\b\.?|\bm\.s\.|\bm\.?eng\b|"
            r"\bM\.?S\.?\b(?! (?:SQL|Office|Excel|Azure|Teams|Windows|Access|Project|Dynamics|Word|"
            r"Power))(?=\W)|\bmba\b|"
            r"\b(?:graduate|advanced|postgraduate|higher)(?: \w+)? degree\b|\bdiplom(?:studium|abschluss|"
            r"-\w+)?\b(?!a)|\bmáster\b|\bmastère\b|\bmaster ?2\b|\bmasterdiploma\b|\bbac\s?\+\s?5\b|"
            r"\bécole d['’]ingénieur|\bdiplôme d['’]ingénieur|\bwo[- ](?:niveau|diploma|opleiding|"
            r"denkniveau|master)|\buniversitaire master",
            re.I,
        ),
    ),
    (
        "first",
        re.compile(
            r"\bbachelor(?:['’]?s)?\b|\bbachelor(?:abschluss|diploma|studium)\b|\bb\.?sc\b\.?|\bb\.s\.|"
            r"\bb\.?a\.(?=\W)|"
            r"\bb\.?tech\b|\bb\.?eng\b|\bBA/BS\b|\bBS/BA\b|"
            r"\bBS\b(?=[\s/,+(&]{1,2}(?:MS|BA|Ph|\+?\d|.{0,30}(?:degree|in\b|or\b|and\b|with\b|required|"
            r"preferred|computer)))|"
            r"\bBA\b(?=\s(?:degree|in\b|or (?:BS|B\.S|MA|higher|equivalent)|required))|"
            r"\bundergraduate (?:(?:and/)?or (?:post)?graduate )?degree\b|"
            r"\b(?:college|university|technical|relevant|stem|quantitative|engineering|science|4[- ]year|"
            r"four[- ]year) degree\b|"
            r"\bdegree\s+(?:in|or|from|qualified|level|required|preferred|with|and)\b|\bdegree\b(?=[.,;)]|$)|"
            r"\bdegree[- ]educated\b|"
            r"\babgeschlossenes?\s+(?:\w+\s+){0,3}(?:studium|hochschulstudium|universitätsstudium)|"
            r"\b(?:hochschul|universitäts|fachhochschul|fh-)\w*(?:abschluss|studium)\b|"
            r"\bstudium (?:der|in|im)\b|"
            r"\b(?:abgeschlossenes )?studium\b|\blicence\b(?=.{0,25}(?:en|informatique|math))|"
            r"\bbac\s?\+\s?[34]\b|\bgrado (?:en|universitario|superior)|\btitulación (?:mínima|universitaria|en|"
            r"superior)|\btitulad[oa]\b|\bestudios universitarios|"
            r"\bcarrera universitaria|\buniversitaire opleiding|\bformation supérieure|\buni(?:versitäts)?-abschluss|"
            r"\blicenciatura\b|\bingeniería (?:informática|de telecom\w*|en)|\bhbo(?:-? (?:of|en) (?:mbo|"
            r"wo)\b)|\bhbo[- ]?(?:niveau|"
            r"diploma|opleiding|werk|denkniveau|/wo)|\bafgeronde (?:hbo|wo|universitaire|opleiding)",
            re.I,
        ),
    ),
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
FIELD = re.compile(
    r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, _FIELDS), key=len, reverse=True)) + r")(?!\w)",
    re.I,
)


@lru_cache(maxsize=2)
def named(text: str) -> tuple[tuple[str, re.Match[str]], ...]:
    """Degrees that a text names, sought only around a hint of one."""
    return tuple(
        (degree, match)
        for degree, pattern in _PATTERNS
        for window in _hinted(text, degree)
        for match in pattern.finditer(text, *window)
    )


def _hinted(text: str, degree: str) -> list[tuple[int, int]]:
    found = sorted([*hinted(text, degree), *places(text, _CAPITALS[degree])])
    return windows(text, found, _BEHIND, _AHEAD)


_CAPITALS = {"doctorate": (), "higher": ("MS", "M.S", "WO"), "first": ("BS", "BA")}
"""Hints that are letters of other words in small ones."""
_BEHIND, _AHEAD = 40, 60
"""Characters around a hint in which the whole name stands, with what a pattern looks ahead to."""
