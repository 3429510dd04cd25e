"""How hard a text is to read: school grade and longest sentence, code and numbers left out."""

from __future__ import annotations

import re

CODE = re.compile(r"`[^`]*`")
WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
VOWELS = re.compile(r"[aeiouy]+")
SYLLABLES_AT_MOST = 3
"""A trade's own words ("evaluation", "regularisation") are long but known to whoever is asked."""


def sentences(text: str) -> list[str]:
    """The sentences of a text; a colon or a semicolon ends one too."""
    return [
        s for s in re.split(r"[.!?:;](?:\s|$)|\n\s*\n", CODE.sub("code", text)) if WORD.search(s)
    ]


def longest_sentence(text: str) -> int:
    """Words in the longest sentence."""
    return max((len(WORD.findall(sentence)) for sentence in sentences(text)), default=0)


def grade(text: str) -> float:
    """School grade in which the text can be read.

    Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas for Navy
    enlisted personnel: 0.39 words per sentence + 11.8 syllables per word - 15.59.

    Examples
    --------
    >>> round(grade("The cat sat on the mat."), 1)
    -1.4
    """
    parts = sentences(text)
    words = [word for part in parts for word in WORD.findall(part)]
    if not words:
        return 0.0
    beats = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(parts) + 11.8 * beats / len(words) - 15.59


def _syllables(word: str) -> int:
    folded = word.lower().rstrip("'’")
    count = len(VOWELS.findall(folded))
    if folded.endswith("e") and not folded.endswith("le") and count > 1:
        count -= 1
    return min(max(count, 1), SYLLABLES_AT_MOST)
