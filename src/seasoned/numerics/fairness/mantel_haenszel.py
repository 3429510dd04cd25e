"""Whether a question is harder for one of two groups whose scores are the same (Mantel-Haenszel).

People are laid into strata of equal score. In each, two groups times right or wrong make a table of
four counts, and one odds ratio is taken to be common to all tables. Tables are laid out as
``tables[..., stratum, group, answer]`` with group 0 for the reference and 1 for the focal people.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from seasoned.numerics.normal import cdf, quantile

Floats = npt.NDArray[np.floating[Any]]
Integers = npt.NDArray[np.integer[Any]]
Booleans = npt.NDArray[np.bool_]
Result = TypeVar("Result")

DELTA_SCALE = -2.35
"""From a log odds ratio to the delta scale of ETS (mean 13, deviation 4), which is 4 / 1.7: one unit
is about 0.43 logits of difficulty, and below zero means harder for the focal group."""

NEGLIGIBLE, MODERATE, LARGE, UNDECIDED = 0, 1, 2, -1
"""Codes of a size: what ETS calls A, B and C, and "cannot be told"."""


class End(StrEnum):
    """Why a purification ended.

    ``STABLE``: the items flagged are the ones left out of the score. ``LIMIT``: the rounds allowed
    are used up (at once if none are). ``CYCLE``: a set of flagged items came back and would come
    back for ever. ``EMPTY``: every item was flagged, so that no score is left.
    """

    STABLE = "stable"
    LIMIT = "limit"
    CYCLE = "cycle"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When an item is flagged and how often flagged items are taken out of the score.

    ``level``: probability below which an item is flagged. ``rounds``: most purification rounds,
    0 for none; difR allows ten, and six were the most needed on its own example.
    """

    level: float = 0.05
    rounds: int = 10

    def __post_init__(self) -> None:
        if not 0 < self.level < 1 or self.rounds < 0:
            raise ValueError(f"level must lie between 0 and 1 and rounds be 0 or more, not {self}")


RULE = Rule()


@dataclass(frozen=True, slots=True, kw_only=True)
class Purified:
    """Which items made up the score and which stood out against it.

    ``anchors``, ``flagged``: shape (n_items,). ``rounds``: how often the score was made anew.
    """

    anchors: Booleans
    flagged: Booleans
    rounds: int
    end: End


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonOdds:
    """One odds ratio per item over all its strata, each field of shape (n_items,).

    ``odds_ratio``: of a right answer, reference to focal group; above 1 favours the reference.
    ``delta``, ``error``: MH D-DIF and its standard error, on the delta scale; below 0 is harder for
    the focal group. ``chi_square``, ``p``: of no difference, one degree of freedom.
    ``corrected_chi_square``, ``corrected_p``: with half an answer taken off for continuity.
    NaN where the tables say nothing; 0 or infinite odds have no error.
    """

    odds_ratio: Floats
    delta: Floats
    error: Floats
    chi_square: Floats
    p: Floats
    corrected_chi_square: Floats
    corrected_p: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class MantelHaenszel:
    """Differential functioning of each item.

    ``adjusted_p``: shape (n_items,), Benjamini-Hochberg over the items, of the p that flags.
    ``size``: shape (n_items,), NEGLIGIBLE, MODERATE, LARGE or UNDECIDED by the rule of ETS.
    """

    odds: CommonOdds
    adjusted_p: Floats
    size: Integers
    purified: Purified


def mantel_haenszel(
    answers: Integers,
    focal: Booleans,
    *,
    matching: Floats | None = None,
    own_item: bool = True,
    corrected: bool = True,
    rule: Rule = RULE,
) -> MantelHaenszel:
    """Differential functioning of each item between two groups, matched on the purified score.

    Parameters
    ----------
    answers : shape (n_people, n_items), 1 right, 0 wrong, -1 missing. A missing answer adds nothing
        to a score; where people were asked different items, give ``matching`` instead.
    focal : shape (n_people,), whether a person belongs to the focal group.
    matching : shape (n_people,), what people are matched on instead of a score, a stratum per
        distinct value (see ``even_strata``); nothing is purified then.
    own_item : whether an item counts in the score it is held against (total score) or not (rest
        score). Where groups differ in ability, a rest score of 19 Rasch items gave 16 % false alarms
        instead of 5, the total score none too many.
    corrected : whether the chi-square with continuity correction flags items.
    rule : level and rounds.

    Returns
    -------
    Odds, adjusted p, size and purification. The order of items and people does not matter; if the
    groups change places, the deltas change sign and nothing else changes.

    Raises
    ------
    ValueError
        If an answer is not 1, 0 or -1, a group is empty, a matching value is not finite, or shapes
        do not belong together.

    References
    ----------
    Mantel and Haenszel (1959), Statistical aspects of the analysis of data from retrospective
    studies of disease, JNCI 22; Holland and Thayer (1988), Differential item performance and the
    Mantel-Haenszel procedure, in Wainer and Braun, Test Validity; Candell and Drasgow (1988), An
    iterative procedure for linking metrics and assessing item bias, Applied Psychological
    Measurement 12 (purification).

    Examples
    --------
    >>> answers = np.array([[1, 1], [0, 1], [1, 0], [1, 0], [0, 1], [0, 1]])
    >>> found = mantel_haenszel(answers, np.array([0, 0, 0, 1, 1, 1], dtype=bool))
    >>> found.odds.odds_ratio.tolist(), found.purified.end.value
    ([2.0, 0.5], 'stable')
    """
    made = _table_maker(answers, focal, matching, own_item)

    def screen(anchors: Booleans) -> tuple[CommonOdds, Floats]:
        odds = common_odds(made(anchors))
        return odds, odds.corrected_p if corrected else odds.p

    limit = rule.rounds if matching is None else 0
    odds, p, purified = purify(screen, answers.shape[1], rule.level, limit)
    size = ets_sizes(odds.delta, odds.error, p, rule.level)
    adjusted = benjamini_hochberg(p)
    return MantelHaenszel(odds=odds, adjusted_p=adjusted, size=size, purified=purified)


