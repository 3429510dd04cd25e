"""Pay as an advert states it: range, currency, period; nothing is made up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from seasoned.market.place import CURRENCIES
from seasoned.market.posting import Salary, Span
from seasoned.market.sentences import Sentences

_SYMBOLS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "zł": "PLN",
    "us$": "USD",
    "ca$": "CAD",
    "c$": "CAD",
    "a$": "AUD",
    "au$": "AUD",
    "nz$": "NZD",
    "s$": "SGD",
    "r$": "BRL",
    "chf": "CHF",
    "fr.": "CHF",
    "sfr": "CHF",
    "euro": "EUR",
    "euros": "EUR",
    "kr": "SEK",
    "rs": "INR",
    "rs.": "INR",
}
_CODES = "USD|EUR|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|JPY|SGD|HKD|BRL|MXN|ILS|ZAR|AED|RON|TRY"
_MONEY = rf"(?:(?:(?:US|CA|AU|NZ) ?|[CASR])?\$|[€£¥₹]|zł|SFr|\b(?:{_CODES}|euros?|Rs\.?)(?!\w))"
_AMOUNT = r"\d{1,3}(?:[.,'’\s]\d{3})+(?:[.,]\d{2}(?!\d)|,-{1,2})?|\d+(?:[.,]\d{1,2})?(?:,-{1,2})?"
_SCALE = r"\s?(?:k|K|mille|Tsd\.?|million|m(?:illion)?|M|mn|bn|B|billion|crore|lakhs?|LPA)\b"
_RANGE = re.compile(
    rf"(?P<pre>{_MONEY})?\s?(?<![\d.,])(?P<low>{_AMOUNT})(?P<lowk>{_SCALE})?\s?(?P<mid>{_MONEY})?"
    rf"(?:(?:\s*/?\s?(?:per\s)?(?:yr|year|hr|hour|h|annum|"
    rf"month))?(?: in our \w+ geographic market)?\s*(?:-|–|—|−|~|to\b|"
    rf"bis(?: zu)?\b|and\b|à\b|et\b|a\b|y\b|en\b|hasta\b|tot\b|up to\b|und\b)\s*"
    rf"(?P<pre2>{_MONEY})?\s?(?P<high>{_AMOUNT})(?P<highk>{_SCALE})?\s?(?P<post>{_MONEY})?)?(?![\d%])"
)
_PERIODS = (
    (
        "hour",
        r"per hour|an hour|hourly|/\s?(?:hr|h|hour|std)\b|pro stunde|stundenlohn|de l['’]heure|"
        r"por hora|per uur|\bp\.?h\b",
    ),
    (
        "day",
        r"per day|a day|daily rate|day rate|/\s?day\b|pro tag|tagessatz|par jour|\btjm\b|por día|per dag",
    ),
    ("week", r"per week|a week|weekly|/\s?week\b|pro woche|par semaine|por semana"),
    (
        "month",
        r"per month|a month|monthly|/\s?mo(?:nth)?\b|pro monat|monatlich|monatsgehalt|im monat|"
        r"brutto/monat|par mois|mensuel|al mes|mensual|"
        r"por mes|per maand|maandelijks|bruto per maand|p\.\s?m\.",
    ),
    (
        "year",
        r"per year|a year|per annum|annual|annually|yearly|/\s?(?:yr|year|annum)\b|"
        r"\bp\.?\s?a\b\.?|pro jahr|jährlich|jahres\w*|im jahr|"
        r"par an\b|annuel|brut/an|al año|anual|por año|per jaar|jaarlijks|jaarsalaris|\bLPA\b",
    ),
)
_PERIOD = tuple((name, re.compile(pattern, re.I)) for name, pattern in _PERIODS)
_PAY = re.compile(
    r"salar(?:y|ies)|\bpay\b|compensation|\bbase\b|wage|remunerat|\brate\b|\bote\b|earn|"
    r"gehalt|vergütung|brutto|verdien|entgelt|"
    r"kollektivvertrag|lohn|rémunération|salaire|\bbrut\b|package|fixe|salario|retribución|"
    r"sueldo|banda|salaris|bruto|beloning|"
    r"stipend\b|pays\b|paid\b|range",
    re.I,
)
_NOT_PAY = re.compile(
    r"bonus|sign.?on|equity|stock|shares|option|rais(?:ed|ing)|fund(?:ing|ed|raise)?|"
    r"series\s[a-e]\b|revenue|\barr\b|valuation|"
    r"valued|budget|401|insurance|reimburs|allowance|stipend|relocation|referral|customers?|"
    r"users|transactions|assets|"
    r"turnover|umsatz|weiterbildung|learning|education|home office setup|donat|grant|invest|"
    r"savings?|saving|processed|"
    r"market|billion|million|prämie|zuschuss|prime|tickets?|per user|cost|spend|loan|fine|"
    r"penalt|discount|match",
    re.I,
)
_BASE = re.compile(
    r"base|salary|pay range|compensation range|gehalt|salaire|salario|salaris|brutto|wage", re.I
)
_LEAST_A_YEAR, _MOST_A_YEAR = 8_000, 3_000_000
"""Sums between these, in one of the larger currencies, may be pay for a year."""
_BOUNDS = {
    "hour": (5, 1_000),
    "day": (40, 10_000),
    "week": (150, 30_000),
    "month": (400, 150_000),
    "year": (_LEAST_A_YEAR, _MOST_A_YEAR),
}
_WEAK = ("JPY", "INR", "HUF", "CZK")


@dataclass(frozen=True, slots=True)
class _Sum:
    low: float
    high: float | None
    currency: str
    period: str
    stated: bool
    base: bool
    start: int


def salary_of(text: str, sentences: Sentences) -> Salary | None:
    """The pay range that the advert names, base pay before any other; None where it names none.

    Thousands without a currency count where the text names one country, whose currency they take.
    """
    found = list(_sums(text, sentences)) or list(_unmarked(text, sentences))
    if not found:
        return None
    best = min(found, key=lambda s: (not s.base, s.high is None, s.start))
    start, end = sentences.at(best.start)
    return Salary(
        low=best.low,
        high=best.high,
        currency=best.currency,
        period=best.period,
        period_stated=best.stated,
        span=Span(start=start, end=end, quote=text[start:end]),
    )


def _sums(text: str, sentences: Sentences) -> Iterator[_Sum]:
    for match in _numbers(text):
        currency = _currency(match)
        if currency and (found := _sum(text, match, currency, sentences)):
            yield found


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Amounts and ranges, sought only in lines that hold a figure."""
    for line in _FIGURES.finditer(text):
        yield from _RANGE.finditer(text, *line.span())


