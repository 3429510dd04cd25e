"""Prints the tables of RESULTS.md: ``python -m benchmarks.assessment [--quick]``."""

from __future__ import annotations

import argparse
import json
import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.assessment import adaptive, adaptive_peers, calibration, live, online, skills

INSTALL = (
    "uv run --with catsim==0.21.0 --with girth==0.8.0 --with mirt==1.2.0 "
    "--with adaptivetesting==1.1.4 python -m benchmarks.assessment"
)
KEPT = Path(__file__).parent / "results.json"
WORLDS = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer people, the smallest size")
    parser.add_argument("--keep", action="store_true", help="write results.json for the pictures")
    given = parser.parse_args()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    print(f"{machine()}; with the peers: `{INSTALL}`.\n")
    results: dict[str, Any] = {}
    for name, lines in (
        ("calibration", _calibration(given.quick, results)),
        ("adaptive", _adaptive(given.quick, results)),
        ("skills", _skills(given.quick, results)),
        ("online", _online(results)),
        ("live", _live()),
    ):
        print(f"## {TITLES[name]}\n")
        for line in lines:
            print(line, flush=True)
        print()
    if given.keep:
        KEPT.write_text(json.dumps(results, indent=1), encoding="utf-8")


TITLES = {
    "calibration": "Calibration of items",
    "adaptive": "One dimension: 500 items, 1,000 people, until the standard error is 0.35",
    "skills": "Eighty skills in five areas, 800 items",
    "online": "Difficulties that follow each answer: 500 items, 20 answers a person",
    "live": "One question of the product's own bank: chosen, answered, believed",
}


def machine() -> str:
    """What this runs on."""
    model = next(
        (line.split(":")[1].strip() for line in _cpuinfo() if line.startswith("model name")), ""
    )
    return (
        f"{model or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    )


def _cpuinfo() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text().splitlines() if path.exists() else []


def _calibration(quick: bool, results: dict[str, Any]) -> Iterator[str]:
    sizes = calibration.SIZES[:1] if quick else calibration.SIZES
    rows = calibration.rows(sizes=sizes, limit=300.0)
    results["calibration"] = [asdict(row) for row in rows]
    yield from calibration.lines(rows)
    done, bare = calibration.gigaflops(sizes[min(1, len(sizes) - 1)])
    yield f"\nPasses over all nodes: {done:.0f} GFLOP per CPU second; bare products: {bare:.0f}."


def _adaptive(quick: bool, results: dict[str, Any]) -> Iterator[str]:
    people = 200 if quick else adaptive.PEOPLE
    w = adaptive.world(people=people)
    rows = [
        adaptive.ours(w, name="Seasoned"),
        adaptive.ours(w, name="Seasoned, exposure capped at a quarter", shared=True),
        *adaptive_peers.outcomes(w),
        _averaged([adaptive.world(seed, people) for seed in range(2 if quick else WORLDS)]),
    ]
    results["adaptive"] = [asdict(row) for row in rows]
    yield "| test | items | RMSE | bias | bank never used | most used item | step, µs CPU |"
    yield "|---|---|---|---|---|---|---|"
    for row in rows:
        yield (
            f"| {row.name} | {row.items:.2f} | {row.rmse:.3f} | {row.bias:+.3f} "
            f"| {row.unused:.0%} | {row.most:.0%} | {row.step_us:.0f} |"
        )


def _averaged(worlds: Sequence[adaptive.World]) -> adaptive.Outcome:
    """Ours over several banks and samples, so that the error of one sample is small."""
    found = [adaptive.ours(w, name="") for w in worlds]
    mean = {
        name: float(np.mean([getattr(one, name) for one in found]))
        for name in ("items", "bias", "unused", "most", "step_us")
    }
    rmse = float(np.sqrt(np.mean([one.rmse**2 for one in found])))
    return replace(found[0], name=f"Seasoned, mean of {len(found)} banks", rmse=rmse, **mean)


def _skills(quick: bool, results: dict[str, Any]) -> Iterator[str]:
    rows = skills.rows(people=60 if quick else skills.PEOPLE)
    results["skills"] = [asdict(row) for row in rows]
    yield "| method | answers | skill r | area r | RMSE | 90 % intervals cover | step, ms CPU |"
    yield "|---|---|---|---|---|---|---|"
    for row in rows:
        yield (
            f"| {row.name} | {row.answers} | {row.skill_r:.3f} | {row.area_r:.3f} "
            f"| {row.rmse:.3f} | {row.coverage:.1%} | {row.step_ms:.2f} |"
        )


def _online(results: dict[str, Any]) -> Iterator[str]:
    rows = list(online.rows())
    results["online"] = [asdict(row) for row in rows]
    yield "| answers an item | ours, RMSE | batch MAP | Elo | spread, ours | spread, Elo |"
    yield "|---|---|---|---|---|---|"
    for row in rows:
        yield (
            f"| {row.answers} | {row.ours:.3f} | {row.batch:.3f} | {row.elo:.3f} "
            f"| {row.spread:.2f} | {row.elo_spread:.2f} |"
        )


def _live() -> Iterator[str]:
    row = live.row()
    yield "| items | skills | ms CPU a question |"
    yield "|---|---|---|"
    yield f"| {row.items} | {row.skills} | {row.step_ms:.1f} |"


if __name__ == "__main__":
    main()
