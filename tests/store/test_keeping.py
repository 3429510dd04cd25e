from __future__ import annotations

import base64
import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from seasoned.documents.picture import Picture
from seasoned.errors import Missing, StoreError
from seasoned.market.posting import Posting
from seasoned.profile.evidence import Evidence
from seasoned.profile.note import Note
from seasoned.store import evidence, keeping, notes, people, places, postings, snapshots
from seasoned.store.setup import close_store

SECRET = "a-most-private-sentence"
PICTURE = Picture(kind="image/png", width=1, height=1, body=b"bytes of " + SECRET.encode())
TALK = Evidence(id="talk", kind="talk", at=date(2026, 1, 1), title=SECRET)


@pytest.fixture
def full(person) -> int:
    """A person with something of every kind, edited and dropped too."""
    people.set_name(person, SECRET)
    evidence.add_evidence(person, TALK)
    evidence.drop_evidence(person, "talk")
    postings.add_posting(person, Posting(id="acme", title="MLE", text=SECRET))
    attached = notes.keep_pictures(person, [PICTURE])
    notes.add_note(person, Note(id="", at=TALK.at, topic=SECRET, pictures=attached))
    snapshots.save_snapshot(person, "plan", date(2026, 1, 1), "abc", {"words": SECRET})
    places.cache_folder().mkdir(parents=True, exist_ok=True)
    (places.cache_folder() / "picture.svg").write_text(SECRET)
    return person


on_sqlite = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
on_a_server = pytest.mark.parametrize("engine", ["postgresql"], indirect=True)


def test_export_holds_every_version_of_everything(full):
    exported = keeping.export_person(full)

    assert json.loads(json.dumps(exported)) == exported
    assert exported["schema"] == "seasoned.export/1"
    assert exported["statements"][0]["body"] == SECRET
    assert [(v["version"], v["closed"]) for v in exported["evidence"]] == [(1, False), (2, True)]
    assert [p["id"] for p in exported["postings"]] == ["acme"]
    assert exported["notes"][0]["body"]["pictures"][0]["id"] == exported["pictures"][0]["id"]
    assert base64.b64decode(exported["pictures"][0]["base64"]) == PICTURE.body
    assert exported["snapshots"][0]["payload"] == {"words": SECRET}


def test_export_leaves_others_out(full):
    people.set_name(people.ensure_person("other"), "somebody else")

    assert "somebody else" not in json.dumps(keeping.export_person(full))


def test_export_of_nobody_is_missing(engine):
    with pytest.raises(Missing):
        keeping.export_person(999)


def test_erase_removes_rows_and_caches_and_counts_them(full):
    erased = keeping.erase_person(full)

    assert erased.rows == {
        "Person": 1,
        "Statement": 1,
        "EvidenceVersion": 2,
        "PostingVersion": 1,
        "NoteVersion": 1,
        "Picture": 1,
        "Snapshot": 1,
    }
    assert people.find_person("me") is None
    assert snapshots.list_snapshots(full) == ()
    assert not places.cache_folder().exists()


def test_erase_leaves_others_alone(full):
    other = people.ensure_person("other")
    evidence.add_evidence(other, TALK)

    keeping.erase_person(full)

    assert evidence.list_evidence(other) == (TALK,)


def test_erase_says_that_backups_are_for_their_keeper(full):
    places.backups_folder().mkdir(parents=True)
    (places.backups_folder() / "old.sqlite3").write_text(SECRET)

    erased = keeping.erase_person(full)

    assert "Backups are for their keeper to purge" in erased.words
    assert [Path(path).name for path in erased.backups] == ["old.sqlite3"]


@on_sqlite
def test_erased_words_are_gone_from_the_files(full, engine):
    held = [
        path
        for path in places.home().glob("seasoned.sqlite3*")
        if SECRET.encode() in path.read_bytes()
    ]
    assert held, "the test must start with a file that holds the words"

    keeping.erase_person(full)

    assert not [
        path
        for path in places.home().glob("seasoned.sqlite3*")
        if SECRET.encode() in path.read_bytes()
    ]


def test_erase_of_nobody_is_missing(engine):
    with pytest.raises(Missing):
        keeping.erase_person(999)


@on_sqlite
def test_restore_brings_back_what_was_backed_up(full, engine, tmp_path):
    before = keeping.export_person(full)
    keeping.backup(tmp_path / "copy.sqlite3")
    keeping.erase_person(full)

    saved = keeping.restore(tmp_path / "copy.sqlite3")

    assert keeping.export_person(people.ensure_person()) == before
    assert saved is not None
    assert saved.parent == places.backups_folder()


@on_sqlite
def test_backup_is_readable_by_its_owner_alone(person, engine, tmp_path):
    path = keeping.backup(tmp_path / "copy.sqlite3")

    assert path.stat().st_mode & 0o077 == 0


@on_sqlite
def test_backup_does_not_write_over_a_file(person, engine, tmp_path):
    (tmp_path / "copy.sqlite3").write_text("mine")

    with pytest.raises(StoreError, match="exists already"):
        keeping.backup(tmp_path / "copy.sqlite3")

    assert (tmp_path / "copy.sqlite3").read_text() == "mine"


@pytest.mark.parametrize("bytes_", [b"", b"no database at all" * 100])
@on_sqlite
def test_restore_refuses_what_is_no_backup_and_keeps_everything(full, engine, tmp_path, bytes_):
    (tmp_path / "bad.sqlite3").write_bytes(bytes_)

    with pytest.raises(StoreError, match="Nothing was restored"):
        keeping.restore(tmp_path / "bad.sqlite3")

    assert people.load_profile(full).name == SECRET


@pytest.mark.parametrize("kept", [0, 100, 20_000])
@on_sqlite
def test_restore_brings_a_damaged_database_back_and_sets_the_damaged_one_aside(
    full, engine, tmp_path, kept
):
    keeping.backup(tmp_path / "copy.sqlite3")
    close_store()
    file = places.database_file()
    damaged = file.read_bytes()[:kept] + b"no database at all" * 5000
    file.write_bytes(damaged)
    for log in ("-wal", "-shm"):
        file.with_name(file.name + log).unlink(missing_ok=True)

    saved = keeping.restore(tmp_path / "copy.sqlite3")

    assert people.load_profile(full).name == SECRET
    assert saved is not None
    assert saved.read_bytes() == damaged


@on_sqlite
def test_restore_of_a_file_that_is_not_there_says_so(full, engine, tmp_path):
    with pytest.raises(StoreError, match="nowhere is not there; name another backup"):
        keeping.restore(tmp_path / "nowhere")


@on_sqlite
def test_restore_refuses_another_programs_database(full, engine, tmp_path):
    with closing(sqlite3.connect(tmp_path / "other.sqlite3")) as other:
        other.execute("CREATE TABLE songs (title TEXT)")

    with pytest.raises(StoreError, match="not a Seasoned database"):
        keeping.restore(tmp_path / "other.sqlite3")


@on_a_server
def test_backup_of_a_server_names_pg_dump(person, engine, tmp_path):
    with pytest.raises(StoreError, match="pg_dump"):
        keeping.backup(tmp_path / "copy.sqlite3")


def test_health_of_a_sound_store_is_fine(person):
    findings = keeping.health()

    assert all(finding.fine for finding in findings)
    assert {"python", "sqlite", "home", "database", "tables"} == {
        finding.name for finding in findings
    }
