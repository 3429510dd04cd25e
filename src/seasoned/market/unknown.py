"""Technical words that the vocabulary lacks: seen, not known, kept for review and never dropped."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache

from seasoned.catalogue import BUILT_IN
from seasoned.market.posting import ASKED, Named, Span, Unknown
from seasoned.market.strength import Judge

TABLE = BUILT_IN / "reading" / "plain.toml"
_SHAPE = re.compile(
    r"(?<![\w.@/#-])(?:"
    r"[A-Z]{2,6}s?|"  # acronyms: TPM, LLMs
    r"[A-Za-z]*[a-z][A-Z]\w*|"  # joined words: OpenCV, iOS
    r"[A-Za-z]+\d+[A-Za-z]*|"  # numbered: H2O, ISO9001
    r"[A-Za-z]\w*\.(?:js|io|ai|NET|py)|"
    r"[A-Za-z]\w*(?:\+\+|#)"
    r")(?![\w@])"
)
"""Shapes that plain words do not have."""


@lru_cache(maxsize=1)
def _plain() -> frozenset[str]:
    """Words in these shapes that name nothing one could be asked to know."""
    return frozenset(tomllib.loads(TABLE.read_text(encoding="utf-8"))["plain"])


def unknown_in(
    judge: Judge, named: Sequence[Named], taken: Sequence[tuple[int, int]] = ()
) -> tuple[Unknown, ...]:
    """Technical words in demands that no term covers, each place once, in order.

    ``taken``: places that were read as something else, such as the subjects of a degree.
    """
    if not any(one.strength in ASKED for one in named) and not judge.sections.has(
        "required", "preferred"
    ):
        return ()
    covered = sorted([(n.span.start, n.span.end) for n in named] + list(taken))
    return tuple(_found(judge, covered))


def _found(judge: Judge, covered: list[tuple[int, int]]) -> Iterator[Unknown]:
    for section in judge.sections.all:
        if section.kind in ("required", "preferred"):
            for match in _SHAPE.finditer(judge.text, section.start, section.end):
                one = _unknown(judge, match, covered)
                if one is not None:
                    yield one


def _unknown(judge: Judge, match: re.Match[str], covered: list[tuple[int, int]]) -> Unknown | None:
    words, (start, end) = match[0], match.span()
    if words in _plain() or words.rstrip("s") in _plain():
        return None
    if any(a < end and start < b for a, b in covered):
        return None
    if words.isupper() and _shouts(judge.text, start, end):
        return None
    strength = judge.strength(start, end)
    if strength not in ASKED:
        return None
    return Unknown(surface=words, strength=strength, span=Span(start=start, end=end, quote=words))


def _shouts(text: str, start: int, end: int) -> bool:
    """Whether the words beside it are capitals too, as in a heading."""
    around = text[max(0, start - 12) : start] + text[end : end + 12]
    letters = [c for c in around if c.isalpha()]
    return len(letters) > 4 and sum(c.isupper() for c in letters) > 0.8 * len(letters)
