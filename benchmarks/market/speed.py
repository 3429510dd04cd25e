"""Adverts a second of the processor, on one core, tools taking turns on the same texts."""

from __future__ import annotations

import html
import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.market.accuracy import Advert
from benchmarks.market.corpus import varied
from benchmarks.market.running import NotRun, Running, Tool, median
from seasoned.samples import SAMPLES

SEED = 20261127
ROUNDS = 5
SLOW_BUDGET = 60.0
"""Seconds that a slow tool gets; it is timed on as many adverts as it manages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """Median over the rounds; ``lowest`` and ``highest`` of them tell how steady it was."""

    tool: str
    pages: bool
    texts: int
    per_second: float
    lowest: float
    highest: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What is read in one round, as plain text and as pages."""

    plain: Mapping[str, str]
    pages: Mapping[str, str]


def rounds(adverts: Sequence[Advert], count: int = ROUNDS) -> list[Texts]:
    """The adverts themselves, then variants of them, so that nothing is read twice."""
    rng = random.Random(SEED)
    return [_texts(adverts, number, rng) for number in range(count)]


def _texts(adverts: Sequence[Advert], number: int, rng: random.Random) -> Texts:
    plain, pages = {}, {}
    for index, one in enumerate(adverts):
        key, mark = f"{one.id}-{number}", number * 1000 + index
        text, page = one.document.text, one.given if one.is_page else page_of(one.document.text)
        plain[key] = varied(text, rng, mark) if number else text
        pages[key] = varied(page, rng, mark) if number else page
    return Texts(plain=plain, pages=pages)


def page_of(text: str) -> str:
    """A plain advert laid out as job boards do."""
    body = "\n".join(_laid_out(text))
    return (
        "<!DOCTYPE html><html lang='en'><head><title>Job</title><style>p{margin:0}</style></head>"
        f"<body><nav><a href='/jobs'>All jobs</a></nav><div class='job-description'>\n{body}\n"
        "</div><footer><a href='/imprint'>Imprint</a></footer></body></html>"
    )


def _laid_out(text: str) -> Iterator[str]:
    items = False
    for line in text.split("\n"):
        words = line.strip()
        item = words.startswith(("- ", "* ", "• "))
        if item != items:
            yield "<ul class='list'>" if item else "</ul>"
        items = item
        if item:
            yield f"<li class='item'>{html.escape(words[2:])}</li>"
        elif words.startswith("#") or words.endswith(":"):
            yield f"<h3><strong>{html.escape(words.strip('# '))}</strong></h3>"
        elif words:
            yield f"<p class='text'>{html.escape(words)}</p>"
    if items:
        yield "</ul>"


def speeds(
    tools: Sequence[Tool], own: Sequence[Tool], texts: Sequence[Texts], homes: Path, core: int
) -> list[Speed]:
    """Each tool on the plain texts, the first of our own on the pages too, round about."""
    rates: dict[tuple[str, bool], list[float]] = {}
    counts: dict[tuple[str, bool], int] = {}
    with ExitStack() as stack:
        running = list(_started([*own, *tools], stack, homes, core))
        for number, each in enumerate(texts):
            for one in running:
                if number and not one.tool.fast:
                    continue
                for pages in (False, True) if one.tool is own[0] else (False,):
                    rate, count = _rate(one, each.pages if pages else each.plain)
                    rates.setdefault((one.tool.name, pages), []).append(rate)
                    counts[one.tool.name, pages] = count
    return [
        Speed(
            tool=name,
            pages=pages,
            texts=counts[name, pages],
            per_second=median(found),
            lowest=min(found),
            highest=max(found),
        )
        for (name, pages), found in rates.items()
    ]


def _started(tools: Sequence[Tool], stack: ExitStack, homes: Path, core: int) -> Iterator[Running]:
    for tool in tools:
        try:
            one = stack.enter_context(Running(tool, homes, core))
        except NotRun:
            continue
        list(one.ask(_warming() if tool.fast else {"one": "We need Python and SQL."}))
        yield one


def _warming() -> dict[str, str]:
    """Adverts that are read before anything is timed, so that nobody pays for starting."""
    return {path.name: path.read_text("utf-8") for path in (SAMPLES / "postings").iterdir()}


def _rate(running: Running, texts: Mapping[str, str]) -> tuple[float, int]:
    """Texts a second of the processor, and how many there were."""
    answers = list(running.ask(texts, budget=600.0 if running.tool.fast else SLOW_BUDGET))
    return len(answers) / sum(one.seconds for one in answers), len(answers)
