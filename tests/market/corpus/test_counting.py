"""Demand, trends and differences on columns, against counts by hand and a known truth."""

from __future__ import annotations

from datetime import date

import numpy as np
import polars as pl
import pytest

from seasoned.errors import InputError, UnknownId, UnreadableDocument
from seasoned.market.corpus.columns import frame_of, schema
from seasoned.market.corpus.contrasts import contrast
from seasoned.market.corpus.counting import Share, counts_of, pairs_of, pay_of, shares_of
from seasoned.market.corpus.opening import KINDS, Adverts, Only, adverts_of
from seasoned.market.corpus.trends import trends_of
from seasoned.market.demand import demand, wilson
from seasoned.market.reading import read_posting
from tests.market.corpus.adverts import advert, csv_file, read, rows
from tests.skills.vocabulary import SKILLS


def made(count: int, **columns: object) -> pl.DataFrame:
    """Adverts of which only some columns say anything."""
    empty = frame_of([read_posting("", skills=SKILLS)]).clear(count)
    given = [
        pl.Series(name, values, dtype=schema()[name], strict=False)
        for name, values in {"digest": range(count), **columns}.items()
    ]
    lists = [
        pl.Series(name, [[]], dtype=kind).new_from_index(0, count)
        for name, kind in schema().items()
        if isinstance(kind, pl.List) and name not in columns
    ]
    return empty.with_columns(*lists, *given)


def adverts(count: int, **columns: object) -> Adverts:
    return adverts_of(made(count, **columns))


def test_demand_of_columns_agrees_with_demand_of_adverts():
    postings = [read_posting(advert(n), skills=SKILLS) for n in range(24)]

    found = shares_of(adverts_of(frame_of(postings)), "skill")

    by_hand = {d.skill: d for d in demand(postings)}
    assert {row.name: (row.required, row.preferred) for row in found.rows} == {
        skill: (d.required, d.preferred) for skill, d in by_hand.items()
    }
    first = found.rows[0]
    assert (first.low, first.high) == pytest.approx(wilson(first.count, 24))
    assert found.enough


def test_shares_are_of_the_adverts_that_say_it():
    found = shares_of(
        adverts(12, workplace=["remote"] * 6 + ["hybrid"] * 2 + [None] * 4), "workplace"
    )

    assert (found.adverts, found.said, found.enough) == (12, 8, False)
    assert [(r.name, r.count, r.share) for r in found.rows] == [
        ("remote", 6, 0.75),
        ("hybrid", 2, 0.25),
    ]
    assert shares_of(adverts(12), "place").rows == ()


def test_same_words_count_once_unless_asked():
    frame = made(12, digest=[1, 1, 1, *range(10, 19)])

    assert (adverts_of(frame).count, adverts_of(frame).repeats) == (10, 2)
    assert adverts_of(frame, repeats=True).count == 12


def test_role_and_stage_are_means_of_the_adverts_own_shares():
    stages = [[{"stage": "mid", "share": 25.0}, {"stage": "senior", "share": 75.0}]] * 10
    frame = made(12, role_product=[50.0] * 10 + [None] * 2, role_mlops=[50.0] * 10 + [None] * 2)
    frame = frame.with_columns(
        pl.when(pl.col("role_product").is_not_null()).then(0.0).alias(name)
        for name in ("role_research", "role_platform", "role_software", "role_analytics")
    ).with_columns(pl.Series("stages", [*stages, [], []], dtype=schema()["stages"]))

    roles = {r.name: r.share for r in shares_of(adverts_of(frame), "role").rows}
    told = shares_of(adverts_of(frame), "stage")

    assert (roles["product"], roles["mlops"], roles["research"]) == (0.5, 0.5, 0.0)
    assert (told.said, [(r.name, r.share) for r in told.rows]) == (
        10,
        [("senior", 0.75), ("mid", 0.25)],
    )


def test_pay_is_told_by_currency_and_period_and_only_of_enough():
    low = [50_000.0 + 1000 * n for n in range(20)] + [60.0] * 3 + [None] * 2
    frame = made(
        25,
        pay_low=low,
        pay_high=[None if x is None else x + 2000 for x in low[:20]] + [None] * 5,
        pay_currency=["EUR"] * 20 + ["USD"] * 3 + [None] * 2,
        pay_period=["year"] * 20 + ["hour"] * 3 + [None] * 2,
    )

    found = pay_of(adverts_of(frame))

    year, hour = found.rows
    assert found.said == 23
    assert (year.currency, year.count, year.median) == ("EUR", 20, 60_500.0)
    assert (year.first, year.third) == (55_750.0, 65_250.0)
    assert (year.low, year.high) == (56_000.0, 65_000.0)  # ranks 6 and 15 of 20
    assert (hour.count, hour.median) == (3, None)


def test_pairs_are_as_often_together_as_counted():
    both = [["python", "sql"]] * 30 + [["python"]] * 10 + [["sql"]] * 10 + [[]] * 50

    found = pairs_of(adverts(100, skills_required=both))

    assert found.skills == ("python", "sql")
    pair = found.rows[0]
    assert (pair.first, pair.second, pair.both) == ("python", "sql", 30)
    assert pair.lift == pytest.approx(0.3 / 0.16)
    assert 1 < pair.low < pair.lift < pair.high


