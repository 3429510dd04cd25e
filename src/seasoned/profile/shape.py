"""What a standing looks like: depth, breadth, T, pi or comb, advice, and self-ratings beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from seasoned.profile.belief import Belief
from seasoned.profile.evidence import Observation
from seasoned.profile.standing import Advice, Estimate, SelfView
from seasoned.skills.skill import Area, Skill

DEEP, WORKING = 2.5, 1.25
"""Levels from which an area counts as deep, and as worked in: half-way between "on their own" and
"leads the hard cases", and a little above what is believed of anybody."""

TOP = 3
"""Strongest skills with evidence that stand for an area; two are the fewest that say anything."""

KNOWN = 1.5
"""Level from which a skill counts as known in advice: half-way from "with help" to "on their own"."""

OF_INTEREST = " It is on your list of interests."

DEEPEST = 5
"""Strongest skills with evidence whose average is the depth; all skills while none was seen."""

ADVICE = 5
"""Lines of advice a list holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Name and words of a shape, the levels behind it, and the deep skills."""

    name: str
    words: str
    depth: Estimate
    breadth: Estimate
    deep: tuple[str, ...]


def shape_of(
    belief: Belief, skills: Mapping[str, Skill], estimates: Mapping[str, Estimate]
) -> Shape:
    """Shape of a belief: how many areas are deep, how many are worked in, what is not yet visible."""
    tops = {
        area: top
        for area in _areas(belief)
        if len(top := _top([s for s in estimates if skills[s].area is area], estimates)) >= 2
    }
    levels = {area.value: belief.average(top) for area, top in tops.items()}
    deep = [area for area, seen in levels.items() if seen.level >= DEEP]
    worked = [area for area, seen in levels.items() if WORKING <= seen.level < DEEP]
    name, words = _named(deep, worked)
    strongest = _top(estimates, estimates, DEEPEST)
    return Shape(
        name=name,
        words=words,
        depth=belief.average(strongest or estimates, len(strongest)),
        breadth=_breadth(belief, levels, tops),
        deep=_deep(estimates),
    )


def _areas(belief: Belief) -> tuple[Area, ...]:
    return tuple(area for area in Area if area in belief.areas)


def _breadth(
    belief: Belief, levels: Mapping[str, Estimate], tops: Mapping[Area, tuple[str, ...]]
) -> Estimate:
    """Average over the areas of their strongest skills, or of all where too few were seen."""
    areas = _areas(belief)
    weights: dict[str, float] = {}
    for area in areas:
        standing_for = tops.get(area) or _members(belief, area)
        weights |= dict.fromkeys(standing_for, 1 / len(standing_for) / len(areas))
    return belief.weighted(weights, len(levels))


def _members(belief: Belief, area: Area) -> tuple[str, ...]:
    return tuple(s for s, a in zip(belief.skills, belief.areas, strict=True) if a is area)


def _top(
    names: Sequence[str] | Mapping[str, Estimate],
    estimates: Mapping[str, Estimate],
    most: int = TOP,
) -> tuple[str, ...]:
    seen = [name for name in names if estimates[name].pieces]
    return tuple(sorted(seen, key=lambda name: (-estimates[name].level, name))[:most])


def _deep(estimates: Mapping[str, Estimate]) -> tuple[str, ...]:
    return tuple(name for name in _top(estimates, estimates, 10) if estimates[name].level >= DEEP)


def _named(deep: Sequence[str], worked: Sequence[str]) -> tuple[str, str]:
    if len(deep) + len(worked) < 2:
        return "not yet visible", (
            "Two areas with evidence on two skills each are needed before a shape "
            f"shows; so far there {_areas_are(len(deep) + len(worked))}."
        )
    if not deep:
        return "broad", f"At work in {_listed(worked)}, none of them deeper than the others yet."
    names = {1: "T", 2: "pi"}
    rest = f", with working knowledge of {_listed(worked)}" if worked else ""
    return names.get(len(deep), "comb"), f"Deep in {_listed(deep)}{rest}."


def _areas_are(count: int) -> str:
    return "is one" if count == 1 else "is none"


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def advice_on(
    skills: Mapping[str, Skill],
    estimates: Mapping[str, Estimate],
    interests: Sequence[str],
    *,
    deepen: bool,
) -> tuple[Advice, ...]:
    """Skills to deepen (strong already) or to widen into (next to strong ones), by interest first."""
    wanted = {s.id for s in skills.values() if s.id in interests or s.area.value in interests}
    lines = _deepen(skills, estimates) if deepen else _widen(skills, estimates, wanted)
    ranked = sorted(lines, key=lambda line: (line[1] not in wanted, -line[0], line[1]))
    return tuple(
        Advice(skill=skill, why=why + (OF_INTEREST if skill in wanted else ""))
        for _, skill, why in ranked[:ADVICE]
    )


def _deepen(
    skills: Mapping[str, Skill], estimates: Mapping[str, Estimate]
) -> Iterator[tuple[float, str, str]]:
    for name, seen in estimates.items():
        if seen.pieces and KNOWN <= seen.level < 4:
            yield seen.level, name, f"{skills[name].name} {_strong(seen)}."


def _strong(seen: Estimate) -> str:
    """What is said of a strength: never much from a single piece."""
    between = f"between {max(seen.low, 0):.1f} and {min(seen.high, 5):.1f}"
    if seen.pieces == 1:
        return f"looks strong from one piece of evidence, {between}; a second would tell more"
    return f"is among your strongest, {between}"


def _widen(
    skills: Mapping[str, Skill], estimates: Mapping[str, Estimate], wanted: Collection[str]
) -> Iterator[tuple[float, str, str]]:
    """Skills not seen yet that stand next to a known one, or that the person wants."""
    for name, skill in skills.items():
        if estimates[name].pieces:
            continue
        near = _known_neighbours(skill, estimates)
        if near:
            why = f"{skill.name} stands next to {skills[near[0]].name}, which you know."
            yield estimates[near[0]].level, name, why
        elif name in wanted:
            yield 0.0, name, f"Nothing has been seen of {skill.name} yet."


def _known_neighbours(skill: Skill, estimates: Mapping[str, Estimate]) -> list[str]:
    """Neighbours with evidence at a working level or above, the strongest first."""
    around = dict.fromkeys((*skill.related, *skill.prerequisites))
    seen = [n for n in around if n in estimates and estimates[n].pieces]
    known = [n for n in seen if estimates[n].level >= KNOWN]
    return sorted(known, key=lambda n: (-estimates[n].level, n))


def self_views(
    own: Mapping[str, Observation],
    plain: Belief,
    pieces: Mapping[str, int],
    skills: Mapping[str, Skill],
) -> tuple[SelfView, ...]:
    """Each self-rating beside what other evidence says, in kind words."""
    return tuple(
        _self_view(o, plain.estimate(skill, pieces.get(skill, 0)), skills[skill].name)
        for skill, o in sorted(own.items())
    )


def _self_view(o: Observation, measured: Estimate, name: str) -> SelfView:
    return SelfView(
        skill=o.skill,
        self_rated=o.level,
        measured=measured,
        words=_kind_words(o.level, measured, name),
    )


def _kind_words(rated: float, measured: Estimate, name: str) -> str:
    seen = f"between {max(measured.low, 0):.1f} and {min(max(measured.high, 0), 5):.1f}"
    if not measured.pieces:
        return f"Only your own view speaks of {name} so far; a piece of work or a short test would join it."
    if abs(rated - measured.level) <= max(measured.error, 0.5):
        return f"Your view of {name} and the other evidence agree."
    if rated > measured.level:
        return (
            f"You place {name} at {rated:g}; what has been seen lies {seen}. "
            "Evidence of your best work would show the rest."
        )
    return f"You place {name} at {rated:g}; what has been seen lies {seen}, so you may be further than you think."
