"""Years of experience that an advert asks: in total or for a subject, with ranges and exceptions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from seasoned.market.hints import hinted, windows
from seasoned.market.posting import Span, Strength, Years
from seasoned.market.strength import Judge
from seasoned.market.year_words import (
    ADDRESSED,
    AFTER,
    AT_MOST,
    BEFORE,
    DEGREE,
    EXPERIENCE,
    HELD,
    LEVELS,
    MOST,
    NUMBER,
    OLD_FIRM,
    OURS,
    STOOD,
    STOP,
    SUBJECT,
    UNIT,
    WORDS,
    YEARS,
    number,
)


def years_of(judge: Judge) -> tuple[Years, ...]:
    """Every demand for years of experience, the exceptions by degree kept beside the rule."""
    return tuple(_merged(list(_joined(judge.text, _asked(judge)))))


def _asked(judge: Judge) -> Iterator[Years]:
    found: dict[tuple[int, int], list[re.Match[str]]] = {}
    for window in windows(
        judge.text, hinted(judge.text, "years"), _AROUND, _AROUND, over_lines=True
    ):
        for match in _amounts(judge.text, *window):
            sentence = judge.sentences.at(match.start())
            if _is_experience(judge, match, sentence):
                found.setdefault(sentence, []).append(match)
    for sentence, matches in found.items():
        yield from _from_sentence(judge, sentence, matches)


_AROUND = 60
"""Characters around a unit in which its whole amount stands."""


def _amounts(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Amounts of a stretch, which is passed over where it holds no number in figures or letters."""
    words = text[start:end]
    if (
        _FIGURE.search(words)
        or "jähr" in words
        or not _SPELLED.isdisjoint(_LETTERS.split(words.lower()))
    ):
        yield from YEARS.finditer(text, start, end)


_FIGURE, _LETTERS, _SPELLED = re.compile(r"\d"), re.compile(r"[^\w]+"), frozenset(WORDS)


def _is_experience(judge: Judge, match: re.Match[str], sentence: tuple[int, int]) -> bool:
    start, end = sentence
    before, after = judge.text[start : match.start()], judge.text[match.start("unit") : end]
    low, kind = number(match["low"]), judge.sections.at(match.start()).kind
    if low > MOST or BEFORE.search(before[-45:]) or AFTER.match(after):
        return False
    if kind in ("company", "benefits", "legal", "process"):
        return _stands_first(judge.text, match, sentence)
    if kind == "required":
        return True
    if OURS.search(before) and not ADDRESSED.search(judge.text, start, end):
        return False
    if low >= OLD_FIRM and STOOD.search(before):
        return False
    opens = len(before.split()) <= 2 and ":" not in before
    return opens or EXPERIENCE.search(judge.text, start, end) is not None


