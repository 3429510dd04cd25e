"""The money that wages are paid in, by the places that a text names."""

from __future__ import annotations

import re
from functools import lru_cache

CURRENCIES = tuple(
    (re.compile(rf"\b(?:{names})\b"), code)
    for names, code in (
        (
            "France|Germany|Deutschland|Allemagne|Spain|España|Espagne|Netherlands|Nederland|Austria|"
            "Österreich|Belgium|Belgique|België|Italy|Italia|Ireland|Portugal|Finland",
            "EUR",
        ),
        ("Switzerland|Schweiz|Suisse|Svizzera", "CHF"),
        ("United Kingdom|UK|England|Scotland|Wales", "GBP"),
        ("United States|USA|U\\.S\\.", "USD"),
        ("Canada", "CAD"),
        ("Australia", "AUD"),
        ("India", "INR"),
        ("Poland|Polska", "PLN"),
        ("Sweden|Sverige", "SEK"),
        ("Mexico|México", "MXN"),
    )
)
"""Countries by their names, with the money that wages are paid in there."""
_DOLLARS = tuple(
    (re.compile(rf"\b(?:{names})\b"), code)
    for names, code in (
        (
            "United States|USA|U\\.S\\.|US|New York|NYC|San Francisco|California|Seattle|Austin|Boston|Chicago|"
            "Texas|Washington|Colorado|Remote - US|401\\(?k\\)?",
            "USD",
        ),
        (
            "Canada|Canadian|Toronto|Vancouver|Montr[eé]al|Ottawa|Calgary|Ontario|Qu[eé]bec|Alberta|"
            "British Columbia|BC|RRSP",
            "CAD",
        ),
        ("Australia|Sydney|Melbourne|Brisbane|NSW|superannuation", "AUD"),
        ("New Zealand|Auckland|Wellington", "NZD"),
        ("Singapore", "SGD"),
    )
)
_EURO_TONGUE = re.compile(
    r"salaire|rémunération|fourchette|\bbrut\b|gehalt|brutto|vergütung|salario|banda salarial|bruto|salaris",
    re.I,
)
_ELSEWHERE = re.compile(
    r"Suisse|Schweiz|Svizzera|Canada|Qu[eé]bec|M[eé]xico|Argentina|Colombia|Chile|Perú|Zürich|Genève"
)


@lru_cache(maxsize=2)
def dollar_of(text: str) -> str:
    """Whose a bare dollar sign is: the one dollar country that the text names, else the United States'."""
    named = {code for pattern, code in _DOLLARS if pattern.search(text)}
    return next(iter(named)) if len(named) == 1 else "USD"


def unnamed(text: str) -> str:
    """The money of a sum that names none: of the one country named, or of the language that pay is
    told in, where that is spoken where euros are paid; else empty."""
    named = {code for pattern, code in CURRENCIES if pattern.search(text)}
    if len(named) == 1:
        return next(iter(named))
    return "EUR" if not named and _EURO_TONGUE.search(text) and not _ELSEWHERE.search(text) else ""