def _table_maker(
    answers: Integers, focal: Booleans, matching: Floats | None, own_item: bool
) -> Callable[[Booleans], Integers]:
    if matching is None:
        return lambda anchors: score_tables(answers, focal, anchors, own_item=own_item)
    if not bool(np.isfinite(matching).all()):
        raise ValueError("matching must be finite for everyone")
    fixed = tables_from(answers, focal, np.unique(matching, return_inverse=True)[1])
    return lambda anchors: fixed


def purify(
    screen: Callable[[Booleans], tuple[Result, Floats]], n_items: int, level: float, limit: int
) -> tuple[Result, Floats, Purified]:
    """Last result of screening items again and again without the ones flagged the time before.

    Parameters
    ----------
    screen : from the items that make up the score, shape (n_items,), to any result and a
        probability per item, shape (n_items,); NaN is never flagged.
    n_items : how many items.
    level : probability below which an item is flagged.
    limit : most rounds after the first screening.

    Returns
    -------
    The last result, its probabilities, and which items were kept and flagged.

    Raises
    ------
    ValueError
        Whatever ``screen`` raises.

    References
    ----------
    Candell and Drasgow (1988), as above; Magis, Beland, Tuerlinckx and De Boeck (2010), A general
    framework and an R package for the detection of dichotomous differential item functioning,
    Behavior Research Methods 42. Noticing cycles is our own.

    Examples
    --------
    >>> p = np.array([0.01, 0.4, 0.6])
    >>> result, _, purified = purify(lambda anchors: (anchors.sum(), p), 3, 0.05, 10)
    >>> int(result), purified.rounds, purified.end.value
    (2, 1, 'stable')
    """
    anchors, history = np.ones(n_items, dtype=bool), list[Booleans]()
    while True:
        result, p = screen(anchors)
        flagged = p < level
        end = _end(anchors, flagged, history, limit)
        if end:
            kept = Purified(anchors=anchors, flagged=flagged, rounds=len(history), end=end)
            return result, p, kept
        history.append(flagged)
        anchors = ~flagged


def _end(anchors: Booleans, flagged: Booleans, history: list[Booleans], limit: int) -> End | None:
    if (flagged != anchors).all():
        return End.STABLE
    if len(history) >= limit:
        return End.LIMIT
    if flagged.all():
        return End.EMPTY
    return End.CYCLE if any((flagged == earlier).all() for earlier in history) else None


def common_odds(tables: Integers) -> CommonOdds:
    """The odds ratio common to the strata of each item, with its tests.

    Parameters
    ----------
    tables : shape (..., n_strata, 2, 2), counts by stratum, group and answer (wrong, right).

    Returns
    -------
    Fields of shape (...).

    Raises
    ------
    ValueError
        If the last two axes are not 2 by 2.

    References
    ----------
    Mantel and Haenszel (1959), as above. The variance of the log odds ratio is by Robins, Breslow
    and Greenland (1986), Biometrics 42; that of Phillips and Holland (1987), Biometrics 43, is the
    same number.

    Examples
    --------
    >>> found = common_odds(np.array([[[10, 20], [20, 10]]]))
    >>> float(found.odds_ratio), float(found.chi_square.round(3)), float(found.error.round(3))
    (4.0, 6.556, 1.287)
    """
    if tables.shape[-2:] != (2, 2):
        raise ValueError(f"tables must have shape (..., n_strata, 2, 2), not {tables.shape}")
    odds_ratio, variance = _odds(tables)
    gap, spread = _gap(tables)
    with np.errstate(divide="ignore", invalid="ignore"):
        delta = DELTA_SCALE * np.log(odds_ratio)
        plain = gap**2 / spread
        corrected = np.maximum(gap - 0.5, 0.0) ** 2 / spread
    return CommonOdds(
        odds_ratio=odds_ratio,
        delta=delta,
        error=abs(DELTA_SCALE) * np.sqrt(variance),
        chi_square=plain,
        p=chi_square_tail(plain),
        corrected_chi_square=corrected,
        corrected_p=chi_square_tail(corrected),
    )


