"""Twenty writers at once lose nothing, on either engine; killed writers lose nothing stored."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

from seasoned.profile.evidence import Evidence
from seasoned.store import evidence as store
from seasoned.store import people, versions
from seasoned.store.setup import close_store

WRITERS, TIMES = 20, 5
TOOL = Evidence(id="tool", kind="tool-used-by-others", at=date(2026, 1, 1), details={"users": "0"})


def _one_more_user(evidence: Evidence) -> Evidence:
    return replace(evidence, details={"users": str(int(evidence.details["users"]) + 1)})


def _at_once(work):
    def whole(_):
        try:
            return [work() for _ in range(TIMES)]
        finally:
            close_store()

    with ThreadPoolExecutor(WRITERS) as pool:
        return [result for results in pool.map(whole, range(WRITERS)) for result in results]


def test_twenty_writers_editing_one_piece_lose_no_edit(person):
    store.add_evidence(person, TOOL)

    _at_once(lambda: store.change_evidence(person, "tool", _one_more_user))

    assert store.load_evidence(person, "tool").details == {"users": "100"}
    assert len(store.evidence_history(person, "tool")) == 101


def test_twenty_writers_counting_never_get_the_same_number(person):
    numbers = _at_once(lambda: versions.next_number(person))

    assert sorted(numbers) == list(range(1, 101))


def test_twenty_writers_adding_get_ids_of_their_own(person):
    keys = _at_once(lambda: store.add_evidence(person, replace(TOOL, id="")))

    assert len(set(keys)) == len(store.list_evidence(person)) == 100


def test_twenty_writers_making_one_person_make_one(engine):
    assert len(set(_at_once(lambda: people.ensure_person("me")))) == 1


WRITER = """
from datetime import date
from seasoned.profile.evidence import Evidence
from seasoned.store.setup import open_store
from seasoned.store import evidence, people
open_store()
person = people.ensure_person()
while True:
    print(evidence.add_evidence(person, Evidence(id="", kind="talk", at=date(2026, 1, 1))), flush=True)
"""


def test_killed_writer_loses_no_stored_fact(person):
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER], stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    )
    told = [writer.stdout.readline().strip() for _ in range(30)]
    writer.send_signal(signal.SIGKILL)
    told += writer.communicate()[0].split()

    kept = [evidence.id for evidence in store.list_evidence(person)]

    assert kept[: len(told)] == told
    assert len(kept) <= len(told) + 1
