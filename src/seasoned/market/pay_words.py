"""Wordings of pay in adverts: amounts, currencies, periods, and what is no pay."""

from __future__ import annotations

import re

SYMBOLS = {
    "$": "USD",
    "lpa": "INR",
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
CODES = "USD|EUR|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|JPY|SGD|HKD|BRL|MXN|ILS|ZAR|AED|RON|TRY"
_MONEY = (
    rf"(?:(?:(?:US|CA|AU|NZ) ?|[CASR])?\$|[€£¥₹]|zł|SFr|\b(?:{CODES}|[Ee]uros?|EURO|Rs\.?)(?!\w))"
)
_AMOUNT = (
    r"\d{1,2}(?:,\d{2})+,\d{3}|"
    r"\d{1,3}(?:[.,'’\s]\d{3})+(?:[.,]\d{2}(?!\d)|,-{1,2})?|\d+(?:[.,]\d{1,2})?(?:,-{1,2})?"
)
_SCALE = (
    r"\s?(?:k|K|mille|Tsd\.?|million|m(?:illion)?|M|mn|bn|B|billion|crore|[Ll]akhs?|[Ll]acs?|LPA)\b"
)
RANGE = re.compile(
    rf"(?P<pre>{_MONEY})?\s?(?<![\d.,])(?P<low>{_AMOUNT})(?P<lowk>{_SCALE})?\s?(?P<mid>{_MONEY})?"
    rf"(?:(?:\s*/?\s?(?:per\s)?(?:yr|year|hr|hour|h|annum|"
    rf"month))?(?: in our \w+ geographic market)?\s*(?:-{{1,2}}|–|—|−|~|to\b|"
    rf"bis(?: zu)?\b|and(?: an?)? max(?:imum)?(?: of)?\b|/(?=\d{{2,3}}\s?[kK])|"
    rf"and\b|à\b|et\b|a\b|y\b|en\b|hasta\b|tot\b|up to\b|und\b)\s*"
    rf"(?P<pre2>{_MONEY})?\s?(?P<high>{_AMOUNT})(?P<highk>{_SCALE})?\s?(?P<post>{_MONEY})?)?(?![\d%])"
)
_PERIODS = (
    (
        "hour",
        r"per (?:\w+ )?hour|an hour|hourly|stundensatz|tarif horaire|uurtarief|"
        r"/\s?(?:hr|h|hour|std)\b|pro stunde|stundenlohn|de l['’]heure|"
        r"por hora|per uur|\bp\.?h\b",
    ),
    (
        "day",
        r"per day|a day|daily rate|day rate|/\s?day\b|pro tag|tagessatz|par jour|\btjm\b|por día|per dag",
    ),
    ("week", r"per week|a week|weekly|/\s?week\b|pro woche|par semaine|por semana"),
    (
        "month",
        r"per month|a month|monthly|/\s?mo(?:nth)?\b|pro monat|monatlich|monats?gehalt|maandsalaris|im monat|"
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
PERIOD = tuple((name, re.compile(pattern, re.I)) for name, pattern in _PERIODS)
PAY = re.compile(
    r"salar(?:y|ies)|\bpay\b|compensation|\bbase\b|wage|remunerat|\brate\b|\bote\b|earn|"
    r"gehalt|vergütung|brutto|verdien|entgelt|"
    r"kollektivvertrag|lohn|rémunération|salaire|\bbrut\b|package|fixe|salario|retribución|"
    r"sueldo|banda|salaris|bruto|beloning|"
    r"stipend\b|paid (?:at|between|\$)|range|\bctc\b|\blpa\b|pro rata|\bsuper\b|\bgross\b",
    re.I,
)
NOT_PAY = re.compile(
    r"(?:customers?|clients?|compan(?:y|ies)|employers?|competitors|users) (?:typically |usually )?pays?\b|"
    r"bonus|sign.?on|equity|stock|shares|option|rais(?:ed|ing)|fund(?:ing|ed|raise)?|"
    r"series\s[a-e]\b|revenue|\barr\b|valuation|"
    r"valued|budget|401|insurance|reimburs|allowance|stipend|relocation|referral|customers?|"
    r"users|transactions|assets|"
    r"turnover|umsatz|weiterbildung|learning|education|home office setup|donat|grant|invest|"
    r"savings?|saving|processed|"
    r"market|billion|million|prämie|zuschuss|prime|tickets?|per user|cost|spend|loan|fine|"
    r"penalt|discount|match|tuition|childcare|charity|pricing|transaction|training|coaching|conference",
    re.I,
)
TOTAL = re.compile(r"\bote\b|on.target|total (?:cash|target|annual)|variable", re.I)
ALONE = re.compile(r"equity|bonus|benefits|stock|full.time|remote|permanent|yearly", re.I)
BASE = re.compile(
    r"base|salary|pay range|compensation range|gehalt|salaire|salario|salaris|brutto|wage", re.I
)
_LEAST_A_YEAR, _MOST_A_YEAR = 8_000, 3_000_000
"""Sums between these, in one of the larger currencies, may be pay for a year."""
BOUNDS = {
    "hour": (5, 1_000),
    "day": (40, 10_000),
    "week": (150, 30_000),
    "month": (400, 150_000),
    "year": (_LEAST_A_YEAR, _MOST_A_YEAR),
}
WEAK = ("JPY", "INR", "HUF", "CZK")
YEARLY = {
    "PLN": 60_000,
    "SEK": 150_000,
    "NOK": 150_000,
    "DKK": 150_000,
    "MXN": 150_000,
    "ZAR": 150_000,
}
"""Sums from which a year is meant where no period is named; 15,000 in the other currencies, and
nothing in the weak ones."""
MONTHLY = (1_800, 8_500)
"""Sums of euros and francs that pay can only mean for a month, in a text that names no period."""
SHORT_LINE = 80
