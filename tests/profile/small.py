"""A small world to stand in: nine skills in three areas and three kinds of evidence."""

from __future__ import annotations

from datetime import date

from seasoned.profile.evidence import Evidence, EvidenceKind, Observation
from seasoned.skills.skill import Area, Skill, Term

AT = date(2026, 11, 22)


def skill(name: str, area: Area, **more: tuple[str, ...]) -> Skill:
    return Skill(
        id=name,
        name=name.title(),
        area=area,
        summary="",
        levels=("a", "b", "c", "d"),
        terms=(Term(name=name),),
        **more,
    )


SKILLS = {
    s.id: s
    for s in (
        skill("sql", Area.DATA),
        skill("quality", Area.DATA, related=("sql",)),
        skill("labels", Area.DATA),
        skill("training", Area.MODELS),
        skill("errors", Area.MODELS),
        skill("metrics", Area.MODELS),
        skill("serving", Area.OPS, prerequisites=("training",)),
        skill("alerts", Area.OPS),
        skill("rollout", Area.OPS),
    )
}


def kind(name: str, error: float = 1.0, **more: object) -> EvidenceKind:
    return EvidenceKind(
        id=name, name=name, summary="", error=error, source="test", reviewed=AT, **more
    )


KINDS = {
    k.id: k
    for k in (
        kind("work", required=("metric", "users")),
        kind("letter", shared_error=0.7),
        kind("role", 1.4, demonstrates=False),
        kind("self-rating", 1.6, self_report=True, demonstrates=False),
    )
}


def piece(
    name: str, kind: str = "work", at: date = AT, error: float | None = None, **levels: float
) -> Evidence:
    return Evidence(
        id=name,
        kind=kind,
        at=at,
        observations=tuple(
            Observation(skill=s, level=level, error=error) for s, level in levels.items()
        ),
    )
