"""A small world to plan in: hand-made skills, standings, gaps and actions."""

from __future__ import annotations

from datetime import date
from typing import Any

from seasoned.planning.action import Action, ActionKind, Energy, Gain, HourRange
from seasoned.planning.capacity import capacity_from
from seasoned.planning.gap import Gap, Whose
from seasoned.planning.schedule import Capacity
from seasoned.planning.shortfall import expected_shortfall, probability_met
from seasoned.profile.person import Wishes
from seasoned.profile.standing import Estimate, Standing

AT = date(2026, 11, 23)


def estimate(level: float = 1.5, error: float = 0.6, pieces: int = 1) -> Estimate:
    return Estimate(level=level, error=error, pieces=pieces)


def standing(**levels: float) -> Standing:
    some = estimate()
    return Standing(
        at=AT,
        skills={name.replace("_", "-"): estimate(level) for name, level in levels.items()},
        areas={},
        overall=some,
        bias=some,
        depth=some,
        breadth=some,
        shape="broad",
        shape_words="",
        deep_skills=(),
        deepen=(),
        widen=(),
        self_views=(),
        moves=(),
        fingerprint="f" * 16,
    )


def gap(
    skill: str,
    *,
    asked: float = 3.0,
    level: float = 1.5,
    weight: float = 1.0,
    whose: Whose = Whose.MINE,
    **more: Any,
) -> Gap:
    have = estimate(level)
    shortfall = expected_shortfall(asked, have)
    fields: dict[str, Any] = {
        "id": f"asks-{skill}",
        "words": f"Works with {skill}",
        "any_of": (skill,),
        "area": "models",
        "to_show": False,
        "strength": "must",
        "sources": (f"asks-{skill}",),
    } | more
    return Gap(
        skill=skill,
        asked=asked,
        have=have,
        probability=probability_met(asked, have),
        shortfall=shortfall,
        value=weight * shortfall,
        whose=whose,
        **fields,
    )


def action(
    name: str, *gains: tuple[str, float] | tuple[str, float, float], hours: float = 10, **more: Any
) -> Action:
    fields: dict[str, Any] = {
        "name": name.replace("-", " ").title(),
        "kind": ActionKind.COURSE,
        "summary": "",
        "steps": (),
        "energy": Energy.DEEP,
        "minimum_slot_minutes": 30,
        "proof": "A link",
    } | more
    return Action(
        id=name,
        hours=HourRange(low=hours, high=hours),
        gains=tuple(
            Gain(skill=g[0], gain=g[1], ceiling=g[2] if len(g) > 2 else 4.0) for g in gains
        ),
        **fields,
    )


def catalogue(*actions: Action) -> dict[str, Action]:
    return {one.id: one for one in actions}


def wishes(**more: Any) -> Wishes:
    fields: dict[str, Any] = {
        "deep_hours_per_week": 4,
        "light_hours_per_week": 2,
        "weeks": 10,
        "duration_factor": 1.0,
    } | more
    return Wishes(**fields)


def capacity(wishes_: Wishes) -> Capacity:
    return capacity_from(wishes_, start=AT)