def _odds(tables: Integers) -> tuple[Floats, Floats]:
    """Common odds ratio and the variance of its logarithm, each of shape (...)."""
    (b, a), (d, c) = (np.moveaxis(tables[..., group, :], -1, 0) for group in (0, 1))
    share = 1 / np.maximum(a + b + c + d, 1)
    for_it, against = a * d * share, b * c * share
    top, bottom = for_it.sum(-1), against.sum(-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        odds = top / bottom
        mixed = for_it + odds[..., None] * against
        alike = (a + d + odds[..., None] * (b + c)) * share
        variance = (mixed * alike).sum(-1) / (2 * top**2)
    return odds, np.where(top * bottom > 0, variance, np.nan)


def _gap(tables: Integers) -> tuple[Floats, Floats]:
    """How far the reference group's right answers lie from what equal odds expect, and the variance."""
    people, kinds = tables.sum(-1), tables.sum(-2)
    total = people.sum(-1)
    share = 1 / np.maximum(total, 1)
    expected = people[..., 0] * kinds[..., 1] * share
    margins = people.prod(-1) * share * (kinds.prod(-1) * share)
    spread = (margins / np.maximum(total - 1, 1)).sum(-1)
    return np.abs((tables[..., 0, 1] - expected).sum(-1)), spread


def chi_square_tail(x: Floats) -> Floats:
    """Probability that a chi-square of one degree of freedom is at least this large.

    Parameters
    ----------
    x : any shape, 0 or more; NaN stays NaN.

    Returns
    -------
    The same shape.

    Raises
    ------
    TypeError
        If x holds no numbers.

    References
    ----------
    The square of a standard normal.

    Examples
    --------
    >>> chi_square_tail(np.array([0.0, 3.841459])).round(4).tolist()
    [1.0, 0.05]
    """
    return 2 * cdf(-np.sqrt(x))


def ets_sizes(delta: Floats, error: Floats, p: Floats, level: float = 0.05) -> Integers:
    """Size of each item's differential functioning by the rule of ETS.

    Negligible (A): not significantly different from 0, or below 1 in size. Large (C): 1.5 or more
    in size and significantly above 1. Moderate (B): all others.

    Parameters
    ----------
    delta, error : shape (...), MH D-DIF and its standard error.
    p : shape (...), of the test against 0.
    level : of both tests; the one against 1 has one side.

    Returns
    -------
    Codes of shape (...): NEGLIGIBLE, MODERATE, LARGE, or UNDECIDED where a number is missing.

    Raises
    ------
    ValueError
        If the level is not above 0 and below 1.

    References
    ----------
    Dorans and Holland (1993), DIF detection and description, in Holland and Wainer, Differential
    Item Functioning; Zieky (1993), Practical questions in the use of DIF statistics, in
    the same book.

    Examples
    --------
    >>> ets_sizes(np.array([0.9, -1.2, 2.0]), np.full(3, 0.3), np.full(3, 0.001)).tolist()
    [0, 1, 2]
    """
    size = np.abs(delta)
    beyond_one = size - 1 > quantile(np.array(1 - level)) * error
    unknown = ~np.isfinite(delta) | np.isnan(error) | np.isnan(p)
    small = (size < 1) | (p >= level)
    codes = [UNDECIDED, NEGLIGIBLE, LARGE]
    return np.asarray(np.select([unknown, small, beyond_one & (size >= 1.5)], codes, MODERATE))


def benjamini_hochberg(p: Floats) -> Floats:
    """Smallest share of false alarms at which each of several tests would be flagged.

    Parameters
    ----------
    p : shape (n,); NaN counts as not tested.

    Returns
    -------
    shape (n,), at least as large as p; NaN stays NaN.

    Raises
    ------
    ValueError
        If p has more than one axis.

    References
    ----------
    Benjamini and Hochberg (1995), Controlling the false discovery rate, J. R. Statist. Soc. B 57.

    Examples
    --------
    >>> benjamini_hochberg(np.array([0.01, 0.04, 0.03, np.nan])).round(3).tolist()
    [0.03, 0.04, 0.04, nan]
    """
    if p.ndim != 1:
        raise ValueError(f"p must have one axis, not {p.ndim}")
    order = np.argsort(p)
    scaled = p[order] * np.count_nonzero(~np.isnan(p)) / np.arange(1, len(p) + 1)
    adjusted = np.empty(len(p))
    adjusted[order] = np.minimum(np.fmin.accumulate(scaled[::-1])[::-1], 1.0)
    return adjusted


def score_tables(
    answers: Integers, focal: Booleans, anchors: Booleans, *, own_item: bool = True
) -> Integers:
    """Tables of each item by the number of right answers to the anchor items.

    Parameters
    ----------
    answers, focal : as for ``mantel_haenszel``.
    anchors : shape (n_items,), whether an item counts in the score.
    own_item : whether each item counts in its own score, anchor or not.

    Returns
    -------
    shape (n_items, n_items + 1, 2, 2), counts by score, group and answer.

    Raises
    ------
    ValueError
        As for ``mantel_haenszel``.

    References
    ----------
    Holland and Thayer (1988), as above: the studied item belongs to its score.

    Examples
    --------
    >>> answers, focal = np.array([[1, 0], [1, 1]]), np.array([False, True])
    >>> score_tables(answers, focal, np.ones(2, dtype=bool))[0].tolist()
    [[[0, 0], [0, 0]], [[0, 1], [0, 0]], [[0, 0], [0, 1]]]
    """
    right = answers == 1
    own = int(own_item) - anchors.astype(np.int32)
    scores = right[:, anchors].sum(1, dtype=np.int32)[:, None] + right * own
    return tables_from(answers, focal, scores, answers.shape[1] + 1)


def tables_from(
    answers: Integers, focal: Booleans, strata: Integers, n_strata: int | None = None
) -> Integers:
    """Counts of each item's answers by stratum, group and answer; missing answers are left out.

    Parameters
    ----------
    answers, focal : as for ``mantel_haenszel``.
    strata : shape (n_people,), or (n_people, n_items) where each item has its own; 0 or more.
    n_strata : how many strata there are, if more than occur.

    Returns
    -------
    shape (n_items, n_strata, 2, 2).

    Raises
    ------
    ValueError
        As for ``mantel_haenszel``.

    References
    ----------
    Mantel and Haenszel (1959), as above.

    Examples
    --------
    >>> answers, focal = np.array([[1], [0], [-1]]), np.array([False, True, True])
    >>> tables_from(answers, focal, np.array([0, 0, 0])).tolist()
    [[[[0, 1], [1, 0]]]]
    """
    _refuse_wrong(answers, focal, strata)
    n = n_strata or int(strata.max()) + 1
    by_item = np.ascontiguousarray(answers.T)
    rows = np.broadcast_to(strata.T, by_item.shape)
    return np.stack([_table(*each, focal, n) for each in zip(by_item, rows, strict=True)])


def _table(answers: Integers, strata: Integers, focal: Booleans, n: int) -> Integers:
    code = (strata.astype(np.int64) * 2 + focal) * 2 + answers
    return np.bincount(code[answers >= 0], minlength=4 * n).reshape(n, 2, 2)


def _refuse_wrong(answers: Integers, focal: Booleans, strata: Integers) -> None:
    if answers.ndim != 2 or not -1 <= answers.min() <= answers.max() <= 1:
        raise ValueError("answers must be 1, 0 or -1, of shape (n_people, n_items)")
    if focal.shape != answers.shape[:1] or strata.shape[0] != len(focal):
        raise ValueError(f"{len(answers)} people need as many groups and matching values")
    if focal.dtype != bool or focal.all() or not focal.any():
        raise ValueError("focal must be True for some people and False for others")


def even_strata(values: Floats, count: int) -> Integers:
    """Strata of about as many people each, the lowest first; equal values stay together.

    Parameters
    ----------
    values : shape (n,), finite, such as abilities.
    count : how many strata to aim at.

    Returns
    -------
    shape (n,), from 0 to count - 1.

    Raises
    ------
    ValueError
        If a value is not finite or the count is below 1.

    References
    ----------
    Zwick, Thayer and Wingersky (1994), A simulation study of methods for assessing differential
    item functioning in computerized adaptive tests, Applied Psychological Measurement 18, match
    people on ability when each was asked other items.

    Examples
    --------
    >>> even_strata(np.array([0.3, -1.0, 2.0, 0.3, 5.0, -2.0]), 3).tolist()
    [1, 0, 2, 1, 2, 0]
    """
    if count < 1 or not bool(np.isfinite(values).all()):
        raise ValueError(f"values must be finite and count 1 or more, not {count}")
    ordered = np.sort(values)
    below, upto = (np.searchsorted(ordered, values, side=side) for side in ("left", "right"))
    return np.asarray((below + upto) * count // (2 * len(values)))
