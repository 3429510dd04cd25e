"""Sense checks on items: each by itself, then the bank as a whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from seasoned.assessment.item import Item, ItemKind
from seasoned.assessment.readability import grade, longest_sentence
from seasoned.catalogue import Shelf
from seasoned.errors import Problem, meant

LEVELS = (1, 2, 3, 4)
ONE_RIGHT = (ItemKind.SINGLE, ItemKind.READ, ItemKind.FAULT)
SHOWN = (ItemKind.READ, ItemKind.FAULT)

OPTIONS = {ItemKind.SEVERAL: (4, 6), ItemKind.ORDER: (3, 6), ItemKind.NUMBER: (0, 0)}
CHOICES = (3, 6)
"""Fewest and most options of a kind: with two a guess is right half of the time, more than six is
reading, not knowing (Haladyna, Downing and Rodriguez 2002, Applied Measurement in Education 15)."""

STEM_WORDS = (8, 110)
SENTENCE = 34
GRADE = 13.5
"""Longest stem and sentence in words, and the highest school grade of reading a stem may need
(Kincaid and others 1975); a trade's own long words are counted as three syllables."""

SECONDS = (15, 300)
AT_OWN_LEVEL = (0.4, 0.85)
"""Share of people at an item's own level who answer right: it separates best around its level."""

LONGEST_SHARE = 0.30
KEY_SHARE = 0.08
"""Most items whose right option is the longest, and how far from even the key's places may lie."""

ALIKE = 88.0
"""Similarity from which two stems ask the same, as token sort ratio in per cent."""

LEANS_ON_OPTIONS = re.compile(
    r"\b(of the following|which of these|following (statements?|options?|answers?)|"
    r"(options?|answers?|statements?) (below|listed)|listed below)\b",
    re.I,
)
CATCH_ALL = re.compile(
    r"\b((all|none|both|any) (of )?(the )?(above|these|answers|options)|a and b)\b", re.I
)
BOUND = re.compile(
    r"\b(baseball|cricket|super ?bowl|touchdown|home run|innings|thanksgiving|christmas|easter|"
    r"black friday|halloween|diwali|ramadan|zip codes?|social security|401k|nhs|gcse|ivy league|"
    r"high school|fourth of july|prom night|sorority|church|bible|pounds sterling|fahrenheit|"
    r"he|she|his|her|him|guys|manpower|chairman)\b",
    re.I,
)
"""Settings, units and pronouns that not everybody shares, and which no question here needs."""

NEED = 4
"""Items that a skill must have when the ladder makes it a must up to senior."""


def problems(
    shelf: Shelf[Item], skills: Collection[str], needed: Collection[str] = ()
) -> Iterator[Problem]:
    """Everything wrong in the items, each and together; ``needed`` are skills with a quota."""
    for name, item in shelf.things.items():
        for field, message, hint in faults(item, skills):
            path = str(shelf.paths[name])
            yield Problem(path=path, field=field, message=message, suggestion=hint)
    yield from _alike(shelf)
    folder = next((str(path.parent) for path in shelf.paths.values()), "items")
    for message, hint in together(tuple(shelf.things.values()), needed):
        yield Problem(path=folder, field="", message=message, suggestion=hint)


Fault = tuple[str, str, str]


def faults(item: Item, skills: Collection[str]) -> Iterator[Fault]:
    """Faults of one item as (field, message, suggestion)."""
    yield from _skills(item, skills)
    yield from _stem(item)
    yield from _key(item)
    yield from _options(item)
    yield from _number(item)
    yield from _estimates(item)
    yield from _shown(item)


def _skills(item: Item, skills: Collection[str]) -> Iterator[Fault]:
    for field in ("skill", "second_skill"):
        name = getattr(item, field)
        if name and name not in skills:
            yield field, f"names {name!r}, which is no skill", meant(name, tuple(skills))
    if item.second_skill == item.skill:
        yield "second_skill", "is the skill itself", "leave it out"


def _stem(item: Item) -> Iterator[Fault]:
    words = len(item.stem.split())
    low, high = STEM_WORDS
    if not low <= words <= high:
        yield "stem", f"has {words} words", f"write {low} to {high}; long material is an exhibit"
    if not item.stem.rstrip().endswith(("?", ".", ":")):
        yield "stem", "does not end as a sentence", "ask a whole question"
    if LEANS_ON_OPTIONS.search(item.stem):
        yield "stem", "leans on its options", "ask so that it can be answered with them covered"
    if (length := longest_sentence(item.stem)) > SENTENCE:
        yield "stem", f"has a sentence of {length} words", f"{SENTENCE} at most; split it"
    if (needs := grade(item.stem)) > GRADE:
        yield "stem", f"reads at school grade {needs:.1f}", f"{GRADE:g} at most; plainer words"
    for field, text in _texts(item):
        if found := BOUND.search(text):
            yield field, f"says {found[0]!r}", "choose a setting and words that everybody shares"


def _texts(item: Item) -> Iterator[tuple[str, str]]:
    yield "stem", item.stem
    for number, option in enumerate(item.options):
        yield f"options[{number}]", option.text


