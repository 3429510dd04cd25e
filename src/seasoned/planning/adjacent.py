"""Roles beside a research or modelling-heavy one, for whoever lacks the degree or level it states.

The requirement is said as it stands in the advert. What follows is no verdict: it names roles that
share the advert's work and whose skills the person is nearer to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from seasoned.ladder.hat import Hat
from seasoned.market.posting import DegreeAsked, Posting, Strength
from seasoned.planning.matching import Held, Match
from seasoned.planning.shortfall import probability_met
from seasoned.profile.person import Degree
from seasoned.profile.standing import Standing
from seasoned.skills.skill import Area, Skill

RESEARCH = 30.0
"""Per cent of research in the work from which on an advert counts as a research role."""

MODELS = 0.5
"""Share of the asked skills in Models from which on an advert counts as modelling-heavy."""

SHARED = 0.1
"""Least share of an advert's areas, or of its work, that a role must have in common with it."""

ENTRY = 2.0
"""Level at which a role's skills are compared: on their own, what a first post in it asks."""

FEWEST, MOST = 2, 3
"""Roles named: at least two, so that there is a choice."""

NAMED = 3
"""Skills named beside a role."""

KINDS = {
    "researcher": ("research",),
    "data-scientist": ("product", "analytics"),
    "machine-learning-engineer": ("product", "mlops"),
    "mlops-engineer": ("mlops",),
    "reliability-engineer": ("mlops", "platform"),
    "platform-engineer": ("platform",),
    "data-engineer": ("platform",),
    "developer": ("software",),
    "data-analyst": ("analytics",),
}
"""Kinds of work of an advert's role mix that a hat does; other hats are compared by area alone."""

LIFE_CYCLE = ("mlops", "platform")
"""Kinds of work that carry a model's life after it was trained, in teams of their own. They touch
every modelling-heavy advert, whatever it says, so one such role is always named."""

