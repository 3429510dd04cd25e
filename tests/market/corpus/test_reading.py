"""A corpus is the same however it is read, goes on after any stop, and never mixes two."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import polars as pl
import pytest

from seasoned.errors import InputError, InvalidValue, UnreadableDocument
from seasoned.market.corpus.parts import Failed, read_part
from seasoned.market.corpus.runners import here, processes
from tests.market.corpus.adverts import (
    advert,
    csv_file,
    json_file,
    jsonl_file,
    parquet_file,
    read,
    rows,
)


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """A folder with adverts in every plain form, 64 in all."""
    folder = tmp_path / "in"
    (folder / "pages").mkdir(parents=True)
    csv_file(folder / "a.csv", rows(25))
    jsonl_file(folder / "b.jsonl", rows(15))
    json_file(folder / "c.json", rows(12))
    parquet_file(folder / "d.parquet", rows(10))
    (folder / "pages" / "one.md").write_text(advert(90))
    (folder / "pages" / "two.html").write_text(f"<html><body><pre>{advert(91)}</pre></body></html>")
    (folder / "pages" / ".hidden.md").write_text(advert(92))
    (folder / "pages" / "notes.xyz").write_text(advert(93))
    return folder


def test_every_advert_is_one_row_in_the_order_of_the_files(inputs, tmp_path):
    corpus = read(inputs, out=tmp_path / "out.parquet")

    frame = pl.read_parquet(tmp_path / "out.parquet")
    assert (corpus.adverts, corpus.problem_count, frame.height) == (64, 0, 64)
    assert frame["source"][0] == f"{inputs}/a.csv row 1"
    assert frame["source"][63] == f"{inputs}/pages/two.html"
    assert frame["posted"][1].isoformat() == "2026-02-15"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in", "out.parquet"]


def test_runners_give_the_same_bytes(inputs, tmp_path):
    one = read(inputs, out=tmp_path / "one", runner=here)
    two = read(inputs, out=tmp_path / "two", runner=processes(2))

    parts = {f.name: f.read_bytes() for f in (tmp_path / "one").glob("*.parquet")}
    assert len(parts) == 6
    assert {f.name: f.read_bytes() for f in (tmp_path / "two").glob("*.parquet")} == parts
    assert one.digest == two.digest


def test_the_same_call_again_reads_nothing(inputs, tmp_path):
    out, folder = tmp_path / "out.parquet", tmp_path / "folder"
    first, second = read(inputs, out=out), read(inputs, out=folder)

    assert read(inputs, out=out, runner=never).digest == first.digest
    again = read(inputs, out=folder, runner=never)
    assert (again.digest, again.kept, again.parts) == (second.digest, 6, 6)


def never(parts, work):
    raise AssertionError("nothing was to be read")
    yield


def test_what_was_read_before_a_stop_is_not_read_again(inputs, tmp_path):
    read_now = []

    def stopping(parts, work):
        for number, part in enumerate(parts):
            if number == 3:
                raise KeyboardInterrupt
            yield read_part(part, work)

    def counting(parts, work):
        for part in parts:
            read_now.append(part.number)
            yield read_part(part, work)

    with pytest.raises(KeyboardInterrupt):
        read(inputs, out=tmp_path / "out.parquet", runner=stopping)
    corpus = read(inputs, out=tmp_path / "out.parquet", runner=counting)

    assert read_now == [3, 4, 5]
    assert (corpus.kept, corpus.adverts) == (3, 64)
    assert corpus.digest == read(inputs, out=tmp_path / "whole.parquet").digest


SLOW_READER = """
    import sys, time
    from seasoned.market.corpus.parts import read_part
    from tests.market.corpus.adverts import read

    def slowly(parts, work):
        for part in parts:
            yield read_part(part, work)
            print(part.number, flush=True)
            time.sleep(0.2 if part.number < 2 else 60)

    read(sys.argv[1], out=sys.argv[2], runner=slowly)
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is not a signal of Windows")
def test_a_killed_reading_goes_on(inputs, tmp_path):
    out = tmp_path / "out.parquet"
    command = [sys.executable, "-c", textwrap.dedent(SLOW_READER), str(inputs), str(out)]
    reader = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert [reader.stdout.readline() for _ in range(3)] == ["0\n", "1\n", "2\n"]
    reader.send_signal(signal.SIGKILL)
    reader.wait()
    (tmp_path / "out.parquet.parts" / ".part-000003.1.new").write_bytes(b"half a part")

    corpus = read(inputs, out=out)

    assert (corpus.kept, corpus.parts, corpus.adverts) == (3, 6, 64)
    assert corpus.digest == read(inputs, out=tmp_path / "whole.parquet").digest
    assert not (tmp_path / "out.parquet.parts").exists()


