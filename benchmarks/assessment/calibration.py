"""Item calibration beside its peers, in one run: ``python -m benchmarks.assessment.calibration``.

Each tool calibrates the same answers in a process of its own, with one BLAS thread and a limit on
the clock; a tool that is not installed is left out, and one that is not done says so. CPU seconds
are those of calibrating alone, without imports and data. *Short* is by how much the log-likelihood
of the estimates, on 201 nodes in double precision, lies below the best one found.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.numerics.calibration import dense, sparse
from seasoned.numerics.calibration.nodes import nodes_of

INSTALL = (
    "uv run --with girth==0.8.0 --with mirt==1.2.0 python -m benchmarks.assessment.calibration"
)
"""With the peers from PyPI; R's mirt is run too if Rscript finds it."""

Floats = npt.NDArray[np.floating[Any]]
Estimates = tuple[Floats, Floats]


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Answers to simulate: ability normal, slopes exp(N(0, .3)), difficulties normal."""

    people: int
    items: int
    each: int = 0

    def __str__(self) -> str:
        each = f", {self.each} answers each" if self.each else ""
        return f"{self.people:,} x {self.items:,}{each}"


SIZES = (
    Size(people=10_000, items=100),
    Size(people=100_000, items=200),
    Size(people=100_000, items=20_000, each=30),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What came of one tool at one size; NaN where it was not done, and the note says why."""

    size: str
    tool: str
    cpu: float = np.nan
    wall: float = np.nan
    megabytes: float = np.nan
    loglik: float = np.nan
    slope_miss: float = np.nan
    difficulty_miss: float = np.nan
    correlation: float = np.nan
    note: str = ""


def rows(*, sizes: tuple[Size, ...] = SIZES, limit: float = 300.0) -> list[Row]:
    """Every tool that is there at every size it takes, each stopped after ``limit`` seconds."""
    return [
        _row(number, name, limit)
        for number, size in enumerate(SIZES)
        if size in sizes
        for name, tool in TOOLS.items()
        if tool.is_there() and bool(size.each) == tool.sparse
    ]


# Data


def answers_of(size: Size) -> tuple[npt.NDArray[np.int8], Floats, Floats]:
    """Complete answers, (people, items), and the true slopes and difficulties."""
    rng = np.random.default_rng(0)
    ability = rng.normal(size=size.people).astype(np.float32)
    slope, difficulty = np.exp(rng.normal(0, 0.3, size.items)), rng.normal(size=size.items)
    answers = np.empty((size.people, size.items), dtype=np.int8)
    for start in range(0, size.people, 4_096):
        block = slice(start, start + 4_096)
        logit = (slope * (ability[block, None] - difficulty)).astype(np.float32)
        answers[block] = rng.random(logit.shape, dtype=np.float32) < 1 / (1 + np.exp(-logit))
    return answers, slope, difficulty


def list_of(size: Size) -> tuple[tuple[Any, Any, Any], Floats, Floats]:
    """People, items and answers of a list, and the true slopes and difficulties."""
    rng = np.random.default_rng(0)
    slope, difficulty = np.exp(rng.normal(0, 0.3, size.items)), rng.normal(size=size.items)
    person = np.repeat(np.arange(size.people, dtype=np.int32), size.each)
    item = rng.integers(0, size.items, person.size, dtype=np.int32)
    ability = rng.normal(size=size.people)[person]
    chance = 1 / (1 + np.exp(-slope[item] * (ability - difficulty[item])))
    return (person, item, (rng.random(person.size) < chance).astype(np.int8)), slope, difficulty


def loglik_of(answers: npt.NDArray[np.int8], slope: Floats, difficulty: Floats) -> float:
    """Marginal log-likelihood on 201 nodes over 14 deviations, in double precision."""
    nodes = np.linspace(-7, 7, 201)
    weights = np.log((nodes[1] - nodes[0]) / np.sqrt(2 * np.pi)) - nodes**2 / 2
    intercept, value = -slope * difficulty, 0.0
    wrong = -np.logaddexp(0, slope[:, None] * nodes + intercept[:, None]).sum(axis=0) + weights
    for start in range(0, len(answers), 1_024):
        block = answers[start : start + 1_024].astype(float)
        log = np.multiply.outer(block @ slope, nodes) + wrong
        peak = log.max(axis=1)
        value += float((peak + np.log(np.exp(log - peak[:, None]).sum(axis=1))).sum())
        value += float((block @ intercept).sum())
    return value


