"""How many adverts ask a term or a skill: built-in counts of real ones, moved by those at hand."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from seasoned.catalogue import BUILT_IN
from seasoned.market.posting import ASKED, Posting
from seasoned.skills.skill import Skill

TABLE = BUILT_IN / "reading" / "shares.csv"
COUNTED = 4_777
"""Adverts that the built-in counts come from."""
UNSEEN = 2 / COUNTED
"""Share of a term that the counts lack: those in fewer than three adverts were left out."""
PRIOR = 50
"""Adverts that the built-in share weighs as much as: with that many of one's own, both count alike."""
TOGETHER = 1 / 3
"""Part of a skill's lesser terms that stand in adverts without its commonest; our estimate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Share of adverts, from 0 to 1, that ask each skill and name each term."""

    skills: Mapping[str, float]
    terms: Mapping[str, float]


def shares_of(postings: Sequence[Posting], skills: Mapping[str, Skill]) -> Shares:
    """The built-in shares and those of the adverts at hand, together."""
    live = [posting for posting in postings if not posting.archived]
    asked = [[n for n in posting.named if n.strength in ASKED] for posting in live]
    by_skill = Counter(skill for named in asked for skill in {n.skill for n in named})
    by_term = Counter(term for named in asked for term in {n.term for n in named})
    terms = {t.canonical for skill in skills.values() for t in skill.terms}
    known = _known()
    return Shares(
        skills={
            key: _blended(by_skill[key], _skill_share(skill, known), len(live))
            for key, skill in skills.items()
        },
        terms={t: _blended(by_term[t], known.get(t, UNSEEN), len(live)) for t in terms},
    )


def _blended(asked: int, prior: float, adverts: int) -> float:
    return (asked + PRIOR * prior) / (adverts + PRIOR)


def _skill_share(skill: Skill, known: Mapping[str, float]) -> float:
    counts = sorted(known.get(t.canonical, 0.0) for t in skill.terms if not t.same_as)
    return min(1.0, max(UNSEEN, counts[-1] + TOGETHER * sum(counts[:-1]))) if counts else UNSEEN


@lru_cache(maxsize=1)
def _known() -> Mapping[str, float]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {row["term"]: int(row["adverts"]) / COUNTED for row in rows}
