"""Years of experience that an advert asks: in total or for a subject, with ranges and exceptions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seasoned.market.posting import Span, Strength, Years
from seasoned.market.strength import Judge

_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "fifteen": 15,
    "ein": 1,
    "einem": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "acht": 8,
    "zehn": 10,
    "un": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "dix": 10,
    "uno": 1,
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "cinco": 5,
    "diez": 10,
    "één": 1,
    "twee": 2,
    "drie": 3,
    "vijf": 5,
    "tien": 10,
}
_NUMBER = r"(?:\d{1,2}(?:[.,]\d)?|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")\b"
_UNIT = r"(?:years?|yrs?\.?|yoe|jahren?|jahre|ans|années?|años?|jaar|jaren)\b['’]?"
YEARS = re.compile(
    rf"(?<![\w$€£.,/-])(?P<low>{_NUMBER})\s*(?:\(\d{{1,2}}\)\s*)?(?P<plus>\+|plus\b|or more\b|"
    rf"oder mehr\b|et plus\b)?"
    rf"(?:\s*(?:-|–|—|to\b|bis\b|à\b|a\b|"
    rf"tot\b)\s*(?P<high>{_NUMBER})\s*\+?)?\s*-?\s*(?:or more\s+|full\s+)?(?P<unit>{_UNIT})",
    re.I,
)
_EXPERIENCE = re.compile(
    r"experience|\bexp\b|erfahrung|expérience|experiencia|ervaring|track record|"
    r"\bworking (?:in|with|as|on)\b|\bin (?:an?|the) "
    r"\w+ role|background|practice|\bbuilding\b|\bdeveloping\b|\bcoding\b|\bprogramming\b|"
    r"professional(?:ly)?|"
    r"hands.on|\byoe\b|industry|\bas an?\b|berufspraxis|tätigkeit|\bof (?:python|software|ml|"
    r"machine|data)|minimum|at least|"
    r"(?:with|in|of) [A-Z]",
    re.I,
)
_OTHER = re.compile(
    r"years? (?:old|ago|of age|anniversary|contract|warranty|term|program|roadmap|vesting|"
    r"in business)|of age\b|"
    r"\bage[ds]?\b.{0,12}$|\bover the (?:last|past|next)|\b(?:last|past|next|every|per|first|"
    r"within|in the)\s*$|founded|"
    r"\bfor (?:over|more than|nearly|almost)?\s*$|contract|vest|fixed.term|befristet|visa|leave|"
    r"trial|probation|probezeit|"
    r"roadmap|durée|contrat|\bseit (?:über|mehr als)?\s*$|depuis (?:plus de )?$|desde hace|history|heritage",
    re.I,
)
_DEGREE = re.compile(
    r"\bph\.?d|doctora|\bmaster|\bm\.?sc?\b|\bbachelor|\bb\.?sc?\b|\bdegree|\bpromotion|diplom",
    re.I,
)
_SUBJECT = re.compile(
    r"\s*(?:of|in|with|as|mit|in der|im|als|de|en|con|van|met|d['’])?\s*(?:(?:relevant|"
    r"professional|hands.on|practical|proven|industry|"
    r"full.time|work(?:ing)?|post.\w+|overall|total|combined|solid|direct|commercial|applied|"
    r"related|progressive)[\s,]+(?:and\s+)?)*"
    r"(?:experience|berufserfahrung|erfahrung|expérience|experiencia|ervaring|work)?\s*"
    r"(?:of|in|with|as an?|as|using|building|working (?:in|with|on|as)|developing|mit|in der|"
    r"im|als|dans|en|avec|con|met|als)?\s+",
    re.I,
)
_STOP = re.compile(
    r"[.;,()\n•]|\b(?:and|or|with|preferred|required|is|are|plus|und|oder|et|ou|y|en|including|such)\b",
    re.I,
)


def years_of(judge: Judge) -> tuple[Years, ...]:
    """Every demand for years of experience, the exceptions by degree kept beside the rule."""
    return tuple(_merged(list(_asked(judge))))


def number(word: str) -> float:
    """Value of a number in figures or letters."""
    return float(_WORDS[word.lower()]) if word.lower() in _WORDS else float(word.replace(",", "."))


def _asked(judge: Judge) -> Iterator[Years]:
    by_sentence: dict[tuple[int, int], list[re.Match[str]]] = {}
    for match in YEARS.finditer(judge.text):
        if _is_experience(judge, match):
            by_sentence.setdefault(judge.sentences.at(match.start()), []).append(match)
    for sentence, matches in by_sentence.items():
        yield from _from_sentence(judge, sentence, matches)


def _is_experience(judge: Judge, match: re.Match[str]) -> bool:
    start, end = judge.sentences.at(match.start())
    before, after = judge.text[start : match.start()], judge.text[match.end() : end]
    if (
        _OTHER.search(before[-30:])
        or _OTHER.search(match["unit"] + after[:25])
        or number(match["low"]) > 40
    ):
        return False
    if judge.sections.at(match.start()).kind in ("company", "benefits", "legal", "process"):
        return False
    return (
        _EXPERIENCE.search(judge.text, start, end) is not None
        or judge.sections.at(match.start()).kind == "required"
    )


def _from_sentence(
    judge: Judge, sentence: tuple[int, int], matches: Sequence[re.Match[str]]
) -> Iterator[Years]:
    """The rule first; amounts that hold for another degree become its exception."""
    rule, exceptions = (
        matches[0],
        [m for m in matches[1:] if _tied_to_degree(judge.text, m, sentence)],
    )
    for match in matches:
        if match in exceptions:
            continue
        said = judge.strength(match.start(), match.end())
        if said is not None:
            instead = _instead(judge.text, exceptions, sentence) if match is rule else ""
            yield _years(judge.text, match, sentence, said, instead)


def _tied_to_degree(text: str, match: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether an amount is said of a degree: "or 3 years with a PhD"."""
    before = text[max(sentence[0], match.start() - 60) : match.start()]
    after = text[match.end() : min(sentence[1], match.end() + 60)]
    near = (
        re.split(r"[;.]|\bor\b|\boder\b", before)[-1]
        + " "
        + re.split(r"[;.]|\bor\b|\boder\b", after)[0]
    )
    return _DEGREE.search(near) is not None


