from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.errors import InvalidValue
from seasoned.market.posting import Named, Posting, Requirement, Salary, Span, Strength
from seasoned.market.rarity import Shares
from seasoned.planning.constraints import Constraints, failed
from seasoned.planning.matching import match, ranked
from tests.planning.world import standing

HERE = Span(start=0, end=0, quote="")
SHARES = Shares(
    skills={"python": 0.5, "sql": 0.4, "docker": 0.3, "optics": 0.002},
    terms={"Python": 0.5, "SQL": 0.4, "Docker": 0.3, "optics": 0.002},
)
TERMS = {"python": "Python", "sql": "SQL", "docker": "Docker", "optics": "optics"}


def asks(*skills: str, strength: Strength = Strength.REQUIRED, level: float = 2.0) -> Requirement:
    return Requirement(any_of=skills, strength=strength, surfaces=(), level=level, span=HERE)


def advert(name: str, *asked: Requirement, **more) -> Posting:
    named = tuple(
        Named(term=TERMS[skill], skill=skill, strength=one.strength, span=HERE)
        for one in asked
        for skill in one.any_of
    )
    return Posting(id=name, title=name, text="", requirements=asked, named=named, **more)


def test_rare_overlap_goes_before_common_matches_and_says_why() -> None:
    # A person of a niche: selected for optics (needs, row 60).
    me = standing(python=4.0, sql=4.0, docker=4.0, optics=3.0)
    common = advert("common", asks("python"), asks("sql"), asks("docker"))
    niche = advert("niche", asks("optics"), asks("python", level=4.0), asks("sql", level=4.9))

    found = ranked(
        [match(one, me, shares=SHARES, shown=("optics", "Python")) for one in (common, niche)]
    )

    assert [one.posting for one in found] == ["niche", "common"]
    assert found[0].score < found[1].score
    assert [rare.words for rare in found[0].rare] == [
        "optics: fewer than 1 % of adverts name it, and your record does"
    ]


def test_rare_term_counts_only_when_the_record_names_it() -> None:
    niche = advert("niche", asks("optics"))

    assert match(niche, standing(optics=4.0), shares=SHARES, shown=("Python",)).rare == ()


def test_met_and_missing_are_told_apart_by_strength() -> None:
    me = standing(python=4.0, sql=0.5, docker=0.5)
    one = match(
        advert("one", asks("python"), asks("sql"), asks("docker", strength=Strength.PREFERRED)),
        me,
    )

    assert [held.skill for held in one.matched] == ["python"]
    assert [held.skill for held in one.missing_required] == ["sql"]
    assert [held.skill for held in one.missing_preferred] == ["docker"]
    assert one.words == "1 of 2 required likely met, 0 of 1 preferred"


def test_one_of_several_is_enough_and_is_named() -> None:
    one = match(advert("one", asks("sql", "python")), standing(python=4.0, sql=0.0))

    assert [held.skill for held in one.choices_met] == ["python"]
    assert one.missing_required == ()


def test_duties_and_mentions_ask_nothing() -> None:
    one = match(advert("one", asks("python", strength=Strength.DUTY)), standing(python=0.0))

    assert (one.held, one.score, one.words) == ((), 0.0, "asks nothing we can read")


@given(st.floats(0, 4), st.floats(0, 4))
def test_knowing_more_never_lowers_the_score(low: float, more: float) -> None:
    posting = advert("one", asks("python"), asks("sql", "docker"), asks("optics", level=3.0))
    less = match(posting, standing(python=low, sql=1.0, docker=1.0, optics=1.0), shares=SHARES)
    after = match(
        posting, standing(python=low + more, sql=1.0, docker=1.0, optics=1.0), shares=SHARES
    )

    assert 0 <= less.score <= after.score <= 1


def test_impossible_adverts_come_last_however_well_they_match() -> None:
    me = standing(python=4.0, sql=0.0)
    good = match(advert("good", asks("python")), me, excluded=("it is in Berlin",))
    poor = match(advert("poor", asks("sql")), me)

    assert [one.posting for one in ranked([good, poor])] == ["poor", "good"]


def test_each_failed_constraint_is_said() -> None:
    # Location as the reason, after a return to Prague (needs, row 63).
    pay = Salary(low=3_000, high=4_000, currency="EUR", period="month", span=HERE)
    posting = advert("one", location="Berlin", workplace="onsite", salary=pay, visa="not offered")
    wanted = Constraints(
        places=("Prague", "Praha"),
        workplaces=("remote", "hybrid"),
        pay_per_year=60_000,
        currency="eur",
        needs_visa=True,
    )

    assert failed(posting, wanted) == (
        "it is onsite, and you want remote or hybrid",
        "it is in Berlin, and you want Prague or Praha",
        "it pays at most 48,000 EUR a year, and you need 60,000",
        "it sponsors no visa, and you need one",
    )
    assert failed(replace(posting, location="", workplace="", salary=None, visa=""), wanted) == ()
    assert failed(advert("far", location="Lisbon", workplace="remote"), wanted) == ()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"workplaces": ("moon",)}, "one of remote, hybrid, onsite"),
        ({"pay_per_year": -1.0}, "a sum of 0 or more"),
        ({"pay_per_year": float("nan"), "currency": "EUR"}, "a sum of 0 or more"),
        ({"pay_per_year": 5.0}, "named with the pay"),
    ],
)
def test_constraints_that_make_no_sense_are_refused(given, said) -> None:
    with pytest.raises(InvalidValue, match=said):
        Constraints(**given)