def _key(item: Item) -> Iterator[Fault]:
    right = sum(option.right for option in item.options)
    if item.kind in ONE_RIGHT and right != 1:
        yield "options", f"have {right} right ones", "exactly one is right"
    if item.kind is ItemKind.SEVERAL and not 2 <= right < len(item.options):
        yield "options", f"have {right} right ones", "two or more are right, and not all"
    if item.kind is ItemKind.ORDER and right:
        yield "options", "mark a right one", "write the steps in the right order, unmarked"


def _options(item: Item) -> Iterator[Fault]:
    low, high = OPTIONS.get(item.kind, CHOICES)
    if not low <= len(item.options) <= high:
        yield "options", f"are {len(item.options)}", f"{low} to {high} for kind {item.kind.value}"
    if len({option.text.strip().lower() for option in item.options}) < len(item.options):
        yield "options", "say the same twice", ""
    for number, option in enumerate(item.options):
        if CATCH_ALL.search(option.text):
            yield f"options[{number}]", "is a catch-all", "every option stands by itself"
        if len(option.why.split()) < 4:
            yield f"options[{number}].why", "gives no reason", "say why it is right or wrong"


def _number(item: Item) -> Iterator[Fault]:
    if item.kind is not ItemKind.NUMBER:
        if item.answer is not None:
            yield "answer", f"is given, but the kind is {item.kind.value}", "leave it out"
        return
    if item.answer is None:
        yield "answer", "is missing", "a number has an answer and a tolerance"
    if item.tolerance < 0:
        yield "tolerance", "is below 0", ""
    if len(item.why.split()) < 4:
        yield "why", "gives no reason", "show how the number comes about"


def _estimates(item: Item) -> Iterator[Fault]:
    if item.level not in LEVELS:
        yield "level", f"is {item.level}", "1 to 4"
    low, high = SECONDS
    if not low <= item.expected_seconds <= high:
        yield "expected_seconds", f"is {item.expected_seconds}", f"{low} to {high}"
    if not item.source.strip():
        yield "source", "is empty", "name where the fact can be looked up, or say whose judgement"
    at = item.right_at
    if (
        len(at) != 4
        or not all(0.01 <= p <= 0.99 for p in at)
        or any(a > b for a, b in pairwise(at))
    ):
        yield "right_at", f"is {list(at)}", "four shares from 0.01 to 0.99, none below the last"
    elif item.level in LEVELS and not AT_OWN_LEVEL[0] <= at[item.level - 1] <= AT_OWN_LEVEL[1]:
        yield (
            "right_at",
            f"says {at[item.level - 1]:g} at its own level {item.level}",
            f"{AT_OWN_LEVEL[0]:g} to {AT_OWN_LEVEL[1]:g}, or another level",
        )


def _shown(item: Item) -> Iterator[Fault]:
    if item.kind in SHOWN and item.exhibit is None and item.chart is None:
        yield "exhibit", "is missing", f"kind {item.kind.value} shows something to read"
    if item.chart is not None:
        for number, series in enumerate(item.chart.series):
            if len(series.y) != len(item.chart.x):
                yield f"chart.series[{number}]", "has not one y for each x", ""


def longest_right(item: Item) -> bool:
    """Whether the right option of a one-of-several item is longer than every other."""
    if item.kind not in ONE_RIGHT:
        return False
    right = [len(o.text) for o in item.options if o.right]
    return bool(right) and all(len(o.text) < right[0] for o in item.options if not o.right)


def together(items: Sequence[Item], needed: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Faults of the bank as (message, suggestion): lengths, places of keys, quotas."""
    choices = [item for item in items if item.kind in ONE_RIGHT]
    long = sum(map(longest_right, choices))
    if len(choices) >= 20 and long > LONGEST_SHARE * len(choices):
        share = f"{long / len(choices):.0%}"
        yield (
            f"the right option is the longest in {share} of choices",
            f"{LONGEST_SHARE:.0%} at most",
        )
    yield from _places(choices)
    counts = Counter(item.skill for item in items)
    for skill in sorted(needed):
        if counts[skill] < NEED:
            yield f"{skill} has {counts[skill]} items", f"{NEED} for a must up to senior"


def _places(choices: Sequence[Item]) -> Iterator[tuple[str, str]]:
    for size in (3, 4, 5):
        keys = Counter(item.key[0] for item in choices if len(item.options) == size and item.key)
        total = sum(keys.values())
        for place in range(size if total >= 60 else 0):
            if abs(keys[place] / total - 1 / size) > KEY_SHARE:
                yield (
                    f"option {place + 1} of {size} is right in {keys[place] / total:.0%} of items",
                    f"within {KEY_SHARE:.0%} of {1 / size:.0%}; change the order of some",
                )


def _alike(shelf: Shelf[Item]) -> Iterator[Problem]:
    from rapidfuzz import fuzz, process

    names = tuple(shelf.things)
    stems = [_folded(shelf.things[name].stem) for name in names]
    if len(names) < 2:
        return
    scores = process.cdist(stems, stems, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
    for one, other in zip(*scores.nonzero(), strict=True):
        if one < other:
            yield Problem(
                path=str(shelf.paths[names[other]]),
                field="stem",
                message=f"asks what {names[one]} asks",
                suggestion="ask something else, or name what differs",
            )


def _folded(stem: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", stem.lower()))
