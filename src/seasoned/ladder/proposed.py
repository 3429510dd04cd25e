"""Which stage a level means that a company names in its own words, by the ladder's crosswalk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seasoned.ladder.expecting import rank_of
from seasoned.ladder.ladder import Crosswalk, Ladder

GENERIC = "generic"
"""Company of the crosswalk's lines that hold anywhere."""

_CODE = re.compile(r"\b(?:[a-z]{1,3}-?\d{1,2}|\d{2})\b", re.I)
"""Codes of levels: L5, E4, IC3, 63."""

_RANK = re.compile(
    r"\b(intern|entry|graduate|junior|mid|middle|senior|(?<!technical )staff|principal|lead|distinguished|fellow)\b",
    re.I,
)
"""Words of rank; ``senior staff`` holds two, and the higher one counts. "Technical staff" is none."""

_SPAN = re.compile(r"(\d{2})\s*[-–]\s*(\d{2})")

PLAIN = {
    "intern": 0,
    "entry": 0,
    "graduate": 0,
    "junior": 1,
    "mid": 1,
    "middle": 1,
    "senior": 2,
    "lead": 2,
    "staff": 3,
    "principal": 3,
    "distinguished": 3,
    "fellow": 3,
}
"""Rank of each word from the lowest, 0, to 3: the highest stage of a ladder with four."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """The stages that words of a level may mean, the lowest first; empty where nobody knows.

    ``why``: which line of the crosswalk, or which word, says so.
    """

    stages: tuple[str, ...]
    why: str


def stage_meant(ladder: Ladder, level: str, *, company: str = "") -> Meant:
    """The stage that a company's words for a level mean: by its own codes, a title, or a rank word.

    A code such as L5 means something only at the company whose code it is.
    """
    words = level.strip()
    own = [line for line in ladder.crosswalk if _same(line.company, company)]
    for line in own:
        if _codes(line.title) & _codes(words):
            return _by(ladder, (line,), f"{line.title} at {line.company}")
    for line in _titled(own, words) or _titled(_generic(ladder), words):
        return _by(ladder, (line,), f"{line.title} ({line.company})")
    return _ranked(ladder, own, words)


def _ranked(ladder: Ladder, own: Sequence[Crosswalk], words: str) -> Meant:
    """By a stage's own name, or by the highest word of rank: as the company uses it, else as usual."""
    for stage in ladder.stages:
        if (
            re.search(rf"\b{re.escape(stage.name)}\b", words, re.I)
            and stage.name.lower() not in PLAIN
        ):
            return Meant(stages=(stage.id,), why=f"the stage of that name, {stage.name}")
    ranks = [word.lower() for word in _RANK.findall(words)]
    if not ranks:
        return Meant(stages=(), why="no level that the crosswalk knows stands in these words")
    word = max(ranks, key=lambda rank: PLAIN[rank])
    lines = _with_rank(own, word) or _with_rank(_generic(ladder), word)
    if lines:
        return _by(ladder, lines, f"{word} as in {lines[0].title} ({lines[0].company})")
    top = len(ladder.stages) - 1
    return Meant(
        stages=(ladder.stages[min(PLAIN[word], top)].id,), why=f"the word {word}, as it is usual"
    )


def _by(ladder: Ladder, lines: Sequence[Crosswalk], why: str) -> Meant:
    stages = sorted({line.stage for line in lines}, key=lambda stage: rank_of(ladder, stage))
    note = lines[0].note if len(lines) == 1 else ""
    return Meant(stages=tuple(stages), why=f"{why}. {note}".rstrip(". ") if note else why)


def _titled(lines: Sequence[Crosswalk], words: str) -> list[Crosswalk]:
    """Lines whose title, without its code, is what was said, the longest first."""
    found = [line for line in lines if _bare(line.title) == _bare(words)]
    return sorted(found, key=lambda line: -len(line.title))


def _with_rank(lines: Sequence[Crosswalk], word: str) -> list[Crosswalk]:
    return [line for line in lines if word in {w.lower() for w in _RANK.findall(line.title)}]


def _generic(ladder: Ladder) -> list[Crosswalk]:
    return [line for line in ladder.crosswalk if _same(line.company, GENERIC)]


def _codes(text: str) -> set[str]:
    return set(_each_code(text))


def _each_code(text: str) -> Iterator[str]:
    for low, high in _SPAN.findall(text):
        yield from map(str, range(int(low), int(high) + 1))
    for code in _CODE.findall(text):
        yield code.lower().replace("-", "")


def _bare(title: str) -> str:
    return " ".join(re.sub(r"\([^)]*\)|[^\w\s]", " ", title.casefold()).split())


def _same(one: str, other: str) -> bool:
    return bool(other) and _bare(one) == _bare(other)
