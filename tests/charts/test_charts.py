"""Every chart renders without a style attribute, says what it shows, and carries its uncertainty."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from seasoned.assessment.item import LineChart, Series
from seasoned.charts import areas, demanded, gaps, items, market, own_view, plans, rendering, shape
from seasoned.charts.theme import AREA_COLOURS, Spec
from seasoned.errors import InvalidValue
from seasoned.market.posting import ROLE_KINDS, RoleShare
from seasoned.planning.gap import Gap, Met, Readiness, Verdict, Whose
from seasoned.planning.schedule import Block, Capacity, Chosen, Plan, WeekHours
from seasoned.profile.standing import Estimate, SelfView, Standing
from seasoned.skills.skill import Area, Skill, Term

MONDAY = date(2026, 1, 5)
SKILLS = {
    area.value: Skill(
        id=area.value,
        name=f"Skill of {area}",
        area=area,
        summary="",
        levels=("a", "b", "c", "d"),
        terms=(Term(name=area.value),),
    )
    for area in Area
}


def standing(pieces: int = 1) -> Standing:
    known = Estimate(level=2.0, error=0.4, pieces=pieces)
    return Standing(
        at=MONDAY,
        skills=dict.fromkeys(SKILLS, known),
        areas=dict.fromkeys(AREA_COLOURS, known),
        overall=known,
        bias=known,
        depth=known,
        breadth=known,
        shape="T",
        shape_words="One stem.",
        deep_skills=(),
        deepen=(),
        widen=(),
        self_views=(),
        moves=(),
    )


def gap() -> Gap:
    return Gap(
        id="g",
        words="Cleans data",
        any_of=("data",),
        skill="data",
        area="data",
        asked=3.0,
        have=Estimate(level=2.0, error=0.4),
        probability=0.1,
        shortfall=1.0,
        value=1.0,
        whose=Whose.MINE,
        to_show=False,
        strength="must",
        sources=("e",),
    )


def plan() -> Plan:
    weeks = tuple(
        WeekHours(monday=MONDAY + timedelta(7 * n), deep=1.5, light=1.5) for n in range(4)
    )
    chosen = Chosen(
        action="a",
        name="Clean a dataset",
        hours=4,
        starts=MONDAY,
        finishes=MONDAY,
        gain=1,
        why="",
        proof="",
        gaps=(),
    )
    return Plan(
        at=MONDAY,
        capacity=Capacity(weeks=weeks),
        chosen=(chosen,),
        left_out=(),
        gain=1,
        proven_gap=0,
        blocks=(Block(action="a", monday=MONDAY, hours=1.5, deep=True),),
        solver="",
        words="",
    )


LINES = LineChart(
    title="Loss",
    x_name="epoch",
    y_name="loss",
    x=(1, 2, 3),
    series=(Series(name="training", y=(3, 2, 1)), Series(name="validation", y=(3, 2.5, 2.6))),
)


def views(count: int, pieces: int = 1) -> tuple[SelfView, ...]:
    seen = Estimate(level=2.0, error=0.4, pieces=pieces)
    names = list(SKILLS)[:count]
    return tuple(SelfView(skill=n, self_rated=3.0, measured=seen, words="") for n in names)


def test_own_view_is_drawn_only_where_enough_was_measured() -> None:
    assert own_view.own_view(views(2), SKILLS) is None
    assert own_view.own_view(views(4, pieces=0), SKILLS) is None


def every_chart(*, narrow: bool) -> dict[str, Spec]:
    shares = tuple(RoleShare(role=r, share=100 / 6, spans=()) for r in ROLE_KINDS)
    return {
        "shape": shape.depth_and_breadth(standing(), SKILLS, asked={"data": 3.0}, narrow=narrow),
        "areas": areas.area_levels(standing(), narrow=narrow),
        "history": areas.areas_over_time([standing(), standing()], narrow=narrow),
        "gaps": gaps.gap_bars([gap()], SKILLS, narrow=narrow),
        "timeline": plans.plan_timeline(plan(), narrow=narrow),
        "hours": plans.hours_by_week(plan(), narrow=narrow),
        "role mix": market.role_mix(shares, narrow=narrow),
        "own view": own_view.own_view(views(3), SKILLS, narrow=narrow),
        "question": items.item_lines(LINES, narrow=narrow),
        "narrowing": items.narrowing(
            [Estimate(level=1.0, error=1 / n) for n in (1, 2, 3)], narrow=narrow
        ),
        "demand": market.demand_bars([("Python", 0.5, 0.2, 0.8)], narrow=narrow),
        "demand beside level": demanded.demand_beside_level(demand_rows(), 10, narrow=narrow),
    }


def demand_rows() -> list[demanded.DemandRow]:
    """One skill that is shown and one that is asked and not met."""
    return [
        demanded.DemandRow(
            name=name,
            count=5,
            must=0.4,
            wish=0.1,
            low=0.2,
            high=0.8,
            asked=2.5,
            have=Estimate(level=level, error=0.5),
            met=level > 2.5,
            seen=level > 2.5,
        )
        for name, level in (("Python", 3.0), ("Kubernetes", 1.0))
    ]


@pytest.mark.parametrize("name", list(every_chart(narrow=False)))
def test_chart_is_safe_under_a_strict_policy_and_described(name: str) -> None:
    spec = every_chart(narrow=False)[name]

    drawn = rendering.svg(spec)

    assert drawn.startswith("<svg")
    assert " style=" not in drawn
    assert "<style" not in drawn
    assert "<script" not in drawn
    assert spec["description"]


@pytest.mark.parametrize("name", list(every_chart(narrow=True)))
def test_narrow_chart_fits_a_telephone(name: str) -> None:
    drawn = rendering.svg(every_chart(narrow=True)[name])

    assert float(drawn.split('width="')[1].split('"')[0]) <= 390


def test_shape_shows_the_interval_and_what_is_asked() -> None:
    spec = shape.depth_and_breadth(standing(), SKILLS, asked={"data": 3.0})

    row = next(r for r in spec["data"]["values"] if r["skill"] == "Skill of data")
    assert (row["low"], row["level"], row["high"], row["asked"]) == (1.34, 2.0, 2.66, 3.0)


def test_shape_hides_skills_without_evidence() -> None:
    assert shape.depth_and_breadth(standing(pieces=0), SKILLS)["data"]["values"] == []


def test_demand_names_what_is_asked_and_not_shown() -> None:
    told = demanded.demand_beside_level(demand_rows(), 10)["description"]

    assert told.endswith("Asked and not yet shown, the most asked first: Kubernetes.")


def test_text_in_a_chart_is_escaped() -> None:
    spec = market.demand_bars([("<script>alert(1)</script>", 0.5, 0.2, 0.8)])

    assert "<script" not in rendering.svg(spec)


@pytest.mark.parametrize(
    ("ending", "start"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF")]
)
def test_save_writes_the_format_that_the_ending_names(
    tmp_path: Path, ending: str, start: bytes
) -> None:
    path = rendering.save(areas.area_levels(standing()), tmp_path / f"chart.{ending}")

    assert path.read_bytes().startswith(start)


def test_save_names_the_endings_it_knows(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match=r"\.svg, \.png, \.pdf"):
        rendering.save(areas.area_levels(standing()), tmp_path / "chart.gif")


def test_same_specification_gives_the_same_picture() -> None:
    spec = areas.area_levels(standing())

    assert rendering.svg(spec) == rendering.svg(json.loads(json.dumps(spec)))


def test_asked_level_of_a_skill_is_the_highest_of_its_musts() -> None:
    def met(ask: str, asked: float) -> Met:
        return Met(
            expectation=f"{ask}-{asked}", area="data", stage="junior", ask=ask, inherited=False,
            asked=asked, have=Estimate(level=1, error=1), skill="sql", probability=0.5,
            verdict=Verdict.NOT_YET, evidence=(),
        )  # fmt: skip

    found = Readiness(
        stage="junior", context="", archetype="", verdict=Verdict.NOT_YET, probability=0, areas=(),
        expectations=(met("must", 1.0), met("must", 2.0), met("may", 3.0)), would_change=(), words="",
    )  # fmt: skip

    assert shape.asked_by_skill(found) == {"sql": 2.0}
