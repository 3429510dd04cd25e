"""What the author of an advert may want to mend, each with the words and a remedy.

What a reader should weigh as well is handed on as a note by ``noted``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from seasoned.market.hints import sentences_with
from seasoned.market.posting import Flag, Requirement, Salary, Span, Strength, Years
from seasoned.market.strength import Judge
from seasoned.market.wording import INSTRUCTION

MANY = 20
"""Separate musts above which a list describes nobody."""
MANY_YEARS = 10.0
"""Years above which more of them say little about how well someone works (Schmidt & Hunter 1998,
Psychological Bulletin 124: beyond about five years, experience hardly foretells performance)."""
WIDE = 2.0
"""Times the lower end from which a range of pay tells little; our choice."""
_NOWHERE = Span(start=0, end=0, quote="")
_YOUNG = (
    ("LangChain", 2022, re.compile(r"lang ?(?:chain|graph)|llama ?index", re.I)),
    ("ChatGPT and its like", 2022, re.compile(r"chat ?gpt|gpt-4", re.I)),
    (
        "generative AI",
        2020,
        re.compile(
            r"generative ai|gen ?ai|\bllms?\b|large language models?|\brag\b|prompt engineering",
            re.I,
        ),
    ),
    ("transformers", 2017, re.compile(r"transformers?\b", re.I)),
    ("PyTorch", 2016, re.compile(r"pytorch", re.I)),
    ("TensorFlow", 2015, re.compile(r"tensorflow", re.I)),
    ("Kubernetes", 2014, re.compile(r"kubernetes|k8s", re.I)),
    ("Docker", 2013, re.compile(r"docker", re.I)),
    ("Spark", 2012, re.compile(r"\bspark\b|pyspark", re.I)),
)
"""Year in which each could first be used outside the place that made it."""
_READERS = {
    "machine-words": "; they were read as text and have no effect.",
    "many-musts": "; few people have them all, so ask which ones decide.",
    "impossible-years": ".",
}
"""Kinds that a reader should know too, with the end of the note."""


def flags_of(
    judge: Judge,
    requirements: Sequence[Requirement],
    years: Sequence[Years],
    salary: Salary | None,
    *,
    demands: bool,
    at: date | None,
) -> tuple[Flag, ...]:
    """Everything to mend; ``demands``: the advert asks for something, known to us or not."""
    return (
        *_machine_words(judge),
        *_musts(requirements),
        *(flag for asked in years for flag in _years(asked, at)),
        *_pay(salary),
        *_words(judge, "gendered-word", "speaks to some people more than to others"),
        *_words(judge, "talent-word", "asks for brilliance or youth, which keeps able people away"),
        *(() if demands else _nothing()),
    )


def noted(flags: Sequence[Flag]) -> Iterator[str]:
    """What a reader of the advert should know of its flags."""
    for flag in flags:
        if flag.kind in _READERS:
            yield flag.words + _READERS[flag.kind]


def _machine_words(judge: Judge) -> Iterator[Flag]:
    for start, end in sentences_with(judge.text, judge.sentences, "machine"):
        found = INSTRUCTION.search(judge.text, start, end)
        if found:
            yield Flag(
                kind="machine-words",
                words="The advert holds words addressed to a machine",
                remedy="Take them out: they change nothing here, and people who see them wonder.",
                span=_span(judge.text, *found.span()),
            )
            return


def _musts(requirements: Sequence[Requirement]) -> Iterator[Flag]:
    musts = [r for r in requirements if r.strength is Strength.REQUIRED]
    if len(musts) >= MANY:
        yield Flag(
            kind="many-musts",
            words=f"It lists {len(musts)} separate musts",
            remedy="Keep the five or six that decide in the first month, and call the others wishes.",
            span=musts[0].span,
        )


def _years(asked: Years, at: date | None) -> Iterator[Flag]:
    if asked.strength is not Strength.REQUIRED:
        return
    words = asked.subject or asked.span.quote
    for name, born, pattern in _YOUNG:
        if at and asked.lower > at.year - born and pattern.search(words):
            yield Flag(
                kind="impossible-years",
                words=f"It asks for {asked.lower:g} years of {name}, which has been around since {born}",
                remedy=f"Ask for at most {max(1, at.year - born)} years, or for what the person must be able to do.",
                span=asked.span,
            )
            return
    if asked.lower > MANY_YEARS:
        yield Flag(
            kind="many-years",
            words=f"It asks for {asked.lower:g} years",
            remedy="Say what the person must be able to do; more years than ten tell little about that.",
            span=asked.span,
        )


def _pay(salary: Salary | None) -> Iterator[Flag]:
    if salary is None:
        yield Flag(
            kind="no-pay",
            words="It names no pay",
            remedy="Name a range, its currency and its period; in many places the law asks for it.",
            span=_NOWHERE,
        )
    elif salary.high is not None and salary.high >= WIDE * salary.low:
        yield Flag(
            kind="wide-pay",
            words=f"Its pay runs from {salary.low:g} to {salary.high:g} {salary.currency}",
            remedy="Name the range that you would really offer, or one range for each grade.",
            span=salary.span,
        )


def _words(judge: Judge, kind: str, why: str) -> Iterator[Flag]:
    """Each such word once, with a neutral one."""
    seen: set[str] = set()
    for hit in judge.found[kind]:
        word = judge.text[hit.start : hit.end]
        if word.lower() not in seen:
            seen.add(word.lower())
            yield Flag(
                kind=kind,
                words=f'"{word}" {why}',
                remedy=f"Write instead: {hit.means.says}.",
                span=_span(judge.text, hit.start, hit.end),
            )


def _nothing() -> Iterator[Flag]:
    yield Flag(
        kind="asks-nothing",
        words="It asks for nothing",
        remedy="Say in three to six points what the person must be able to do.",
        span=_NOWHERE,
    )


def _span(text: str, start: int, end: int) -> Span:
    return Span(start=start, end=end, quote=text[start:end])
