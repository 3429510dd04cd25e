"""Answers move the one belief, by the laws a test must keep."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.errors import InvalidValue, UnknownId
from seasoned.profile.answer import Answer, Outcome
from seasoned.profile.answering import after_answer
from seasoned.profile.belief import prior_belief
from seasoned.profile.evidence import Evidence
from seasoned.profile.observing import self_rating
from seasoned.profile.standing_from import standing_from
from tests.profile.small import AT, KINDS, SKILLS, kind

TESTED = {**KINDS, "test-answer": kind("test-answer", 2.0)}


def answer(outcome: Outcome = Outcome.RIGHT, skill: str = "sql", **more) -> Answer:
    return Answer(
        **{
            "item": "x",
            "loadings": {skill: 1.0},
            "outcome": outcome,
            "difficulty": 2.0,
            "chance": 0.25,
            **more,
        }
    )


def sitting(*answers: Answer) -> Evidence:
    return Evidence(id="test-1", kind="test-answer", at=AT, answers=answers)


@given(st.lists(st.sampled_from(list(Outcome)), min_size=1, max_size=6), st.integers(0, 5))
def test_one_more_right_answer_never_lowers_any_level(outcomes, place):
    place %= len(outcomes)
    better = [*outcomes[:place], Outcome.RIGHT, *outcomes[place + 1 :]]

    def levels(said):
        evidence = [sitting(*(answer(o, difficulty=1.0 + n / 2) for n, o in enumerate(said)))]
        return standing_from(SKILLS, TESTED, evidence, at=AT).skills

    low, high = levels(outcomes), levels(better)
    assert all(high[skill].level >= low[skill].level - 1e-9 for skill in SKILLS)


def test_answer_moves_its_skill_most_its_area_less_and_others_least():
    before = prior_belief(SKILLS)
    after = after_answer(before, answer())

    moved = {s: after.estimate(s).level - before.estimate(s).level for s in SKILLS}

    assert moved["sql"] > moved["quality"] > moved["training"] > 0


def test_doubt_about_the_difficulty_leaves_a_wider_range():
    prior = prior_belief(SKILLS)

    known, doubted = (
        after_answer(prior, answer(difficulty_error=error, chance=0.0)).estimate("sql")
        for error in (0.0, 1.2)
    )

    assert known.error < doubted.error < prior.estimate("sql").error
    assert doubted.level < known.level


def test_item_on_two_skills_moves_both():
    after = after_answer(prior_belief(SKILLS), answer(loadings={"sql": 0.65, "serving": 0.35}))

    assert after.estimate("sql").level > after.estimate("serving").level > 1.0


def test_standing_names_the_test_as_one_piece_and_says_how_far_it_moved():
    evidence = [sitting(answer(), answer(Outcome.UNKNOWN, "alerts"))]

    standing = standing_from(SKILLS, TESTED, evidence, at=AT)

    assert {(m.evidence, m.skill) for m in standing.moves} == {
        (evidence[0].id, "sql"),
        (evidence[0].id, "alerts"),
    }
    assert standing.skills["sql"].pieces == 1
    assert standing.skills["sql"].level > standing.skills["alerts"].level


def test_generous_ratings_cannot_lift_what_a_test_measured():
    """The lean of a person's ratings is estimated: where all are tested, it is found and taken out."""
    wrong = [answer(Outcome.WRONG, s, difficulty=d) for s in SKILLS for d in (0.8, 1.5, 2.2)]
    ratings = [self_rating(skill, 4, AT) for skill in SKILLS]
    kinds = {**TESTED, "self-rating": kind("self-rating", 1.1, self_report=True)}

    alone = standing_from(SKILLS, kinds, [sitting(*wrong)], at=AT)
    both = standing_from(SKILLS, kinds, [sitting(*wrong), *ratings], at=AT)

    naive = {**kinds, "self-rating": replace(kinds["self-rating"], self_report=False)}
    lifted = standing_from(SKILLS, naive, [sitting(*wrong), *ratings], at=AT)
    assert both.bias.level > 1
    assert both.overall.level - alone.overall.level < 0.55 * (
        lifted.overall.level - alone.overall.level
    )


def test_answer_that_makes_no_sense_cannot_exist():
    for wrong in (
        {"loadings": {}},
        {"loadings": {"sql": 1.5}},
        {"discrimination": 0.0},
        {"difficulty_error": -1.0},
        {"chance": 1.0},
    ):
        with pytest.raises(InvalidValue):
            answer(**wrong)
    with pytest.raises(UnknownId):
        after_answer(prior_belief(SKILLS), answer(skill="sqll"))
