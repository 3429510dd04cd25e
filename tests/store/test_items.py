"""What a team's answers teach of items: nothing lost between writers, on either engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from seasoned.assessment.learning import learned
from seasoned.assessment.parameters import Parameters
from seasoned.profile.answer import Outcome
from seasoned.store import items, sittings
from tests.assessment.test_calibrating import response
from tests.store.test_concurrency import TIMES, WRITERS, _at_once

BASE = Parameters(difficulty=1.6)
RIGHT = response(Outcome.RIGHT)


@pytest.fixture(autouse=True)
def _fresh(engine):
    from seasoned.store.tables import ItemNow

    ItemNow.objects.all().delete()


def test_hundred_answers_at_once_are_all_learned_from(engine):
    _at_once(lambda: items.learn("x", BASE, lambda now: learned(now, RIGHT)))

    now = items.learned_parameters({"x": BASE})["x"]
    assert now.responses == WRITERS * TIMES
    assert now.difficulty < BASE.difficulty
    assert now.difficulty_error < BASE.difficulty_error


def test_item_begins_anew_when_the_bank_has_new_parameters(engine):
    items.learn("x", BASE, lambda now: learned(now, RIGHT))
    calibrated = replace(BASE, difficulty=2.5, model="2pl", responses=300)

    assert items.learned_parameters({"x": calibrated}) == {}
    begun = items.learn("x", calibrated, lambda now: learned(now, RIGHT))

    assert begun.responses == 301
    assert begun.difficulty == pytest.approx(2.5, abs=0.4)


def test_on_a_team_server_answers_teach_items_and_worn_ones_rest(engine, monkeypatch):
    """The whole walk on the engine itself: PostgreSQL is a team's server, SQLite a person's own."""
    from seasoned.journeys import testing
    from seasoned.journeys.bank import my_bank
    from seasoned.journeys.workspace import my_content, my_profile
    from seasoned.store.people import ensure_person

    day, content, asked = date(2026, 11, 22), my_content(), []
    for handle in ("a", "b", "c"):
        person = ensure_person(handle)
        profile = my_profile(person)
        sitting = testing.begin(person, content, profile, at=day, questions=4, seed=1)
        table = testing.resumed(person, sitting.id, content, profile)
        while table.item is not None:
            asked.append(table.item.id)
            table = testing.answered(person, table, None, content, profile, at=day)

    shared = engine == "postgresql"
    taught = [name for name in set(asked) if my_bank().bank.parameters[name].responses]
    assert sittings.is_shared() is shared
    assert (len(set(asked)) == len(asked)) is shared
    assert set(taught) == (set(asked) if shared else set())
