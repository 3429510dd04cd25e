"""What reading 100 million adverts would take, extrapolated from measurement, with its error.

Run: python -m benchmarks.market.hundred_million [CHARACTERS]     (writes HUNDRED_MILLION.md)

CPU seconds of an advert are taken as a straight line in its characters, ``fixed + slope *
characters``, fitted by least squares to batches of synthetic adverts of four lengths, each a
round of reading from CSV into a part as the product does it. The interval of the line at the
length asked for (90 %, Student's t) is the error of measurement. What it cannot hold is told in
``docs/explanation/large-corpora.md``.
"""

from __future__ import annotations

import csv
import math
import random
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.market.corpus import HERE, variants

ADVERTS = 100_000_000
TYPICAL = 4_000
"""Characters of an advert in the wild, as taken for planning; give your own as an argument."""
BATCH = 200
LENGTHS = (1, 2, 3, 4)
ROUNDS = 5
CORES = (2, 16, 128, 1024)
LEVEL = 0.90


@dataclass(frozen=True, slots=True)
class Batch:
    """One part that was read: mean characters, CPU seconds and bytes written an advert."""

    characters: float
    seconds: float
    written: float


@dataclass(frozen=True, slots=True)
class Line:
    """Seconds against characters, with what is needed for its interval."""

    fixed: float
    slope: float
    spread: float
    centre: float
    around: float
    count: int

    def at(self, characters: float) -> tuple[float, float]:
        """Seconds of an advert of that length, and half of the interval of the line there."""
        from scipy.special import stdtrit

        t = float(stdtrit(self.count - 2, (1 + LEVEL) / 2))
        off = (characters - self.centre) ** 2 / self.around
        half = t * self.spread * math.sqrt(1 / self.count + off)
        return self.fixed + self.slope * characters, half


def batches(folder: Path) -> list[Batch]:
    """Parts of every length, in mixed order, read one after the other in this process."""
    from seasoned.journeys.content import load_content
    from seasoned.market.corpus.parts import Done, Work, file_name, parts_of, read_part

    content = load_content()
    work = Work(skills=content.skills, folder=str(folder / "parts"), key="benchmark")
    rounds = [(length, n) for n in range(ROUNDS) for length in LENGTHS]
    random.Random(1).shuffle(rounds)
    found = []
    for length, n in [(1, 99), *rounds]:  # the first one makes everything ready, and is dropped
        table, characters = _table(folder / f"{length}-{n}.csv", length, seed=n)
        (part,) = parts_of([str(table)], BATCH + 1)
        begun = time.process_time()
        outcome = read_part(part, work)
        seconds = time.process_time() - begun
        if not isinstance(outcome, Done):
            raise SystemExit(outcome.reason)
        size = (folder / "parts" / file_name(0, work.key)).stat().st_size
        found.append(Batch(characters, seconds / BATCH, size / BATCH))
    return found[1:]


def _table(path: Path, length: int, seed: int) -> tuple[Path, float]:
    """Adverts of so many of ours one under the other, and their mean characters."""
    made = variants(BATCH * length, seed)
    texts = ["\n".join(one["description"] for one in islice(made, length)) for _ in range(BATCH)]
    with path.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(["description"])
        writer.writerows([text] for text in texts)
    return path, statistics.mean(map(len, texts))


def line_through(found: list[Batch]) -> Line:
    """The line of least squares."""
    x = [batch.characters for batch in found]
    y = [batch.seconds for batch in found]
    centre = statistics.mean(x)
    around = sum((a - centre) ** 2 for a in x)
    slope = sum((a - centre) * b for a, b in zip(x, y, strict=True)) / around
    fixed = statistics.mean(y) - slope * centre
    rest = sum((b - fixed - slope * a) ** 2 for a, b in zip(x, y, strict=True))
    return Line(fixed, slope, math.sqrt(rest / (len(x) - 2)), centre, around, len(x))


def page(found: list[Batch], line: Line, characters: int) -> str:
    """The extrapolation in words and a table."""
    seconds, half = line.at(characters)
    hours = ADVERTS * seconds / 3600
    error = half / seconds
    written = statistics.mean(batch.written for batch in found)
    low, high = hours * (1 - error), hours * (1 + error)
    return "\n".join(
        [
            "# What 100 million adverts would take",
            "",
            f"`python -m benchmarks.market.hundred_million {characters}`; {line.count} parts of "
            f"{BATCH} adverts, {min(b.characters for b in found):,.0f} to "
            f"{max(b.characters for b in found):,.0f} characters.",
            "",
            f"CPU of an advert: {line.fixed * 1e3:.2f} ms + {line.slope * 1e6:.2f} µs a character; "
            f"at {characters:,} characters {seconds * 1e3:.2f} ms ± {half * 1e3:.2f} "
            f"({1 / seconds:,.0f} adverts a second and core).",
            f"100 million: {hours:,.0f} core hours, {low:,.0f} to {high:,.0f}; "
            f"{ADVERTS * written / 1e9:,.0f} GB of parts without the texts, from "
            f"{ADVERTS * characters / 1e9:,.0f} GB of text.",
            "",
            "| cores | hours, if they share the work evenly |",
            "|---|---|",
            *(f"| {n:,} | {hours / n:,.1f} ({low / n:,.1f} to {high / n:,.1f}) |" for n in CORES),
            "",
        ]
    )


def main(characters: int) -> None:
    """Measure, print and write the page."""
    with tempfile.TemporaryDirectory() as name:
        found = batches(Path(name))
    text = page(found, line_through(found), characters)
    print(text)
    (HERE / "HUNDRED_MILLION.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TYPICAL)