def _stands_first(text: str, match: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether a sentence opens with years of experience: a demand even under a heading read wrongly."""
    return (
        len(text[sentence[0] : match.start()].split()) <= 3
        and number(match["low"]) < OLD_FIRM
        and OURS.search(text, sentence[0], match.start()) is None
        and HELD.match(text, match.end(), sentence[1]) is not None
    )


def _from_sentence(
    judge: Judge, sentence: tuple[int, int], matches: Sequence[re.Match[str]]
) -> Iterator[Years]:
    """The rule first; amounts that hold for another degree become its exception."""
    rule = matches[0]
    others = [
        match
        for before, match in pairwise(matches)
        if _tied_to_degree(judge.text, match, sentence)
        or _OR.search(judge.text, before.end(), match.start())
    ]
    for match in matches:
        if match in others:
            continue
        said = _strength(judge, match, sentence)
        if said is not None:
            yield _years(judge.text, match, sentence, said, others if match is rule else ())


_OR = re.compile(
    r"\b(?:or|oder|ou|o|of)\s+(?!(?:more|which|experience|an?|the)\b)(?:(?!and\b|plus\b)[\w']+\s+){0,3}$",
    re.I,
)


def _strength(judge: Judge, match: re.Match[str], sentence: tuple[int, int]) -> Strength | None:
    """A demand unless a wish is said; "at least one year is preferred" is a wish, whatever is nearer."""
    said = judge.strength(match.start(), match.end())
    if said is None or said is Strength.PREFERRED:
        return said
    if _WISHED.match(judge.text, match.end(), sentence[1]):
        return Strength.PREFERRED
    return Strength.REQUIRED


_WISHED = re.compile(
    r"[^;,.()]{0,120}?\b(?:preferred|desired|desirable|(?:is|are|would be) (?:an? )?(?:big |huge |strong )?"
    r"(?:plus|advantage|asset|bonus)|von vorteil|wünschenswert|souhaitée?s?|serait un plus|deseables?|"
    r"valorables?|se valorará\w*|(?:is )?een pr[eé]|gewenst|preferable)\b(?! (?:but|and) required)",
    re.I,
)


def _tied_to_degree(text: str, match: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether an amount is said of a degree: "or 3 years with a PhD"."""
    before = text[max(sentence[0], match.start() - 60) : match.start()]
    after = text[match.end() : min(sentence[1], match.end() + 60)]
    near = _ELSE.split(before)[-1] + " " + _ELSE.split(after)[0]
    return DEGREE.search(near) is not None


_ELSE = re.compile(r"[;.]\s|\b(?:or|oder|ou|o)\b", re.I)


def _clause(text: str, match: re.Match[str], sentence: tuple[int, int]) -> str:
    before = _ELSE.split(text[sentence[0] : match.start()])[-1]
    after = re.split(r"[;.]\s|,?\s(?:or|oder|ou|o)\b", text[match.start() : sentence[1]])[0]
    return (before + after).strip(" ,;.()")


def _years(
    text: str,
    match: re.Match[str],
    sentence: tuple[int, int],
    strength: Strength,
    others: Sequence[re.Match[str]],
) -> Years:
    start, end = sentence
    low, high = _amount(match)
    if AT_MOST.search(text, start, match.start()):
        low, high = 0.0, high or low
    if least := _LEAST.search(text, start, match.start()):
        low, high, strength = number(least["least"]), None, Strength.REQUIRED
    return Years(
        lower=low,
        upper=high,
        span=Span(start=start, end=end, quote=text[start:end]),
        subject=_subject(text[match.end() : end]),
        strength=strength,
        instead="; ".join(_clause(text, other, sentence) for other in others),
        fewest=min(low, *(_amount(other)[0] for other in others)) if others else None,
        most=max(low, *(_amount(other)[0] for other in others)) if others else None,
    )


def _amount(match: re.Match[str]) -> tuple[float, float | None]:
    """Lower and upper end in years; months are parts of one."""
    low = number(match["low"])
    said = match["high"] or match["high2"] or match["high3"]
    high = number(said) if said else None
    if high is not None and high < low:
        low, high = high, low
    if match["month"]:
        return round(low / 12, 2), high and round(high / 12, 2)
    return low, high


_LEAST = re.compile(
    rf"(?:minimum|at least|mindestens|au moins|mínimo|minimaal)\s+(?:of\s+)?(?P<least>{NUMBER})\+?"
    rf"(?:\s*{UNIT})?\s*[,;(]?\s*(?:but\s+)?(?:ideally|preferably|idealerweise|idéalement|idealmente|"
    rf"idealiter)\s*$",
    re.I,
)
"""The least that an advert asks, named before the wish: "minimum 3, ideally 5+ years"."""


def _subject(after: str) -> str:
    """What the years are to be spent on, as far as the next comma or joining word."""
    lead = SUBJECT.match(after)
    words = after[lead.end() :] if lead else after
    stop = STOP.search(words)
    subject = (words[: stop.start()] if stop else words).strip(" :–—-")
    return "" if _NO_SUBJECT.fullmatch(subject) or DEGREE.search(subject) else subject[:60]


_NO_SUBJECT = re.compile(
    r"|(?:relevant |professional |industry |work )*experience|berufserfahrung|(?:industry|at least|"
    r"minimum|or more|mínima?|minimum requis|preferred|required)",
    re.I,
)


def _joined(text: str, found: Iterator[Years]) -> Iterator[Years]:
    """Sentences side by side that ask different years of different degrees or grades, as one demand."""
    last: Years | None = None
    for years in found:
        if last and _alternative(text, last, years):
            lows = (last.lower, last.fewest, years.lower, years.fewest)
            tops = (last.lower, last.most, years.lower, years.most)
            last = replace(
                last,
                instead="; ".join(filter(None, (last.instead, years.span.quote.strip(" .;,")))),
                fewest=min(low for low in lows if low is not None),
                most=max(top for top in tops if top is not None),
                span=Span(
                    start=last.span.start,
                    end=years.span.end,
                    quote=text[last.span.start : years.span.end],
                ),
            )
            continue
        if last:
            yield last
        last = years
    if last:
        yield last


def _alternative(text: str, one: Years, other: Years) -> bool:
    between = text[one.span.end : other.span.start]
    if (
        other.strength is not one.strength
        or other.span.start < one.span.end
        or len(between) > 40
        or not _NEXT.fullmatch(between)
    ):
        return False
    if _GRADE.match(one.span.quote) and _GRADE.match(other.span.quote):
        return True
    names = _level(one.span.quote), _level(other.span.quote)
    return bool(names[0] and names[1] and names[0] != names[1])


_NEXT = re.compile(r"[\W_]*(?:(?:or|and/or|oder|ou|option \d)\b[\W_]*)?", re.I)
_GRADE = re.compile(
    r"\W*(?:option \d|(?:junior|jr|mid|senior|sr|principal|staff|lead|entry|intermediate|expert|associate|"
    r"level|grade|l\d)\b)",
    re.I,
)


def _level(words: str) -> str:
    """Degrees that a sentence names, the lowest last."""
    return " ".join(name for name, pattern in LEVELS if pattern.search(words))


def _merged(found: Sequence[Years]) -> Iterator[Years]:
    seen: set[tuple[float, float | None, str]] = set()
    for years in found:
        key = (years.lower, years.upper, years.subject.lower())
        if key not in seen:
            seen.add(key)
            yield years
