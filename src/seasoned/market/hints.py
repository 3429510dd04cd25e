"""Where a text holds one of a few letters: the cheap test before a costly pattern.

Each family of hints belongs to one kind of value: every pattern for it matches only where one of
its hints stands. All are found in one pass over the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from seasoned.market.sentences import Sentences

FAMILIES: dict[str, tuple[str, ...]] = {
    "years": (
        "year", "yr", "yoe", "jahr", "jähr", " ans", "année", "año", "jaar", "jaren", "month", "monat", "mois",
        "meses", "maanden",
    ),
    "visa": (
        "sponsor", "visa", "right to work", "to work in", "work authori", "authorized to work",
        "authorised to work", "work permit", "working permit", "citizen", "clearance", "u.s. person", "us person",
        "arbeitserlaubnis", "arbeitsgenehmigung", "arbeitsvisum", "visum", "permis de travail",
        "permiso de trabajo", "werkvergunning",
    ),
    "place-label": (
        "location", "place of work", "office", "based in", "dienstort", "standort", "arbeitsort", "einsatzort",
        "lieu", "localisation", "ubicación", "localización", "lugar", "locatie", "standplaats", "ort:", "ort*",
        "ort\n",
    ),
    "place-based": (
        "based in", "based at", "located in", "office in", "office is in", "position in", "position is in",
        "join us in", "am standort", "büro in", "unserem office", "basé", "ubicad", "sede en", "gevestigd in",
        "kantoor in",
    ),
    "company-size": (
        "employees", "people", "colleagues", "staff", "team members", "teammembers", "associates", "mitarbeit",
        "kolleg", "beschäftigte", "collaborat", "salariés", "employés", "empleados", "plantilla", "medewerkers",
        "collega",
    ),
    "team-size": (
        "team of", "team von", "team mit", "team de", "team van", "équipe d", "equipo de", "squad of", "group of",
        "person", "people", "köpfig", "koppig",
    ),
    "data-scale": (
        "petab", "terab", "exab", " pb", " tb", "0tb", "0pb", "octets", "million", "billion", "trillion",
        "millones", "miljoen", "miljard", "milliard", "thousand",
    ),
    "doctorate": (
        "phd", "ph.d", "ph. d", "ph d", "dphil", "doctora", "doktorgrad", "doktortitel", "promotion", "promoveerd",
        "thèse", "doctorado",
    ),
    "higher": (
        "master", "m.s", "msc", "meng", "m.eng", "mba", "graduate", "advanced", "higher degree", "diplom", "máster",
        "mastère", "bac+", "bac +", "école d", "d'ing", "d’ing", " wo ", " wo-", "/wo",
    ),
    "first": (
        "bachelor", "b.s", "bsc", "b.a", "btech", "b.tech", "beng", "b.eng", "degree", "studium", "abschluss",
        "licence", "licenciatura", "grado ", "titulaci", "titulad", "ingeniería", "universitari",
        "universitaire opl", "hbo", "afgerond", "supérieure", "bac+", "bac +",
    ),
    "workplace": (
        "remote", "remoto", "teletrabajo", "wfh", "anywhere", "distributed", "work from home", "hybrid", "híbrid",
        "home office", "homeoffice", "home-office", "travail", "thuis", "mobile", "from home", "on-site", "onsite",
        "on site", "in-person", "in person", "vor ort", "presencial", "présentiel", "sur site", "op locatie",
        "in-office", "in office", "office-based", "office based", "office", "büro", "bureau", "oficina", "kantoor",
    ),
    "firm": (
        "company:", "company*", "company :", "employer:", "employer*", "employer :", "organisation:",
        "organisation*", "organisation :", "organization:", "organization*", "organization :", "unternehmen:",
        "unternehmen*", "unternehmen :", "arbeitgeber:", "arbeitgeber*", "arbeitgeber :", "entreprise:",
        "entreprise*", "entreprise :", "empresa:", "empresa*", "empresa :", "bedrijf:", "bedrijf*", "bedrijf :",
    ),
    "machine": (
        "instruction", "instrucciones", "prompt", "ignore", "disregard", "forget", "override", "previous",
        "language model", "an ai", "an llm", "anweisung", " bot",
    ),
}  # fmt: skip


@lru_cache(maxsize=2)
def lowered(text: str) -> str:
    """The text in lower case, letter for letter, so that places in both are the same."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(one if len(one := c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=1)
def _automaton() -> tuple[Any, list[tuple[str, ...]]]:
    """The automaton of all hints, with the families of each."""
    import ahocorasick_rs

    families: dict[str, list[str]] = {}
    for family, hints in FAMILIES.items():
        for hint in hints:
            families.setdefault(hint, []).append(family)
    owners = [tuple(names) for names in families.values()]
    return ahocorasick_rs.AhoCorasick(list(families), store_patterns=False), owners


@lru_cache(maxsize=2)
def _found(text: str) -> dict[str, list[int]]:
    automaton, owners = _automaton()
    found: dict[str, list[int]] = {family: [] for family in FAMILIES}
    for index, start, _ in automaton.find_matches_as_indexes(lowered(text), overlapping=True):
        for family in owners[index]:
            found[family].append(start)
    for starts in found.values():
        starts.sort()
    return found


def hinted(text: str, family: str) -> Sequence[int]:
    """Where hints of a family stand, in any case and in order."""
    return _found(text)[family]


def places(text: str, hints: Sequence[str]) -> list[int]:
    """Where any of the hints stands as it is written, in order."""
    found: list[int] = []
    for hint in hints:
        place = text.find(hint)
        while place >= 0:
            found.append(place)
            place = text.find(hint, place + 1)
    found.sort()
    return found


def sentences_with(text: str, sentences: Sentences, family: str) -> Iterator[tuple[int, int]]:
    """Sentences that hold a hint of a family, each once, in order."""
    reached = -1
    for place in hinted(text, family):
        if place >= reached:
            start, end = sentences.at(place)
            reached = max(end, place + 1)
            yield start, end


def lines_with(text: str, family: str) -> Iterator[tuple[int, int]]:
    """Lines that hold a hint of a family, each once, in order."""
    reached = -1
    for place in hinted(text, family):
        if place >= reached:
            start = text.rfind("\n", 0, place) + 1
            end = text.find("\n", place)
            reached = len(text) if end < 0 else end
            yield start, reached


def windows(
    text: str, found: Sequence[int], before: int, after: int, *, over_lines: bool = False
) -> list[tuple[int, int]]:
    """Stretches around places given in order, joined where they meet and within their lines.

    A pattern whose every match holds a hint finds the same in them as in the whole text, if none
    reaches further than ``before`` and ``after``. ``over_lines``: they may leave their lines.
    """
    joined: list[tuple[int, int]] = []
    for place in found:
        start, end = max(0, place - before), min(len(text), place + after)
        if not over_lines:
            start = max(start, text.rfind("\n", start, place) + 1)
            stop = text.find("\n", place, end)
            end = end if stop < 0 else stop
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
