import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.market.compare import compare
from seasoned.market.demand import demand, role_mix_of, wilson
from seasoned.market.posting import ROLE_KINDS
from seasoned.market.reading import read_posting
from tests.skills.vocabulary import SKILLS


def read(text: str):  # type: ignore[no-untyped-def]
    return read_posting(text, skills=SKILLS)


POSTINGS = [
    read("Requirements\n- Python\n- SQL\nNice to have\n- Kafka\n"),
    read("Requirements\n- Python or Go\nDuties\n- Run Airflow\n"),
    read("About us\nWe love Python.\n"),
]


def test_interval_agrees_with_the_published_example() -> None:
    # Brown, Cai and DasGupta (2001), as tabulated for 1 of 10 and 0 of 10 at 95 %.
    assert wilson(1, 10, z=1.959964) == pytest.approx((0.01788, 0.40415), abs=1e-4)
    assert wilson(0, 10, z=1.959964) == pytest.approx((0.0, 0.27753), abs=1e-4)


@given(st.integers(0, 50), st.integers(1, 50))
def test_interval_holds_the_share_and_stays_between_nought_and_one(hits: int, trials: int) -> None:
    hits = min(hits, trials)

    low, high = wilson(hits, trials)

    assert 0 <= low <= hits / trials <= high <= 1


def test_demand_counts_postings_and_not_mentions() -> None:
    python = demand(POSTINGS)[0]

    assert (
        python.skill,
        python.required,
        python.preferred,
        python.alternative,
        python.postings,
    ) == ("python", 2, 0, 1, 3)
    assert python.share == pytest.approx(2 / 3)
    assert python.low < python.share < python.high
    assert python.quotes == ("Python", "Python or Go")


def test_demand_leaves_out_what_nobody_asks() -> None:
    assert {d.skill for d in demand(POSTINGS)} == {"python", "sql", "kafka", "go-language"}
    assert demand([]) == ()


def test_mean_role_mix_sums_to_a_hundred() -> None:
    first = read(
        "What you'll do\n- Deploy models and monitor drift\n- Build dashboards and reports\n"
    )

    mix = role_mix_of([first, POSTINGS[2]])

    assert [part.role for part in mix] == list(ROLE_KINDS)
    assert sum(part.share for part in mix) == pytest.approx(100)
    assert role_mix_of([POSTINGS[2]]) == ()


def test_same_title_with_other_work_gives_another_mix() -> None:
    research = read(
        "ML engineer\n\nWhat you'll do\n- Publish papers on novel architectures\n- Read the literature\n"
    )
    platform = read(
        "ML engineer\n\nWhat you'll do\n- Run the platform and its GPU clusters\n- Build internal tools\n"
    )

    top = [max(p.role_mix, key=lambda part: part.share).role for p in (research, platform)]

    assert top == ["research", "platform"]


def test_title_alone_gives_no_mix() -> None:
    assert read("Research scientist, ML platform\n").role_mix == ()


def test_comparison_shows_what_is_shared_and_what_is_special() -> None:
    comparison = compare(POSTINGS[:2])

    assert comparison.shared == ("python",)
    assert comparison.only_in(POSTINGS[0].id) == ("kafka", "sql")
    assert [(c.musts, c.wishes) for c in comparison.columns] == [(2, 1), (1, 0)]
