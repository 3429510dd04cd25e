"""What is odd about an advert, said kindly: for the reader to weigh and its author to mend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from seasoned.market.posting import Requirement, Strength, Years
from seasoned.market.wording import INSTRUCTION

MANY = 20
"""Separate musts above which a list describes nobody."""
_MOST_YEARS = 20.0
_YOUNG = (
    ("LangChain", 2022, r"lang ?(?:chain|graph)|llama ?index"),
    ("ChatGPT and its like", 2022, r"chat ?gpt|gpt-4"),
    (
        "generative AI",
        2020,
        r"generative ai|gen ?ai|\bllms?\b|large language models?|\brag\b|prompt engineering",
    ),
    ("transformers", 2017, r"transformers?\b"),
    ("PyTorch", 2016, r"pytorch"),
    ("TensorFlow", 2015, r"tensorflow"),
    ("Kubernetes", 2014, r"kubernetes|k8s"),
    ("Docker", 2013, r"docker"),
    ("Spark", 2012, r"\bspark\b|pyspark"),
)
"""Year in which each could first be used outside the place that made it."""


def oddities(
    text: str, requirements: Sequence[Requirement], years: Sequence[Years], at: date | None
) -> Iterator[str]:
    """Notes on hidden instructions, endless lists of musts, and years nobody can have."""
    if INSTRUCTION.search(text):
        yield "The advert holds words addressed to a machine; they were read as text and have no effect."
    musts = sum(r.strength is Strength.REQUIRED for r in requirements)
    if musts >= MANY:
        yield f"It lists {musts} separate musts; few people have them all, so ask which ones decide."
    for asked in years:
        yield from _impossible(asked, at)


def _impossible(asked: Years, at: date | None) -> Iterator[str]:
    if asked.lower > _MOST_YEARS:
        yield f"It asks for {asked.lower:g} years; check whether that is meant."
        return
    words = asked.subject or asked.span.quote
    for name, born, pattern in _YOUNG:
        if at and re.search(pattern, words, re.I) and asked.lower > at.year - born:
            yield f"It asks for {asked.lower:g} years of {name}, which has been around since {born}."
            return
