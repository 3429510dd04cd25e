"""A ladder of three stages and two areas, with every kind of expectation."""

from __future__ import annotations

from seasoned.ladder.ladder import (
    SCHEMA,
    Archetype,
    Ask,
    Context,
    Crosswalk,
    Expectation,
    ExpectationKind,
    Ladder,
    LadderArea,
    OverlayChange,
    Reweight,
    Stage,
    YearBand,
)
from seasoned.skills.skill import Area


def expectation(
    name: str, stage: str, area: str, ask: Ask = Ask.MUST, **more: object
) -> Expectation:
    if "skill" not in more and "any_of" not in more:
        more.setdefault("kind", ExpectationKind.BEHAVIOUR)
    return Expectation(id=name, stage=stage, area=area, statement=name, ask=ask, **more)


def stage(
    name: str, first: tuple[float, float | None], higher: tuple[float, float | None]
) -> Stage:
    return Stage(
        id=name,
        name=name.title(),
        summary="",
        years_after_first_degree=YearBand(lower=first[0], upper=first[1]),
        years_after_higher_degree=YearBand(lower=higher[0], upper=higher[1]),
    )


LADDER = Ladder(
    id="small",
    schema=SCHEMA,
    name="Small",
    summary="",
    version="1.0.0",
    meant_for=("tests",),
    stages=(
        stage("novice", (0, 3), (0, 2)),
        stage("junior", (3, 5), (1, 5)),
        stage("senior", (5, None), (5, None)),
    ),
    areas=(
        LadderArea(id="data", name="Data", summary="", maps_to=Area.DATA),
        LadderArea(id="ops", name="Ops", summary="", maps_to=Area.OPS),
    ),
    contexts=(
        Context(id="start-up", name="Start-up", summary=""),
        Context(id="lab", name="Lab", summary=""),
    ),
    archetypes=(
        Archetype(
            id="expert",
            name="Expert",
            summary="",
            stages=("senior",),
            changes=(OverlayChange(expectation="rollout-3", ask=Ask.MAY, why="Others roll out."),),
        ),
    ),
    crosswalk=(Crosswalk(company="Elsewhere", title="Principal", stage="senior"),),
    expectations=(
        expectation("sql-1", "novice", "data", skill="sql", level=1.0),
        expectation("labels-1", "novice", "data", skill="labels", level=1.0),
        expectation("serving-1", "novice", "ops", skill="serving", level=1.0),
        expectation(
            "alerts-1",
            "novice",
            "ops",
            skill="alerts",
            level=1.0,
            contexts=(Reweight(context="lab", ask=Ask.MAY, why="Nothing runs at night."),),
        ),
        expectation("sql-2", "junior", "data", skill="sql", level=2.0),
        expectation("quality-2", "junior", "data", skill="quality", level=2.0),
        expectation("serving-2", "junior", "ops", skill="serving", level=2.0),
        expectation("rollout-2", "junior", "ops", Ask.SHOULD, skill="rollout", level=2.0),
        expectation("one-deep-3", "senior", "data", any_of=("sql", "quality", "labels"), level=3.0),
        expectation("shares-3", "senior", "data", needs_opportunity=True),
        expectation(
            "rollout-3",
            "senior",
            "ops",
            skill="rollout",
            level=3.0,
            record=("metric", "duration"),
            sustained=True,
        ),
        expectation("alerts-3", "senior", "ops", skill="alerts", level=3.0, recency_months=24),
    ),
)
