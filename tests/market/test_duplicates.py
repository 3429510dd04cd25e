from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from seasoned.market.duplicates import (
    FEW,
    NEARLY,
    groups_of,
    jaccard,
    near_duplicates,
    nearest_known,
    runs_of,
    signature,
)
from seasoned.market.posting import Posting
from seasoned.market.reading import read_posting
from tests.skills.vocabulary import SKILLS

WORDS = [f"word{n}" for n in range(400)]
TEXTS = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=30).map(" ".join)


def text(chance: random.Random, count: int = 200) -> str:
    return " ".join(chance.choices(WORDS, k=count))


def changed(words: str, chance: random.Random, count: int) -> str:
    parts = words.split()
    for place in chance.sample(range(len(parts)), count):
        parts[place] = f"other{place}"
    return " ".join(parts)


def advert(name: str, words: str) -> Posting:
    return Posting(id=name, title="", text=words)


def by_hand(one: str, two: str) -> float:
    """Jaccard share of runs in plain Python, a second method."""

    def runs(words: list[str]) -> set[tuple[str, ...]]:
        length = min(5, len(words))
        return {tuple(words[n : n + length]) for n in range(len(words) - length + 1)} - {()}

    a, b = (runs(part.split()) for part in (one, two))
    return len(a & b) / len(a | b) if a | b else 0.0


BASE = """Data engineer
Location: {place}
Salary: {pay} EUR a year

Requirements
- Python and SQL
- You build pipelines that other teams rely on every day and that tell when they fail
- You write down what you decide, and you ask before you guess what somebody meant
Nice to have
- Kafka
We are a company of sixty people who read the sky for farmers in nine countries of the world.
Every team owns what it builds, is called when it breaks, and has a day a week to mend it.
"""


def test_advert_published_again_elsewhere_is_told_with_why() -> None:
    first, second = (
        read_posting(BASE.format(place=place, pay=pay), skills=SKILLS, id=place.lower())
        for place, pay in (("Prague", "60,000 - 70,000"), ("Brno", "50,000 - 60,000"))
    )

    (found,) = near_duplicates([first, second])

    assert (found.posting, found.other) == ("brno", "prague")
    assert found.share > 0.75
    assert found.differences == (
        "location: Brno (there: Prague)",
        "pay: 50,000 to 60,000 EUR a year (there: 60,000 to 70,000 EUR a year)",
    )
    assert found.words.startswith(
        f"{found.share * 100:.0f} % of its five-word runs stand in prague"
    )


def test_adverts_of_one_company_that_share_its_words_only_are_two() -> None:
    chance = random.Random(1)
    company = text(chance, 60)

    adverts = [advert(str(n), f"{text(chance)} {company}") for n in range(3)]

    assert near_duplicates(adverts) == ()


@given(TEXTS, TEXTS)
def test_share_agrees_with_counting_by_hand(one: str, two: str) -> None:
    assert jaccard(runs_of(one), runs_of(two)) == by_hand(one, two)
    assert jaccard(runs_of(one), runs_of(two)) == jaccard(runs_of(two), runs_of(one))


@given(TEXTS.filter(bool))
def test_same_words_are_the_same_advert_whatever_their_case_and_marks(words: str) -> None:
    (found,) = near_duplicates([advert("a", words), advert("b", words.upper().replace(" ", ", "))])

    assert (found.jaccard, found.share) == (1.0, 1.0)


@given(st.text(), st.text())
def test_nothing_breaks_it(one: str, two: str) -> None:
    pairs = near_duplicates([advert("a", one), advert("b", two)])

    assert all(NEARLY <= pair.jaccard <= 1 for pair in pairs)


@settings(max_examples=5)
@given(st.integers(0, 2**32))
def test_bands_find_what_comparing_every_pair_finds(seed: int) -> None:
    chance = random.Random(seed)
    originals = [text(chance) for _ in range(2 * FEW)]
    copies = [changed(words, chance, n % 12) for n, words in enumerate(originals[:FEW])]
    adverts = [advert(f"{n:03}", words) for n, words in enumerate((*originals, *copies))]

    found = {(pair.posting, pair.other) for pair in near_duplicates(adverts)}

    runs = [runs_of(one.text) for one in adverts]
    every = {
        (adverts[later].id, adverts[earlier].id)
        for later in range(len(adverts))
        for earlier in range(later)
        if jaccard(runs[later], runs[earlier]) >= NEARLY
    }
    assert found <= every
    assert len(every - found) <= 1  # a pair at the border meets in no band with 0.0002
    assert len(every) >= FEW // 2


def test_signature_estimates_the_share() -> None:
    chance = random.Random(7)
    words = text(chance, 400)
    one, two = runs_of(words), runs_of(changed(words, chance, 12))

    agree = float(np.mean(signature(one) == signature(two)))

    assert abs(agree - jaccard(one, two)) < 4 * 0.5 / np.sqrt(128)


def test_new_advert_is_told_by_the_nearest_one_before_it() -> None:
    chance = random.Random(3)
    words = text(chance)
    known = [advert("far", changed(words, chance, 8)), advert("near", changed(words, chance, 2))]

    found = nearest_known([advert("new", words), advert("alone", text(chance))], known)

    assert [(one.posting, one.other) for one in found] == [("new", "near")]


def test_pairs_join_into_groups() -> None:
    words = text(random.Random(4))
    adverts = [replace(advert("a", words), id=name) for name in "abcd"]
    others = [advert(name, text(random.Random(5))) for name in "xy"]

    groups = groups_of(near_duplicates([*adverts, *others]))

    assert sorted(sorted(group) for group in groups) == [list("abcd"), list("xy")]