def _instead(text: str, exceptions: Sequence[re.Match[str]], sentence: tuple[int, int]) -> str:
    return "; ".join(_clause(text, match, sentence) for match in exceptions)


def _clause(text: str, match: re.Match[str], sentence: tuple[int, int]) -> str:
    before = re.split(r"[;.]\s|\bor\b|\boder\b", text[sentence[0] : match.start()])[-1]
    after = re.split(r"[;.]\s|,?\s\bor\b|\boder\b", text[match.start() : sentence[1]])[0]
    return (before + after).strip(" ,;.()")


def _years(
    text: str, match: re.Match[str], sentence: tuple[int, int], said: Strength, instead: str
) -> Years:
    low = number(match["low"])
    high = number(match["high"]) if match["high"] else None
    if high is not None and high < low:
        low, high = high, low
    strength = Strength.PREFERRED if said is Strength.PREFERRED else Strength.REQUIRED
    if least := _LEAST.search(text, sentence[0], match.start()):
        low, high, strength = number(least["least"]), None, Strength.REQUIRED
    start, end = sentence
    return Years(
        lower=low,
        upper=high,
        span=Span(start=start, end=end, quote=text[start:end]),
        subject=_subject(text[match.end() : end]),
        strength=strength,
        instead=instead,
    )


_LEAST = re.compile(
    rf"(?:minimum|at least|mindestens|au moins|mínimo|minimaal)\s+(?:of\s+)?(?P<least>{_NUMBER})\+?"
    rf"(?:\s*{_UNIT})?\s*[,;(]?\s*(?:but\s+)?(?:ideally|preferably|idealerweise|idéalement|idealmente|"
    rf"idealiter)\s*$",
    re.I,
)
"""The least that an advert asks, named before the wish: "minimum 3, ideally 5+ years"."""


def _subject(after: str) -> str:
    """What the years are to be spent on, as far as the next comma or joining word."""
    lead = _SUBJECT.match(after)
    words = after[lead.end() :] if lead else after
    stop = _STOP.search(words)
    subject = (words[: stop.start()] if stop else words).strip(" :–—-")
    return "" if _NO_SUBJECT.fullmatch(subject) or _DEGREE.search(subject) else subject[:60]


_NO_SUBJECT = re.compile(
    r"|(?:relevant |professional |industry |work )*experience|berufserfahrung|(?:industry|at least|"
    r"minimum|or more|mínima?|minimum requis|preferred|required)",
    re.I,
)


def _merged(found: Sequence[Years]) -> Iterator[Years]:
    seen: set[tuple[float, float | None, str]] = set()
    for years in found:
        key = (years.lower, years.upper, years.subject.lower())
        if key not in seen:
            seen.add(key)
            yield years
