"""First show what is there: half an hour for each thing that is probably met and proven nowhere.

Readiness asks for direct evidence, and writing down what was done costs far less than doing it
again. So a plan begins with a little of that, before hours go into learning.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from seasoned.planning.action import Action
from seasoned.planning.gap import Gap, Whose
from seasoned.planning.schedule import Block, Capacity, Chosen, WeekHours
from seasoned.planning.settling import HOURS_TO_RECORD
from seasoned.skills.skill import Skill

ACTION = "write-down-work-already-done"
"""The action that stands for it; declined or done, or lacking in the content, it leaves this step out."""

MOST = 8
"""Things to write down in one plan: four hours. More would put off everything else."""

SHARE = 0.5
"""Part of a week's light hours that this may take."""

QUARTER = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """The step, its blocks, and the hours that it leaves."""

    chosen: tuple[Chosen, ...]
    blocks: tuple[Block, ...]
    left: Capacity


def showing_first(
    gaps: Sequence[Gap],
    actions: Mapping[str, Action],
    capacity: Capacity,
    behind: Collection[str] = (),
    skills: Mapping[str, Skill] | None = None,
) -> Showing:
    """Blocks in the first weeks for the most valuable gaps that only need showing.

    ``behind``: actions declined or done. ``skills``: whose names the reason then uses.
    """
    shown = _shown(gaps) if ACTION in actions and ACTION not in behind else ()
    blocks, weeks = _spread(len(shown) * HOURS_TO_RECORD, capacity)
    if not blocks:
        return Showing(chosen=(), blocks=(), left=capacity)
    fits = shown[: math.ceil(sum(block.hours for block in blocks) / HOURS_TO_RECORD)]
    chosen = _chosen(actions[ACTION], fits, blocks, skills or {})
    return Showing(chosen=(chosen,), blocks=blocks, left=Capacity(weeks=weeks))


def _shown(gaps: Sequence[Gap]) -> tuple[Gap, ...]:
    """Gaps that are probably met, in the person's own hands, each expectation once."""
    open_gaps = (g for g in gaps if g.to_show and g.whose is Whose.MINE and g.strength != "may")
    ranked = sorted(open_gaps, key=lambda gap: (-gap.probability * _weight(gap), gap.id))
    return tuple(ranked[:MOST])


def _weight(gap: Gap) -> float:
    return 1.0 if gap.strength in ("must", "required") else 0.5


def _spread(hours: float, capacity: Capacity) -> tuple[tuple[Block, ...], tuple[WeekHours, ...]]:
    blocks: list[Block] = []
    weeks: list[WeekHours] = []
    for week in capacity.weeks:
        free = math.floor(week.light * SHARE / QUARTER + 1e-9) * QUARTER
        taken = min(hours, free)
        hours -= taken
        weeks.append(replace(week, light=week.light - taken) if taken else week)
        if taken:
            blocks.append(Block(action=ACTION, monday=week.monday, hours=taken, deep=False))
    return tuple(blocks), tuple(weeks)


def _chosen(
    action: Action, fits: Sequence[Gap], blocks: Sequence[Block], skills: Mapping[str, Skill]
) -> Chosen:
    what = "One thing asked is" if len(fits) == 1 else f"{len(fits)} things asked are"
    return Chosen(
        action=action.id,
        name=action.name,
        hours=sum(block.hours for block in blocks),
        starts=blocks[0].monday,
        finishes=blocks[-1].monday + timedelta(days=6),
        gain=0.0,
        why=f"{what} probably true of you already and shown nowhere, in {_named(fits, skills)}. "
        "Half an hour each; first, because it may spare learning what is there.",
        proof=action.proof,
        gaps=tuple(gap.id for gap in fits),
    )


def _named(fits: Sequence[Gap], skills: Mapping[str, Skill]) -> str:
    """The skills in words: three of them and how many more."""
    ids = tuple(dict.fromkeys(gap.skill or gap.area for gap in fits))
    names = [skills[one].name if one in skills else one.replace("-", " ") for one in ids]
    if len(names) > 3:
        names = [*names[:3], f"{len(names) - 3} more"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
