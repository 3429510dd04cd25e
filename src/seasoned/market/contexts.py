"""How large a firm, a team and its data are, where an advert states it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seasoned.market.hints import hinted, windows
from seasoned.market.posting import Fact, Span

_NUMBER = r"(?P<number>\d{1,3}(?:[.,'’ ]\d{3})+|\d+)\s?(?P<k>k\b)?\s?\+?"
_COMPANY = re.compile(
    rf"{_NUMBER}\s(?:(?:talented|passionate|dedicated|amazing|global|full[- ]time|engagierte\w*|motivierte\w*)\s)*"
    r"(?:employees|people\b(?! (?:use|who use|a (?:day|month)))|colleagues|staff\b|team ?members|associates|"
    r"mitarbeit\w+|kolleg\w+|beschäftigte\w*|collaborateurs|collaboratrices|salariés|employés|empleados|"
    r"personas en plantilla|medewerkers|collega['’]?s)",
    re.I,
)
_TEAM = re.compile(
    r"(?:team|équipe|equipo|squad|group)\s(?:of|von|mit|de|van|d['’]environ|of about|of around|of roughly)\s"
    r"(?:about |around |roughly |some |etwa |rund )?(?P<number>\d{1,3}|two|three|four|five|six|seven|eight|nine|"
    r"ten|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|deux|trois|quatre|cinq|six|huit|dix)\b(?!\s?(?:%|k\b|,\d))|"
    r"\b(?P<before>\d{1,2})[- ](?:person|people|köpfig\w*|personen|koppig\w*)[- ](?:\w+ )?(?:team|squad)",
    re.I,
)
_DATA = re.compile(
    r"(?:(?:\d[\d.,]*\+?|hundreds of|tens of|thousands of|multiple|several|many)\s?)?"
    r"(?:\b(?:peta|tera|exa)(?:bytes?|octets)\b(?:[- ]scale)?|(?<=\d)\s?(?:PB|TB)\b)|"
    r"\b(?:\d[\d.,]*\+?|hundreds of|tens of|several|many)\s?(?:thousand|million|billion|trillion|m|bn|millionen|"
    r"milliarden|millions de|milliards de|millones de|miljoen|miljard)\+?\s"
    r"(?:(?:daily|monthly|active|new|unique|raw|data|api|real-time|tägliche\w*)\s)*"
    r"(?:users|events|records|rows|requests|queries|transactions|documents|images|data ?points|messages|predictions|"
    r"customers|products|items|nutzer\w*|kund\w+|datens[äa]tze\w*|transaktionen|utilisateurs|événements|"
    r"transactions|usuarios|eventos|transacciones|gebruikers|klanten|transacties)",
    re.I,
)
_KINDS = (
    ("company-size", _COMPANY),
    ("team-size", _TEAM),
    ("data-scale", _DATA),
)
_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "zwei": 2,
    "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "zehn": 10, "deux": 2, "trois": 3, "quatre": 4,
    "cinq": 5, "huit": 8, "dix": 10,
}  # fmt: skip


def contexts_of(text: str) -> Iterator[Fact]:
    """The first statement of each kind; sizes as plain numbers, the scale of data as it is said."""
    for kind, pattern in _KINDS:
        for start, end in windows(text, hinted(text, kind), _BEHIND, _AHEAD):
            match = pattern.search(text, start, end) if _FIGURE.search(text, start, end) else None
            value = _value(kind, match) if match else ""
            if match and value:
                span = Span(start=match.start(), end=match.end(), quote=match[0])
                yield Fact(kind=kind, value=value, span=span)
                break


_FIGURE = re.compile(
    r"\d|hundreds|tens of|thousands|multiple|several|many|peta|tera|exa|team of|equipo de|équipe d"
)
_BEHIND, _AHEAD = 60, 60


def _value(kind: str, match: re.Match[str]) -> str:
    if kind == "data-scale":
        return " ".join(match[0].split())
    if kind == "team-size":
        said = (match["number"] or match["before"]).lower()
        number = _WORDS.get(said) or int(said)
        return str(number) if 1 < number <= _LARGEST_TEAM else ""
    number = int(re.sub(r"\D", "", match["number"])) * (1_000 if match["k"] else 1)
    return str(number) if number >= _SMALLEST_FIRM else ""


_LARGEST_TEAM = 150
_SMALLEST_FIRM = 3
