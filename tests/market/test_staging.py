from hypothesis import given
from hypothesis import strategies as st

from seasoned.market.posting import Span, StageEstimate, Years
from seasoned.market.seniority import Grade
from seasoned.market.staging import STAGES, stage_of

NOWHERE = Span(start=0, end=0, quote="")


def estimate(lower: float | None, grade: str = "") -> StageEstimate:
    years = () if lower is None else (Years(lower=lower, upper=None, span=NOWHERE),)
    found = stage_of(years, Grade(grade, ()), ())
    assert found is not None
    return found


@given(st.floats(0, 20))
def test_shares_are_whole_and_sum_to_a_hundred(lower: float) -> None:
    shares = [share for _, share in estimate(lower).shares]

    assert sum(shares) == 100
    assert all(share == int(share) and share >= 0 for share in shares)


@given(st.floats(0, 20), st.floats(0, 20))
def test_more_years_never_mean_an_earlier_stage(one: float, other: float) -> None:
    low, high = sorted((one, other))

    assert STAGES.index(estimate(low).likeliest) <= STAGES.index(estimate(high).likeliest)


def test_two_signs_that_agree_are_surer_than_one() -> None:
    alone = dict(estimate(6.0).shares)["senior"]

    assert dict(estimate(6.0, "senior").shares)["senior"] > alone


def test_an_advert_that_tells_nothing_gets_no_stage() -> None:
    assert stage_of((), Grade("", ()), ()) is None


def test_an_intern_is_a_novice_and_nobody_is_certain() -> None:
    found = estimate(None, "intern")

    assert found.likeliest == "novice"
    assert dict(found.shares)["novice"] < 100
