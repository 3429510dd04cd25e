"""A test from its first question to the standing, through the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from seasoned.assessment.confirming import Confirmed
from seasoned.assessment.item import ItemKind
from seasoned.assessment.sitting import Ending, Mode
from seasoned.cli.beginnings import beginning
from seasoned.errors import InputError, InvalidValue, TooSoon, UnknownId
from seasoned.journeys import tested, testing
from seasoned.journeys.bank import load_bank
from seasoned.journeys.results import area_changes, moved_skills, self_beside, skill_changes
from seasoned.journeys.workspace import my_content, my_next_step, my_profile, rate
from seasoned.profile.answer import Outcome

DAY = date(2026, 11, 22)


@pytest.fixture
def person(home) -> int:
    from seasoned.store.people import ensure_person
    from seasoned.store.setup import open_store

    open_store()
    return ensure_person()


def key_of(item):
    return item.answer if item.kind is ItemKind.NUMBER else item.key


def miss(item):
    """An answer that is not the key."""
    if item.kind is ItemKind.NUMBER:
        return item.answer + 100 + item.tolerance * 9
    if item.kind is ItemKind.ORDER:
        return tuple(reversed(range(len(item.options))))
    return (next(n for n, option in enumerate(item.options) if not option.right),)


def begin(person, *, at=DAY, **wanted):
    content, profile = my_content(), my_profile(person)
    sitting = testing.begin(person, content, profile, at=at, seed=3, **wanted)
    return testing.resumed(person, sitting.id, content, profile)


def give(person, table, given, *, at=DAY, seconds=30.0):
    return testing.answered(
        person, table, given, my_content(), my_profile(person), at=at, seconds=seconds
    )


def finish(person, *, answer=key_of, at=DAY, **wanted):
    table = begin(person, at=at, **wanted)
    while table.item is not None:
        table = give(person, table, answer(table.item), at=at)
    return table


def test_right_answers_lift_and_narrow_and_the_standing_follows(person):
    before = my_next_step(person, at=DAY, with_plan=False, keep=False).standing

    table = finish(person, questions=8)

    after = my_next_step(person, at=DAY, with_plan=False, keep=False).standing
    assert table.sitting.ending is Ending.LENGTH
    assert after.overall.level > before.overall.level + 0.5
    assert after.overall.error < before.overall.error
    for skill, (_, believed) in moved_skills(table.before, table.belief, table.responses).items():
        assert after.skills[skill].level == pytest.approx(believed.level, abs=1e-6)
        assert after.skills[skill].error == pytest.approx(believed.error, abs=1e-6)
    assert {move.evidence for move in after.moves} == {table.sitting.id}


def test_every_answer_is_there_after_the_power_went(person):
    table = begin(person, questions=6)
    for _ in range(3):
        table = give(person, table, key_of(table.item))

    again = testing.resumed(person, table.sitting.id, my_content(), my_profile(person))

    assert again.responses == table.responses
    assert again.item == table.item
    assert again.estimate.level == pytest.approx(table.estimate.level)


def test_answer_sent_twice_counts_once(person):
    table = begin(person, questions=6)
    first = give(person, table, key_of(table.item))

    twice = give(person, table, miss(table.item))

    assert [r.outcome for r in twice.responses] == [Outcome.RIGHT]
    assert twice.item == first.item


def test_answer_that_cannot_be_taken_stores_nothing(person):
    table = begin(person, questions=6)

    with pytest.raises(InvalidValue):
        give(person, table, (77,))

    assert testing.reviewed(person, table.sitting.id) == ()


def test_practice_moves_nothing(person):
    before = my_next_step(person, at=DAY, with_plan=False, keep=False).standing

    finish(person, questions=4, mode=Mode.PRACTICE)

    after = my_next_step(person, at=DAY, with_plan=False, keep=False).standing
    assert after.skills == before.skills


def test_test_taken_back_counts_no_more_until_it_is_put_back(person):
    table = finish(person, questions=5)
    counted = my_profile(person).evidence

    testing.withdrawn(person, table.sitting.id)
    gone = my_profile(person).evidence
    testing.withdrawn(person, table.sitting.id, back=True)

    assert [e.kind for e in counted] == ["test-answer"]
    assert gone == ()
    assert my_profile(person).evidence == counted


def test_precision_time_and_request_end_a_test(person):
    precise = finish(person, target="skill:sql", target_error=1.1, questions=20)
    timed = finish(person, target="area:ops", minutes=1.0, questions=20)
    table = begin(person, target="area:data")
    testing.ended(person, table.sitting.id, at=DAY)

    assert precise.sitting.ending is Ending.PRECISION
    assert precise.estimate.error <= 1.1
    assert timed.sitting.ending is Ending.TIME
    assert len(timed.responses) == 2
    stopped = testing.resumed(person, table.sitting.id, my_content(), my_profile(person))
    assert (stopped.sitting.ending, stopped.item) == (Ending.REQUEST, None)


def test_verdict_that_no_question_can_change_ends_the_test(person):
    """Somebody who misses everything easy is not going to be shown seasoned by one more answer."""
    table = finish(person, target="stage:seasoned", answer=lambda item: None, questions=60)

    assert table.sitting.ending is Ending.VERDICT
    assert len(table.responses) < 60


def test_same_target_waits_two_weeks_and_another_does_not(person):
    finish(person, target="area:ops", questions=5)

    with pytest.raises(TooSoon, match="2026-12-06"):
        begin(person, target="area:ops", at=DAY + timedelta(days=3))

    begin(person, target="area:data", at=DAY + timedelta(days=3))
    begin(person, target="area:ops", at=DAY + timedelta(days=14))
    begin(person, target="area:ops", at=DAY, mode=Mode.PRACTICE)


def test_retest_asks_fresh_questions_first(person):
    first = finish(person, target="area:ops", questions=10)

    later = finish(person, target="area:ops", questions=10, at=DAY + timedelta(days=30))

    assert {r.item for r in first.responses}.isdisjoint(r.item for r in later.responses)


def test_of_two_answers_to_one_question_the_newer_counts(person):
    target = "skill:load-testing"
    finish(person, target=target, questions=8, answer=lambda item: None)
    later = finish(person, target=target, questions=8, at=DAY + timedelta(days=30))
    again = {r.item for r in later.responses}

    pieces = my_profile(person).evidence

    told = [answer.item for piece in pieces for answer in piece.answers]
    assert len(told) == len(set(told))
    assert again <= {answer.item for answer in pieces[-1].answers}


def test_confirmation_asks_five_to_eight_fresh_questions_and_says_what_they_tell(person):
    first = finish(person, questions=15)

    sitting = testing.begin_confirmation(person, first.sitting.id, at=DAY, seed=1)
    table = testing.resumed(person, sitting.id, my_content(), my_profile(person))
    assert testing.confirmation(table, my_content()) is None
    while table.item is not None:
        table = give(person, table, key_of(table.item))

    assert 5 <= len(table.responses) <= 8
    assert {r.item for r in table.responses}.isdisjoint(r.item for r in first.responses)
    assert testing.confirmation(table, my_content()) is not Confirmed.NOT_CONFIRMED
    with pytest.raises(InputError, match="cannot be confirmed"):
        testing.begin_confirmation(person, table.sitting.id, at=DAY)


def test_result_tells_areas_skills_and_ones_own_view(person):
    rate(person, {"sql": 4.0}, at=DAY)
    table = finish(person, target="skill:sql", answer=miss, questions=5)
    content, profile = my_content(), my_profile(person)

    areas, skills = area_changes(table, content), skill_changes(table, content)
    (view,) = self_beside(table, content, profile)

    assert areas[0].id == "data"
    assert skills[0].id == "sql"
    assert skills[0].after.level < skills[0].before.level
    assert view.self_rated == 4.0
    assert view.measured.level < 2
    assert "You place SQL at 4" in view.words


@pytest.mark.parametrize(
    "target", ["everything", "area:opps", "stage:juniorr", "skill:sqll", "posting:x", "area:", ""]
)
def test_target_that_there_is_not_is_named(person, target):
    with pytest.raises((UnknownId, InvalidValue)):
        begin(person, target=target)


@pytest.mark.parametrize(
    "wanted", [{"questions": 0}, {"questions": 99}, {"target_error": -1}, {"minutes": 1e9}]
)
def test_length_that_makes_no_sense_is_refused(person, wanted):
    with pytest.raises(InvalidValue):
        begin(person, **wanted)


def test_name_changes_no_question_and_no_number(person):
    from seasoned.store.people import ensure_person, set_name

    set_name(person, "Maria Rossi, she/her")
    other = ensure_person("other")
    set_name(other, "John Smith, he/him")

    one, two = (finish(who, questions=6, answer=lambda item: None) for who in (person, other))

    assert [r.item for r in one.responses] == [r.item for r in two.responses]
    assert one.estimate == two.estimate


def test_novice_meets_each_of_the_four_basics_and_missing_one_opens_its_gap(person):
    basics = {"learning-curves", "loss-functions", "model-architectures", "open-models"}

    table = finish(person, target="stage:novice", answer=miss)

    items = load_bank().bank.items
    assert basics <= {items[r.item].skill for r in table.responses}
    found = my_next_step(person, at=DAY, stage="novice", with_plan=False, keep=False)
    assert "learning-curves" in {gap.skill for gap in found.gaps}


def test_broken_question_leaves_the_others_standing(person, home):
    folder = home / "content" / "items"
    folder.mkdir(parents=True)
    (folder / "torn.toml").write_text("skill = ")
    (folder / "odd.toml").write_text('skill = "sql"\n')

    stock = load_bank(home / "content")
    table = begin(person)

    assert {Path(problem.path).stem for problem in stock.problems} == {"torn", "odd"}
    assert len(stock.bank.items) == len(load_bank().bank.items)
    assert table.item is not None


def test_answer_to_a_question_that_is_gone_still_counts(person, monkeypatch):
    finish(person, target="skill:sql", questions=4)
    before = my_next_step(person, at=DAY, with_plan=False, keep=False).standing.skills["sql"]
    stock = load_bank()
    items = {n: i for n, i in stock.bank.items.items() if i.skill != "sql"}
    bank = replace(stock.bank, items=items)
    monkeypatch.setattr(tested, "my_bank", lambda: replace(stock, bank=bank))

    after = my_next_step(person, at=DAY, with_plan=False, keep=False).standing.skills["sql"]

    assert after == before


def test_answer_on_two_skills_that_became_one_keeps_its_whole_weight(person):
    content, stock = my_content(), load_bank()
    (sat,) = finish(person, target="skill:sql", questions=1).responses
    response = replace(sat, item="gone", loadings={"old-one": 0.65, "old-two": 0.35})
    sql = replace(content.skills["sql"], formerly=("old-one", "old-two"))
    now = replace(content, skills={**content.skills, "sql": sql})

    assert tested.answer_from(response, stock.bank, now).loadings == {"sql": pytest.approx(1.0)}


def test_test_on_a_skill_that_is_gone_can_still_be_seen(person):
    table = finish(person, target="area:data", questions=4)
    gone = next(iter(table.responses[0].loadings))
    content = my_content()
    skills = {name: skill for name, skill in content.skills.items() if name != gone}

    now = replace(content, skills=skills)
    again = testing.resumed(person, table.sitting.id, now, my_profile(person))

    assert len(again.path) == 5
    assert gone not in again.belief.skills


def test_test_on_one_skill_asks_about_it_alone_and_ends_when_nothing_is_left(person):
    items = load_bank().bank.items
    there = sum(item.skill == "sql" for item in items.values())

    table = finish(person, target="skill:sql", questions=20)
    usual = begin(person, target="skill:sql", mode=Mode.PRACTICE)

    assert {items[r.item].skill for r in table.responses} == {"sql"}
    assert table.sitting.ending is Ending.EXHAUSTED
    assert usual.sitting.questions == there


def test_retest_on_one_skill_asks_about_it_again(person):
    items = load_bank().bank.items
    finish(person, target="skill:sql")

    again = finish(person, target="skill:sql", at=DAY + timedelta(days=20))

    assert {items[r.item].skill for r in again.responses} == {"sql"}


def test_short_test_stands_in_the_way_of_its_repetition_too(person):
    finish(person, target="skill:sql", questions=2)

    with pytest.raises(TooSoon):
        begin(person, target="skill:sql")


def test_skill_without_a_question_is_told_so(person, home):
    folder = home / "content" / "skills"
    folder.mkdir(parents=True)
    (folder / "tea.toml").write_text(beginning("skill", "tea"))

    with pytest.raises(InputError, match="no question on Tea"):
        begin(person, target="skill:tea")
