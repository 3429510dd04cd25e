"""Prints the table of RESULTS.md: ``python -m benchmarks.planning [--quick]``."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import mean
from time import process_time
from typing import Any

from benchmarks.planning import peers
from benchmarks.planning.instances import task_of
from seasoned.planning.solver.greedy import marginal_greedy, static_greedy
from seasoned.planning.solver.solving import solve
from seasoned.planning.solver.task import Task, gain_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """A family of tasks, its seeds, the seconds of our solver, and how many SCIP solves too."""

    name: str
    seeds: range
    settings: dict[str, Any]
    seconds: float = 10.0
    peer: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What came of one task; shares are of our plan's gain."""

    cpu: float
    gap: float
    static: float
    marginal: float
    gain: float
    peer: peers.Optimum | None


SETUPS = (
    Setup(name="80 actions, 26 weeks, 10 prerequisites", seeds=range(20), settings={}, peer=10),
    Setup(name="same with minimum slots", seeds=range(20), settings={"slots": True}),
    Setup(name="same with 40 prerequisites", seeds=range(20), settings={"prerequisites": 40}),
    Setup(name="3 hours a week", seeds=range(10), settings={"hours_per_week": 3.0}),
    Setup(name="40 actions, 26 weeks", seeds=range(5), settings={"jobs": 40}),
    Setup(name="80 actions, 52 weeks", seeds=range(5), settings={"weeks": 52}),
    Setup(name="160 actions, 26 weeks", seeds=range(5), settings={"jobs": 160}),
    Setup(name="320 actions, 26 weeks", seeds=range(5), settings={"jobs": 320}, seconds=20.0),
    Setup(
        name="320 actions, 52 weeks",
        seeds=range(5),
        settings={"jobs": 320, "weeks": 52},
        seconds=20.0,
    ),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="two seeds of each family")
    quick = parser.parse_args().quick
    if not peers.is_there():
        print(f"OR-Tools is not installed, so no second solver is shown; for it: {peers.INSTALL}\n")
    print("\n".join(_head()))
    for setup in SETUPS:
        rows = [_row(setup, seed) for seed in (setup.seeds[:2] if quick else setup.seeds)]
        print(_line(setup, rows), flush=True)


def _row(setup: Setup, seed: int) -> Row:
    task = task_of(seed, **setup.settings)
    began = process_time()
    found = solve(task, seconds=setup.seconds)
    cpu = process_time() - began
    return Row(
        cpu=cpu,
        gap=found.gap,
        gain=found.gain,
        static=gain_of(task, static_greedy(task).jobs) / found.gain,
        marginal=gain_of(task, marginal_greedy(task).jobs) / found.gain,
        peer=_peer(task, setup, seed),
    )


def _peer(task: Task, setup: Setup, seed: int) -> peers.Optimum | None:
    there = seed < setup.peer and peers.is_there()
    return peers.optimum_of(task, seconds=90) if there else None


def _head() -> Iterator[str]:
    yield (
        "| tasks | seeds | CPU s, mean (most) | proven gap, mean (most) | static, mean (least) "
        "| marginal, mean (least) | SCIP / ours, least to most (proven; CPU s) |"
    )
    yield "|---|---|---|---|---|---|---|"


def _line(setup: Setup, rows: Sequence[Row]) -> str:
    cpu, gap = [row.cpu for row in rows], [row.gap for row in rows]
    static, marginal = [row.static for row in rows], [row.marginal for row in rows]
    return (
        f"| {setup.name} | 0 to {len(rows) - 1} | {mean(cpu):.1f} ({max(cpu):.1f}) "
        f"| {mean(gap):.2%} ({max(gap):.2%}) | {mean(static):.3f} ({min(static):.3f}) "
        f"| {mean(marginal):.3f} ({min(marginal):.3f}) | {_peers(rows)} |"
    )


def _peers(rows: Sequence[Row]) -> str:
    shown = [(row.gain, row.peer) for row in rows if row.peer is not None]
    if not shown:
        return ""
    shares = [peer.gain / gain for gain, peer in shown]
    proven = sum(peer.proven for _, peer in shown)
    cpu = mean(peer.cpu for _, peer in shown)
    return f"{min(shares):.6f} to {max(shares):.6f} ({proven} of {len(shown)}; {cpu:.1f})"


if __name__ == "__main__":
    main()
