from __future__ import annotations

from datetime import date

import pytest

from seasoned.errors import Missing
from seasoned.store import snapshots
from seasoned.store.people import ensure_person

DAY = date(2026, 11, 22)


def test_snapshot_reads_as_it_was_saved(person):
    key = snapshots.save_snapshot(person, "plan", DAY, "abc", {"hours": 3.5, "words": "é\n"})

    found = snapshots.load_snapshot(key)

    assert (found.kind, found.at, found.fingerprint) == ("plan", DAY, "abc")
    assert found.payload == {"hours": 3.5, "words": "é\n"}


def test_old_plan_stays_readable_after_a_new_one(person):
    first = snapshots.save_snapshot(person, "plan", DAY, "abc", {"n": 1})
    snapshots.save_snapshot(person, "plan", DAY, "def", {"n": 2})

    assert snapshots.load_snapshot(first).payload == {"n": 1}
    assert snapshots.latest_snapshot(person, "plan").payload == {"n": 2}


def test_same_result_is_kept_once(person):
    first = snapshots.save_snapshot(person, "plan", DAY, "abc", {"n": 1})

    assert snapshots.save_snapshot(person, "plan", DAY, "abc", {"n": 1}) == first
    assert len(snapshots.list_snapshots(person)) == 1


def test_snapshots_are_listed_newest_first_by_kind(person):
    for n, kind in enumerate(("plan", "standing", "plan")):
        snapshots.save_snapshot(person, kind, DAY, "abc", {"n": n})

    assert [s.payload["n"] for s in snapshots.list_snapshots(person, "plan")] == [2, 0]
    assert len(snapshots.list_snapshots(person)) == 3


def test_snapshot_of_another_person_is_missing(person):
    key = snapshots.save_snapshot(person, "plan", DAY, "abc", {})

    with pytest.raises(Missing):
        snapshots.load_snapshot(key, ensure_person("other"))


def test_kind_without_snapshots_has_no_latest(person):
    assert snapshots.latest_snapshot(person, "plan") is None