_FIGURES = re.compile(r"^[^\d\n]*\d[^\n]*$", re.M)
_THOUSANDS = re.compile(r"\d\s?(?:k|K|mille|Tsd)\b")


def _unmarked(text: str, sentences: Sentences) -> Iterator[_Sum]:
    """Ranges in thousands that name no currency: "a salary between 46k and 52k", in Lyon, France."""
    if not _THOUSANDS.search(text):
        return
    places = {code for pattern, code in CURRENCIES if pattern.search(text)}
    if len(places) != 1:
        return
    for match in _numbers(text):
        start, end = sentences.at(match.start("low"))
        thousands = match["high"] and _is_thousand(match["highk"] or match["lowk"])
        if thousands and _PAY.search(text, max(start, match.start() - 120), end):
            found = _sum(text, match, next(iter(places)), sentences)
            if found:
                yield found


def _currency(match: re.Match[str]) -> str:
    marks = [match[name] for name in ("post", "mid", "pre2", "pre") if match[name]]
    codes = [mark for mark in marks if re.fullmatch(_CODES, mark)]
    mark = (codes or marks or [""])[0]
    return mark if codes else _SYMBOLS.get(mark.lower().replace(" ", ""), "")


def _sum(text: str, match: re.Match[str], currency: str, sentences: Sentences) -> _Sum | None:
    start, end = sentences.at(match.start("low"))
    near = text[_label(text, match.start(), start) : min(end, match.end() + 45)]
    low, high = _values(match)
    if _scaled_out(match) or _excluded(text, match, start, end):
        return None
    period, stated = _period(text, match, start, end, low, currency)
    if not period or not _plausible(low, high, period, currency):
        return None
    if not stated and not (
        _PAY.search(text[max(start, match.start() - 120) : end]) or high is not None
    ):
        return None
    return _Sum(
        low,
        high,
        _dollar(currency, near),
        period,
        stated,
        _BASE.search(near) is not None,
        match.start("low"),
    )


