"""Whether items and people behave: classical statistics, fit to the model, options, drift, reliability."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.numerics.answering import right_chance
from seasoned.numerics.fairness.mantel_haenszel import (
    RULE,
    Purified,
    Rule,
    benjamini_hochberg,
    chi_square_tail,
    even_strata,
    purify,
)

Floats = npt.NDArray[np.floating[Any]]
Integers = npt.NDArray[np.integer[Any]]
Booleans = npt.NDArray[np.bool_]

TAIL = 0.27
"""Share of people in the upper and in the lower group: the one at which the difference of two normal
groups stands furthest above its error, by Kelley (1939), J. Educational Psychology 30."""

NODES = np.linspace(-6.0, 6.0, 61)
"""Abilities over which a standard normal population is summed, a fifth of a deviation apart: chances
are exact to seven digits for sixty items, to nine for twenty."""

LEAST_EXPECTED = 1.0
"""Least expected right and wrong answers in a score group of S-X2; sparser groups are joined with the
next, as by Orlando and Thissen (2000). Higher loses groups, lower distorts the chi-square."""

TINY = 1e-9
"""Chances nearer to 0 or 1 are taken for this: the surprise of a wrong answer stays finite."""

WIDEST = 2.0
"""Largest variance of a mean square that is standardised, that of a chi-square of one degree of freedom:
below that the cube root is far from normal. Winsteps and mirt stop there too."""

QUARTILE_WIDTH = 0.74
"""From the distance between quartiles of a normal variable to its deviation, 1 / 1.349."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Classical:
    """What was seen of each item, each field of shape (n_items,); NaN where nothing was.

    ``answered``: how many answers. ``facility``: share of right ones. ``item_total``,
    ``item_rest``: correlation of a right answer with the share right of all items, and of all
    others, that a person was asked. ``upper_lower``: facility in the upper 27 % less that in the
    lower.
    """

    answered: Integers
    facility: Floats
    item_total: Floats
    item_rest: Floats
    upper_lower: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class MeanSquares:
    """Squared residuals over what the model expects, each field of shape (n_items,) or (n_people,).

    ``outfit``: mean of each answer's ratio, moved by surprises far from a person's level.
    ``infit``: ratio of the sums, moved by answers near it. 1 is as expected, above is noise, below
    is too good to be true. ``outfit_z``, ``infit_z``: about standard normal under the model.
    """

    outfit: Floats
    infit: Floats
    outfit_z: Floats
    infit_z: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class SummedFit:
    """S-X2 of each item, each field of shape (n_items,); p is NaN without degrees of freedom."""

    statistic: Floats
    degrees: Integers
    p: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the options of each item drew people.

    ``counts``, ``shares``: shape (n_items, n_options, n_groups), lowest group first; shares of the
    group's answers to the item. ``point_biserial``: shape (n_items, n_options), correlation of
    choosing an option with the score; below zero is as it should be for a wrong one.
    """

    counts: Integers
    shares: Floats
    point_biserial: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """Change of each item's difficulty after the scales were linked, fields of shape (n_items,).

    ``shift``: what was taken off, the anchors' mean change. ``change``, ``error``: in logits, above
    zero for harder. ``z``, ``p``, ``adjusted_p``: of no change. ``robust_z``: distance from the
    median change in deviations, free of the errors.
    """

    shift: float
    change: Floats
    error: Floats
    z: Floats
    p: Floats
    adjusted_p: Floats
    robust_z: Floats
    purified: Purified


def classical(answers: Integers) -> Classical:
    """Facility and discrimination of each item without any model.

    Parameters
    ----------
    answers : shape (n_people, n_items), 1 right, 0 wrong, -1 missing.

    Returns
    -------
    Fields of shape (n_items,). The order of people does not matter: those whose scores tie at the
    border of the upper or lower 27 % count in part.

    Raises
    ------
    ValueError
        If an answer is not 1, 0 or -1.

    References
    ----------
    Henrysson (1963), Correction of item-total correlations in item analysis, Psychometrika 28;
    Kelley (1939), The selection of upper and lower groups for the validation of test items, Journal
    of Educational Psychology 30.

    Examples
    --------
    >>> found = classical(np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [1, 1, 1]]))
    >>> found.facility.tolist(), found.item_rest.round(3).tolist()
    ([0.75, 0.5, 0.25], [0.522, 0.707, 0.522])
    """
    seen, right = _seen(answers)
    asked, total = seen.sum(1), right.sum(1)
    share = total / np.maximum(asked, 1)
    others = asked[:, None] - seen
    rest = (total[:, None] - right) / np.maximum(others, 1)
    whole = np.broadcast_to(share[:, None], rest.shape)
    return Classical(
        answered=seen.sum(0),
        facility=_ratio(right.sum(0), seen.sum(0)),
        item_total=_correlation(right, whole, seen),
        item_rest=_correlation(right, rest, seen & (others > 0)),
        upper_lower=_upper_lower(seen, right, share),
    )


def _seen(answers: Integers) -> tuple[Booleans, Floats]:
    """Whether there is an answer, and 1 where it is right, each of shape (n_people, n_items)."""
    if answers.ndim != 2 or not -1 <= answers.min() <= answers.max() <= 1:
        raise ValueError("answers must be 1, 0 or -1, of shape (n_people, n_items)")
    return answers >= 0, (answers == 1).astype(float)


def _ratio(top: Floats | Integers, bottom: Floats | Integers) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(top / bottom)


def _correlation(x: Floats, y: Floats, counted: Booleans) -> Floats:
    """Correlation down each column of what is counted, NaN where either does not vary."""
    n = np.maximum(counted.sum(0), 1)
    x = np.where(counted, x - np.where(counted, x, 0).sum(0) / n, 0)
    y = np.where(counted, y - np.where(counted, y, 0).sum(0) / n, 0)
    spread = (x**2).sum(0) * (y**2).sum(0)
    return _ratio((x * y).sum(0), np.sqrt(np.where(spread > 1e-20, spread, np.nan)))


def _upper_lower(seen: Booleans, right: Floats, share: Floats) -> Floats:
    asked = seen.sum(1) > 0
    upper, lower = (np.where(asked, _outermost(sign * share, asked), 0.0) for sign in (1, -1))
    highest, lowest = (_ratio(group @ right, group @ seen) for group in (upper, lower))
    return np.asarray(highest - lowest)


def _outermost(score: Floats, asked: Booleans) -> Floats:
    """Weight of each person in the best 27 % of those asked: 1, 0, or a part among ties."""
    ordered = np.sort(score[asked])
    below, upto = (np.searchsorted(ordered, score, side=side) for side in ("left", "right"))
    room = TAIL * len(ordered) - (len(ordered) - upto)
    return np.asarray(np.clip(room / np.maximum(upto - below, 1), 0, 1))


def mean_squares(answers: Integers, expected: Floats, *, axis: int = 0) -> MeanSquares:
    """Infit and outfit of each item, or of each person.

    Parameters
    ----------
    answers : shape (n_people, n_items), 1 right, 0 wrong, -1 missing.
    expected : shape (n_people, n_items), chance of a right answer, above 0 and below 1; see
        ``answering.right_chance``. Chances from abilities that were estimated on the same answers
        lie too near to these, and the mean squares some hundredths below 1.
    axis : 0 for items, 1 for people.

    Returns
    -------
    One value per item or person, NaN where nothing was answered.

    Raises
    ------
    ValueError
        If an answer is not 1, 0 or -1, or a chance not between 0 and 1.

    References
    ----------
    Wright and Masters (1982), Rating Scale Analysis, p. 100-101; the z is by Wilson and Hilferty
    (1931), The distribution of chi-square, PNAS 17.

    Examples
    --------
    >>> found = mean_squares(np.array([[1], [0], [1]]), np.array([[0.8], [0.2], [0.2]]))
    >>> found.outfit.tolist(), found.infit.round(3).tolist()
    ([1.5], [1.5])
    """
    seen, right = _seen(answers)
    if not bool(((expected > 0) & (expected < 1)).all()):
        raise ValueError("expected must lie above 0 and below 1")
    variance = expected * (1 - expected)
    squares = np.where(seen, (right - expected) ** 2, 0)
    fourth = np.where(seen, variance * (1 - 3 * variance), 0)
    n, known = seen.sum(axis), np.where(seen, variance, 0).sum(axis)
    outfit, infit = _ratio((squares / variance).sum(axis), n), _ratio(squares.sum(axis), known)
    outfit_spread = _ratio((fourth / variance**2).sum(axis) - n, n**2)
    infit_spread = _ratio((fourth - seen * variance**2).sum(axis), known**2)
    return MeanSquares(
        outfit=outfit,
        infit=infit,
        outfit_z=_deviate(outfit, outfit_spread),
        infit_z=_deviate(infit, infit_spread),
    )


def _deviate(mean_square: Floats, variance: Floats) -> Floats:
    q = np.sqrt(np.where(variance > 0, np.minimum(variance, WIDEST), np.nan))
    return (np.cbrt(mean_square) - 1) * 3 / q + q / 3


def person_fit(
    answers: Integers,
    ability: Floats,
    discrimination: Floats,
    difficulty: Floats,
    chance: Floats,
) -> Floats:
    """How usual each person's answers are for somebody of their ability (lz*).

    The log-likelihood of the answers, less its mean, over its deviation, with the part taken out that
    an error of the ability moves. Snijders adds a term for the way ability was estimated; it is
    what the answers leave over in the equation that the estimate solves, and is read off them
    here. So maximum likelihood, weighted likelihood and the mode of a posterior all give his value.

    Parameters
    ----------
    answers : shape (n_people, n_items), 1 right, 0 wrong, -1 missing.
    ability : shape (n_people,), in logits, estimated from these answers.
    discrimination, difficulty, chance : shape (n_items,), see ``answering.right_chance``.

    Returns
    -------
    shape (n_people,), about standard normal under the model; far below zero for answers that do not
    belong together (easy wrong, hard right). NaN where the items are too alike to tell.

    Raises
    ------
    ValueError
        If an answer is not 1, 0 or -1, or a chance not from 0 to below 1.

    References
    ----------
    Snijders (2001), Asymptotic null distribution of person fit statistics with estimated person
    parameter, Psychometrika 66; Magis, Raiche and Beland (2012), A didactic presentation of
    Snijders's lz* index of person fit, Journal of Educational and Behavioral Statistics 37.

    Examples
    --------
    >>> difficulty, one = np.array([-2.0, -1.0, 1.0, 2.0]), np.ones(4)
    >>> person_fit(np.array([[1, 1, 0, 0], [0, 0, 1, 1]]), np.zeros(2), one, difficulty, 0 * one).round(2).tolist()
    [0.91, -4.49]
    """
    seen, right = _seen(answers)
    p = right_chance(ability[:, None], discrimination, difficulty, chance).clip(TINY, 1 - TINY)
    slope = discrimination * (p - chance) * (1 - p) / (1 - chance)
    variance = np.where(seen, p * (1 - p), 0)
    pull, weight = slope / (p * (1 - p)), np.log(p / (1 - p))
    shared = _ratio((variance * pull * weight).sum(1), (variance * pull**2).sum(1))
    left = weight - shared[:, None] * pull
    spread = (variance * left**2).sum(1)
    surprise = (np.where(seen, right - p, 0) * left).sum(1)
    return _ratio(surprise, np.sqrt(np.where(spread > 1e-12, spread, np.nan)))


def summed_fit(
    answers: Integers,
    discrimination: Floats,
    difficulty: Floats,
    chance: Floats,
    *,
    estimated: int = 2,
) -> SummedFit:
    """S-X2 of each item: right answers by total score against what the model expects.

    Parameters
    ----------
    answers : shape (n_people, n_items), 1 right, 0 wrong, -1 missing; people with a missing answer
        are left out.
    discrimination, difficulty, chance : shape (n_items,), on a scale where ability is standard
        normal; see ``answering.right_chance``.
    estimated : how many parameters of each item were estimated from these answers.

    Returns
    -------
    Statistic, degrees of freedom and p of each item. It takes n_items cubed times 61 products.

    Raises
    ------
    ValueError
        If an answer is not 1, 0 or -1, or nobody answered everything.

    References
    ----------
    Orlando and Thissen (2000), Likelihood-based item-fit indices for dichotomous item response theory
    models, Applied Psychological Measurement 24; Lord and Wingersky (1984), Comparison of IRT
    true-score and equipercentile observed-score equatings, Applied Psychological Measurement 8.

    Examples
    --------
    >>> rng, one = np.random.default_rng(1), np.ones(5)
    >>> answers = (rng.logistic(size=(500, 5)) < rng.normal(size=(500, 1))).astype(int)
    >>> summed_fit(answers, one, 0 * one, 0 * one, estimated=0).degrees.tolist()
    [4, 4, 4, 4, 4]
    """
    from scipy.special import chdtrc

    seen, right = _seen(answers)
    right = right[seen.all(1)]
    if not len(right):
        raise ValueError("somebody must have answered every item")
    expected = _expected_by_score(discrimination, difficulty, chance)
    scores = right.sum(1).astype(int)
    people = np.bincount(scores, minlength=right.shape[1] + 1)[1:-1]
    observed = np.stack([np.bincount(scores, item, right.shape[1] + 1)[1:-1] for item in right.T])
    parts = [_squares(*each, people) for each in zip(observed, expected, strict=True)]
    statistic = np.array([part.sum() for part in parts])
    degrees = np.array([len(part) - estimated for part in parts])
    p = np.where(degrees > 0, chdtrc(np.maximum(degrees, 1), statistic), np.nan)
    return SummedFit(statistic=statistic, degrees=degrees, p=p)


def _expected_by_score(discrimination: Floats, difficulty: Floats, chance: Floats) -> Floats:
    """Chance of a right answer to each item at each score from 1 to n_items - 1, one row an item."""
    p = right_chance(NODES[:, None], discrimination, difficulty, chance)
    mass = np.exp(-(NODES**2) / 2)
    without = np.where(np.eye(p.shape[1], dtype=bool)[:, None], 0.0, p)
    rest = _score_chances(without)[..., :-2]
    hit = np.einsum("q,qi,iqk->ik", mass, p, rest, optimize=True)
    return np.asarray(hit / (mass @ _score_chances(p))[1:-1])


def _score_chances(p: Floats) -> Floats:
    """Chance of each total score from independent chances of right answers, last axis one longer."""
    reached = np.zeros((*p.shape[:-1], p.shape[-1] + 1))
    reached[..., 0] = 1
    for item in range(p.shape[-1]):
        hit = reached[..., :-1] * p[..., item, None]
        reached *= 1 - p[..., item, None]
        reached[..., 1:] += hit
    return reached


def _squares(observed: Floats, expected: Floats, people: Integers) -> Floats:
    """Squared deviation of each score group from its chance, sparse groups joined with the next."""
    hoped = expected * people
    group = _joined(hoped, people - hoped)
    n, right, sure = (np.bincount(group, counts) for counts in (people, observed, hoped))
    return np.asarray((right - sure) ** 2 / (sure * (1 - sure / n)))


def _joined(right: Floats, wrong: Floats) -> Integers:
    """Number of the group of each score, such that each group expects enough right and wrong answers."""
    numbers, number, held = [], 0, np.zeros(2)
    for both in zip(right, wrong, strict=True):
        numbers.append(number)
        held = held + both
        if held.min() >= LEAST_EXPECTED:
            number, held = number + 1, np.zeros(2)
    return np.minimum(numbers, max(number - 1, 0))


def option_table(chosen: Integers, score: Floats, n_options: int, *, n_groups: int = 3) -> Options:
    """How often each option of each item was chosen, by thirds of ability, and by whom.

    Parameters
    ----------
    chosen : shape (n_people, n_items), number of the option from 0 to n_options - 1, -1 missing;
        "I don't know" may be an option like the others.
    score : shape (n_people,), finite, such as ability; best without the item itself.
    n_options : how many options the item with the most has.
    n_groups : into how many groups of ability people fall.

    Returns
    -------
    Counts, shares and point-biserial correlations; NaN where nobody answered or all chose alike.

    Raises
    ------
    ValueError
        If an option lies outside 0 to n_options - 1 or a score is not finite.

    References
    ----------
    Haladyna (2004), Developing and Validating Multiple-Choice Test Items (option tables).

    Examples
    --------
    >>> chosen, score = np.array([[0], [1], [1], [2], [2], [2]]), np.arange(6.0)
    >>> option_table(chosen, score, 3).counts[0].tolist()
    [[1, 0, 0], [1, 1, 0], [0, 1, 2]]
    """
    if not -1 <= chosen.min() <= chosen.max() < n_options:
        raise ValueError(f"options must lie from 0 to {n_options - 1}, or be -1")
    group = even_strata(score, n_groups)
    places, seen = chosen.T * n_groups + group, chosen >= 0
    cells = n_options * n_groups
    flat = [
        np.bincount(row[kept], minlength=cells) for row, kept in zip(places, seen.T, strict=True)
    ]
    counts = np.stack(flat).reshape(-1, n_options, n_groups)
    column = np.broadcast_to(score[:, None], chosen.shape)
    drawn = [_correlation(chosen == k, column, seen) for k in range(n_options)]
    return Options(
        counts=counts,
        shares=_ratio(counts, counts.sum(1, keepdims=True)),
        point_biserial=np.stack(drawn, axis=1),
    )


def drift(
    first: Floats,
    first_error: Floats,
    second: Floats,
    second_error: Floats,
    *,
    rule: Rule = RULE,
) -> Drift:
    """Which items became harder or easier between two calibrations, after mean linking.

    Parameters
    ----------
    first, second : shape (n_items,), difficulties in logits; NaN for an item not calibrated then.
    first_error, second_error : shape (n_items,), their standard errors.
    rule : level and rounds; items that moved are taken out of the link.

    Returns
    -------
    Changes and their tests; NaN for items of one calibration only. The error of the link counts.

    Raises
    ------
    ValueError
        If shapes differ or fewer than two items were calibrated twice.

    References
    ----------
    Lord (1980), Applications of Item Response Theory, ch. 14 (the test); Kolen and Brennan (2014),
    Test Equating, Scaling, and Linking, ch. 6 (mean linking); Huynh and Meyer (2010), Use of robust
    z in detecting unstable items in item response theory models, Practical Assessment, Research
    and Evaluation 15.

    Examples
    --------
    >>> before, after = np.array([-1.0, -0.5, 0.0, 0.5, 1.0]), np.array([-0.8, -0.3, 0.2, 0.7, 2.2])
    >>> found = drift(before, np.full(5, 0.1), after, np.full(5, 0.1))
    >>> round(found.shift, 3), round(float(found.change[4]), 3)
    (0.2, 1.0)
    """
    moved = second - first
    variance = first_error**2 + second_error**2
    known = np.isfinite(moved) & np.isfinite(variance)
    if np.count_nonzero(known) < 2:
        raise ValueError("two items or more must have been calibrated twice")

    def screen(anchors: Booleans) -> tuple[tuple[float, Floats, Floats], Floats]:
        shift, change, error = _linked(moved, variance, anchors & known)
        return (shift, change, error), chi_square_tail((change / error) ** 2)

    (shift, change, error), p, purified = purify(screen, len(first), rule.level, rule.rounds)
    return Drift(
        shift=shift,
        change=change,
        error=error,
        z=change / error,
        p=p,
        adjusted_p=benjamini_hochberg(p),
        robust_z=_robust_z(np.where(known, moved, np.nan)),
        purified=purified,
    )


def _linked(moved: Floats, variance: Floats, anchors: Booleans) -> tuple[float, Floats, Floats]:
    """Mean change of the anchors, every item's change less that mean, and the error of the latter."""
    n = np.count_nonzero(anchors)
    shift = float(moved[anchors].mean())
    of_link = variance[anchors].sum() / n**2
    return shift, moved - shift, np.sqrt(variance * (1 - 2 * anchors / n) + of_link)


