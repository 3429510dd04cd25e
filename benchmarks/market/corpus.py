"""Reads synthetic corpora of growing size: speed, memory, and what a kill costs.

Run: python -m benchmarks.market.corpus [SIZE...]       (writes benchmarks/market/CORPUS.md)

Variants of our own sample adverts: lines shuffled inside their sections, names exchanged, years,
pay, place and date altered, by a fixed seed. They are fast and slow to read as the samples are
(about 1,200 characters), which is shorter than adverts in the wild; see ``docs/explanation/
large-corpora.md`` for what follows from it.
"""

from __future__ import annotations

import csv
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from seasoned.samples import SAMPLES

HERE = Path(__file__).parent
SIZES = (10_000, 100_000)
COMPARED = 4_000
SEED = 20261127
SWAPS = (
    ("Python", "Java", "Scala", "Rust"),
    ("PyTorch", "TensorFlow", "JAX"),
    ("AWS", "Azure", "GCP"),
    ("SQL", "Spark", "dbt"),
    ("Kubernetes", "Docker", "Terraform"),
    ("Airflow", "Dagster", "Kafka"),
)


def variants(count: int, seed: int = SEED) -> Iterator[dict[str, str]]:
    """Adverts, no two alike, always the same ones."""
    rng = random.Random(seed)
    texts = [path.read_text(encoding="utf-8") for path in sorted((SAMPLES / "postings").iterdir())]
    for number in range(count):
        month = rng.randrange(24)
        yield {
            "title": f"Engineer {number}",
            "description": varied(rng.choice(texts), rng, number),
            "company": f"Firm {rng.randrange(5000)}",
            "posted": f"{2025 + month // 12}-{1 + month % 12:02d}-{1 + rng.randrange(28):02d}",
        }


def varied(text: str, rng: random.Random, number: int) -> str:
    """A text with its bullets shuffled where they stand together, and names and numbers altered."""
    lines = text.split("\n")
    start = 0
    for end in range(len(lines) + 1):
        if end == len(lines) or not lines[end].startswith("-"):
            block = lines[start:end]
            rng.shuffle(block)
            lines[start:end] = block
            start = end + 1
    text = "\n".join(lines)
    for names in SWAPS:
        for name in names:
            if name in text:
                text = text.replace(name, rng.choice(names))
                break
    shift = rng.randrange(-9, 10)
    text = re.sub(r"\b(\d\d)(?=[,.]000)", lambda m: str(max(20, int(m[1]) + shift)), text)
    text = re.sub(r"\b[2-8](?=\+? years)", lambda _: str(rng.randrange(1, 9)), text)
    return f"{text}\nReference {number:08d}.\n"


def write_table(path: Path, count: int) -> None:
    """Variants as CSV, written as they are made."""
    with path.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, ["title", "description", "company", "posted"])
        writer.writeheader()
        writer.writerows(variants(count))


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One reading: how long, the most memory of all its processes together, what it said."""

    seconds: float
    peak_mb: float
    said: dict[str, object]


class Memory(threading.Thread):
    """The most memory that a process and its children held together, shared pages counted once."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process, self.peak, self.over = process, 0.0, threading.Event()

    def run(self) -> None:
        while not self.over.wait(0.3):
            self.peak = max(self.peak, sum(pss(one) for one in family(self.process)))


def family(process: int) -> list[int]:
    """A process and all below it."""
    try:
        below = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []
    return [process, *(one for child in below for one in family(int(child)))]


def pss(process: int) -> float:
    """Megabytes of a process, each shared page divided among those that share it."""
    try:
        rolled = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    found = re.search(r"^Pss:\s+(\d+)", rolled, re.M)
    return int(found[1]) / 1024 if found else 0.0


def reading(table: Path, out: Path, home: Path, *more: str) -> subprocess.Popen[str]:
    """The command itself, started."""
    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "seasoned",
            "market",
            "read",
            str(table),
            "--out",
            str(out),
            "--at",
            "2026-11-27",
            "--json",
            *more,
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "SEASONED_HOME": str(home)},
    )


def read(table: Path, out: Path, home: Path, *more: str) -> Run:
    """Read to the end."""
    begun = time.perf_counter()
    process = reading(table, out, home, *more)
    memory = Memory(process.pid)
    memory.start()
    told, _ = process.communicate()
    memory.over.set()
    if process.returncode:
        raise SystemExit(f"reading failed with {process.returncode}")
    return Run(seconds=time.perf_counter() - begun, peak_mb=memory.peak, said=json.loads(told))


