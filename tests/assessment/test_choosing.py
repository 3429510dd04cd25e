"""The rules of the next question, and what it is for."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from seasoned.assessment.bank import Bank, pool_of
from seasoned.assessment.choosing import Asked, Policy, exposure_barred, next_item
from seasoned.assessment.parameters import answer_on, parameters_of
from seasoned.assessment.target import (
    Quota,
    area_quotas,
    even,
    everything,
    one_area,
    one_skill,
)
from seasoned.profile.answer import Outcome
from seasoned.profile.answering import after_answer
from seasoned.profile.belief import prior_belief
from seasoned.skills.skill import Area
from tests.assessment.small import ITEMS, bank
from tests.profile.small import SKILLS

BELIEF = prior_belief(SKILLS)
BANK = bank()
POOL = pool_of(BANK, BELIEF)
ALL = everything(SKILLS)


NOTHING, PLAIN = Asked(), Policy()


def ask(belief=BELIEF, target=ALL, asked=NOTHING, policy=PLAIN, pool=POOL, seed=0):
    return next_item(pool, belief, target, asked, policy, np.random.default_rng(seed))


def walk(outcomes, target=ALL, policy=PLAIN):
    """Items asked when the answers come out so."""
    belief, asked = BELIEF, Asked()
    for outcome in outcomes:
        choice = ask(belief, target, asked, policy)
        item = ITEMS[choice.item]
        belief = after_answer(belief, answer_on(item, BANK.parameters[item.id], outcome))
        asked = asked.and_then(item.id, outcome)
    return asked, belief


def test_first_question_is_on_the_easy_side():
    assert ITEMS[ask().item].level == 1


def test_first_question_is_easy_for_this_person_not_for_all():
    strong = replace(BELIEF, mean=np.full(len(BELIEF.mean), 3.5))

    assert ITEMS[ask(strong).item].level >= 2


@pytest.mark.parametrize("outcome", [Outcome.WRONG, Outcome.UNKNOWN])
def test_after_an_answer_that_was_not_right_the_next_is_easier(outcome):
    rng = np.random.default_rng(2)
    for _ in range(20):
        said = [*rng.choice([Outcome.RIGHT, Outcome.WRONG], rng.integers(1, 8)), outcome]
        asked, belief = walk([Outcome(o) for o in said])
        last = BANK.parameters[asked.items[-1]].difficulty
        left = [BANK.parameters[n].difficulty for n in ITEMS if n not in asked.items]

        chosen = BANK.parameters[ask(belief, ALL, asked).item].difficulty

        assert chosen < last or chosen == min(left)


def test_no_item_and_no_family_comes_twice():
    kin = {n: replace(i, family="one story") if i.skill == "sql" else i for n, i in ITEMS.items()}
    pool = pool_of(Bank(items=kin, parameters=parameters_of(kin, {})), BELIEF)
    belief, asked = BELIEF, Asked()

    while choice := ask(belief, ALL, asked, pool=pool):
        asked = asked.and_then(choice.item, Outcome.RIGHT)

    assert len(set(asked.items)) == len(asked.items) == len(ITEMS) - 3
    assert sum(kin[name].skill == "sql" for name in asked.items) == 1


def test_questions_stay_on_the_target_until_it_is_used_up():
    asked, belief = walk([Outcome.RIGHT] * 12, one_area(SKILLS, Area.OPS))

    assert {SKILLS[ITEMS[name].skill].area for name in asked.items} == {Area.OPS}
    then = ask(belief, one_area(SKILLS, Area.OPS), asked)
    assert SKILLS[ITEMS[then.item].skill].area is not Area.OPS


def test_target_without_a_related_question_has_none():
    only = one_skill(SKILLS["sql"])
    asked = Asked(items=tuple(ITEMS), outcomes=(Outcome.RIGHT,) * len(ITEMS))

    assert ask(target=only, asked=asked) is None


def test_what_a_stage_asks_comes_first_and_no_skill_twice_before_all_were_asked():
    skills = dict.fromkeys(SKILLS, 1.0)
    musts = even("stage:x", "x", skills, first=("serving", "labels"))

    asked, _ = walk([Outcome.RIGHT, Outcome.WRONG, Outcome.UNKNOWN] * 3, musts)

    assert {ITEMS[name].skill for name in asked.items[:2]} == {"serving", "labels"}
    assert {ITEMS[name].skill for name in asked.items} == set(SKILLS)


def test_areas_get_their_share():
    quotas = {
        Area.DATA: Quota(fewest=4, most=4),
        Area.MODELS: Quota(fewest=2, most=9),
        Area.OPS: Quota(fewest=0, most=1),
    }

    asked, _ = walk([Outcome.RIGHT] * 10, policy=Policy(quotas=quotas, questions=10))

    areas = [SKILLS[ITEMS[name].skill].area for name in asked.items]
    assert areas.count(Area.DATA) == 4
    assert areas.count(Area.OPS) <= 1
    assert area_quotas(ALL, SKILLS, 20)[Area.DATA] == Quota(fewest=3, most=10)


def test_barred_and_stale_items_come_only_for_want_of_others():
    rest = [name for name in ITEMS if name != "sql-1"]

    chosen = {ask(policy=Policy(stale=rest, easing=False), seed=n).item for n in range(5)}
    barred = {ask(policy=Policy(barred=list(ITEMS), easing=False), seed=n).item for n in range(5)}

    assert chosen == {"sql-1"}
    assert barred <= set(ITEMS)


def test_better_known_skills_are_asked_less():
    sure = BELIEF.covariance.copy()
    column = BELIEF.column("sql")
    sure[column, :] *= 0.1
    sure[:, column] *= 0.1
    known = replace(BELIEF, covariance=sure)

    asked = {
        ITEMS[ask(known, seed=n, policy=Policy(temperature=0.05)).item].skill for n in range(30)
    }

    assert "sql" not in asked


def test_item_at_its_share_of_sittings_is_barred():
    counts = {"often": 26, "seldom": 20, "new": 0}

    assert exposure_barred(counts, 100) == {"often"}
    assert exposure_barred({"once": 1}, 1) == {"once"}
    assert exposure_barred({}, 0) == frozenset()