# Tools


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """How to calibrate, whether it can be run here, and whether it takes a list."""

    estimate: Callable[[Any], Estimates]
    is_there: Callable[[], bool]
    sparse: bool = False


def _ours(answers: Any, **choice: Any) -> Estimates:
    found = dense.calibrate(answers, **choice)
    assert found.converged
    return found.discrimination, found.difficulty


def _ours_with_gaps(answers: npt.NDArray[np.int8]) -> Estimates:
    """With 30 % of answers missing at random, every step is a product over all nodes."""
    rng = np.random.default_rng(1)
    for start in range(0, len(answers), 4_096):
        block = answers[start : start + 4_096]
        block[rng.random(block.shape, dtype=np.float32) < 0.3] = -1
    return _ours(answers)


def _ours_from_list(answers: tuple[Any, Any, Any], **choice: Any) -> Estimates:
    found = sparse.calibrate(*answers, n_items=SIZES[2].items, **choice)
    assert found.converged
    return found.discrimination, found.difficulty


def _girth(answers: npt.NDArray[np.int8]) -> Estimates:
    import girth

    found = girth.twopl_mml(answers.T.astype(int))
    return found["Discrimination"], found["Difficulty"]


def _mirt(answers: npt.NDArray[np.int8], **choice: Any) -> Estimates:
    import mirt

    found = mirt.fit_mirt(answers.astype(int), "2PL", compute_standard_errors=False, **choice)
    slope = np.ravel(found.model.parameters["discrimination"])
    return slope, np.ravel(found.model.parameters["difficulty"])


R_SCRIPT = """
suppressMessages(library(mirt))
path <- commandArgs(TRUE)[1]; size <- as.integer(commandArgs(TRUE)[2:3])
data <- matrix(readBin(path, "integer", prod(size), size = 1), size[1], size[2], byrow = TRUE)
colnames(data) <- paste0("i", 1:size[2])
clock <- proc.time(); fit <- mirt(data, 1, "2PL", verbose = FALSE); spent <- proc.time() - clock
table <- coef(fit, simplify = TRUE)$items[, 1:2]
peak <- grep("VmHWM", readLines("/proc/self/status"), value = TRUE)
cat(sum(spent[1:2]), spent[3], as.numeric(gsub("[^0-9]", "", peak)) / 1024, "\\n")
write.table(format(table, digits = 17), row.names = FALSE, col.names = FALSE, quote = FALSE)
"""


def _r_mirt(answers: npt.NDArray[np.int8]) -> tuple[Floats, Floats, list[float]]:
    with tempfile.TemporaryDirectory() as folder:
        path, script = Path(folder) / "answers", Path(folder) / "run.R"
        answers.tofile(path)
        script.write_text(R_SCRIPT)
        command = ["Rscript", script, path, *map(str, answers.shape)]
        lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split(
            "\n"
        )
    table = np.array([line.split() for line in lines[1:] if line], dtype=float)
    return table[:, 0], -table[:, 1] / table[:, 0], [float(x) for x in lines[0].split()]


def _r_is_there() -> bool:
    command = ["Rscript", "-e", "library(mirt)"]
    return (
        bool(shutil.which("Rscript"))
        and not subprocess.run(command, capture_output=True).returncode
    )


def _always() -> bool:
    return True


def _installed(name: str) -> Callable[[], bool]:
    return lambda: find_spec(name) is not None


TOOLS = {
    "ours": Tool(estimate=_ours, is_there=_always),
    "ours, to a tolerance of 1e-5": Tool(estimate=partial(_ours, tolerance=1e-5), is_there=_always),
    "ours with errors": Tool(estimate=partial(_ours, errors="either"), is_there=_always),
    "ours, 30 % missing": Tool(estimate=_ours_with_gaps, is_there=_always),
    "R mirt": Tool(estimate=_r_mirt, is_there=_r_is_there),
    "girth": Tool(estimate=_girth, is_there=_installed("girth")),
    "PyPI mirt": Tool(estimate=_mirt, is_there=_installed("mirt")),
    "PyPI mirt, squarem, 61 nodes": Tool(
        estimate=partial(_mirt, accelerate="squarem", n_quadpts=61), is_there=_installed("mirt")
    ),
    "ours, list": Tool(estimate=_ours_from_list, is_there=_always, sparse=True),
    "ours, list, with errors": Tool(
        estimate=partial(_ours_from_list, errors=True), is_there=_always, sparse=True
    ),
}