def _robust_z(moved: Floats) -> Floats:
    low, middle, high = np.nanquantile(moved, [0.25, 0.5, 0.75])
    return _ratio(moved - middle, QUARTILE_WIDTH * (high - low))


def cronbach_alpha(answers: Integers) -> float:
    """Reliability of the total score by the covariances of its items.

    Parameters
    ----------
    answers : shape (n_people, n_items), points from 0 on, -1 missing. Each covariance is over the
        people who answered both items.

    Returns
    -------
    At most 1, NaN where two items were never answered together or nothing varies.

    Raises
    ------
    ValueError
        If there are fewer than two items.

    References
    ----------
    Cronbach (1951), Coefficient alpha and the internal structure of tests, Psychometrika 16.

    Examples
    --------
    >>> round(cronbach_alpha(np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [1, 1, 1]])), 3)
    0.75
    """
    n_items = answers.shape[1]
    if n_items < 2:
        raise ValueError(f"alpha takes two items or more, not {n_items}")
    seen = (answers >= 0).astype(float)
    points = answers * seen
    both, sums = seen.T @ seen, points.T @ seen
    covariance = _ratio(points.T @ points - _ratio(sums * sums.T, both), both - 1)
    return float(n_items / (n_items - 1) * (1 - _ratio(covariance.trace(), covariance.sum())))


def marginal_reliability(ability: Floats, error: Floats) -> float:
    """Share of the variance of ability, over all people, that the test has found out.

    Parameters
    ----------
    ability : shape (n_people,), means of posteriors.
    error : shape (n_people,), their deviations.

    Returns
    -------
    From 0 to 1: the correlation, squared, of estimate and ability.

    Raises
    ------
    ValueError
        If there are fewer than two people.

    References
    ----------
    Green, Bock, Humphreys, Linn and Reckase (1984), Technical guidelines for assessing computerized
    adaptive tests, Journal of Educational Measurement 21.

    Examples
    --------
    >>> marginal_reliability(np.array([-1.0, 0.0, 1.0]), np.full(3, 0.5))
    0.8
    """
    if len(ability) < 2:
        raise ValueError(f"reliability takes two people or more, not {len(ability)}")
    found = ability.var(ddof=1)
    return float(found / (found + np.mean(error**2)))
