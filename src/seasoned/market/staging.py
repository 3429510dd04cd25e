"""Which stage of the built-in ladder an advert means, with how sure that is.

A small model, not a fitted one. The stages are stretches of years of experience on a log scale,
and every sign is a reading of those years with its own width: years asked, the grade, the levels
asked of skills, leading others. Readings are joined by their precision with a wide start, and the
shares are what the bell curve leaves in each stretch. No width falls below ``NARROWEST``: adverts
that ask the same mean different people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import erf, log, sqrt

from seasoned.market.posting import Requirement, StageEstimate, Strength, Years
from seasoned.market.seniority import Grade

STAGES = ("novice", "junior", "senior", "seasoned")
BORDERS = (1.0, 4.0, 9.0)
"""Years of experience between the stages: our choice; another ladder may cut elsewhere."""
START = (3.5, 0.9)
"""Years and width before anything is known: most adverts mean somebody with a few years."""
NARROWEST = 0.3
GRADES_SAY = {
    "intern": (0.2, 0.3),
    "junior": (1.2, 0.4),
    "mid": (3.0, 0.45),
    "senior": (6.0, 0.4),
    "staff": (10.0, 0.4),
    "lead": (8.0, 0.45),
    "manager": (8.0, 0.5),
}
"""Years that a grade speaks of, and the width of that on the log scale."""
LEVEL_YEARS = ((1.5, 1.0), (2.0, 2.5), (2.5, 4.0), (3.0, 6.5), (4.0, 10.0))
"""Years that go with the mean level asked of required skills; a weak sign, width ``LEVEL_WIDTH``."""
LEVEL_WIDTH, YEARS_WIDTH, RANGE_WIDTH = 0.7, 0.4, 0.35
_FEW = 3


def stage_of(
    years: Sequence[Years], grade: Grade, requirements: Sequence[Requirement]
) -> StageEstimate | None:
    """Shares of the four stages, in per cent summing to 100; None where nothing tells."""
    signs = list(_signs(years, grade, requirements))
    if not any(strong for _, _, strong in signs):
        return None
    weight = 1 / START[1] ** 2
    total, mean = weight, weight * _scale(START[0])
    for at, width, _ in signs:
        total += 1 / width**2
        mean += _scale(at) / width**2
    shares = _shares(mean / total, max(NARROWEST, sqrt(1 / total)))
    spans = tuple(y.span for y in years[:1]) + grade.spans
    return StageEstimate(
        shares=tuple(zip(STAGES, shares, strict=True)),
        words=_words(shares, years, grade),
        spans=tuple(dict.fromkeys(spans))[:5],
    )


def _scale(years: float) -> float:
    return log(1 + years)


def _signs(
    years: Sequence[Years], grade: Grade, requirements: Sequence[Requirement]
) -> Iterator[tuple[float, float, bool]]:
    """Years, width, and whether the sign is enough by itself."""
    asked = [y for y in years if y.strength is Strength.REQUIRED]
    if asked:
        most = max(asked, key=lambda y: y.lower)
        middle = (most.lower + most.upper) / 2 if most.upper else most.lower * 1.2 + 0.3
        yield middle, RANGE_WIDTH if most.upper else YEARS_WIDTH, True
    if grade.name:
        yield *GRADES_SAY[grade.name], True
    levels = [r.level for r in requirements if r.strength is Strength.REQUIRED]
    if len(levels) >= _FEW:
        yield _years_of(sum(levels) / len(levels)), LEVEL_WIDTH, False


def _years_of(level: float) -> float:
    """Years that go with a mean level, between the steps of the table in a straight line."""
    if level <= LEVEL_YEARS[0][0]:
        return LEVEL_YEARS[0][1]
    for (low, a), (high, b) in pairwise(LEVEL_YEARS):
        if level <= high:
            return a + (b - a) * (level - low) / (high - low)
    return LEVEL_YEARS[-1][1]


def _shares(mean: float, width: float) -> list[float]:
    """Whole per cents of the bell curve between the borders, summing to 100."""
    cuts = [0.5 * (1 + erf((_scale(b) - mean) / (width * sqrt(2)))) for b in BORDERS]
    exact = [100 * (high - low) for low, high in zip((0.0, *cuts), (*cuts, 1.0), strict=True)]
    shares = [float(int(share)) for share in exact]
    order = sorted(range(len(exact)), key=lambda i: shares[i] - exact[i])
    for index in order[: round(100 - sum(shares))]:
        shares[index] += 1.0
    return shares


def _words(shares: Sequence[float], years: Sequence[Years], grade: Grade) -> str:
    best = max(range(len(shares)), key=shares.__getitem__)
    told = [
        f"{years[0].lower:g} years asked" if years else "",
        f"{grade.name} work" if grade.name else "",
    ]
    reasons = " and ".join(filter(None, told))
    sure = "most likely" if shares[best] >= 60 else "perhaps"
    return f"It {sure} means the stage {STAGES[best]} ({shares[best]:.0f} %), going by {reasons}."