DEGREES = {
    "none": "no degree",
    "first": "a first degree",
    "higher": "a Master's degree or higher",
    "doctorate": "a doctorate",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjacent:
    """A role beside the advert's.

    ``nearness``: share of its skills that are likely there at level 2; ``nearer``: whether that is
    more than of what the advert asks. ``nearest``: skills that
    the person is nearest to, ``learn`` those farthest away, by id.
    """

    hat: str
    name: str
    nearness: float
    nearer: bool
    nearest: tuple[str, ...]
    learn: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """What a research or modelling-heavy advert states that is not there yet, and roles beside it."""

    stated: tuple[str, ...]
    roles: tuple[Adjacent, ...]
    words: str


def honest_fit(
    posting: Posting,
    match: Match,
    standing: Standing,
    hats: Mapping[str, Hat],
    skills: Mapping[str, Skill],
    *,
    degree: str = Degree.NONE,
    years: float | None = None,
) -> Fit | None:
    """Requirements stated and not there, and at least two adjacent roles; None where neither applies.

    Parameters
    ----------
    match : the advert and the person (``planning.matching.match``).
    hats : roles to choose from.
    degree : the person's highest: none, first, higher or doctorate.
    years : years of work that the record dates; None where it dates none.
    """
    if not modelling_heavy(posting, skills):
        return None
    stated = tuple(_stated(posting, match, skills, Degree(degree), years))
    if not stated:
        return None
    here = _mean([one.probability for one in _musts(match)])
    roles = _chosen(list(_adjacent(posting, standing, hats, skills, here)))
    return Fit(
        stated=stated,
        roles=roles,
        words="This is what the advert states, and no verdict about you. "
        "Roles beside it do the same work from another side:",
    )


def modelling_heavy(posting: Posting, skills: Mapping[str, Skill]) -> bool:
    """Whether research is a large part of the work, or Models of what is asked."""
    research = next((part.share for part in posting.role_mix if part.role == "research"), 0.0)
    return research >= RESEARCH or _areas(posting, skills).get(Area.MODELS, 0.0) >= MODELS


def _musts(match: Match) -> Sequence[Held]:
    musts = [one for one in match.held if one.requirement.strength is Strength.REQUIRED]
    return musts or match.held


def _stated(
    posting: Posting,
    match: Match,
    skills: Mapping[str, Skill],
    degree: Degree,
    years: float | None,
) -> Iterator[str]:
    for asked in posting.degrees:
        yield from _degree(asked, degree)
    wanted = posting.years_required
    if wanted is not None and wanted > (years or 0.0):
        dated = f"your record dates {years:.0f}" if years else "your record dates none yet"
        yield f"It asks {wanted:g} years of work; {dated}."
    missing = match.missing_required
    if missing:
        musts = match.count(Strength.REQUIRED)[1]
        names = [f"{_name(one.skill, skills)} at {one.requirement.level:g}" for one in missing]
        more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
        yield (
            f"{len(missing)} of its {musts} musts are not shown at their level yet: "
            f"{', '.join(names[:NAMED])}{more}."
        )


def _degree(asked: DegreeAsked, held: Degree) -> Iterator[str]:
    order = [one.value for one in Degree]
    if asked.degree not in order or order.index(asked.degree) <= order.index(held.value):
        return
    verb = "requires" if asked.strength is Strength.REQUIRED else "prefers"
    field = f" in {' or '.join(asked.fields)}" if asked.fields else ""
    instead = ", or the equivalent" if asked.or_equivalent else ""
    quote = " ".join(asked.span.quote.split())[:120]
    yield (
        f"It {verb} {DEGREES[asked.degree]}{field}{instead} (“{quote}”); "
        f"your record names {DEGREES[held.value]}."
    )


def _adjacent(
    posting: Posting,
    standing: Standing,
    hats: Mapping[str, Hat],
    skills: Mapping[str, Skill],
    here: float,
) -> Iterator[tuple[float, Hat, Adjacent]]:
    """Roles that share the advert's areas or work, each with what speaks for it in one number."""
    areas = _areas(posting, skills)
    mix = {part.role: part.share / 100 for part in posting.role_mix}
    for hat in hats.values():
        kinds = KINDS.get(hat.id, ())
        if "research" in kinds or hat.areas[0] is Area.LEADERSHIP:
            continue
        common = [a for a in hat.areas if areas.get(a, 0.0) >= SHARED]
        work = [f"{kind} work" for kind in kinds if mix.get(kind, 0.0) >= SHARED]
        work += ["the life of the models it trains"] if set(kinds) & set(LIFE_CYCLE) else []
        chances = {
            skill: probability_met(ENTRY, standing.skills[skill])
            for skill in hat.skills
            if skill in standing.skills
        }
        if not chances or not (common or work):
            continue
        overlap = sum(areas[a] / (1 + hat.areas.index(a)) for a in common)
        overlap += sum(mix.get(kind, 0.0) for kind in kinds)
        role = _role(hat, chances, common, work, here, skills)
        yield role.nearness + overlap / 2, hat, role


def _role(
    hat: Hat,
    chances: Mapping[str, float],
    areas: Sequence[Area],
    work: Sequence[str],
    here: float,
    skills: Mapping[str, Skill],
) -> Adjacent:
    nearness = _mean(list(chances.values()))
    order = sorted(chances, key=lambda skill: (-chances[skill], hat.skills.index(skill)))
    near, far = tuple(order[:NAMED]), tuple(reversed(order[NAMED:]))[:NAMED]
    shared = [*(f"{area.value} skills" for area in areas), *work]
    than = "nearer to it than to this advert" if nearness > here else "about as near to it"
    return Adjacent(
        hat=hat.id,
        name=hat.name,
        nearness=nearness,
        nearer=nearness > here,
        nearest=near,
        learn=far,
        why=(
            f"it shares {', '.join(shared)} with the advert; you are {than} "
            f"(its skills are there with {nearness * 100:.0f} % on average, the advert's with "
            f"{here * 100:.0f} %), "
            f"nearest in {', '.join(_name(skill, skills) for skill in near)}"
        ),
    )


def _chosen(found: list[tuple[float, Hat, Adjacent]]) -> tuple[Adjacent, ...]:
    """The best of them, nearer ones first, one that carries the life cycle among them."""
    found.sort(key=lambda one: (not one[2].nearer, one[1].id not in KINDS, -one[0], one[1].id))
    nearer = sum(role.nearer for _, _, role in found)
    best = found[: min(MOST, max(FEWEST, nearer))]
    carriers = [one for one in found if KINDS.get(one[1].id, ("",))[0] in LIFE_CYCLE]
    if carriers and not any(one in best for one in carriers):
        best = [*best[: MOST - 1], carriers[0]]
    return tuple(role for _, _, role in best)


def _areas(posting: Posting, skills: Mapping[str, Skill]) -> dict[Area, float]:
    """Share of each area in the skills that the advert asks."""
    asked = {s for one in posting.asked for s in one.any_of if s in skills}
    count = Counter(skills[skill].area for skill in asked)
    return {area: number / count.total() for area, number in count.items()}


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def _name(skill: str, skills: Mapping[str, Skill]) -> str:
    return skills[skill].name if skill in skills else skill
