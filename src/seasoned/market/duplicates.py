"""Adverts that are nearly the same: found among many, and told by what they share and where they differ.

Texts are compared by their runs of five words. Likely pairs come from MinHash signatures cut into
bands, and the verdict from the runs themselves, so that a sketch never decides.
Broder (1997), On the resemblance and containment of documents; Leskovec, Rajaraman and Ullman
(2014), Mining of Massive Datasets, ch. 3.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.market.posting import Posting, Salary

Hashes = npt.NDArray[np.uint64]

RUN = 5
"""Words in a run: short enough to survive a changed line, too long to be shared by chance."""

NEARLY = 0.7
"""Jaccard share of runs from which on two adverts are nearly the same. Another place and pay in an
advert of 300 words leaves about 0.9; two adverts of one company that share only what it says of
itself lie below 0.5."""

BANDS, ROWS = 32, 4
"""128 minima in 32 bands of 4: a pair at 0.7 meets in a band with 0.9998, one at 0.2 with 0.05."""

FEW = 40
"""Up to so many adverts every pair is compared; beyond it, only those that share a band."""

SHOWN = 5
"""Terms named on each side of a difference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Two adverts that are nearly the same.

    ``jaccard``: shared runs over all runs of both; ``share``: part of the runs of ``posting`` that
    stand in ``other``, both from 0 to 1. ``differences``: how they differ, in words.
    """

    posting: str
    other: str
    jaccard: float
    share: float
    differences: tuple[str, ...]
    words: str


def near_duplicates(postings: Sequence[Posting], least: float = NEARLY) -> tuple[Alike, ...]:
    """Every pair that is nearly the same, the later one of each told by the earlier, nearest first."""
    runs = [runs_of(posting.text) for posting in postings]
    found = (
        _alike(postings[later], postings[earlier], runs[later], runs[earlier], least)
        for earlier, later in _candidates(runs)
    )
    return tuple(sorted(filter(None, found), key=lambda a: (-a.jaccard, a.posting, a.other)))


def nearest_known(
    new: Sequence[Posting], known: Sequence[Posting], least: float = NEARLY
) -> tuple[Alike, ...]:
    """For each new advert the nearest of those before it that is nearly the same, where there is one."""
    order = [*known, *new]
    fresh = {posting.id for posting in new}
    best: dict[str, Alike] = {}
    for alike in near_duplicates(order, least):
        if alike.posting in fresh:
            best.setdefault(alike.posting, alike)
    return tuple(best[posting.id] for posting in new if posting.id in best)


def groups_of(pairs: Iterable[Alike]) -> tuple[tuple[str, ...], ...]:
    """Adverts that hang together by near-duplicate pairs, each once, in the order of the pairs."""
    group: dict[str, list[str]] = {}
    for pair in pairs:
        one, two = (group.setdefault(key, [key]) for key in (pair.other, pair.posting))
        if one is not two:
            one += two
            group.update(dict.fromkeys(two, one))
    return tuple({id(keys): tuple(keys) for keys in group.values()}.values())


@lru_cache(maxsize=4096)
def runs_of(text: str) -> Hashes:
    """Hashes of the distinct five-word runs of a text, sorted; of a shorter text one run of it all."""
    words = _WORD.findall(text.casefold())
    if not words:
        return np.empty(0, dtype=np.uint64)
    hashes = np.array([_word_hash(word) for word in words], dtype=np.uint64)
    length = min(RUN, len(words))
    windows = np.lib.stride_tricks.sliding_window_view(hashes, length)
    with np.errstate(over="ignore"):
        mixed = (windows * _PLACES[:length]).sum(axis=1, dtype=np.uint64)
    return np.unique(mixed)


def jaccard(one: Hashes, two: Hashes) -> float:
    """Shared runs over all runs of both; 0 where there are none."""
    shared = len(np.intersect1d(one, two, assume_unique=True))
    whole = len(one) + len(two) - shared
    return shared / whole if whole else 0.0


def signature(runs: Hashes) -> Hashes:
    """MinHash minima of a set of runs, shape (128,).

    Two sets agree at a place with a probability of about their Jaccard share.
    """
    with np.errstate(over="ignore"):
        mixed = runs[:, None] * _FACTORS + _SUMMANDS
    least: Hashes = (mixed ^ (mixed >> np.uint64(29))).min(axis=0)
    return least


_WORD = re.compile(r"\w+")
_CHANCE = np.random.default_rng(20261122)
"""Fixed once and for all: the same texts always give the same answer."""


def _odd(count: int) -> Hashes:
    drawn: Hashes = _CHANCE.integers(0, 2**63, size=count, dtype=np.uint64) * np.uint64(2)
    return drawn + np.uint64(1)


_PLACES, _FACTORS, _SUMMANDS = _odd(RUN), _odd(BANDS * ROWS), _odd(BANDS * ROWS)


@lru_cache(maxsize=100_000)
def _word_hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest())


def _candidates(runs: Sequence[Hashes]) -> Iterator[tuple[int, int]]:
    """Pairs of places worth comparing, the earlier place first."""
    filled = [n for n, one in enumerate(runs) if len(one)]
    if len(filled) <= FEW:
        yield from combinations(filled, 2)
        return
    buckets: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    for n in filled:
        minima: npt.NDArray[Any] = signature(runs[n]).reshape(BANDS, ROWS)
        for band, rows in enumerate(minima):
            buckets[band, rows.tobytes()].append(n)
    yield from sorted({pair for held in buckets.values() for pair in combinations(held, 2)})


def _alike(
    later: Posting, earlier: Posting, runs: Hashes, others: Hashes, least: float
) -> Alike | None:
    alike = jaccard(runs, others)
    if alike < least:
        return None
    share = len(np.intersect1d(runs, others, assume_unique=True)) / len(runs)
    differences = tuple(_differences(later, earlier))
    told = "; ".join(differences) or "nothing that we read"
    return Alike(
        posting=later.id,
        other=earlier.id,
        jaccard=alike,
        share=share,
        differences=differences,
        words=f"{_percent(share)} of its five-word runs stand in {earlier.id}; it differs in {told}",
    )


def _differences(one: Posting, other: Posting) -> Iterator[str]:
    """What stands in ``one`` and, in brackets, in the other."""
    for name in ("title", "company", "location", "workplace"):
        yield from _differs(name, getattr(one, name), getattr(other, name))
    yield from _differs("pay", _pay(one.salary), _pay(other.salary))
    posted = (p.posted.isoformat() if p.posted else "" for p in (one, other))
    yield from _differs("date", *posted)
    for name, mine, theirs in (
        ("required", one.required, other.required),
        ("preferred", one.preferred, other.preferred),
    ):
        yield from _differs(name, _only(mine, theirs), _only(theirs, mine))


def _differs(name: str, one: str, other: str) -> Iterator[str]:
    if one.casefold() != other.casefold():
        yield f"{name}: {one or 'not said'} (there: {other or 'not said'})"


def _only(mine: Sequence[str], theirs: Sequence[str]) -> str:
    alone = [term for term in mine if term not in set(theirs)]
    more = f" and {len(alone) - SHOWN} more" if len(alone) > SHOWN else ""
    return f"{', '.join(alone[:SHOWN])}{more}" if alone else "nothing else"


def _pay(pay: Salary | None) -> str:
    if pay is None:
        return ""
    upper = f" to {pay.high:,.0f}" if pay.high is not None else ""
    return f"{pay.low:,.0f}{upper} {pay.currency} a {pay.period}"


def _percent(share: float) -> str:
    return "all" if share == 1 else f"{min(share, 0.994) * 100:.0f} %"
