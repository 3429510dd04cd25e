"""Whether any question that is left could change the verdict on a stage."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.ladder.expecting import expected_at
from seasoned.ladder.ladder import Ladder
from seasoned.numerics import readiness as numbers
from seasoned.numerics.answering import right_chance
from seasoned.planning.changing import Count
from seasoned.planning.meeting import Case, cases_of
from seasoned.planning.readiness import counted
from seasoned.planning.targets import Targets, targets_of
from seasoned.profile.belief import Belief
from seasoned.profile.evidence import Evidence, EvidenceKind
from seasoned.profile.person import Leave

Floats = npt.NDArray[np.floating[Any]]
Integers = npt.NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Questions:
    """Questions in columns: the skill each is on, its slope, difficulty and chance of a blind guess."""

    skills: tuple[str, ...]
    slope: Floats
    difficulty: Floats
    chance: Floats


def may_change_verdict(
    ladder: Ladder,
    belief: Belief,
    questions: Questions,
    *,
    stage: str,
    context: str = "",
    archetype: str = "",
    evidence: Sequence[Evidence],
    kinds: Mapping[str, EvidenceKind],
    no_opportunity: Collection[str] = (),
    at: date,
    leaves: Sequence[Leave] = (),
) -> bool:
    """Whether some answer to one of the questions would make another verdict on the stage.

    While the verdict is "need evidence", questions are what it needs, so they may. Else the draws
    of the belief are weighed by the likelihood of each answer, so that one pass serves all
    questions. An answer also bears on the musts of its skill and may show them directly.
    """
    asked = expected_at(ladder, stage, context=context, archetype=archetype)
    cases = cases_of(
        ladder, asked, evidence, kinds, at=at, no_opportunity=no_opportunity, leaves=leaves
    )
    targets = targets_of(ladder, belief, cases, kinds)
    count, _ = counted(ladder, cases, targets)
    if not count.ids:
        return False
    now = int(count.verdicts()[0])
    if now == numbers.NEED_EVIDENCE:
        return True
    skills = tuple(dict.fromkeys(skill for case in cases for skill in case.skills))
    places = [n for n, skill in enumerate(questions.skills) if skill in skills]
    right = _right(targets, questions, places, skills)
    shown = _shown(cases, count, [questions.skills[n] for n in places])
    return any(_changes(count, likely, shown, now) for likely in (right, 1 - right))


def _right(
    targets: Targets, questions: Questions, places: Sequence[int], skills: Sequence[str]
) -> Floats:
    """Probability of a right answer at each draw, shape (points, questions)."""
    columns = [skills.index(questions.skills[n]) for n in places]
    return right_chance(
        targets.draws[:, columns],
        questions.slope[places],
        questions.difficulty[places],
        questions.chance[places],
    )


def _shown(cases: Sequence[Case], count: Count, skills: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Which musts each question bears on, shape (questions, musts)."""
    of = {case.id: case.skills for case in cases}
    found = [[skill in of[must] for must in count.ids] for skill in skills]
    return np.array(found, dtype=bool).reshape(len(skills), len(count.ids))


def _changes(count: Count, likely: Floats, shown: npt.NDArray[np.bool_], now: int) -> bool:
    """Whether one of these answers, each with its likelihood at the draws, changes the verdict."""
    enough = numbers.enough_in(count.met[:, count.sole], count.groups[count.sole], count.need)
    whole = likely.sum(0)
    joint = (likely.T @ enough.all(-1)) / whole
    each = (likely.T @ enough) / whole[:, None]
    evidenced = _per_area(count, shown | count.direct)
    seen = _per_area(count, shown | count.bearing)
    codes, _ = numbers.verdicts(joint, each, count.musts, evidenced, seen)
    return bool((codes != now).any())


def _per_area(count: Count, which: npt.NDArray[np.bool_]) -> Integers:
    member = count.groups[:, None] == np.arange(count.areas)
    return np.asarray(which.astype(int) @ member.astype(int))
