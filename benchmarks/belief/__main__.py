"""Run with ``python -m benchmarks.belief``; writes RESULTS.md beside this file. CPU time, best of several."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from seasoned.journeys.content import load_content
from seasoned.numerics import gaussian
from seasoned.planning.readiness import readiness
from seasoned.profile.belief import BIAS, observe, prior_belief
from seasoned.profile.evidence import Evidence, Observation
from seasoned.profile.observing import self_rating
from seasoned.profile.standing_from import belief_from, standing_from

AT = date(2026, 11, 22)
PIECES, OBSERVED, RATED = 60, 4, 20


def main() -> None:
    """Time each step and write the table down."""
    content = load_content()
    ids = sorted(content.skills)
    belief = prior_belief(content.skills, content.kinds)
    record = _record(ids)
    told = (content.skills, content.kinds, record)
    standing, known = standing_from(*told, at=AT), belief_from(*told, at=AT)
    ladder = content.ladders["mle"]
    columns, weights = np.array([0, belief.column(BIAS)]), np.ones(2)
    steps: dict[str, Callable[[], object]] = {
        "one observation, two loadings": lambda: observe(
            belief, {ids[0]: 1.0, BIAS: 1.0}, 3.0, 1.6
        ),
        "one moment-matched answer": lambda: gaussian.observe_likelihood(
            belief.mean, belief.covariance, columns, weights, lambda x: -np.logaddexp(0, 2.5 - x)
        ),
        f"standing of {PIECES} pieces and {RATED} self-ratings": lambda: standing_from(
            *told, at=AT
        ),
        f"readiness for {ladder.stages[-1].id}": lambda: readiness(
            ladder,
            known,
            standing,
            stage=ladder.stages[-1].id,
            evidence=record,
            kinds=content.kinds,
            at=AT,
        ),
    }
    rows = [f"| {name} | {_milliseconds(step):.2f} |" for name, step in steps.items()]
    text = "\n".join(
        [
            "# What the belief costs\n",
            f"`python -m benchmarks.belief`: {len(ids)} skills, "
            f"Python {platform.python_version()}, NumPy {np.__version__}, one thread.\n",
            "| step | CPU, ms |",
            "|---|---|",
            *rows,
        ]
    )
    print(text)
    Path(__file__).with_name("RESULTS.md").write_text(text + "\n", encoding="utf-8")


def _record(ids: list[str]) -> list[Evidence]:
    kinds = ("shipped-project", "article", "repository", "talk")
    pieces = [
        Evidence(
            id=f"e{n:03}",
            kind=kinds[n % 4],
            at=AT - timedelta(days=40 * (PIECES - n)),
            observations=tuple(
                Observation(skill=ids[(7 * n + k) % len(ids)], level=3.0) for k in range(OBSERVED)
            ),
        )
        for n in range(PIECES)
    ]
    return pieces + [self_rating(skill, 3.0, AT) for skill in ids[:RATED]]


def _milliseconds(step: Callable[[], object], times: int = 15) -> float:
    step()
    spent = []
    for _ in range(times):
        start = time.process_time()
        step()
        spent.append(time.process_time() - start)
    return 1000 * min(spent)


if __name__ == "__main__":
    main()
