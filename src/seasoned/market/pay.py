"""Pay as an advert states it: range, currency, period; nothing is made up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seasoned.market.hints import places, windows
from seasoned.market.monies import dollar_of, unnamed
from seasoned.market.pay_words import (
    ALONE,
    BASE,
    BOUNDS,
    CODES,
    MONTHLY,
    NOT_PAY,
    PAY,
    PERIOD,
    RANGE,
    SHORT_LINE,
    SYMBOLS,
    TOTAL,
    WEAK,
    YEARLY,
)
from seasoned.market.posting import Salary, Span
from seasoned.market.sentences import Sentences


@dataclass(frozen=True, slots=True)
class _Sum:
    low: float
    high: float | None
    currency: str
    period: str
    stated: bool
    base: bool
    total: bool
    start: int


def salary_of(text: str, sentences: Sentences) -> Salary | None:
    """The pay range that the advert names, base pay before any other; None where it names none.

    Several ranges of one kind, as for zones or grades, count as one from the lowest to the highest.
    Thousands without a currency count where the text names one country, whose currency they take.
    """
    found = list(_sums(text, sentences)) or list(_unmarked(text, sentences))
    if not found:
        return None
    best = min(found, key=lambda s: (s.total, not s.base, s.high is None, s.start))
    low, high = _widest(best, found)
    start, end = sentences.at(best.start)
    return Salary(
        low=low,
        high=high,
        currency=best.currency,
        period=best.period,
        period_stated=best.stated,
        span=Span(start=start, end=end, quote=text[start:end]),
    )


def _widest(best: _Sum, found: Sequence[_Sum]) -> tuple[float, float | None]:
    """Ends of all ranges of the best one's kind, where they lie near each other."""
    if best.high is None:
        return best.low, None
    alike = [
        one
        for one in found
        if one.high is not None
        and (one.currency, one.period, one.total) == (best.currency, best.period, best.total)
    ]
    low = min(one.low for one in alike)
    high = max(one.high or one.low for one in alike)
    return (low, high) if high <= _WIDEST * low else (best.low, best.high)


_WIDEST = 4
"""Times the lowest sum up to which ranges may be zones or grades of one job."""


def _sums(text: str, sentences: Sentences) -> Iterator[_Sum]:
    for match in _numbers(text, _marked(text)):
        currency = _currency(match)
        if currency and (found := _sum(text, match, currency, sentences)):
            yield found


_SIGNS = ("$", "€", "£", "¥", "₹", "zł", "SFr", "uro", "Rs")
_LETTERS = re.compile(r"[A-Z]{3,4}(?!\w)")
_NAMED = frozenset((*CODES.split("|"), "EURO", "LPA"))


def _marked(text: str) -> list[int]:
    """Where a sign or a code of money stands."""
    codes = [m.start() for m in _LETTERS.finditer(text) if m[0] in _NAMED or m[0][1:] in _NAMED]
    return sorted(places(text, _SIGNS) + codes)


def _numbers(text: str, found: Sequence[int]) -> Iterator[re.Match[str]]:
    """Amounts and ranges, sought only around places and where a figure stands."""
    for start, end in windows(text, found, _AROUND, _AROUND):
        while end < len(text) and (text[end].isalnum() or text[end] in ".,'’"):
            end += 1
        if _FIGURE.search(text, start, end):
            yield from RANGE.finditer(text, start, end)


_AROUND = 60
"""Characters around a currency in which a whole range stands; no number is cut at the end."""
_FIGURE = re.compile(r"\d")
_THOUSANDS = re.compile(r"\d\s?(?:k|K|mille|Tsd)\b")


def _unmarked(text: str, sentences: Sentences) -> Iterator[_Sum]:
    """Ranges in thousands that name no currency: "a salary between 46k and 52k", in Lyon, France."""
    if not _THOUSANDS.search(text):
        return
    money = unnamed(text)
    if not money:
        return
    thousand = [match.start() for match in _THOUSANDS.finditer(text)]
    for match in _numbers(text, thousand):
        start, end = sentences.at(match.start("low"))
        thousands = match["high"] and _is_thousand(match["highk"] or match["lowk"])
        if thousands and PAY.search(text, max(start, match.start() - 120), end):
            found = _sum(text, match, money, sentences)
            if found:
                yield found


def _currency(match: re.Match[str]) -> str:
    marks = [match[name] for name in ("post", "mid", "pre2", "pre") if match[name]]
    codes = [mark for mark in marks if re.fullmatch(CODES, mark)]
    if not marks and "LPA" in (match["lowk"] or "") + (match["highk"] or ""):
        return "INR"
    mark = (codes or marks or [""])[0]
    return mark if codes else SYMBOLS.get(mark.lower().replace(" ", ""), "")


def _sum(text: str, match: re.Match[str], currency: str, sentences: Sentences) -> _Sum | None:
    start, end = sentences.at(match.start("low"))
    head = _label(text, match.start(), start)
    near = text[max(head, match.start() - 70) : min(end, match.end() + 45)]
    low, high = _values(match)
    if _scaled_out(match) or _excluded(text, match, min(start, head), end):
        return None
    pay = PAY.search(text, head, max(end, match.end())) is not None
    period, stated = _period(text, match, min(start, head), end, low, currency, pay=pay)
    if not period or not _plausible(low, high, period, currency):
        return None
    if not stated and not pay and not _bare_range(text, match):
        return None
    return _Sum(
        low,
        high,
        _dollar(currency, text, match, head),
        period,
        stated,
        BASE.search(near) is not None,
        TOTAL.search(near) is not None and "base" not in near.lower(),
        match.start("low"),
    )


