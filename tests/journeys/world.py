"""A small world made by hand: four skills, three stages, three actions, two kinds of evidence."""

from __future__ import annotations

from datetime import date

from seasoned.journeys.content import Content
from seasoned.ladder.ladder import Ask, Expectation, Ladder, LadderArea, Stage, YearBand
from seasoned.market.posting import Posting, Requirement, Span, Strength
from seasoned.planning.action import Action, ActionKind, Energy, Gain, HourRange
from seasoned.profile.evidence import Evidence, EvidenceKind, Observation
from seasoned.skills.skill import Area, Skill, Term

AT = date(2026, 11, 22)

AREAS = {
    "sql": Area.DATA,
    "python": Area.MODELS,
    "docker": Area.SYSTEMS,
    "mentoring": Area.LEADERSHIP,
}


def _skill(name: str, area: Area) -> Skill:
    return Skill(
        id=name,
        name=name.title(),
        area=area,
        summary=f"{name} at work",
        levels=("one", "two", "three", "four"),
        terms=(Term(name=name),),
    )


def _expectation(stage: str, skill: str, level: float) -> Expectation:
    return Expectation(
        id=f"{stage}-{skill}",
        stage=stage,
        area=AREAS[skill].value,
        ask=Ask.MUST,
        statement=f"Does {skill} at level {level:.0f}",
        skill=skill,
        level=level,
        examples=("a project", "a review"),
        actions=(f"learn-{skill}",),
    )


def _action(skill: str) -> Action:
    return Action(
        id=f"learn-{skill}",
        name=f"Learn {skill}",
        kind=ActionKind.SELF_STUDY,
        summary=f"Work through {skill}",
        steps=("read", "do"),
        energy=Energy.DEEP,
        hours=HourRange(low=6, high=10),
        minimum_slot_minutes=30,
        proof="a repository",
        gains=(Gain(skill=skill, gain=1.0, ceiling=4.0),),
        evidence_kind="shipped-project",
    )


def _kind(name: str, error: float, **extra: object) -> EvidenceKind:
    return EvidenceKind(
        id=name, name=name, summary=name, error=error, source="made by hand", reviewed=AT, **extra
    )  # type: ignore[arg-type]


SKILLS = {name: _skill(name, area) for name, area in AREAS.items()}

LADDER = Ladder(
    id="mle",
    schema="seasoned.ladder/1",
    name="Engineer",
    summary="Three rungs",
    version="1.0.0",
    meant_for=("engineers",),
    stages=(
        Stage(
            id="novice",
            name="Novice",
            summary="begins",
            years_after_first_degree=YearBand(lower=0, upper=3),
        ),
        Stage(
            id="junior",
            name="Junior",
            summary="does",
            years_after_first_degree=YearBand(lower=3, upper=5),
        ),
        Stage(
            id="senior", name="Senior", summary="leads", years_after_first_degree=YearBand(lower=5)
        ),
    ),
    areas=tuple(LadderArea(id=a.value, name=a.value, summary=a.value, maps_to=a) for a in Area),
    expectations=tuple(
        _expectation(stage, skill, level)
        for stage, level in (("novice", 1.0), ("junior", 2.0), ("senior", 3.0))
        for skill in AREAS
    ),
)

CONTENT = Content(
    skills=SKILLS,
    ladders={"mle": LADDER},
    transfers={},
    fingerprint="by-hand",
    actions={action.id: action for action in map(_action, AREAS)},
    kinds={
        kind.id: kind
        for kind in (
            _kind("self-rating", 0.9, self_report=True, demonstrates=False),
            _kind("test-answer", 0.3),
            _kind("shipped-project", 0.5),
            _kind("role", 0.8),
        )
    },
)


def seen(skill: str, level: float, at: date = AT) -> Evidence:
    """A test answer that saw a skill at a level."""
    return Evidence(
        id=f"test-{skill}-{at}-{level}",
        kind="test-answer",
        at=at,
        title=f"Test on {skill}",
        observations=(Observation(skill=skill, level=level),),
    )


def advert(name: str, *skills: str, level: float = 2.0) -> Posting:
    """An advert that requires skills."""
    text = f"You know {', '.join(skills)}."
    return Posting(
        id=name,
        title="ML engineer",
        text=text,
        requirements=tuple(
            Requirement(
                any_of=(skill,),
                strength=Strength.REQUIRED,
                surfaces=(skill,),
                level=level,
                span=Span(start=0, end=len(text), quote=text),
            )
            for skill in skills
        ),
    )
