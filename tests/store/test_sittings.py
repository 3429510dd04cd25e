"""Tests and answers, kept the moment they are given, on either engine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from seasoned.assessment.sitting import Ending, Mode, Response, Sitting
from seasoned.errors import UnknownId
from seasoned.profile.answer import Outcome
from seasoned.store import people, sittings
from seasoned.store.keeping import erase_person, export_person
from seasoned.store.setup import close_store

DAY = date(2026, 11, 1)
SITTING = Sitting(id="", at=DAY, target="area:ops", barred=("a", "b"), seed=9)


def response(number: int = 1, item: str = "x", sitting: str = "test-1") -> Response:
    return Response(
        sitting=sitting, number=number, item=item, at=DAY, outcome=Outcome.WRONG, given=(2.0, 0.0),
        seconds=12.5, difficulty=1.5, loadings={"sql": 1.0}, centre=1.0, spread=1.4,
    )  # fmt: skip


def test_what_was_kept_comes_back(person):
    key = sittings.add_sitting(person, SITTING)
    sittings.add_response(person, response(sitting=key), counts=True)

    ended = sittings.change_sitting(
        person, key, lambda s: replace(s, ending=Ending.LENGTH, ended=DAY)
    )

    assert (
        sittings.load_sitting(person, key)
        == ended
        == replace(SITTING, id=key, ending=Ending.LENGTH, ended=DAY)
    )
    assert sittings.list_responses(person, key) == (response(sitting=key),)
    assert sittings.open_sitting(person) is None
    with pytest.raises(UnknownId, match="did you mean"):
        sittings.load_sitting(person, key + "1")


def test_newest_open_test_is_the_one_to_go_on_with(person):
    first, second = (sittings.add_sitting(person, SITTING) for _ in range(2))
    sittings.change_sitting(person, second, lambda s: replace(s, withdrawn=True))

    assert sittings.open_sitting(person).id == first


def test_twenty_presses_of_the_button_keep_one_answer(person):
    def press(n):
        try:
            return sittings.add_response(person, response(item=f"i{n % 2}"), counts=True)
        finally:
            close_store()

    with ThreadPoolExecutor(20) as pool:
        kept = list(pool.map(press, range(20)))

    assert kept.count(True) == 1
    assert len(sittings.list_responses(person)) == 1


def test_exposure_counts_tests_of_everybody_and_no_practice(engine):
    for handle, mode in (("a", Mode.TEST), ("b", Mode.TEST), ("c", Mode.PRACTICE)):
        who = people.ensure_person(handle)
        key = sittings.add_sitting(who, replace(SITTING, mode=mode))
        answer = response(sitting=key)
        sittings.add_response(who, answer, counts=mode is not Mode.PRACTICE)

    assert sittings.exposures() == ({"x": 2}, 2)
    assert sorted({number for number, _ in sittings.all_responses()}) == [0, 1]


def test_export_holds_every_answer_and_erasure_leaves_none(person):
    key = sittings.add_sitting(person, SITTING)
    sittings.add_response(person, response(sitting=key), counts=True)

    export = export_person(person)
    erase_person(person)

    assert export["responses"][0]["body"]["item"] == "x"
    assert export["sittings"][0]["body"]["target"] == "area:ops"
    assert sittings.exposures() == ({}, 0)


KILLED = """
from seasoned.store.setup import open_store
open_store()
from seasoned.store import people, sittings
from tests.store.test_sittings import response, SITTING
who = people.ensure_person()
key = sittings.add_sitting(who, SITTING)
for number in range(1, 10**6):
    sittings.add_response(who, response(number, f"i{number}", key), counts=True)
    print(number, flush=True)
"""


def test_power_cut_loses_no_answer_that_was_given(engine):
    writer = subprocess.Popen(
        [sys.executable, "-c", KILLED], stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    )
    last = ""
    while last != "5":
        last = writer.stdout.readline().strip()
    writer.send_signal(signal.SIGKILL)
    writer.wait()

    who = people.ensure_person()
    kept = sittings.list_responses(who)
    assert [r.number for r in kept[:5]] == [1, 2, 3, 4, 5]
    assert sittings.open_sitting(who) is not None