def _label(text: str, place: int, start: int) -> int:
    """Where the words about a sum begin: its sentence, and a label in front of that on its line."""
    return max(0, place - 70, min(start, text.rfind("\n", 0, place) + 1))


def _values(match: re.Match[str]) -> tuple[float, float | None]:
    """Low and high in full; "120-150k" means thousands at both ends."""
    low, high = _amount(match["low"]), _amount(match["high"]) if match["high"] else None
    thousand = "".join(k for k in (match["lowk"], match["highk"]) if k).strip().lower()[:1] in (
        "k",
        "t",
    )
    if _is_thousand(match["lowk"]) or (thousand and high is not None and low < 1_000):
        low *= 1_000
    if high is not None and (
        _is_thousand(match["highk"]) or (_is_thousand(match["lowk"]) and high < 1_000)
    ):
        high *= 1_000
    if high is not None and high < low:
        low, high = high, low
    return low, high


def _is_thousand(scale: str | None) -> bool:
    return scale is not None and scale.strip().lower().rstrip(".") in ("k", "mille", "tsd")


def _scaled_out(match: re.Match[str]) -> bool:
    """Millions and billions are never a person's pay."""
    return any(match[k] and not _is_thousand(match[k]) for k in ("lowk", "highk"))


def _amount(words: str) -> float:
    plain = re.sub(r",-{1,2}$", "", words)
    plain = re.sub(r"[.,'’\s](?=\d{3}(?:\D|$))", "", plain)
    return float(plain.replace(",", "."))


def _excluded(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether the nearest word about the sum says that it is a bonus, funding or a budget."""
    before = re.split(
        r"[;,.]\s|\+|\bplus\b|\band\b", text[max(start, match.start() - 60) : match.start()]
    )[-1]
    after = re.split(
        r"[;.]\s|\+|\bplus\b|,\s|\band\b", text[match.end() : min(end, match.end() + 40)]
    )[0]
    other = [m.end() for m in _NOT_PAY.finditer(before)]
    pay = [m.end() for m in _PAY.finditer(before)]
    if _NOT_PAY.search(after) and not _PAY.search(after) and not pay:
        return True
    if other and max(other) > max(pay, default=-1):
        return True
    return re.search(r"\b(?:bonus|budget|funding|sign.on)\b", after, re.I) is not None


def _period(
    text: str, match: re.Match[str], start: int, end: int, low: float, currency: str
) -> tuple[str, bool]:
    """Period in the words around the sum; a year where none is said and only a year fits."""
    for near in (
        match[0] + text[match.end() : min(end, match.end() + 35)],
        text[max(start, match.start() - 60) : match.start()],
    ):
        found = [(m.start(), name) for name, pattern in _PERIOD if (m := pattern.search(near))]
        if found:
            return min(found)[1], True
    return ("year", False) if low >= 15_000 and currency not in _WEAK else ("", False)


def _plausible(low: float, high: float | None, period: str, currency: str) -> bool:
    least, most = _BOUNDS[period]
    factor = (
        300
        if currency in _WEAK
        else 12
        if currency in ("SEK", "NOK", "DKK", "MXN", "ZAR", "TRY")
        else 1
    )
    return least <= low <= most * factor and (
        high is None or (high <= most * factor and high <= 6 * low)
    )


def _dollar(currency: str, near: str) -> str:
    """A dollar sign is the United States' unless the words around it name another dollar."""
    if (
        currency == "USD"
        and "USD" not in near
        and (other := re.search(r"\b(CAD|AUD|NZD|SGD|HKD)\b", near))
    ):
        return other[1]
    return currency
