"""Years of experience that an advert asks: in total or for a subject, with ranges and exceptions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from seasoned.market.hints import hinted, windows
from seasoned.market.posting import Span, Strength, Years
from seasoned.market.strength import Judge

_WORDS = {
    word: value
    for value, words in {
        1: "one ein einem eine un una uno één",
        2: "two zwei deux dos twee",
        3: "three drei trois tres drie",
        4: "four vier quatre cuatro",
        5: "five fünf cinq cinco vijf",
        6: "six sechs seis zes",
        7: "seven sieben sept siete zeven",
        8: "eight acht huit ocho",
        9: "nine neun neuf nueve negen",
        10: "ten zehn dix diez tien",
        12: "twelve zwölf douze doce twaalf",
        15: "fifteen fünfzehn quinze quince vijftien",
        20: "twenty zwanzig vingt veinte twintig",
    }.items()
    for word in words.split()
}
_NUMBER = (
    r"(?:\d{1,2}(?:[.,]\d)?|"
    + "|".join(sorted(_WORDS, key=len, reverse=True))
    + r")(?:\b|(?=jähr|yrs?\b|years?\b))"
)
_UNIT = (
    r"(?:years?|yrs?\.?|yoe|jahr(?:en?)?|jährige[rsnm]?|ans|années?|años?|jaar|jaren|"
    r"(?P<month>months?|monaten?|mois|meses|maanden)(?=['’]?\W(?:\w+\W){0,3}?(?:experience|"
    r"\w*erfahrung|d['’]expérience|experiencia|\w*ervaring)))\b['’]?"
)
YEARS = re.compile(
    rf"(?P<between>(?:between|zwischen|entre|tussen)\s)?(?<![\w$€£.,/-])(?P<low>{_NUMBER})\s*"
    rf"(?:\(\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\+?\)\s*)?"
    rf"(?P<plus>\+|plus\b|or more\b|oder mehr\b|et plus\b|of meer\b|o más\b)?"
    rf"(?:\s*(?:-|–|—|~|to\b|bis\b|à\b|a\b|tot\b|or\b|oder\b|ou\b)\s*(?P<high>{_NUMBER})\s*"
    rf"(?:\(\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\)\s*)?\+?|(?(between)\s*(?:and|und|et|y|en)\s(?P<high2>{_NUMBER}))"
    rf"|(?<=\d)[ ?](?P<high3>\d{{1,2}}))?"
    rf"\s*-?\s*(?:or more\s+|full\s+|solid\s+|expert\s+|volle\s+)?(?P<unit>{_UNIT})",
    re.I,
)
"""An amount of years: "3+", "3-5", "three (3)", "between 3 and 5", and "0 3", which lost its hyphen."""
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
_BEFORE = re.compile(
    r"\b(?:last|past|next|every|per|first|within|in the|after|nach|alle|pendant|durant|letzten|nächsten|"
    r"últimos|dernières|prochaines|afgelopen|laatste|komende|since|seit|vor|depuis|hace|il y a|spent|spend|"
    r"contract(?: of| for| is)?|befristet auf|durée(?: de)?|period of|term of|leave of|(?:alternance|stage|"
    r"apprentissage|formation|contrato|prácticas|ausbildung|internship|programme?) (?:of|de|von|über|"
    r"d['’]une durée de))\s*:?\s*"
    r"(?:over|more than|nearly|almost|the|über|mehr als|plus de|más de|meer dan|fast)?\s*$|"
    r"\bfor (?:over|more than|nearly|almost|the last|the past)?\s*$|\bfounded\b.{0,20}$|\bdegree\s?\($|"
    r"\bage[ds]?\b.{0,12}$|\bvest\w*(?: \w+){0,2}\s*$",
    re.I,
)
"""Words before an amount that make it a stretch of time and no demand."""
_AFTER = re.compile(
    r"\S+[\s-]+(?:old\b|ago|of age|anniversar|contract|warrant|term\b|programs?\b|programme|roadmap|"
    r"vesting|in business|in a row|in the market|running|straight|consecutive|since|"
    r"accredited|college|"
    r"university|degree|institution|fixed|of (?:paid|service|history|innovation|growth|age)|probation|"
    r"trial|maternity|parental|appointment|assignment|of (?:full |paid )?"
    r"(?:support|training)|residency|guarantee|commitment|apprentice|alt\b|befristet|vertrag|"
    r"probezeit|am markt|garantie|laufzeit|oud\b|edad|d['’]âge|visa)|"
    r".{0,24}\b(?:credit for|fixed.term|probation|anniversary|heritage)\b|"
    r".{0,40}\b(?:in lieu|substitut)",
    re.I,
)
_STOOD = re.compile(r"\b(?:over|more than|nearly|almost|über|plus de|más de|meer dan)\s*$", re.I)
_MOST = 25
"""Years that no advert asks."""
_OLD_FIRM = 15
"""Years above which "over 20 years of experience" outside the demands is a firm's and no person's."""
_OURS = re.compile(
    r"\b(?:we|our|company|firm|team|wir|unser\w*|nous|notre|nuestr\w*|somos|wij|onze)\b[^.;:]{0,60}$",
    re.I,
)
_ADDRESSED = re.compile(
    r"\byou(?:r|'ve|’ve|'ll|’ll)?\b|\bdu\b|\bdein|\bvous\b|\bje hebt\b|looking for|seeking|hiring|candidate|"
    r"\bsuchen\b|buscamos|recherchons|zoeken|want someone|someone who|expect|ask for|require",
    re.I,
)
_AT_MOST = re.compile(
    r"\b(?:up to|less than|no more than|maximum(?: of)?|max\.?|under|bis zu|höchstens|weniger als|"
    r"jusqu['’]à|moins de|hasta|menos de|minder dan|maximaal)\s+$",
    re.I,
)
_HELD = re.compile(
    r"\W{0,2}(?:\w+\W+){0,6}?(?:experience|\w*erfahrung|d['’]expérience|experiencia|\w*ervaring)",
    re.I,
)
_DEGREE = re.compile(
    r"\bph\.?d|doctora|\bmaster|\bm\.?sc?\b|\bbachelor|\bb\.?sc?\b|\bdegree|\bpromotion|diplom",
    re.I,
)
_LEVELS = (
    ("doctorate", re.compile(r"ph\.?\s?d|doctora|promotion", re.I)),
    ("higher", re.compile(r"\bmaster|\bm\.?sc?\b|\bm\.a\b", re.I)),
    ("first", re.compile(r"\bbachelor|\bb\.?sc?\b|\bb\.a\b|high school|associate['’]?s", re.I)),
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
    return tuple(_merged(list(_joined(judge.text, _asked(judge)))))


def number(word: str) -> float:
    """Value of a number in figures or letters."""
    return float(_WORDS[word.lower()]) if word.lower() in _WORDS else float(word.replace(",", "."))


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


_FIGURE, _LETTERS, _SPELLED = re.compile(r"\d"), re.compile(r"[^\w]+"), frozenset(_WORDS)


def _is_experience(judge: Judge, match: re.Match[str], sentence: tuple[int, int]) -> bool:
    start, end = sentence
    before, after = judge.text[start : match.start()], judge.text[match.start("unit") : end]
    low, kind = number(match["low"]), judge.sections.at(match.start()).kind
    if low > _MOST or _BEFORE.search(before[-45:]) or _AFTER.match(after):
        return False
    if kind in ("company", "benefits", "legal", "process"):
        return _stands_first(judge.text, match, sentence)
    if kind == "required":
        return True
    if _OURS.search(before) and not _ADDRESSED.search(judge.text, start, end):
        return False
    if low >= _OLD_FIRM and _STOOD.search(before):
        return False
    opens = len(before.split()) <= 2 and ":" not in before
    return opens or _EXPERIENCE.search(judge.text, start, end) is not None


def _stands_first(text: str, match: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether a sentence opens with years of experience: a demand even under a heading read wrongly."""
    return (
        len(text[sentence[0] : match.start()].split()) <= 3
        and number(match["low"]) < _OLD_FIRM
        and _OURS.search(text, sentence[0], match.start()) is None
        and _HELD.match(text, match.end(), sentence[1]) is not None
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
    return _DEGREE.search(near) is not None


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
    if _AT_MOST.search(text, start, match.start()):
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


def _joined(text: str, found: Iterator[Years]) -> Iterator[Years]:
    """Sentences side by side that ask different years of different degrees or grades, as one demand."""
    last: Years | None = None
    for years in found:
        if last and _alternative(text, last, years):
            lows = (last.lower, last.fewest, years.lower, years.fewest)
            last = replace(
                last,
                instead="; ".join(filter(None, (last.instead, years.span.quote.strip(" .;,")))),
                fewest=min(low for low in lows if low is not None),
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
    return " ".join(name for name, pattern in _LEVELS if pattern.search(words))


def _merged(found: Sequence[Years]) -> Iterator[Years]:
    seen: set[tuple[float, float | None, str]] = set()
    for years in found:
        key = (years.lower, years.upper, years.subject.lower())
        if key not in seen:
            seen.add(key)
            yield years
