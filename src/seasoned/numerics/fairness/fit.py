"""Whether items and people answer as a model expects: mean squares, person fit and S-X2."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seasoned.numerics.answering import right_chance
from seasoned.numerics.fairness.arrays import Floats, Integers, ratio, seen_and_right

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
    seen, right = seen_and_right(answers)
    if not bool(((expected > 0) & (expected < 1)).all()):
        raise ValueError("expected must lie above 0 and below 1")
    variance = expected * (1 - expected)
    squares = np.where(seen, (right - expected) ** 2, 0)
    fourth = np.where(seen, variance * (1 - 3 * variance), 0)
    n, known = seen.sum(axis), np.where(seen, variance, 0).sum(axis)
    outfit, infit = ratio((squares / variance).sum(axis), n), ratio(squares.sum(axis), known)
    outfit_spread = ratio((fourth / variance**2).sum(axis) - n, n**2)
    infit_spread = ratio((fourth - seen * variance**2).sum(axis), known**2)
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
    seen, right = seen_and_right(answers)
    p = right_chance(ability[:, None], discrimination, difficulty, chance).clip(TINY, 1 - TINY)
    slope = discrimination * (p - chance) * (1 - p) / (1 - chance)
    variance = np.where(seen, p * (1 - p), 0)
    pull, weight = slope / (p * (1 - p)), np.log(p / (1 - p))
    shared = ratio((variance * pull * weight).sum(1), (variance * pull**2).sum(1))
    left = weight - shared[:, None] * pull
    spread = (variance * left**2).sum(1)
    surprise = (np.where(seen, right - p, 0) * left).sum(1)
    return ratio(surprise, np.sqrt(np.where(spread > 1e-12, spread, np.nan)))


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

    seen, right = seen_and_right(answers)
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