# Running one tool


def _row(number: int, name: str, limit: float) -> Row:
    command = [sys.executable, "-m", "benchmarks.assessment.calibration", "--one", name]
    threads = {f"{library}_NUM_THREADS": "1" for library in ("OPENBLAS", "OMP", "MKL", "RAYON")}
    shell = Row(size=str(SIZES[number]), tool=name)
    process = subprocess.Popen(
        [*command, str(number)],
        env=os.environ | threads,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        out, err = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.communicate()
        return replace(shell, note=f"not done in {limit:.0f} s")
    if process.returncode:
        return replace(shell, note=err.strip().split("\n")[-1][:80])
    return Row(**json.loads(out.strip().split("\n")[-1]))


def _one(name: str, number: int) -> Row:
    size, tool = SIZES[number], TOOLS[name]
    answers, slope, difficulty = list_of(size) if size.each else answers_of(size)
    wall, cpu = perf_counter(), process_time()
    found = tool.estimate(answers)
    cpu, wall = process_time() - cpu, perf_counter() - wall
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if name == "R mirt":
        cpu, wall, megabytes = found[2]
    loglik = np.nan if size.each else loglik_of(np.maximum(answers, 0), *found[:2])
    loglik = np.nan if name.endswith("missing") else loglik
    return Row(
        size=str(size),
        tool=name,
        cpu=cpu,
        wall=wall,
        megabytes=megabytes,
        loglik=loglik,
        slope_miss=float(np.sqrt(np.nanmean((found[0] - slope) ** 2))),
        difficulty_miss=float(np.sqrt(np.nanmean((found[1] - difficulty) ** 2))),
        correlation=float(np.corrcoef(found[1], difficulty)[0, 1]),
    )


# Arithmetic


def gigaflops(size: Size) -> tuple[float, float]:
    """Billions of operations per CPU second of passes over all nodes, and of bare products.

    Counted are the two products of a pass, chances and expected counts, 4 people items nodes;
    the bare ones have the same shapes, in single precision and blocks of the same rows.
    """
    answers, _, _ = answers_of(size)
    rng = np.random.default_rng(1)
    answers[:, 0] = np.where(rng.random(len(answers)) < 0.3, -1, answers[:, 0])
    clock = process_time()
    found = dense.calibrate(answers)
    spent, nodes = process_time() - clock, len(nodes_of(size.items))
    operations = 4.0 * size.people * size.items * nodes
    left = rng.random((dense.ROWS, size.items), dtype=np.float32)
    table = rng.random((size.items, nodes), dtype=np.float32)
    clock = process_time()
    for _ in range(-(-size.people // dense.ROWS)):
        left.T @ (left @ table)
    return found.iterations * operations / spent / 1e9, operations / (process_time() - clock) / 1e9


# Showing


def lines(found: list[Row]) -> Iterator[str]:
    """The rows as a Markdown table."""
    best = {
        size: max(r.loglik for r in found if r.size == size) for size in {r.size for r in found}
    }
    yield "| answers | tool | CPU s | wall s | peak MB | short | RMSE a | RMSE b | r of b |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for row in found:
        if row.note:
            yield f"| {row.size} | {row.tool} | {row.note} | | | | | | |"
            continue
        short = "" if np.isnan(row.loglik) else f"{best[row.size] - row.loglik:.2f}"
        yield (
            f"| {row.size} | {row.tool} | {row.cpu:.3f} | {row.wall:.2f} | {row.megabytes:.0f} "
            f"| {short} | {row.slope_miss:.4f} | {row.difficulty_miss:.4f} | {row.correlation:.4f} |"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the smallest size only")
    parser.add_argument("--limit", type=float, default=300.0, help="seconds for each tool")
    parser.add_argument("--one", nargs=2, metavar=("TOOL", "NUMBER"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(asdict(_one(given.one[0], int(given.one[1])))))
        return
    missing = [name for name, tool in TOOLS.items() if not tool.is_there()]
    if missing:
        print(f"Not installed, so not shown: {', '.join(missing)}; for those of PyPI: {INSTALL}\n")
    sizes = SIZES[:1] if given.quick else SIZES
    print("\n".join(lines(rows(sizes=sizes, limit=given.limit))), flush=True)
    done, bare = gigaflops(sizes[min(1, len(sizes) - 1)])
    print(f"\nPasses over all nodes: {done:.0f} GFLOP per CPU second; bare products: {bare:.0f}.")


if __name__ == "__main__":
    main()