def killed(table: Path, out: Path, home: Path, after: float) -> tuple[float, Run]:
    """Kill after so many seconds, then read to the end: seconds before the kill, and the rest."""
    begun = time.perf_counter()
    process = reading(table, out, home)
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait()
    before = time.perf_counter() - begun
    time.sleep(1.5)  # its processes notice, and end
    return before, read(table, out, home)


def orchestrations(table: Path, folder: Path) -> list[tuple[str, float]]:
    """Adverts a second by each way of getting the same parts read."""
    import polars as pl

    from seasoned.journeys.content import load_content
    from seasoned.market.corpus.columns import frame_of, schema
    from seasoned.market.corpus.parts import Work, _row, parts_of
    from seasoned.market.corpus.records import Row
    from seasoned.market.corpus.runners import here, processes
    from seasoned.skills.finding import finder_for

    content = load_content()
    finder_for(content.skills)
    parts = list(parts_of([str(table)], 500))
    ways: list[tuple[str, float]] = []

    def timed(name: str, run: object) -> None:
        begun = time.perf_counter()
        run()  # type: ignore[operator]
        ways.append((name, COMPARED / (time.perf_counter() - begun)))

    def work(name: str) -> Work:
        return Work(skills=content.skills, folder=str(folder / name), key=name * 4)

    def columns(batch: pl.DataFrame) -> pl.DataFrame:
        rows = (Row(record, 0) for record in batch.iter_rows(named=True))
        found = (_row(str(table), 1, row.record, work("polars")) for row in rows)
        return frame_of(found)  # type: ignore[arg-type]

    def expressions() -> None:
        pl.scan_csv(table).map_batches(columns, schema=schema(), streamable=True).sink_parquet(
            folder / "expressions.parquet"
        )

    timed("one process", lambda: list(here(parts, work("here"))))
    timed("two processes, their start included", lambda: list(processes(2)(parts, work("two!"))))
    timed("Polars expressions that call the reader, streaming", expressions)
    try:
        from seasoned.market.corpus.on_ray import on_ray

        timed(
            "Ray on this machine, its start included", lambda: list(on_ray()(parts, work("ray!")))
        )
        import ray

        ray.shutdown()
    except Exception as error:
        print(f"Ray not run: {error}", file=sys.stderr)
    return ways


def main(sizes: tuple[int, ...]) -> None:
    """Measure, print and write the page."""
    lines = ["# Large corpora", ""]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home = folder / "home"
        rows = []
        for size in sizes:
            table = folder / f"{size}.csv"
            write_table(table, size)
            run = read(table, folder / f"{size}.parquet", home)
            rows.append((size, table.stat().st_size / 1e6, run))
            print(size, run, file=sys.stderr)
        whole = rows[-1]
        before, rest = killed(
            folder / f"{sizes[-1]}.csv", folder / "killed.parquet", home, whole[2].seconds / 2
        )
        assert rest.said["digest"] == whole[2].said["digest"], "a resumed corpus is another one"
        table = folder / "compared.csv"
        write_table(table, COMPARED)
        lines += page(rows, before, rest, orchestrations(table, folder))
    text = "\n".join(lines) + "\n"
    print(text)
    (HERE / "CORPUS.md").write_text(text, encoding="utf-8")


def page(
    rows: list[tuple[int, float, Run]], before: float, rest: Run, ways: list[tuple[str, float]]
) -> list[str]:
    """What was measured, in words and tables."""
    size, _, whole = rows[-1]
    lost = before + rest.seconds - whole.seconds
    cores = len(os.sched_getaffinity(0))
    load = os.getloadavg()[1]
    return [
        f"`python -m benchmarks.market.corpus`; {cores} cores, load {load:.1f} over five minutes.",
        "Variants of the ten sample adverts, about 1,200 characters each, as one CSV.",
        "",
        "| adverts | MB | seconds | adverts/s | most memory of all processes, MB |",
        "|---|---|---|---|---|",
        *(
            f"| {n:,} | {mb:,.0f} | {run.seconds:,.0f} | {n / run.seconds:,.0f} | {run.peak_mb:,.0f} |"
            for n, mb, run in rows
        ),
        "",
        f"Killed with SIGKILL after {before:,.0f} s of {size:,} adverts and started again: "
        f"{rest.said['kept']} of {rest.said['parts']} parts were kept, the rest took "
        f"{rest.seconds:,.0f} s; {lost:+,.0f} s against the reading that was left in peace. "
        "The contents have the same digest.",
        "",
        f"| {COMPARED:,} adverts by | adverts/s |",
        "|---|---|",
        *(f"| {name} | {speed:,.0f} |" for name, speed in ways),
    ]


if __name__ == "__main__":
    main(tuple(int(one) for one in sys.argv[1:]) or SIZES)
