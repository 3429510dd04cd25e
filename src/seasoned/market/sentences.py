"""Sentences and list items of a text, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

ITEM = re.compile(
    r"[ \t]*(?:(?:#{1,6}|[-–—+]|\*(?!\*)|\d{1,2}[.)]|\(?[a-z]\))[ \t]+|[•·▪●○◦‣∙■►➢✓✔][ \t]*)"
)
_LINE = re.compile(r"[^\n]+")
_BREAK = re.compile(r"(?<=[.!?])[\"”’)*]{0,2}\s+(?=[\"“(¿¡*]{0,2}[A-ZÄÖÜÉÀÈÑ0-9])|\s+[•▪●·►]\s+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|z\.b|z\. b|d\.h|u\.a|bzw|etc|vs|approx|ph\.d|m\.sc|b\.sc|m\.s|b\.s|b\.a|m\.a|ca|inkl|inc|"
    r"resp|p\. ?ex|p\. ?ej|bijv|dr|prof|st|no|nr|sr|jr|mr|ms|min|max|incl|ggf|evtl|sog|usw)|\b[A-Z])\.$",
    re.I,
)
_LONGEST = 1_200
"""Characters after which a sentence is cut: what follows so far off is another thought, and no text
made to be slow can be."""
_WRAPPED = 55
"""Shortest line that may have been wrapped: a shorter one was ended on purpose."""
_WIDEST = 130
"""Longest line that a hand or a page wraps; where lines are longer, each is a thought of its own."""


class Sentences:
    """Sentences of a text in order, and which of them a position stands in."""

    def __init__(self, text: str, cuts: Sequence[int] = ()) -> None:
        self.all = tuple(_spans(text, cuts))
        self._starts = [start for start, _ in self.all]

    def at(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence that a position stands in."""
        return self.all[max(0, bisect_right(self._starts, position) - 1)] if self.all else (0, 0)


def _spans(text: str, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Sentences, cut also where a heading begins or ends."""
    for start, end in _paragraphs(text):
        inner = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        if not inner:
            yield from _split(text, start, end)
            continue
        for a, b in zip([start, *inner], [*inner, end], strict=True):
            yield from _split(text, a, b)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """List items and runs of lines that one thought was wrapped over."""
    for block, width in _blocks(text):
        start, end = block[0].span()
        for line in block[1:]:
            if _goes_on(text, end, line, width):
                end = line.end()
            else:
                yield start, end
                start, end = line.span()
        yield start, end


def _blocks(text: str) -> Iterator[tuple[list[re.Match[str]], int]]:
    """Lines between empty ones, with the length of the longest."""
    block: list[re.Match[str]] = []
    for line in _LINE.finditer(text):
        if block and (not line[0].strip() or line.start() > block[-1].end() + 1):
            yield block, max(len(one[0].rstrip()) for one in block)
            block = []
        if line[0].strip():
            block.append(line)
    if block:
        yield block, max(len(one[0].rstrip()) for one in block)


def _goes_on(text: str, end: int, line: re.Match[str], width: int) -> bool:
    words = line[0].strip()
    if ITEM.match(line[0]) or line[0].lstrip().startswith("**"):
        return False
    before = text[text.rfind("\n", 0, end) + 1 : end].rstrip()
    if before.endswith((".", "!", "?", ":")) or before.lstrip().startswith("#"):
        return False
    return words[0].islower() or words[0] in "(&/" or _full(before, words, width)


def _full(before: str, words: str, width: int) -> bool:
    """Whether a line may have been wrapped: it is long, and the next word had no room on it."""
    first = words.split(maxsplit=1)[0]
    return len(before) >= _WRAPPED and width <= _WIDEST and len(before) + 1 + len(first) > width


def _breaks(text: str, start: int, end: int) -> re.Pattern[str]:
    """What divides a line: in one that lost its line breaks also dashes, and words that open demands."""
    if end - start <= _WALL:
        return _BREAK
    dashes = len(_DASHES.findall(text, start, end)) >= _LIST
    return _BREAK_OR_DASH if dashes else _BREAK_OR_DEMAND


_WALL = 300
"""Characters from which a line may hold a whole list, its line breaks lost on the way."""
_LIST = 3
"""Dashes before capitals or figures that make such a list."""
_DASHES = re.compile(r"\s[-–*]\s+(?=[A-Z0-9])")
_DEMAND = (
    r"(?<=[a-z)])\s+(?=(?:Experienced?|Knowledge|Familiar(?:ity)?|Strong|Proficien(?:t|cy)|Ability|Practical|"
    r"Background|Understanding|Excellent|Proven|Solid|Hands-on|Demonstrated|Working|Deep|Bachelor|Master|"
    r"Minimum|Must|Exposure|Expertise|Prior|Previous|Advanced|Comfort(?:able)?)\b)"
)
"""Words with a capital that follow a small letter where a line of a list began."""
_BREAK_OR_DASH = re.compile(f"{_BREAK.pattern}|{_DASHES.pattern}|{_DEMAND}")
_BREAK_OR_DEMAND = re.compile(f"{_BREAK.pattern}|{_DEMAND}")
_ENDS = re.compile(r"[.!?•▪●·►]")
"""Signs of which every break between sentences holds one."""


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    last = start
    if end - start <= _WALL and not _ENDS.search(text, start, end - 1):
        yield from _trimmed(text, start, end)
        return
    for gap in _breaks(text, start, end).finditer(text, start, end):
        if not _ABBREVIATION.search(text, max(start, gap.start() - 8), gap.start()):
            yield from _trimmed(text, last, gap.start())
            last = gap.end()
    yield from _trimmed(text, last, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without list mark and outer spaces, in pieces where it is longer than any thought."""
    mark = ITEM.match(text, start, end)
    start = mark.end() if mark else start
    while end - start > _LONGEST:
        cut = max(text.rfind(" ", start + _LONGEST // 2, start + _LONGEST), start + _LONGEST // 2)
        yield from _bare(text, start, cut)
        start = cut
    yield from _bare(text, start, end)


def _bare(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if end > start:
        yield start, end
