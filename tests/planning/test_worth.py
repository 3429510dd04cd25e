import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.planning.gap import Whose
from seasoned.planning.shortfall import expected_shortfall
from seasoned.planning.solver.task import Lift, worth_of
from seasoned.planning.worth import levels_after, lifts_of, mastered, wanted_from
from seasoned.profile.person import Weights
from seasoned.profile.standing import Estimate
from tests.planning.world import action, gap, standing

levels = st.floats(0, 4)


@given(levels, st.floats(0.5, 4), st.floats(0.1, 1.5), levels)
def test_pieces_follow_the_curve_of_the_shortfall(level, asked, error, gained):
    whole = expected_shortfall(asked, Estimate(level=level, error=error))
    one = gap("spark", asked=asked, level=level)
    one = type(one)(
        **{name: getattr(one, name) for name in one.__slots__}
        | {"have": Estimate(level=level, error=error), "value": whole, "shortfall": whole}
    )

    [need] = wanted_from([one], Weights()).needs if whole > 0 else [None]

    if need is not None:
        closed = whole - expected_shortfall(asked, Estimate(level=level + gained, error=error))
        assert worth_of(need, gained) == pytest.approx(closed, abs=0.02 * error)


def test_each_further_level_is_worth_no_more_than_the_one_before():
    [need] = wanted_from([gap("spark")], Weights()).needs

    worths = [piece.worth for piece in need.pieces]

    assert worths == sorted(worths, reverse=True)


def test_gaps_out_of_reach_or_without_value_are_not_wanted():
    gaps = [
        gap("spark", whose=Whose.NOBODY),
        gap("sql", weight=0.0),
        gap("serving", whose=Whose.OTHERS),
    ]

    assert wanted_from(gaps, Weights()).skills == ("serving",)


def test_emphasis_is_depth_from_level_two_on_or_where_the_interest_is():
    gaps = [gap("spark", level=2.5), gap("sql", level=1.0), gap("serving", level=1.0)]

    wanted = wanted_from(gaps, Weights(depth=0.6, breadth=0.2), interests=("serving",))

    assert wanted.emphases == pytest.approx((1.5, 0.5, 1.5))


def test_lift_is_cut_at_the_ceiling_and_gone_above_it():
    wanted = wanted_from([gap("spark"), gap("sql")], Weights())
    one = action("course", ("spark", 0.8, 2.0), ("sql", 0.8, 1.0), ("other", 0.8))

    assert lifts_of(one, wanted, standing(spark=1.5, sql=1.5)) == (
        Lift(skill=0, amount=0.5, room=0.5),
    )


def test_prerequisite_is_mastered_at_what_a_beginner_would_reach():
    one = action("intro", ("spark", 0.6, 3.0))

    assert mastered(one, standing(spark=1.6))
    assert not mastered(one, standing(spark=1.5))
    assert not mastered(action("rest"), standing(spark=4.0))


def test_levels_after_do_low_ceilings_first_and_never_pass_them():
    doing = [action("high", ("spark", 0.5, 4.0)), action("low", ("spark", 1.0, 2.0))]

    assert levels_after(doing, standing(spark=1.5)) == {"spark": 2.5}
    assert levels_after(doing[1:], standing(spark=3.0)) == {"spark": 3.0}


def test_lower_must_counts_nought_beside_a_higher_one_on_the_skill():
    high, low = gap("spark", asked=3.0, id="high"), gap("spark", asked=2.0, id="low")
    nice = gap("spark", asked=3.5, weight=0.2, id="nice", strength="may")

    both = wanted_from([high, low], Weights()).needs
    beside = wanted_from([nice, low], Weights()).needs

    assert sum(piece.worth for piece in both[1].pieces) == 0
    assert worth_of(beside[1], 9) == pytest.approx(0.8 * low.value, rel=0.02)
