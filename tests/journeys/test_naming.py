from __future__ import annotations

import pytest

from seasoned.errors import InvalidValue, UnknownId
from seasoned.journeys.naming import expectation_words, known, rating_from, skill_named
from seasoned.skills.skill import Area, Skill, Term
from tests.journeys.world import CONTENT

SKILLS = {
    "deep-learning": Skill(
        id="deep-learning",
        name="Deep learning",
        area=Area.MODELS,
        summary="s",
        levels=("a", "b", "c", "d"),
        terms=(Term(name="PyTorch", aliases=("torch",)),),
    ),
    "r-language": Skill(
        id="r-language",
        name="R",
        area=Area.DATA,
        summary="s",
        levels=("a", "b", "c", "d"),
        terms=(Term(name="R"),),
    ),
}


@pytest.mark.parametrize(
    "typed", ["deep-learning", "Deep Learning", "deep_learning", "PYTORCH", "torch"]
)
def test_skill_is_known_by_id_name_and_terms(typed):
    assert skill_named(SKILLS, typed) == "deep-learning"


def test_unknown_skill_names_the_nearest():
    with pytest.raises(UnknownId, match="did you mean 'deep-learning'"):
        skill_named(SKILLS, "deep-lerning")


@pytest.mark.parametrize("typed", ["PyTorch=2.5", "deep learning 2.5", "torch 2,5"])
def test_rating_is_read_as_people_write_it(typed):
    assert rating_from(SKILLS, typed) == ("deep-learning", 2.5)


@pytest.mark.parametrize("typed", ["R", "=3", "R=high", "R="])
def test_rating_that_is_none_is_refused(typed):
    with pytest.raises(InvalidValue):
        rating_from(SKILLS, typed)


def test_known_id_is_itself():
    assert known("skill", "r-language", SKILLS) == "r-language"


def test_words_of_every_expectation_are_found_by_id():
    assert expectation_words(CONTENT)["junior-sql"] == "Does sql at level 2"
