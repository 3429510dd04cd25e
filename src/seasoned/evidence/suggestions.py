"""Talks, papers, competitions, grants, certificates and courses in a CV, as evidence to confirm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from seasoned.evidence.dates import single
from seasoned.evidence.lines import Line
from seasoned.evidence.resume import NamedSkill
from seasoned.profile.evidence import Evidence, Observation

USUAL_LEVEL: Mapping[str, float] = {
    "talk": 2.5,
    "paper": 3.0,
    "article": 2.5,
    "competition": 2.0,
    "grant": 2.5,
    "certificate": 2.0,
    "course-taught": 2.5,
    "course-completed": 1.0,
    "open-source": 2.0,
    "mentoring": 2.5,
    "shipped-project": 2.5,
}
"""Level suggested for each skill that such a record names; the person corrects it. Where evidence
kinds are given, their own usual level is taken instead."""
ABOUT: Mapping[str, tuple[str, ...]] = {
    "talk": ("presenting",),
    "paper": ("research-publication",),
    "article": ("technical-writing",),
    "course-taught": ("teaching",),
    "mentoring": ("mentoring",),
    "grant": ("fundraising-proposals",),
    "open-source": ("community-contribution",),
}
"""Skills that a record shows by being what it is, whatever its subject."""
_PART_KINDS = {"projects": "shipped-project"}
_CUES = (
    (
        "competition",
        r"\bkaggle\b|hackathon|\brank(?:ed)?\s+\d|\d+(?:st|nd|rd|th)\s+place|"
        r"(?:first|second|third) (?:place|prize)|\bwinner\b|\b(?:gold|silver|bronze) medal|finalist|"
        r"wettbewerb|\bconcours\b|\bconcurso\b",
    ),
    (
        "course-taught",
        r"\b(?:taught|lectured|teaching assistant|lecturer|tutored|instructor)\b|gelehrt|\benseigné|"
        r"\bimpart",
    ),
    ("mentoring", r"\bmentor(?:ed|ing|s)?\b|\bcoached\b|betreut"),
    (
        "talk",
        r"\b(?:gave|presented|delivered|held) (?:an? )?(?:\w+ )?(?:talk|keynote|workshop|paper)|"
        r"\binvited talk\b|\bspeaker at\b|\bspoke at\b|vortrag",
    ),
    ("paper", r"\bpublished (?:an? |at |in )|\bco-?authored\b|\bfirst author\b|arxiv"),
    (
        "grant",
        r"\b(?:awarded|won|received|secured) (?:an? )?(?:[\w€$£,.]+ ){0,4}"
        r"(?:grant|fellowship|scholarship|funding)\b|stipendium",
    ),
    (
        "open-source",
        r"open.source (?:package|library|project|tool)|contribut\w+ to (?:open|the)|maintainer of",
    ),
)
_IN_TEXT = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _CUES)
_RECLASSED = {
    "course-completed": (("certificate", re.compile(r"certif|zertifi|\bexam\b|licen[cs]e", re.I)),),
    "certificate": (
        (
            "course-completed",
            re.compile(r"\bcourse\b|\bkurs\b|\bcours\b|\bcurso\b|\bcursus\b", re.I),
        ),
    ),
    "competition": (
        (
            "grant",
            re.compile(r"\bgrant|fellowship|scholarship|stipend|bourse|\bbeca\b|beurs", re.I),
        ),
    ),
    "grant": (),
    "talk": (),
    "paper": (),
    "article": (),
    "course-taught": (),
    "mentoring": (),
    "open-source": (),
    "projects": (
        ("open-source", re.compile(r"open.source|github\.com|\bstars\b|pypi|package", re.I)),
    ),
}
_RANK = re.compile(
    r"(?:rank(?:ed)?|place[d]?|top|platz|rang)\s*#?:?\s*"
    r"(\d[\d,.]*(?:\s*(?:%|of|/|out of|von|sur|de)\s*\d[\d,.]*)?%?)|(\d+(?:st|nd|rd|th))\s+(?:place|of)|"
    r"\b((?:gold|silver|bronze) medal|winner|finalist|(?:first|second|third) (?:place|prize))",
    re.I,
)
_LINK = re.compile(r"(?:https?://|www\.|doi\.org/|arxiv\.org/|github\.com/)\S+", re.I)
_QUOTED = re.compile(r"[\"“«„](.{4,160}?)[\"”»“]")
_LEAST = 8
"""Letters below which a line under such a heading names nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What a record is read against: skills named, skills known, levels of kinds, and role periods.

    ``periods`` hold where a role stands in the text and its last day: an undated record in a role
    is dated to that day.
    """

    named: Sequence[NamedSkill]
    known: frozenset[str]
    at: date
    levels: Mapping[str, float] = field(default_factory=dict)
    periods: Sequence[tuple[int, int, date]] = ()

    def day(self, start: int) -> date:
        """Day of an undated record that begins at this place."""
        return next((min(last, self.at) for a, b, last in self.periods if a <= start < b), self.at)


def suggestions_of(lines: Sequence[Line], background: Background) -> Iterator[Evidence]:
    """Evidence that the lines speak of, unconfirmed, each with its line as quotation.

    Lines under a heading such as "Talks" count as that; lines anywhere else count by their own
    words ("gave a talk at", "ranked 34 of 1,210").
    """
    for number, (entry, kind) in enumerate(_records(lines), start=1):
        yield _evidence(entry, kind, number, background)


def _records(lines: Sequence[Line]) -> Iterator[tuple[list[Line], str]]:
    for entry in _entries(lines):
        first = entry[0]
        if first.part in _RECLASSED:
            yield entry, _kind(first.part, _words(entry))
        elif first.part != "skills" and (kind := _spoken(first.words)):
            yield [first], kind


def _entries(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines of one record: a list item or paragraph with the lines it runs on over."""
    entry: list[Line] = []
    for line in lines:
        if line.heading:
            continue
        if entry and _continues(entry, line):
            entry.append(line)
            continue
        if entry and sum(map(str.isalpha, _words(entry))) >= _LEAST:
            yield entry
        entry = [line]
    if entry and sum(map(str.isalpha, _words(entry))) >= _LEAST:
        yield entry


