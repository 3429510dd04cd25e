"""For whom an advert is, from intern to manager: by what is asked and done, the title a weak sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seasoned.market.phrasing import phrases
from seasoned.market.posting import Span, Strength, Years
from seasoned.market.strength import Judge
from seasoned.skills.folding import Folded

GRADES = ("intern", "junior", "mid", "senior", "staff", "lead", "manager")
YEARS_SAY = (
    (9.0, {"senior": 1.5, "staff": 1.2}),
    (5.0, {"senior": 2.0}),
    (4.0, {"senior": 1.2, "mid": 1.2}),
    (2.0, {"mid": 1.6}),
    (0.0, {"junior": 1.8}),
)
"""What years asked say of a grade, in points; our choice, after the steps that firms publish."""
TITLE_SAYS = {
    "intern": 2.4,
    "junior": 1.9,
    "senior": 1.7,
    "staff": 2.1,
    "lead": 2.1,
    "manager": 2.3,
}
"""Points of a word in the title: about as many as of years asked, so that the text decides."""
TEXT_SAYS = {"intern": 1.6, "junior": 0.9, "senior": 0.7, "staff": 0.6, "lead": 1.0, "manager": 1.4}
"""Points of each phrase of the text, of which two count for a grade."""
_ELSEWHERE = ("company", "benefits", "legal", "process")
LEAST = 0.9
"""Points below which an advert says too little for a grade."""


@dataclass(frozen=True, slots=True)
class Grade:
    """The grade that an advert means, with the words that tell."""

    name: str
    spans: tuple[Span, ...]


def grade_of(judge: Judge, title: str, skip: int, years: Sequence[Years]) -> Grade:
    """The likeliest grade; no name where too little is said.

    Parameters
    ----------
    title : the title, wherever it was found.
    skip : characters at the start of the text in which the title stands.
    """
    points = dict.fromkeys(GRADES, 0.0)
    spans: list[Span] = []
    for name, worth, span in _signs(judge, skip, years):
        points[name] += worth
        if span:
            spans.append(span)
    for name in _titled(title):
        points[name] += TITLE_SAYS[name]
    best = max(GRADES, key=lambda name: points[name])
    return Grade(best if points[best] >= LEAST else "", tuple(spans))


def _signs(
    judge: Judge, skip: int, years: Sequence[Years]
) -> Iterator[tuple[str, float, Span | None]]:
    asked = [y for y in years if y.strength is Strength.REQUIRED]
    if asked:
        most = max(asked, key=lambda y: y.lower)
        said = next(words for least, words in YEARS_SAY if most.lower >= least)
        for index, (name, worth) in enumerate(said.items()):
            yield name, worth, None if index else most.span
    seen: dict[str, int] = {}
    for hit in judge.found["grade"]:
        name = hit.means.says
        if hit.start < skip or seen.get(name, 0) == 2:
            continue
        if judge.sections.at(hit.start).kind in _ELSEWHERE or judge.saying(hit.start).ours:
            continue
        seen[name] = seen.get(name, 0) + 1
        quote = judge.text[hit.start : hit.end]
        yield name, TEXT_SAYS[name], Span(start=hit.start, end=hit.end, quote=quote)


def _titled(title: str) -> Iterator[str]:
    """Grades that the words of a title name; a product manager manages products."""
    if not title:
        return
    names = {hit.means.says for hit in phrases().find(Folded(title[:120]))["grade-title"]} - {
        "none"
    }
    yield from ["intern"] if "intern" in names else sorted(names)
