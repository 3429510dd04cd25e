"""Reads and checks 3,000 generated actions beside the built-in content.

Run: python -m benchmarks.content        (writes benchmarks/content/RESULTS.md)
"""

from __future__ import annotations

import tempfile
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from seasoned import catalogue
from seasoned.journeys.content import check_content
from seasoned.planning.checks import problems
from seasoned.planning.reading import ACTIONS
from seasoned.skills.reading import SKILLS

FILES = 3_000
HERE = Path(__file__).parent
TEMPLATE = """name = "Exercise number {n}"
kind = "project"
summary = "Do exercise {n} and write down what it showed."
steps = ["Read exercise {n}.", "Do it.", "Write down the result."]
hours = {{ low = 2, high = 4 }}
energy = "deep"
minimum_slot_minutes = 60
proof = "A page with the result of exercise {n}."
evidence_kind = "repository"
gains = [ {{ skill = "python", gain = 0.2, ceiling = 2 }} ]
"""


def main() -> None:
    """Measure, print and write the table."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "actions").mkdir()
        for n in range(FILES):
            (root / "actions" / f"exercise-{n}.toml").write_text(TEMPLATE.format(n=n))
        skills = catalogue.read(SKILLS).things
        check_content()  # everything is imported and its code generated once
        rows = [
            (f"read and check {FILES} files", cpu(lambda: check(root, skills))),
            ("parse the same files with tomllib, nothing else", cpu(lambda: parse(root))),
            ("read and check all built-in content", cpu(check_content)),
        ]
    table = "\n".join(f"| {what} | {seconds:.2f} |" for what, seconds in rows)
    page = f"# Content\n\n`python -m benchmarks.content`; best of three.\n\n| what | CPU s |\n|---|---|\n{table}\n"
    print(page)
    (HERE / "RESULTS.md").write_text(page, encoding="utf-8")


def check(root: Path, skills: dict[str, object]) -> None:
    """Shape and sense of the generated actions; there must be no problem."""
    shelf = catalogue.read(ACTIONS, (root,))
    found = [*shelf.problems, *problems(shelf, skills)]  # type: ignore[arg-type]
    if found or len(shelf.things) != FILES:
        raise SystemExit(f"{len(found)} problems in {len(shelf.things)} files")


def parse(root: Path) -> None:
    """The floor under the standard library's parser."""
    for path in (root / "actions").iterdir():
        tomllib.loads(path.read_text(encoding="utf-8"))


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of the best of three runs."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
