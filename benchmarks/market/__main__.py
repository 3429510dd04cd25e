"""Prints the figures of the reader beside its peers and writes RESULTS.md and results.json.

    python -m benchmarks.market [--labelled DIR] [--peers DIR] [--without KEY...] [--quick]

``--peers`` holds one virtual environment a peer; a peer that is not there is told as not run.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence, Set
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.market import robustness, speed, tools
from benchmarks.market.accuracy import (
    Advert,
    Found,
    Naive,
    adverts_of,
    forms_of,
    found_by,
    naive_of,
    read_by_us,
)
from benchmarks.market.report import page
from benchmarks.market.running import NotRun, Running, Tool
from seasoned.journeys.content import load_content
from seasoned.market.scoring import Canon, Score, score
from seasoned.skills.finding import finder_for

HERE = Path(__file__).parent
ACCURACY_BUDGET = 900.0


@dataclass(slots=True, kw_only=True)
class Results:
    """Everything measured in one run."""

    score: Score
    naive: Naive
    forms: int
    adverts: int
    pages: int
    characters: dict[str, float]
    found: dict[str, Found] = field(default_factory=dict)
    not_run: dict[str, str] = field(default_factory=dict)
    robust: list[robustness.Robust] = field(default_factory=list)
    alike: tuple[int, int] = (0, 0)
    speeds: list[speed.Speed] = field(default_factory=list)


def main() -> None:
    """Measure, print, write."""
    given = _given()
    core = max(os.sched_getaffinity(0))
    adverts = adverts_of(given.labelled)
    with tempfile.TemporaryDirectory() as name:
        own = Path(name) / "terms.json"
        results = _accuracy(adverts, own)
        peers = _peers(given.peers, own)
        out = {tool.name for tool in peers if _left_out(tool, given)}
        _ask_peers(results, adverts, peers, given.peers, core, out)
        results.alike = robustness.answers_alike(given.peers, core)
        texts = speed.rounds(adverts, 1 if given.quick else speed.ROUNDS)
        results.characters = _characters(texts)
        ours = (tools.READING, tools.FINDING, tools.AUTOMATON)
        timed = [peer for peer in peers if peer.name not in {*out, *results.not_run}]
        _tell("timing")
        results.speeds = speed.speeds(timed, ours, texts, given.peers, core)
    told = page(results, peers)
    print(told)
    (HERE / "RESULTS.md").write_text(told, encoding="utf-8")
    kept = json.dumps(asdict(results), indent=1, ensure_ascii=False)
    (HERE / "results.json").write_text(kept + "\n", encoding="utf-8")


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labelled", type=Path, help="folder of adverts and labels")
    homes = Path(tempfile.gettempdir()) / "seasoned-peers"
    parser.add_argument("--peers", type=Path, default=homes, help="folder of environments")
    parser.add_argument("--without", nargs="*", default=[], help="keys of peers to leave out")
    parser.add_argument("--quick", action="store_true", help="one round, no slow peers")
    return parser.parse_args()


def _left_out(tool: Tool, given: argparse.Namespace) -> bool:
    return tool.key in given.without or (given.quick and not tool.fast)


def _accuracy(adverts: Sequence[Advert], own: Path) -> Results:
    skills = load_content().skills
    ours, canon = read_by_us(adverts, skills, finder_for(skills)), Canon(skills)
    return Results(
        score=score(ours, canon),
        naive=naive_of(adverts, ours, canon),
        forms=tools.write_own(skills, own),
        adverts=len(adverts),
        pages=sum(one.is_page for one in adverts),
        characters={},
    )


def _peers(homes: Path, own: Path) -> list[Tool]:
    public = tools.public_list(homes)
    matchers = tools.matchers(public, own) if public else ()
    return [tools.GAZETTEER, *matchers, *tools.SLOW]


def _ask_peers(
    results: Results,
    adverts: Sequence[Advert],
    peers: Sequence[Tool],
    homes: Path,
    core: int,
    left_out: Set[str],
) -> None:
    """Names and robustness of each peer, and our own robustness first."""
    skills = load_content().skills
    canon, known = Canon(skills), forms_of(skills)
    texts = {one.id: one.document.text for one in adverts}
    for tool in (tools.READING, *peers):
        if tool.name in left_out:
            results.not_run[tool.name] = "left out of this run"
            continue
        _tell(tool.name)
        try:
            with Running(tool, homes, core) as running:
                if tool is not tools.READING:
                    answers = list(running.ask(texts, budget=ACCURACY_BUDGET))
                    entries = known if tool.key == "esco" else frozenset()
                    results.found[tool.name] = found_by(adverts, answers, canon, entries_of=entries)
                results.robust.append(robustness.robust(running))
        except NotRun as why:
            results.not_run[tool.name] = str(why)


def _characters(texts: Sequence[speed.Texts]) -> dict[str, float]:
    """Mean lengths, and the share of a page that is markup."""
    plain = [len(one) for each in texts for one in each.plain.values()]
    pages = [len(one) for each in texts for one in each.pages.values()]
    return {
        "plain": sum(plain) / len(plain),
        "pages": sum(pages) / len(pages),
        "markup": 1 - sum(plain) / sum(pages),
    }


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
