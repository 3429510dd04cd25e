from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from seasoned.errors import InvalidValue
from seasoned.market.posting import Posting
from seasoned.planning.constraints import Constraints
from seasoned.planning.offers import Offer, compare_offers

CRITERIA = ("people", "growth", "pay")
SCORES = st.fixed_dictionaries({name: st.integers(0, 10).map(float) for name in CRITERIA})
OFFERS = st.lists(SCORES, min_size=2, max_size=5)
WEIGHTS = st.fixed_dictionaries({name: st.integers(1, 9).map(float) for name in CRITERIA})


def offer(name: str, company: str = "", **scores: float) -> Offer:
    return Offer(id=name, company=company or name.title(), scores=scores)


FOUR = (
    offer("north", people=9, growth=8, pay=6),
    offer("south", people=8, growth=9, pay=7),
    offer("east", people=5, growth=5, pay=10),
    offer("west", people=4, growth=6, pay=5),
)
"""Four good offers, narrowed to two; people and growth decide (needs, row 62)."""


def test_two_near_offers_turn_with_a_tenth_of_a_weight_and_it_is_said() -> None:
    found = compare_offers(FOUR, {"people": 5, "growth": 3, "pay": 1.9})

    assert [one.offer.id for one in found.ranked] == ["north", "south", "east", "west"]
    assert found.leaders == ("north",)
    people = found.sensitivity[0]
    assert (people.more, people.less, people.flips) == (("north",), ("south",), True)
    assert people.turns_at == pytest.approx(4.9)
    assert people.change == pytest.approx(-0.02)
    assert people.rival == "south"
    assert people.words == (
        "people: a tenth more or less changes who leads; "
        "with its weight below 4.9 (-2 %), South leads"
    )
    assert found.words == (
        "North leads, but a tenth of the weight of people, growth, pay turns it."
    )


def test_clear_winner_stays_and_the_nearest_turn_is_named() -> None:
    found = compare_offers((FOUR[1], FOUR[2]), {"people": 3, "pay": 1})

    assert found.flips is False
    assert found.words == "South leads, and no single weight turns it by a tenth."
    assert [(one.criterion, one.turns_at) for one in found.sensitivity] == [
        ("people", pytest.approx(1.0)),
        ("pay", pytest.approx(3.0)),
    ]


def test_level_offers_are_said_to_be_level() -> None:
    found = compare_offers(
        (offer("a", people=8, pay=6), offer("b", people=6, pay=8)), {"people": 1, "pay": 1}
    )

    assert found.leaders == ("a", "b")
    assert found.words == "A and B are level; the weights do not decide."
    assert found.sensitivity[0].more == ("a",)
    assert found.sensitivity[0].less == ("b",)


def test_offer_that_fails_a_hard_constraint_is_excluded_with_the_reason() -> None:
    # Location as the reason, a return to Prague (needs, row 63).
    best = Offer(id="berlin", company="B", location="Berlin", scores={"people": 10.0})
    home = Offer(id="prague", company="P", posting="p1", scores={"people": 3.0})
    advert = Posting(id="p1", title="", text="", location="Praha")

    found = compare_offers(
        (best, home),
        {"people": 1},
        constraints=Constraints(places=("Prague", "Praha")),
        postings={"p1": advert},
    )

    assert found.leaders == ("prague",)
    assert found.ranked[1].offer.id == "berlin"
    assert found.ranked[1].excluded == ("it is in Berlin, and you want Prague or Praha",)
    assert found.sensitivity == ()


def test_nothing_possible_leads_nowhere() -> None:
    found = compare_offers(
        [Offer(id="a", company="A", location="Rome")],
        {"people": 1},
        constraints=Constraints(places=("Prague",)),
    )

    assert (found.leaders, found.words) == (
        (),
        "No offer is possible under your hard constraints.",
    )


def test_missing_score_widens_the_total_and_is_named() -> None:
    one = compare_offers([offer("a", people=8)], {"people": 3, "pay": 1}).ranked[0]

    assert (one.low, one.total, one.high) == (6.0, 7.25, 8.5)
    assert one.missing == ("pay",)


@given(OFFERS, WEIGHTS)
def test_totals_add_up_and_only_proportions_of_weights_matter(scores, weights) -> None:
    offers = [Offer(id=f"o{n}", company="C", scores=s) for n, s in enumerate(scores)]

    once = compare_offers(offers, weights)
    thrice = compare_offers(offers, {name: 3 * w for name, w in weights.items()})

    assert [one.offer.id for one in once.ranked] == [one.offer.id for one in thrice.ranked]
    for one in once.ranked:
        assert sum(one.parts.values()) == pytest.approx(one.total)
        assert one.low <= one.total <= one.high


@given(OFFERS, WEIGHTS)
def test_turns_agree_with_comparing_again(scores, weights) -> None:
    offers = [Offer(id=f"o{n}", company="C", scores=s) for n, s in enumerate(scores)]
    found = compare_offers(offers, weights)
    assume(len(found.leaders) == 1)

    for one in found.sensitivity:
        for factor, said in ((1.1, one.more), (0.9, one.less)):
            tried = {**weights, one.criterion: weights[one.criterion] * factor}
            assert compare_offers(offers, tried).leaders == said
        if one.turns_at is None:
            continue
        nearer = weights[one.criterion] + 0.999 * (one.turns_at - weights[one.criterion])
        farther = weights[one.criterion] + 1.001 * (one.turns_at - weights[one.criterion])
        before = compare_offers(offers, {**weights, one.criterion: nearer}).leaders
        after = compare_offers(offers, {**weights, one.criterion: farther}).leaders
        assert before == found.leaders
        assert found.leaders[0] not in after


@given(OFFERS, WEIGHTS)
def test_more_of_anything_never_lowers_a_total(scores, weights) -> None:
    offers = [Offer(id=f"o{n}", company="C", scores=s) for n, s in enumerate(scores)]
    better = Offer(
        id="o0", company="C", scores={name: min(10.0, s + 1) for name, s in scores[0].items()}
    )

    def total(held):
        return next(r.total for r in compare_offers(held, weights).ranked if r.offer.id == "o0")

    assert total([better, *offers[1:]]) >= total(offers)


@pytest.mark.parametrize(
    "weights", [{}, {"people": 0.0}, {"people": -1.0}, {"people": float("nan")}]
)
def test_weights_without_sense_are_refused(weights) -> None:
    with pytest.raises(InvalidValue):
        compare_offers(FOUR, weights)


@pytest.mark.parametrize(
    "fields",
    [
        {"company": " "},
        {"workplace": "moon"},
        {"pay": -1.0},
        {"pay": 5.0},
        {"period": "century"},
        {"scores": {"people": 11.0}},
        {"scores": {"people": float("nan")}},
    ],
)
def test_offers_without_sense_are_refused(fields) -> None:
    with pytest.raises(InvalidValue):
        Offer(**{"id": "a", "company": "A", **fields})