ORPHANS = """
    import sys
    from seasoned.market.corpus.runners import processes
    from tests.market.corpus.adverts import read

    if __name__ == "__main__":
        def told(progress):
            print("reading", flush=True)
        read(sys.argv[1], out=sys.argv[2], runner=processes(2), rows=2, progress=told)
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at processes in /proc")
def test_processes_end_with_the_one_that_started_them(tmp_path):
    table = csv_file(tmp_path / "a.csv", rows(3000))
    script = tmp_path / "orphans.py"
    script.write_text(textwrap.dedent(ORPHANS))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    parent = subprocess.Popen(
        [sys.executable, str(script), str(table), str(tmp_path / "out.parquet")],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert parent.stdout.readline() == "reading\n"
    children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children").read_text().split()
    assert len(children) >= 2
    parent.kill()
    parent.wait()

    deadline = time.monotonic() + 30
    while any(alive(child) for child in children) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert [child for child in children if alive(child)] == []


def alive(process: str) -> bool:
    try:
        return ") Z" not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False


def test_a_part_that_fails_is_tried_again_and_then_reported(inputs, tmp_path):
    tries = []

    def failing(parts, work):
        for part in parts:
            tries.append(part.number)
            broken = part.number == 1 or (part.number == 2 and tries.count(2) < 2)
            yield Failed(number=part.number, reason="lost") if broken else read_part(part, work)

    corpus = read(inputs, out=tmp_path / "out.parquet", runner=failing)

    assert (tries.count(1), tries.count(2), tries.count(3)) == (3, 2, 1)
    assert corpus.failed == ((f"{inputs}/a.csv rows 11 to 20", "lost"),)
    assert pl.read_parquet(tmp_path / "out.parquet").height == corpus.adverts == 54

    mended = read(inputs, out=tmp_path / "out.parquet")

    assert (mended.failed, mended.adverts, mended.kept) == ((), 64, 5)


def test_parts_of_a_process_that_dies_are_read_by_another(inputs, tmp_path):
    killed = []

    def killing(progress):
        if not killed:
            killed.extend(multiprocessing.active_children())
            for child in killed:
                child.kill()

    corpus = read(inputs, out=tmp_path / "out.parquet", runner=processes(1), progress=killing)

    assert len(killed) == 1
    assert (corpus.failed, corpus.adverts) == ((), 64)


def test_other_inputs_or_content_are_not_mixed_in(inputs, tmp_path):
    out, folder = tmp_path / "out.parquet", tmp_path / "folder"
    read(inputs, out=out)
    read(inputs, out=folder)

    with pytest.raises(InputError, match="another version of the skills or of the reader"):
        read(inputs, out=out, fingerprint="other")
    with pytest.raises(InputError, match="other settings"):
        read(inputs, out=folder, text=True)
    (inputs / "pages" / "three.md").write_text(advert(95))
    for place in (out, folder):
        with pytest.raises(InputError, match=r"read from other adverts.*--anew"):
            read(inputs, out=place)
        assert read(inputs, out=place, anew=True).adverts == 65


def test_files_of_others_are_left_alone(inputs, tmp_path):
    theirs = parquet_file(tmp_path / "theirs.parquet", rows(3))
    before = theirs.read_bytes()

    with pytest.raises(InputError, match="not written by this command"):
        read(inputs, out=theirs, anew=True)
    with pytest.raises(InputError, match="holds other files"):
        read(inputs, out=inputs)
    assert theirs.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "out", "error", "says"),
    [
        ("missing.csv", "o.parquet", UnreadableDocument, "missing.csv: is not there; check the"),
        ("empty", "o.parquet", UnreadableDocument, "holds no file that an advert comes in"),
        ("no*.csv", "o.parquet", UnreadableDocument, "holds no file that an advert comes in"),
        ("a.csv", "o.csv", InvalidValue, "must be a file that ends in .parquet, or a folder"),
        ("bare.csv", "o.parquet", UnreadableDocument, "has no column with the adverts' text"),
        ("short.csv", "o.parquet", UnreadableDocument, "holds no readable advert"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(tmp_path, name, out, error, says):
    (tmp_path / "empty").mkdir()
    csv_file(tmp_path / "a.csv", rows(2))
    csv_file(tmp_path / "bare.csv", [{"name": "x"}])
    csv_file(tmp_path / "short.csv", [{"text": "x"}])

    with pytest.raises(error, match=says):
        read(tmp_path / name, out=tmp_path / out)

    assert not (tmp_path / out).exists()


def test_a_bad_file_leaves_the_others_standing(tmp_path):
    csv_file(tmp_path / "a.csv", rows(2))
    csv_file(tmp_path / "bad.csv", [{"name": "x"}])
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4 broken")

    corpus = read(tmp_path, out=tmp_path / "out" / "c.parquet")

    assert corpus.adverts == 2
    assert sorted(Path(p.path).name for p in corpus.problems) == ["bad.csv", "scan.pdf"]


FULL_DISK = """
    import resource, sys
    from seasoned.errors import InputError
    from tests.market.corpus.adverts import read

    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), -1))
    try:
        read(sys.argv[1], out=sys.argv[2], rows=5)
    except InputError as error:
        print(error)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files as Linux does")
def test_no_room_is_one_sentence_and_what_was_read_is_kept(tmp_path):
    long = [
        {**row, "title": random.Random(n).randbytes(20_000).hex()} for n, row in enumerate(rows(5))
    ]
    table = csv_file(tmp_path / "a.csv", [*rows(5), *long])
    out = tmp_path / "out.parquet"
    script = [sys.executable, "-c", textwrap.dedent(FULL_DISK), str(table), str(out)]

    said = subprocess.run([*script, "60000"], capture_output=True, text=True, check=True).stdout

    assert said.startswith(f"No room is left for {out}.parts; free some")
    assert "1 of 2 parts are kept; the same command goes on from there." in said
    assert read(table, out=out, rows=5).kept == 1
