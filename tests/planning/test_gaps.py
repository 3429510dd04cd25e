from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.ladder.ladder import Ask, Expectation, Ladder, LadderArea, Stage
from seasoned.market.posting import Posting, Requirement, Span, Strength
from seasoned.planning.action import Consent
from seasoned.planning.gap import Met, Readiness, Settler, Verdict, Whose
from seasoned.planning.gaps import posting_gaps, stage_gaps
from seasoned.planning.shortfall import best_of, expected_shortfall, probability_met
from seasoned.profile.standing import Estimate
from seasoned.skills.skill import Area, Skill
from tests.planning.world import action, catalogue, estimate, standing, wishes

ERROR = 0.6


def expectation(name, ask=Ask.MUST, **more):
    fields = {"skill": name, "level": 3.0, "examples": ("A job that ran for a month",)} | more
    return Expectation(
        id=f"e-{name}", stage="senior", area="models", statement=f"Uses {name}", ask=ask, **fields
    )


def ladder(*expectations):
    return Ladder(
        id="own",
        schema="seasoned.ladder/1",
        name="Own",
        summary="",
        version="1.0.0",
        meant_for=(),
        stages=(Stage(id="senior", name="Senior", summary=""),),
        areas=(LadderArea(id="models", name="Models", summary="", maps_to=Area.MODELS),),
        expectations=expectations,
    )


def met(one, *, level=1.5, verdict=Verdict.NOT_YET, evidence=("seen",), **more):
    have = estimate(level, ERROR)
    fields = {"probability": probability_met(3.0, have)} | more
    return Met(
        expectation=one.id,
        area="models",
        stage="senior",
        ask=one.ask.value,
        inherited=False,
        asked=3.0,
        have=have,
        skill=one.skill or one.any_of[0],
        verdict=verdict,
        evidence=evidence,
        **fields,
    )


def readiness(*found):
    return Readiness(
        stage="senior",
        context="",
        archetype="",
        verdict=Verdict.NOT_YET,
        probability=0.2,
        areas=(),
        expectations=found,
        would_change=(),
        words="",
    )


def against_stage(one, *, actions=(), wish=None, skills=None, **more):
    [gap] = stage_gaps(
        readiness(met(one, **more)),
        ladder(one),
        catalogue(*actions),
        wish or wishes(),
        skills=skills,
    )
    return gap


def skill(name, **more):
    return Skill(
        id=name,
        name=name.title(),
        area=Area.DATA,
        summary="",
        terms=(),
        levels=("helped", "alone", "leads", "sets"),
        **more,
    )


def posting(name, *asks):
    return Posting(
        id=name,
        title="",
        text="",
        requirements=tuple(
            Requirement(
                any_of=tuple(ask[0].split("|")),
                strength=ask[1],
                surfaces=(),
                level=ask[2],
                span=Span(start=0, end=1, quote=f"{name}: {ask[0]}"),
            )
            for ask in asks
        ),
    )


def against(*postings, levels, joint=None, actions=(), wish=None, names=("spark", "flink", "sql")):
    return posting_gaps(
        postings,
        joint,
        standing(**levels),
        {n: skill(n) for n in names},
        catalogue(*actions),
        wish or wishes(),
    )


REQUIRED, PREFERRED = Strength.REQUIRED, Strength.PREFERRED


# ---- shortfall ----


def test_shortfall_agrees_with_the_published_unit_normal_loss():
    # Unit normal loss G(z): 0.3989, 0.1978, 0.0833, 0.0085 at 0, 0.5, 1, 2 (Raiffa and Schlaifer
    # 1961, table of the unit normal loss integral).
    table = {0.0: 0.3989, 0.5: 0.1978, 1.0: 0.0833, 2.0: 0.0085}

    found = {z: expected_shortfall(2.0, Estimate(level=2.0 + z, error=1.0)) for z in table}

    assert found == pytest.approx(table, abs=5e-5)


@given(st.floats(0, 5), st.floats(0, 5), st.floats(0.05, 2), st.floats(0, 1))
def test_a_higher_level_never_widens_a_gap(asked, level, error, more):
    low, high = Estimate(level=level, error=error), Estimate(level=level + more, error=error)

    assert expected_shortfall(asked, high) <= expected_shortfall(asked, low) + 1e-12
    assert probability_met(asked, high) >= probability_met(asked, low)


def test_certain_level_is_simply_compared():
    assert expected_shortfall(3.0, Estimate(level=2.0, error=0.0)) == 1.0
    assert probability_met(2.0, Estimate(level=2.0, error=0.0)) == 1.0