def _continues(entry: Sequence[Line], line: Line) -> bool:
    """Whether a line runs on from the record above: lower case, or text below a titled record."""
    first = entry[0]
    if line.part != first.part or line.part not in _RECLASSED or line.gap or line.title:
        return False
    if first.title:
        return True
    return not line.item and (
        line.words[:1].islower() or entry[-1].words.endswith((",", "-", "and"))
    )


def _words(entry: Sequence[Line]) -> str:
    return " ".join(line.words for line in entry)


def _kind(part: str, words: str) -> str:
    other = next((kind for kind, pattern in _RECLASSED[part] if pattern.search(words)), "")
    return other or _PART_KINDS.get(part, part)


def _spoken(words: str) -> str:
    return next((kind for kind, pattern in _IN_TEXT if pattern.search(words)), "")


def _evidence(entry: Sequence[Line], kind: str, number: int, background: Background) -> Evidence:
    words = _words(entry)
    dated = single(words)
    start, end = entry[0].start, entry[-1].end
    own = [n.skill for n in background.named if start <= n.start < end]
    about = dict.fromkeys(
        [*own, *(skill for skill in ABOUT.get(kind, ()) if skill in background.known)]
    )
    level = background.levels.get(kind, USUAL_LEVEL[kind])
    return Evidence(
        id=f"cv-{kind}-{number}",
        kind=kind,
        at=min(dated[0], background.at) if dated else background.day(start),
        observations=tuple(Observation(skill=skill, level=level) for skill in about),
        title=_title(words),
        source=_source(words),
        quote=words,
        details=_details(words, kind),
        confirmed=False,
    )


def _title(words: str) -> str:
    quoted = _QUOTED.search(words)
    if quoted:
        return quoted[1].strip(" ,.")
    return re.split(r"\s[–—|-]\s|,\s|\.\s|\s\(|:\s", words)[0].strip(" .,")[:120]


def _source(words: str) -> str:
    """Where it happened: the piece after the title that is no date."""
    rest = words.split(_title(words), 1)[-1]
    pieces = [
        p.strip(' .,()"”“»') for p in re.split(r"\s[–—|-]\s|[,;]\s|\s\(|\.\s|\bat\b|\bbei\b", rest)
    ]
    return next((p for p in pieces if sum(map(str.isalpha, p)) > 2 and single(p) is None), "")


def _details(words: str, kind: str) -> dict[str, str]:
    found: dict[str, str] = {}
    if link := _LINK.search(words):
        found["link"] = link[0].rstrip(".,)")
    if kind == "competition" and (rank := _RANK.search(words)):
        place, _, entrants = next(filter(None, rank.groups())).partition(" of ")
        found |= {"rank": place, "entrants": entrants}
    where = _source(words)
    for name, kinds in (
        ("venue", ("talk", "paper", "article")),
        ("issuer", ("certificate",)),
        ("provider", ("course-completed",)),
        ("funder", ("grant",)),
    ):
        if kind in kinds and where:
            found[name] = where
    return {key: value for key, value in found.items() if value}