def _bare_range(text: str, match: re.Match[str]) -> bool:
    """Whether a range stands alone between marks, or a sum on a short line beside what else is offered."""
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    end = len(text) if end < 0 else end
    if end - start <= SHORT_LINE and ALONE.search(text, start, end):
        return True
    before = _MARK.split(text[start : match.start()])[-1]
    after = _MARK.split(text[match.end() : end])[0]
    return match["high"] is not None and len(before.strip()) + len(after.strip()) <= _FEW


_MARK = re.compile(r"[|•,;:()·+]|\s[-–—]\s")
_FEW = 12
"""Letters that may stand beside a range that is alone: "gross", "per annum"."""


def _label(text: str, place: int, start: int) -> int:
    """Where the words about a sum begin: its sentence, a label in front of that on its line, or a
    short line above."""
    line = text.rfind("\n", 0, place) + 1
    above = text[max(0, line - 60) : line].rstrip().rfind("\n")
    if line and place - line < 30 and above >= 0:
        line = max(0, line - 60) + above + 1
    return max(0, place - 120, min(start, line))


def _values(match: re.Match[str]) -> tuple[float, float | None]:
    """Low and high in full; "120-150k" means thousands at both ends."""
    low, high = _amount(match["low"]), _amount(match["high"]) if match["high"] else None
    scale = _factor(match["highk"]) or _factor(match["lowk"])
    if match["lowk"] or (scale and high is not None and low < 1_000):
        low *= _factor(match["lowk"]) or scale
    elif high is not None and low < 1_000 <= high / 10 and low * 1_000 <= high:
        low *= 1_000
    if high is not None and (match["highk"] or (scale and high < 1_000)):
        high *= scale
    if high is not None and high < low:
        low, high = high, low
    return low, None if high == low else high


def _factor(scale: str | None) -> int:
    """What a scale multiplies by: "k" a thousand, lakhs a hundred thousand; 0 for none or a million."""
    word = scale.strip().lower().rstrip(".") if scale else ""
    if word in ("k", "mille", "tsd"):
        return 1_000
    return 100_000 if word.startswith(("lakh", "lac", "lpa")) else 0


def _is_thousand(scale: str | None) -> bool:
    return scale is not None and scale.strip().lower().rstrip(".") in ("k", "mille", "tsd")


def _scaled_out(match: re.Match[str]) -> bool:
    """Millions and billions are never a person's pay."""
    return any(match[k] and not _factor(match[k]) for k in ("lowk", "highk"))


def _amount(words: str) -> float:
    plain = re.sub(r",-{1,2}$", "", words)
    plain = re.sub(r"[.,'’\s](?=(?:\d\d,)*\d{3}(?:\D|$))", "", plain)
    return float(plain.replace(",", "."))


def _excluded(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether the nearest word about the sum says that it is a bonus, funding or a budget."""
    before = re.split(
        r"[;,.]\s|\+|\bplus\b|\band\b", text[max(start, match.start() - 60) : match.start()]
    )[-1]
    after = re.split(
        r"[;.]\s|\+|\bplus\b|,\s|\band\b", text[match.end() : min(end, match.end() + 40)]
    )[0]
    other = [m.end() for m in NOT_PAY.finditer(before)]
    pay = [m.end() for m in PAY.finditer(before)]
    if NOT_PAY.search(after) and not PAY.search(after) and not pay:
        return True
    if other and max(other) >= max(pay, default=-1):
        return True
    return _EXTRA.match(after) is not None


_EXTRA = re.compile(
    r"\s*(?:annual |performance |sign-?on |joining |in )*(?:bonus|budget|funding|sign.on)\b(?!:)",
    re.I,
)


def _period(
    text: str,
    match: re.Match[str],
    start: int,
    end: int,
    low: float,
    currency: str,
    *,
    pay: bool,
) -> tuple[str, bool]:
    """Period in the words around the sum, the first that the sum fits; a year where none is said
    and only a year fits."""
    for near in (
        match[0] + text[match.end() : min(end, match.end() + 35)],
        text[max(start, match.start() - 60) : match.start()],
    ):
        found = sorted((m.start(), name) for name, pattern in PERIOD if (m := pattern.search(near)))
        for _, name in found:
            if _plausible(low, None, name, currency):
                return name, True
    if low >= YEARLY.get(currency, 15_000) and currency not in WEAK:
        return "year", False
    monthly = pay and currency in ("EUR", "CHF") and MONTHLY[0] <= low <= MONTHLY[1]
    return ("month", False) if monthly else ("", False)


def _plausible(low: float, high: float | None, period: str, currency: str) -> bool:
    least, most = BOUNDS[period]
    factor = (
        300
        if currency in WEAK
        else 12
        if currency in ("SEK", "NOK", "DKK", "MXN", "ZAR", "TRY")
        else 1
    )
    return least <= low <= most * factor and (
        high is None or (high <= most * factor and high <= 6 * low)
    )


def _dollar(currency: str, text: str, match: re.Match[str], head: int) -> str:
    """Whose a dollar sign is: the dollar named beside it, else that of the text's country."""
    if currency != "USD" or any(
        (match[name] or "$")[0] == "U" for name in ("pre", "mid", "pre2", "post")
    ):
        return currency
    near = text[max(head, match.start() - 25) : match.end() + 8]
    if "USD" in near:
        return currency
    other = re.search(r"\b(CAD|AUD|NZD|SGD|HKD)\b", near)
    return other[1] if other else dollar_of(text)