def test_best_of_independent_skills_agrees_with_the_product_rule():
    haves = {"a": Estimate(level=2.0, error=1.0), "b": Estimate(level=2.5, error=0.5)}

    probability, _ = best_of(3.0, haves)

    missed = (1 - probability_met(3.0, haves["a"])) * (1 - probability_met(3.0, haves["b"]))
    assert probability == pytest.approx(1 - missed, abs=0.01)


def test_best_of_two_of_the_same_is_as_good_as_one():
    haves = {name: Estimate(level=2.0, error=1.0) for name in ("a", "b")}
    same = SimpleNamespace(names=("a", "b"), mean=np.array([2.0, 2.0]), covariance=np.ones((2, 2)))

    probability, shortfall = best_of(2.0, haves, same)

    assert probability == pytest.approx(0.5, abs=0.01)
    assert shortfall == pytest.approx(0.3989, abs=0.01)


def test_shortfall_of_the_best_of_two_agrees_with_clark():
    # Clark (1961): two independent standard normals have a maximum of mean 1/sqrt(pi) = 0.5642,
    # and E[max(0, 5 - max)] = 5 - 0.5642 far above them.
    haves = {name: Estimate(level=0.0, error=1.0) for name in ("a", "b")}

    assert best_of(5.0, haves)[1] == pytest.approx(5 - np.pi**-0.5, abs=0.01)


# ---- against a stage ----


def test_stage_gaps_are_sorted_by_value_and_leave_out_what_is_ready():
    may, must, done = expectation("sql", Ask.MAY), expectation("spark"), expectation("git")
    found = readiness(met(may), met(must), met(done, verdict=Verdict.READY))

    gaps = stage_gaps(found, ladder(may, must, done), {}, wishes())

    assert [one.id for one in gaps] == ["e-spark", "e-sql"]
    assert gaps[0].value == gaps[0].shortfall
    assert gaps[1].value == pytest.approx(0.2 * gaps[1].shortfall)


def test_stage_gap_says_what_is_there_with_its_error():
    gap = against_stage(expectation("spark"))

    assert (gap.have.level, gap.have.error, gap.asked) == (1.5, ERROR, 3.0)
    assert gap.shortfall == pytest.approx(expected_shortfall(3.0, gap.have))
    assert gap.sources == ("e-spark",)


def test_move_is_mine_unless_something_waits_for_others():
    plain, waits = expectation("spark"), expectation("spark", needs_opportunity=True)
    inside = action("inside", ("spark", 0.9), consent=Consent.EMPLOYER)

    assert against_stage(plain).whose is Whose.MINE
    assert against_stage(waits).whose is Whose.OTHERS
    assert against_stage(plain, verdict=Verdict.NO_OPPORTUNITY).whose is Whose.OTHERS
    assert against_stage(plain, wish=wishes(no_opportunity=("e-spark",))).whose is Whose.OTHERS
    assert against_stage(plain, actions=[inside]).whose is Whose.OTHERS
    assert (
        against_stage(plain, actions=[inside], wish=wishes(consents=("employer",))).whose
        is Whose.MINE
    )
    only = {"spark": skill("spark", only_inside=True)}
    assert against_stage(plain, skills=only).whose is Whose.OTHERS


@pytest.mark.parametrize("named", ["e-spark", "spark"])
def test_what_is_not_in_my_power_stays_in_the_report(named):
    gap = against_stage(expectation("spark"), wish=wishes(not_in_my_power=(named,)))

    assert gap.whose is Whose.NOBODY
    assert gap.value > 0


def test_probably_there_without_proof_is_to_be_shown():
    shown = against_stage(expectation("spark"), probability=0.7, evidence=())
    doubtful = against_stage(expectation("spark"), probability=0.5, evidence=())

    assert (shown.to_show, doubtful.to_show) == (True, False)
    assert shown.settle.words == (
        "Write down what you have already done, for example: A job that ran for a month"
    )
    assert shown.settle.hours == 0.5


def test_incomplete_record_is_settled_by_completing_it():
    gap = against_stage(expectation("spark"), missing_record=("metric", "users"))

    assert gap.settle.words == "Complete the record you have: add metric and users."


def test_gap_is_settled_by_the_cheapest_action_that_reaches_the_level():
    low = action("low", ("spark", 0.9, 2.0), hours=1)
    short = action("short", ("spark", 0.5, 3.5), hours=6, evidence_kind="certificate")
    long = action("long", ("spark", 0.5, 4.0), hours=20)

    gap = against_stage(
        expectation("spark"), actions=[low, short, long], wish=wishes(duration_factor=1.5)
    )

    assert gap.settle == Settler(
        words="Do “Short”. It shows as: A link", hours=9.0, evidence_kind="certificate"
    )


