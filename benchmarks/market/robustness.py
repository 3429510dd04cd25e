"""Texts that nobody should have to read: who fails, who takes too long, who answers twice alike."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.market import nasty
from benchmarks.market.running import Answer, Running, Tool

SLOW = 20.0
"""Seconds of the processor above which one text takes too long."""
LIMIT = 60.0
BUDGET = 300.0
"""Seconds by the clock for one text, after which the tool is stopped, and for all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Robust:
    """Failures of one tool; ``errors`` are a few of them, in its words."""

    tool: str
    texts: int
    failed: int
    too_slow: int
    slowest: float
    errors: tuple[str, ...]


def robust(running: Running) -> Robust:
    """One tool over all nasty texts."""
    return summed(running.tool.name, list(running.ask(nasty.texts(), limit=LIMIT, budget=BUDGET)))


def summed(name: str, answers: list[Answer]) -> Robust:
    """Answers counted."""
    errors = [one.error for one in answers if one.error]
    stopped = sum(one.startswith("no answer within") for one in errors)
    late = sum(one.seconds > SLOW and not one.error for one in answers)
    return Robust(
        tool=name,
        texts=len(answers),
        failed=len(errors) - stopped,
        too_slow=stopped + late,
        slowest=max((one.seconds for one in answers), default=0.0),
        errors=tuple(dict.fromkeys(one.split(":")[0] for one in errors))[:4],
    )


def answers_alike(homes: Path, core: int) -> tuple[int, int]:
    """Of how many nasty texts two processes with other hash seeds say the same, every field.

    Of those that both answered: failures are counted elsewhere.
    """
    digest = Tool(name="Seasoned, digest", key="digest")
    said = []
    for seed in ("1", "2"):
        with Running(digest, homes, core, seed=seed) as running:
            said.append({a.id: a.names for a in running.ask(nasty.texts(), limit=LIMIT) if a.names})
    both = said[0].keys() & said[1].keys()
    return sum(said[0][id] == said[1][id] for id in both), len(both)