def by_month(shares: list[float], each: int) -> pl.DataFrame:
    posted, skills = [], []
    for n, share in enumerate(shares):
        posted += [date(2025 + n // 12, 1 + n % 12, 15)] * each
        skills += [["python"]] * round(share * each) + [[]] * (each - round(share * each))
    return made(len(posted), posted=posted, skills_preferred=skills)


def test_a_rise_is_told_and_its_slope_is_right():
    found = trends_of(adverts_of(by_month([0.2 + 0.02 * n for n in range(12)], 100)))

    (trend,) = found.rows
    assert trend.is_clear
    assert trend.slope.change == pytest.approx(0.24, rel=0.03)  # 2 points a month
    assert [p.count for p in trend.points][:3] == [20, 22, 24]


def test_noise_is_no_trend_and_few_months_are_said():
    rng = np.random.default_rng(4)
    noise = trends_of(adverts_of(by_month(list(0.4 + 0.03 * rng.standard_normal(12)), 60)))
    few = trends_of(adverts_of(by_month([0.1, 0.5, 0.9], 100)))
    thin = trends_of(adverts_of(by_month([0.2] * 12, 5)), names=["python"])

    assert not noise.rows[0].is_clear
    assert (few.periods, few.least, few.rows[0].slope) == (3, 6, None)
    assert (thin.periods, [p.enough for p in thin.rows[0].points]) == (0, [False] * 12)


def test_quarters_hold_three_months():
    found = trends_of(adverts_of(by_month([0.5] * 12, 20)), per="quarter")

    assert [(p.start.month, p.adverts) for p in found.rows[0].points] == [
        (1, 60),
        (4, 60),
        (7, 60),
        (10, 60),
    ]


def test_differences_beyond_noise_are_called_and_others_are_not():
    first = adverts(200, skills_required=[["python"]] * 120 + [["sql"]] * 80)
    second = adverts(
        200, skills_required=[["python"]] * 40 + [["sql"]] * 75 + [["go"]] * 3 + [[]] * 82
    )

    found = contrast(first, second)

    rows = {row.name: row for row in found.rows}
    assert rows["python"].is_different
    assert rows["python"].difference == pytest.approx(0.4)
    assert rows["python"].low < 0.4 < rows["python"].high
    assert not rows["sql"].is_different
    assert (rows["go"].adjusted, rows["go"].is_different) == (None, False)
    assert found.rows[0].name == "python"
    assert not contrast(first, adverts(5)).enough


def test_of_many_equal_things_few_are_called_different():
    rng = np.random.default_rng(11)
    calls = 0
    for _ in range(20):
        lists = [
            [[f"s{k}" for k in np.flatnonzero(row)] for row in rng.random((150, 40)) < 0.3]
            for _ in range(2)
        ]
        found = contrast(*(adverts(150, skills_required=one) for one in lists))
        calls += any(row.is_different for row in found.rows)

    assert calls <= 4  # one in twenty is expected; five or more have a chance below 0.3 %


@pytest.mark.parametrize(
    ("only", "count"),
    [
        (Only(column="workplace", values=("Remote",)), 6),
        (Only(column="workplace", values=("remote",), inverted=True), 2),
        (Only(column="skill", values=("sql", "go")), 1),
        (Only(column="place", values=("berlin",)), 1),
        (Only(column="month", values=("2026-03",)), 1),
    ],
)
def test_adverts_are_chosen_by_what_they_say(only, count):
    frame = made(
        12,
        workplace=["remote"] * 6 + ["hybrid"] * 2 + [None] * 4,
        skills_required=[["python", "sql"]] + [["python"]] * 11,
        location=["Berlin, Germany"] + [None] * 11,
        posted=[date(2026, 3, 2)] + [date(2026, 4, 2)] * 11,
    )

    assert adverts_of(frame, only=[only]).count == count


def test_dates_choose_too():
    frame = made(3, posted=[date(2026, 1, 1), date(2026, 2, 1), None])

    assert adverts_of(frame, since=date(2026, 1, 15)).count == 1
    assert adverts_of(frame, until=date(2026, 1, 15)).count == 1
    with pytest.raises(InputError, match="No advert is left to count"):
        adverts_of(frame, since=date(2027, 1, 1))


def test_files_and_folders_are_opened_and_others_refused(tmp_path):
    table = csv_file(tmp_path / "a.csv", rows(25))
    read(table, out=tmp_path / "one.parquet")
    read(table, out=tmp_path / "parts", text=True)
    pl.DataFrame({"x": [1]}).write_parquet(tmp_path / "other.parquet")

    one = adverts_of([str(tmp_path / "one.parquet")])
    both = adverts_of([str(tmp_path / "one.parquet"), str(tmp_path / "parts")])

    assert (one.count, both.count, both.repeats) == (25, 25, 25)
    assert counts_of(both, "skill") == counts_of(one, "skill")
    for name, says in (("other.parquet", "no column id"), ("none.parquet", "is not there")):
        with pytest.raises(UnreadableDocument, match=says):
            adverts_of([str(tmp_path / name)])
    with pytest.raises(UnknownId, match="thing to choose adverts by"):
        adverts_of(made(1), only=[Only(column="colour", values=("red",))])


def test_everything_can_be_counted_by():
    frame = frame_of([read_posting(advert(n), skills=SKILLS) for n in range(12)])

    for kind in KINDS:
        assert isinstance(shares_of(adverts_of(frame), kind).rows, tuple)
        assert all(isinstance(row, Share) for row in shares_of(adverts_of(frame), kind).rows)