def test_declined_action_is_not_offered_to_settle_anything():
    short = action("short", ("spark", 0.5), hours=6)

    gap = against_stage(expectation("spark"), actions=[short], wish=wishes(declined=("short",)))

    assert "Short" not in gap.settle.words


def test_any_of_counts_the_best():
    either = expectation("either", skill="", any_of=("spark", "flink"))
    found = met(either)
    belief = SimpleNamespace(
        names=("flink", "spark"), mean=np.array([2.9, 1.5]), covariance=np.eye(2) * 0.36
    )

    [alone] = stage_gaps(
        readiness(replace(found, skill="spark")),
        ladder(replace(either, any_of=(), skill="spark")),
        {},
        wishes(),
    )
    [both] = stage_gaps(readiness(found), ladder(either), {}, wishes(), belief=belief)

    assert both.any_of == ("spark", "flink")
    assert both.shortfall < alone.shortfall / 3


# ---- against adverts ----


def test_advert_gap_carries_quote_level_and_strength():
    [gap] = against(posting("ad", ("spark", REQUIRED, 3.0)), levels={"spark": 1.5})

    assert (gap.id, gap.sources, gap.quotes) == ("advert-spark", ("ad",), ("ad: spark",))
    assert (gap.asked, gap.strength, gap.area) == (3.0, "required", "data")
    assert gap.words == "Spark, asked by this advert"


def test_demand_weighs_what_more_adverts_ask():
    ads = [
        posting("a", ("spark", REQUIRED, 3.0), ("sql", REQUIRED, 3.0)),
        posting("b", ("sql", REQUIRED, 3.0)),
        posting("c", ("spark", PREFERRED, 3.0)),
    ]

    sql, spark = against(*ads, levels={"spark": 1.5, "sql": 1.5})

    assert (sql.skill, spark.skill) == ("sql", "spark")
    assert sql.value == pytest.approx(2 / 3 * sql.shortfall)
    assert spark.value == pytest.approx((1 + 0.5) / 3 * spark.shortfall)
    assert sql.words == "Sql, asked by 2 of 3 adverts"


def test_duties_and_mentions_ask_nothing():
    ad = posting("ad", ("spark", Strength.DUTY, 3.0), ("sql", Strength.MENTIONED, 3.0))

    assert against(ad, levels={"spark": 1.0, "sql": 1.0}) == ()


def test_what_is_surely_there_is_no_gap():
    assert against(posting("ad", ("spark", REQUIRED, 2.0)), levels={"spark": 3.5}) == ()


def test_alternatives_need_only_one():
    [gap] = against(
        posting("ad", ("spark|flink", REQUIRED, 3.0)), levels={"spark": 1.0, "flink": 2.6}
    )

    assert (gap.skill, gap.id) == ("flink", "advert-flink-or-spark")
    assert gap.probability >= probability_met(3.0, estimate(2.6, ERROR))


def test_strongest_requirement_of_an_advert_counts_once():
    twice = posting("ad", ("spark", PREFERRED, 2.0), ("spark", REQUIRED, 3.0))

    [gap] = against(twice, levels={"spark": 1.5})

    assert (gap.asked, gap.value) == (3.0, pytest.approx(gap.shortfall))


def test_advert_that_asks_nothing_and_no_advert_give_no_gaps():
    assert against(posting("ad"), levels={"spark": 1.5}) == ()
    assert against(levels={"spark": 1.5}) == ()


def test_order_of_adverts_changes_no_value():
    ads = [posting("a", ("spark", REQUIRED, 3.0)), posting("b", ("sql|flink", PREFERRED, 2.5))]
    levels = {"spark": 1.5, "sql": 1.0, "flink": 1.2}

    one, other = against(*ads, levels=levels), against(*reversed(ads), levels=levels)

    assert [(g.id, g.value) for g in one] == [(g.id, g.value) for g in other]


def test_standing_of_another_day_moves_no_gap():
    ad = posting("ad", ("spark", REQUIRED, 3.0))
    later = replace(standing(spark=1.5), at=date(2030, 1, 1))

    assert posting_gaps([ad], None, later, {}, {}, wishes()) == posting_gaps(
        [ad], None, standing(spark=1.5), {}, {}, wishes()
    )
