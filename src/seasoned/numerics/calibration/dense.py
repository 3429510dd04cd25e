"""Marginal maximum likelihood of one- and two-parameter items, on answers held dense."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import partial
from importlib import import_module
from typing import Any, Literal, get_args

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating[Any]]
Integers = npt.NDArray[np.integer[Any]]
Booleans = npt.NDArray[np.bool_]
Array = Any
"""A NumPy array or a PyTorch tensor: the E and the M step run on either."""

REACH = 6.0
"""Nodes span this many deviations of ability to each side. At 5, a person with the highest of 24
ratings each loses .7 % of the likelihood, and at 4.5 the log-likelihood of 1,000 people with five
items is wrong by .003."""

WIDEST, NARROWEST = 19 / 64, 5 / 64
"""Nodes are at most .3 apart, and at most 1.7 posterior deviations: from 2.2 on, the likelihood of
100,000 people answering 200 items is off by one, and from 3.3 on slopes are wrong by their error.
In 64ths they are exact in single precision; with any other, that likelihood is off by .15."""

SINGLE_FROM = 2_000_000
"""Answers from which sums are formed in single precision: half the time, and a log-likelihood of
ten million stays good to a tenth, which is what iterations let it fall by. Below, double
precision costs nothing that is noticed."""

ROWS = 1_024
"""People in a block: 200 items of them in single precision stay in a core's second cache."""

ROWS_ON_DEVICE = 65_536
"""People in a block on an accelerator, which wants few large products."""

STEEPEST = 8.0
"""A slope that gets here rises from 2 to 98 % within one logit: the answers separate people
perfectly as far as nodes can tell, so the likelihood has no maximum in this item."""

FARTHEST = 25.0
"""An intercept that gets here has no maximum either; the steepest item would need ability 3."""

GENTLEST = 1e-3
"""Least slope where a prior on its logarithm asks for a positive one."""

TOLERANCE = 1e-4
"""Largest distance, in logits, of any parameter from where the iterations lead, as extrapolated:
a hundredth of a standard error at 100,000 people."""

OBSERVED_UP_TO = 3e10
"""Operations up to which errors come from the observed information: about a second."""

NEWTON = 12
HALVINGS = 8
CLOSE = 1e-5
"""Newton's last step in logits; what is then left is its square."""

LEAST = 1e-9
"""Information, in people, added where an item may have none: the step is then halved into place."""


class Reason(IntEnum):
    """Why an item has no estimate, or has one.

    Without a prior: nobody answered it; everybody who did was right, or wrong, or rated alike; its
    slope or its intercept ran to the bound; or fewer items are left than slopes can be told apart
    from, which takes three, or two that share one.
    """

    ESTIMATED = 0
    KNOWN = 1
    UNANSWERED = 2
    ALL_RIGHT = 3
    ALL_WRONG = 4
    SEPARATED = 5
    TOO_FEW = 6
    ALL_ALIKE = 7


Errors = Literal["none", "observed", "cross-product", "either"]

Normal = tuple[Floats | float, Floats | float]
"""Mean and standard deviation, each a number or of shape (n_items,); infinite: no prior."""

NO_PRIOR: Normal = (0.0, math.inf)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prior:
    """Independent normal priors of what is thought of items before anyone answered.

    With a common slope, the prior of its logarithm is counted once and must be one number.
    """

    log_discrimination: Normal = NO_PRIOR
    difficulty: Normal = NO_PRIOR
    intercept: Normal = NO_PRIOR

    def __post_init__(self) -> None:
        for _, deviation in (self.log_discrimination, self.difficulty, self.intercept):
            if not bool(np.all(np.asarray(deviation) > 0)):
                raise ValueError(f"deviations of a prior must be above zero, not {deviation}")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Known:
    """Items whose parameters are fixed, each of shape (n_items,), NaN where to be estimated."""

    discrimination: Floats
    difficulty: Floats

    def __post_init__(self) -> None:
        if not np.array_equal(np.isnan(self.discrimination), np.isnan(self.difficulty)):
            raise ValueError("an item is known in both parameters or in neither")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Calibration:
    """Item parameters with what is needed to judge them; arrays have shape (n_items,).

    The logit of a right answer is ``discrimination * (ability - difficulty)``, which is
    ``discrimination * ability + intercept``; ability is normal with ``mean`` and ``deviation``.
    An item that cannot be estimated is NaN and ``reasons`` holds the code of a ``Reason``.
    Errors are NaN unless asked for, 0 for known items, and hold for mean and deviation of ability
    as given or estimated; with a prior they are posterior deviations. ``trace`` holds the
    log-likelihood of each accepted point, plus the log prior where there is one (up to a
    constant); ``loglik`` is without it. ``converged`` means that the tolerance was met.
    """

    discrimination: Floats
    difficulty: Floats
    intercept: Floats
    asymptote: Floats
    discrimination_error: Floats
    difficulty_error: Floats
    intercept_error: Floats
    reasons: Integers
    loglik: float
    trace: Floats
    iterations: int
    converged: bool
    mean: float = 0.0
    deviation: float = 1.0
    common_slope: bool = False
    information: Errors = "none"


def calibrate(
    answers: Array,
    *,
    common_slope: bool = False,
    asymptote: Floats | float = 0.0,
    prior: Prior | None = None,
    known: Known | None = None,
    free_population: bool = False,
    errors: Errors = "none",
    tolerance: float = TOLERANCE,
    limit: int = 1_000,
) -> Calibration:
    """Slopes and difficulties under which the answers of a normal population are most likely.

    Parameters
    ----------
    answers : shape (people, n_items), 8-bit integers: 1 right, 0 wrong, -1 missing at random;
        a NumPy array or a PyTorch tensor, on whose device the work is done.
    common_slope : one slope for all items (1PL) rather than one each (2PL).
    asymptote : number or shape (n_items,), known chance of a right guess, from 0 to below 1.
    prior : makes it a maximum a posteriori estimate; items without answers then have one too.
    known : items held fixed, which lend their scale to the others.
    free_population : whether mean and deviation of ability are estimated rather than 0 and 1;
        needs known items or a prior.
    errors : where standard errors come from. "observed": the second derivative of the
        log-likelihood, at 2 people n_items**2 nodes operations. "cross-product": outer products
        of people's scores, at 8 people n_items**2, which have the same expectation. "either":
        the first up to about a second of work. With a prior, its own second derivative is added.
    tolerance : in logits, see ``TOLERANCE``.
    limit : passes over the answers after which to stop, converged or not.

    Returns
    -------
    The calibration. An item at the bound of the slope keeps it while the others are estimated,
    which is their likelihood's maximum, and is reported as separated.

    Raises
    ------
    ValueError
        If answers hold anything else, an asymptote is out of range, or nothing fixes the scale.

    References
    ----------
    Bock and Aitkin (1981), Marginal maximum likelihood estimation of item parameters,
    Psychometrika 46, 443-459; Liu, Rubin and Wu (1998), Parameter expansion to accelerate EM,
    Biometrika 85, 755-770 (the population's mean and deviation are estimated in each step and
    taken into the items); Varadhan and Roland (2008), Simple and globally convergent methods for
    accelerating the convergence of any EM algorithm, Scandinavian Journal of Statistics 35,
    335-353 (SqS3); Mislevy (1986), Bayes modal estimation, Psychometrika 51, 177-195; Louis
    (1982), Finding the observed information matrix when using the EM algorithm, JRSS B 44,
    226-233; Bock and Lieberman (1970), Psychometrika 35, 179-197 (cross-product).

    Examples
    --------
    >>> answers = np.array([[1, 1], [1, 0], [0, 1], [0, 0]], dtype=np.int8).repeat(50, axis=0)
    >>> fitted = calibrate(answers, common_slope=True, errors="observed")
    >>> abs(fitted.intercept).round(6).tolist(), fitted.intercept_error.round(3).tolist()
    ([0.0, 0.0], [0.141, 0.141])
    """
    if free_population and prior is None and known is None:
        raise ValueError("a free population needs known items or a prior, which fix the scale")
    if common_slope and known is not None:
        raise ValueError("known items have slopes of their own: common_slope must be False")
    tally, held = _tally(answers)
    lowest = _asymptotes(asymptote, len(tally.seen))
    settings = Settings(
        common=common_slope, prior=prior or Prior(), known=known, free=free_population
    )
    reasons = reasons_of(tally, settings)
    kept = reasons <= Reason.KNOWN
    if not kept.any():
        return nothing(reasons, lowest, settings)
    held = _held_of(held, kept)
    source = _source(errors, held)
    model = model_of(held.answers, tally, lowest, settings, kept, int(kept.sum()))
    path = fitted(model, partial(_expected, model, held), tolerance, limit)
    reasons = with_separated(reasons, kept, model, path.point)
    variances = _variances(model, held, path.point, reasons[kept], source)
    return calibration_of(model, path, lowest, (kept, reasons), (source, variances))


# Which items can be estimated


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tally:
    """Right answers and answers of each item, shape (n_items,)."""

    right: Floats
    seen: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Settings:
    """What was asked for."""

    common: bool
    prior: Prior
    known: Known | None
    free: bool

    def __post_init__(self) -> None:
        if self.free and self.known is None and not _fixing(self.prior):
            raise ValueError("a free population needs known items or a prior, to fix the scale")
        if self.common and self.known is not None:
            raise ValueError("known items have slopes of their own: common_slope must be False")


def _fixing(prior: Prior) -> bool:
    """Whether a prior says anything of both spread and place."""
    place = np.isfinite(prior.difficulty[1]).any() or np.isfinite(prior.intercept[1]).any()
    return bool(place and np.isfinite(prior.log_discrimination[1]).any())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Held:
    """Answers, (people, n_items), whether none is missing, and people in a block."""

    answers: Array
    complete: bool
    rows: int

    def blocks(self) -> Iterator[Array]:
        for start in range(0, self.answers.shape[0], self.rows):
            yield self.answers[start : start + self.rows]


def _tally(answers: Array) -> tuple[Tally, _Held]:
    if answers.ndim != 2 or 0 in tuple(answers.shape):
        raise ValueError(f"answers must have people and items, not shape {tuple(answers.shape)}")
    least, most = int(answers.min()), int(answers.max())
    if least < -1 or most > 1:
        raise ValueError(f"answers must be 1, 0 or -1 for missing, not {least} to {most}")
    host = isinstance(answers, np.ndarray) or str(answers.device) == "cpu"
    held = _Held(answers=answers, complete=least == 0, rows=ROWS if host else ROWS_ON_DEVICE)
    xp = namespace_of(answers)
    right, seen = np.zeros(answers.shape[1]), np.zeros(answers.shape[1])
    for block in held.blocks():
        one, there = _indicators(xp, block, xp.float32, complete=held.complete)
        right += to_host(xp.sum(one, axis=0))
        seen += len(block) if there is None else to_host(xp.sum(there, axis=0))
    return Tally(right=right, seen=seen), held


def _held_of(held: _Held, kept: Booleans) -> _Held:
    """Only the items kept: a copy, if that leaves any out."""
    if kept.all():
        return held
    return replace(held, answers=held.answers[:, np.flatnonzero(kept)])


def _asymptotes(asymptote: Floats | float, items: int) -> Floats:
    lowest = np.broadcast_to(np.asarray(asymptote, dtype=float), (items,))
    if not bool(np.all((lowest >= 0) & (lowest < 1))):
        raise ValueError(f"an asymptote must be from 0 to below 1, not {asymptote}")
    return lowest


def reasons_of(tally: Tally, settings: Settings) -> npt.NDArray[np.int8]:
    """Codes of ``Reason`` that the numbers of answers give, shape (n_items,)."""
    reasons = np.full(len(tally.seen), Reason.ESTIMATED, dtype=np.int8)
    reasons[tally.right == tally.seen] = Reason.ALL_RIGHT
    reasons[tally.right == 0] = Reason.ALL_WRONG
    reasons[tally.seen == 0] = Reason.UNANSWERED
    believed = _believed(settings, len(reasons))
    reasons[believed] = Reason.ESTIMATED
    if settings.known is not None:
        reasons[~np.isnan(settings.known.difficulty)] = Reason.KNOWN
    elif (reasons == Reason.ESTIMATED).sum() < (2 if settings.common else 3):
        reasons[(reasons == Reason.ESTIMATED) & ~believed] = Reason.TOO_FEW
    return reasons


def _believed(settings: Settings, items: int) -> Booleans:
    """Items whose prior alone says enough."""
    prior = settings.prior
    place = np.isfinite(prior.difficulty[1]) | np.isfinite(prior.intercept[1])
    slope = np.isfinite(prior.log_discrimination[1]) | settings.common
    return np.broadcast_to(np.asarray(place & slope), (items,))


# The model: everything that stays while parameters move


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Model:
    """Arrays of the answers' namespace, in double precision, of the items kept.

    ``right`` holds their right answers and ``answers`` the number of all. ``lowest`` is None if
    nobody can guess. Prior arrays, (3, n), hold mean and one over the deviation of log slope,
    difficulty and intercept. ``expand``: the population is estimated and taken into the items.
    """

    xp: Any
    device: Any
    kind: Any
    answers: float
    right: Array
    nodes: Array
    weights: Array
    lowest: Any
    prior_mean: Array
    prior_root: Array
    free: Array
    start: Floats
    common: bool
    positive: bool
    expand: bool
    free_population: bool
    newton: int = NEWTON

    def array(self, values: Any) -> Array:
        """Values as double precision array beside the answers."""
        return self.xp.asarray(values, dtype=self.xp.float64, device=self.device)

    def unpacked(self, point: Floats) -> tuple[Array, Array, Array]:
        """Slopes, intercepts and the nodes' abilities of a point."""
        items = len(self.right)
        theta = point[-2] + math.exp(point[-1]) * self.nodes
        return self.array(point[:items]), self.array(point[items : 2 * items]), theta


def model_of(
    like: Array,
    tally: Tally,
    lowest: Floats,
    settings: Settings,
    kept: Booleans,
    longest: int,
) -> Model:
    """The model of the items kept, in the namespace of an array and on its device, where nobody
    has more than ``longest`` answers."""
    xp, device = namespace_of(like), like.device
    mean, root = _prior_arrays(settings, kept)
    right, seen, guessed = tally.right[kept], tally.seen[kept], lowest[kept]
    known = _known_of(settings.known, kept)
    nodes = nodes_of(longest)

    def array(values: Any) -> Array:
        return xp.asarray(values, dtype=xp.float64, device=device)

    return Model(
        xp=xp,
        device=device,
        kind=xp.float32 if seen.sum() >= SINGLE_FROM else xp.float64,
        answers=float(seen.sum()),
        right=array(right),
        nodes=array(nodes),
        weights=array(log_weights(nodes)),
        lowest=array(guessed[:, None]) if guessed.any() else None,
        prior_mean=array(mean),
        prior_root=array(root),
        free=array(np.isnan(known[0])),
        start=_start(right, seen, guessed, known),
        common=settings.common,
        positive=bool(root[0].any() or root[1].any()),
        expand=not root.any() and settings.known is None,
        free_population=settings.free,
    )


def nodes_of(longest: int) -> Floats:
    """Evenly spaced abilities: n items of slope 1 leave a posterior deviation of 1/sqrt(1 + n/4)."""
    wanted = 1.7 / math.sqrt(1 + longest / 4)
    spacing = min(max(math.floor(64 * wanted) / 64, NARROWEST), WIDEST)
    half = math.ceil(REACH / spacing)
    return np.asarray(spacing * np.arange(-half, half + 1))


def log_weights(nodes: Floats) -> Floats:
    """Log of the normal density times the spacing: not made to sum to 1, which would be wrong by
    the tails beyond the last node for everyone rather than for the few who are there."""
    return np.asarray(np.log((nodes[1] - nodes[0]) / math.sqrt(2 * math.pi)) - nodes**2 / 2)


def _prior_arrays(settings: Settings, kept: Booleans) -> tuple[Floats, Floats]:
    prior, items = settings.prior, len(kept)
    three = (prior.log_discrimination, prior.difficulty, prior.intercept)
    mean = np.stack([np.broadcast_to(np.asarray(m, dtype=float), (items,)) for m, _ in three])
    root = np.stack([np.broadcast_to(1 / np.asarray(s, dtype=float), (items,)) for _, s in three])
    mean, root = mean[:, kept], root[:, kept]
    if settings.common:
        root[0] /= math.sqrt(max(root.shape[1], 1))
    return mean, root


def _known_of(known: Known | None, kept: Booleans) -> tuple[Floats, Floats]:
    if known is None:
        return np.full(kept.sum(), np.nan), np.full(kept.sum(), np.nan)
    slope = known.discrimination[kept]
    return slope, -slope * known.difficulty[kept]


def _start(right: Floats, seen: Floats, lowest: Floats, known: tuple[Floats, Floats]) -> Floats:
    """Slopes of 1 and the intercepts that fit each item's share right; mean 0, deviation 1."""
    share = ((right + 0.5) / (seen + 1) - lowest) / (1 - lowest)
    share = np.clip(share, 0.02, 0.98)
    intercept = 1.2 * np.log(share / (1 - share))
    slope = np.where(np.isnan(known[0]), 1.0, known[0])
    return np.concatenate([slope, np.where(np.isnan(known[1]), intercept, known[1]), [0.0, 0.0]])


# Iterations


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Path:
    """Where the iterations ended, the objective at each accepted point, and how they went."""

    point: Floats
    trace: Floats
    evaluations: int
    converged: bool


def climb(
    step: Callable[[Floats], tuple[Floats, float]],
    start: Floats,
    *,
    feasible: Callable[[Floats], Floats],
    slack: float,
    tolerance: float,
    limit: int,
) -> Path:
    """Fixed point of an EM step, reached by extrapolation that never lowers the objective.

    Two steps give direction and curvature, from which a long one is tried; it is kept if the
    objective there is no lower than before, and otherwise the two plain steps are.

    Parameters
    ----------
    step : a point of shape (n,) to the next one and the objective at the point given.
    start : shape (n,).
    feasible : moves an extrapolated point back into the range of the parameters.
    slack : by how much rounding may lower the objective.
    tolerance : largest distance of any entry from the extrapolated limit.
    limit : calls of ``step`` after which to stop, once the leap at hand is over.

    Returns
    -------
    The path; ``converged`` only if the tolerance was met. Its point is the last one whose
    objective is known, which is the last of the trace.

    Raises
    ------
    FloatingPointError
        If the objective is not finite at the start.

    References
    ----------
    Varadhan and Roland (2008), Scandinavian Journal of Statistics 35, 335-353, scheme SqS3.

    Examples
    --------
    >>> half = lambda x: (x / 2, -float(x[0] ** 2))
    >>> climb(half, np.ones(1), feasible=lambda x: x, slack=0, tolerance=1e-6, limit=9).converged
    True
    """
    here, (ahead, value) = start, step(start)
    if not math.isfinite(value):
        raise FloatingPointError(f"the objective is {value} at the start")
    trace, evaluations = [value], 1
    while evaluations < limit:
        far, next_value = step(ahead)
        evaluations += 1
        near = _distance(here, ahead, far) <= tolerance
        if not next_value >= value - slack:
            return _path(here, trace, evaluations, converged=near)
        trace.append(next_value)
        if near:
            return _path(ahead, trace, evaluations, converged=True)
        leap = _leap(step, feasible, (here, ahead, far), next_value - slack)
        evaluations += leap[3]
        if not leap[2] >= next_value - slack:
            return _path(ahead, trace, evaluations, converged=False)
        here, ahead, value, _ = leap
        trace.append(value)
    return _path(here, trace, evaluations, converged=False)


def _distance(here: Floats, ahead: Floats, far: Floats) -> float:
    """Largest distance of an entry from the limit, one step before the last point."""
    length = _length(ahead - here, far - ahead)
    return length * float(np.abs(far - ahead).max())


def _length(first: Floats, second: Floats) -> float:
    """Steps from here to the limit in units of the first, at least one."""
    bend = float(np.linalg.norm(second - first))
    return max(1.0, float(np.linalg.norm(first)) / bend) if bend > 0 else 1.0


def _leap(
    step: Callable[[Floats], tuple[Floats, float]],
    feasible: Callable[[Floats], Floats],
    points: tuple[Floats, Floats, Floats],
    least: float,
) -> tuple[Floats, Floats, float, int]:
    """The extrapolated point if it is good enough, else the third; its step, value and cost."""
    here, ahead, far = points
    first, second = ahead - here, far - ahead
    length = _length(first, second)
    there = feasible(here + 2 * length * first + length**2 * (second - first))
    after, value = step(there)
    if value >= least:
        return there, after, value, 1
    after, value = step(far)
    return far, after, value, 2


def _path(point: Floats, trace: list[float], evaluations: int, *, converged: bool) -> Path:
    return Path(point=point, trace=np.array(trace), evaluations=evaluations, converged=converged)


def fitted(model: Model, expected: Expecting, tolerance: float, limit: int) -> Path:
    """Iterations that also expand the population, and plain ones from where these get stuck: on
    nodes, a population that moved and was moved back may lose what rounding cannot explain."""
    path = _climbed(model, expected, model.start, tolerance, limit)
    if path.converged or not model.expand or path.evaluations >= limit:
        return path
    plain = replace(model, expand=False)
    after = _climbed(plain, expected, path.point, tolerance, limit - path.evaluations)
    return Path(
        point=after.point,
        trace=np.concatenate([path.trace, after.trace[1:]]),
        evaluations=path.evaluations + after.evaluations,
        converged=after.converged,
    )


def _climbed(
    model: Model, expected: Expecting, start: Floats, tolerance: float, limit: int
) -> Path:
    rounding = float(model.xp.finfo(model.kind).eps)
    return climb(
        partial(_step, model, expected),
        start,
        feasible=partial(_feasible, positive=model.positive),
        slack=(rounding / 16 + 1e-12) * model.answers,
        tolerance=tolerance,
        limit=limit,
    )


def _feasible(point: Floats, *, positive: bool) -> Floats:
    within, items = point.copy(), len(point) // 2 - 1
    within[:items] = np.clip(point[:items], GENTLEST if positive else -STEEPEST, STEEPEST)
    within[items : 2 * items] = np.clip(point[items : 2 * items], -FARTHEST, FARTHEST)
    return within


def _step(model: Model, expected: Expecting, point: Floats) -> tuple[Floats, float]:
    """One EM step from a point: slopes, intercepts, mean and log deviation of ability."""
    slope, intercept, theta = model.unpacked(point)
    counts = expected(slope, intercept, theta)
    objective = counts.loglik + float(_log_prior(model, slope, intercept).sum())
    new_slope, new_intercept = _maximised(model, counts, slope, intercept, theta)
    mean, deviation = _population(counts.people, theta)
    if model.expand and float(abs(new_slope).max()) * deviation < STEEPEST:
        new_intercept = new_intercept + new_slope * mean
        new_slope = new_slope * deviation
    population = [mean, math.log(deviation)] if model.free_population else [0.0, 0.0]
    ahead = np.concatenate([to_host(new_slope), to_host(new_intercept), population])
    return _feasible(ahead, positive=model.positive), objective


def _population(people: Array, theta: Array) -> tuple[float, float]:
    total = float(people.sum())
    mean = float(people @ theta) / total
    return mean, math.sqrt(float(people @ (theta - mean) ** 2) / total)


# E step


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Counts:
    """Expected people at each node.

    ``people`` has shape (q,); ``seen``, those who answered an item, (q,) if everybody answered
    all and else (n, q); ``right``, those of them who were right, (n, q), or, as long as no item
    can be guessed, only their summed ability, (n,), which is then all that the M step needs.
    """

    people: Array
    seen: Array
    right: Array
    loglik: float


Expecting = Callable[[Array, Array, Array], Counts]
"""Expected counts of slopes, intercepts and the nodes' abilities."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Tables:
    """What a block of answers is multiplied by, in the working precision.

    ``odds``: log odds of a right answer, (n, q), or slopes alone, (n,), if no item can be
    guessed: intercepts are the same at all nodes. ``wrong``: log chance of a wrong one, (n, q),
    or summed over items with the weights, (q,), if nothing is missing.
    """

    odds: Array
    wrong: Array
    weights: Array
    theta: Array
    moments: Array


def _expected(model: Model, held: _Held, slope: Array, intercept: Array, theta: Array) -> Counts:
    exact = _exact_tables(model, held, slope, intercept, theta)
    tables = _rounded(model, held, exact)
    people, seen, right, loglik = _zeros(model, held, exact)
    for block in held.blocks():
        one, there = _indicators(model.xp, block, model.kind, complete=held.complete)
        posterior, moments, inverse, log = _posterior(model, tables, one, there)
        loglik += log
        people += inverse @ posterior
        if exact.odds.ndim == 1:
            right += (moments[:, 1] * inverse) @ one
        else:
            right += one.T @ (posterior * inverse[:, None])
        if there is not None:
            seen += there.T @ (posterior * inverse[:, None])
    seen = people if held.complete else seen
    loglik += _lost(exact, tables, Counts(people=people, seen=seen, right=right, loglik=0.0))
    if exact.odds.ndim == 1:
        loglik += float(intercept @ model.right)
    return Counts(people=people, seen=seen, right=right, loglik=loglik)


def _exact_tables(
    model: Model, held: _Held, slope: Array, intercept: Array, theta: Array
) -> _Tables:
    odds, wrong = log_chances(model, slope, intercept, theta)
    if held.complete:
        wrong = wrong.sum(axis=0) + model.weights
    return _Tables(
        odds=slope if model.lowest is None else odds,
        wrong=wrong,
        weights=model.weights,
        theta=theta,
        moments=model.xp.stack([model.xp.ones_like(theta), theta], axis=1),
    )


def log_chances(model: Model, slope: Array, intercept: Array, theta: Array) -> tuple[Array, Array]:
    """Log odds of a right answer and log chance of a wrong one, both (n, q)."""
    xp = model.xp
    logit = slope[:, None] * theta + intercept[:, None]
    share, wrong = logistic(xp, logit)
    if model.lowest is None:
        return logit, wrong
    wrong = wrong + xp.log(1 - model.lowest)
    return xp.log(model.lowest + (1 - model.lowest) * share) - wrong, wrong


def logistic(xp: Any, logit: Array) -> tuple[Array, Array]:
    """Chance of a right answer and log chance of a wrong one."""
    small = xp.exp(-xp.abs(logit))
    share = xp.where(logit >= 0, 1.0, small) / (1 + small)
    return share, -(xp.clip(logit, 0.0, None) + xp.log1p(small))


def _rounded(model: Model, held: _Held, exact: _Tables) -> _Tables:
    def cast(array: Array) -> Array:
        return model.xp.asarray(array, dtype=model.kind)

    return _Tables(
        odds=cast(_on_grid(model, exact.odds)),
        wrong=cast(exact.wrong if held.complete else _on_grid(model, exact.wrong)),
        weights=cast(exact.weights),
        theta=cast(exact.theta),
        moments=cast(exact.moments),
    )


def _on_grid(model: Model, table: Array) -> Array:
    """A table over items, rounded so that sums of its entries are exact in single precision.

    Otherwise each entry is rounded as it is added to a larger sum, and to the same side for
    everyone: a bias of .4 for 100,000 people. That of the table itself is known, see ``_lost``.
    """
    if model.kind is not model.xp.float32:
        return table
    largest = float(model.xp.amax(abs(table).sum(axis=0)))
    step = 2.0 ** (math.ceil(math.log2(max(largest, 1.0))) - 24)
    return model.xp.round(table / step) * step


def _zeros(model: Model, held: _Held, exact: _Tables) -> tuple[Array, Array, Array, float]:
    items, nodes = len(model.right), len(exact.theta)
    right = (items,) if exact.odds.ndim == 1 else (items, nodes)
    seen = (1,) if held.complete else (items, nodes)
    zeros = [model.array(np.zeros(shape)) for shape in ((nodes,), seen, right)]
    return zeros[0], zeros[1], zeros[2], 0.0


def _indicators(xp: Any, block: Array, kind: Any, *, complete: bool) -> tuple[Array, Array | None]:
    """One where right, and one where answered, or nothing if all are."""
    if complete:
        return xp.asarray(block, dtype=kind), None
    return xp.asarray(block == 1, dtype=kind), xp.asarray(block >= 0, dtype=kind)


def _posterior(
    model: Model, tables: _Tables, one: Array, there: Array | None
) -> tuple[Array, Array, Array, float]:
    """What ``posterior_of`` gives for a block of answers."""
    log = one @ tables.odds
    if log.ndim == 1:
        log = log[:, None] * tables.theta
    log += tables.wrong if there is None else there @ tables.wrong + tables.weights
    return posterior_of(model.xp, log, tables.moments)


def posterior_of(xp: Any, log: Array, moments: Array) -> tuple[Array, Array, Array, float]:
    """Posterior of each person up to a factor, its sum and first moment, one over the sum, and
    the log-likelihood of all; from log joint densities, (people, q), which are overwritten."""
    peak = xp.amax(log, axis=1)
    log -= peak[:, None]
    posterior = xp.exp(log, out=log)
    sums = posterior @ moments
    total = sums[:, 0]
    value = float(xp.sum(peak, dtype=xp.float64)) + float(xp.sum(xp.log(total), dtype=xp.float64))
    return posterior, sums, 1 / total, value


def _lost(exact: _Tables, tables: _Tables, counts: Counts) -> float:
    """What rounding the tables took from the log-likelihood, to first order: the rounding times
    the expected counts."""

    def lost(name: str, counted: Array) -> float:
        return float(((getattr(exact, name) - getattr(tables, name)) * counted).sum())

    chances = lost("wrong", counts.seen) + lost("odds", counts.right)
    return chances + (lost("weights", counts.people) if counts.seen.ndim == 2 else 0.0)


# M step


def _maximised(
    model: Model, counts: Counts, slope: Array, intercept: Array, theta: Array
) -> tuple[Array, Array]:
    """Slopes and intercepts of the most likely items for the expected counts, by Newton."""
    value = _gain(model, counts, slope, intercept, theta)
    for _ in range(model.newton):
        rise, move = _newton(model, counts, slope, intercept, theta)
        here = slope, intercept, value
        slope, intercept, value = _taken(model, counts, theta, here, (rise, move))
        moved = abs(slope - here[0]).max(), abs(intercept - here[1]).max()
        if max(float(moved[0]), float(moved[1])) < CLOSE:
            break
    return slope, intercept


def _taken(
    model: Model,
    counts: Counts,
    theta: Array,
    here: tuple[Array, Array, Array],
    step: tuple[Array, Array],
) -> tuple[Array, Array, Array]:
    """The step of each item, halved until the item's expected log-likelihood is no lower."""
    xp, (slope, intercept, value) = model.xp, here
    share = xp.ones_like(value)
    for _ in range(HALVINGS):
        rise, move = slope + share * step[0], intercept + share * step[1]
        new_slope, new_intercept = _clipped(model, rise, move)
        new_value = _gain(model, counts, new_slope, new_intercept, theta)
        worse = new_value < value - 1e-13 * abs(value)
        if not bool(worse.any()):
            break
        share = xp.where(worse, share / 2, share)
    slope, intercept = xp.where(worse, slope, new_slope), xp.where(worse, intercept, new_intercept)
    return slope, intercept, xp.where(worse, value, new_value)


def _clipped(model: Model, slope: Array, intercept: Array) -> tuple[Array, Array]:
    least = GENTLEST if model.positive else -STEEPEST
    return model.xp.clip(slope, least, STEEPEST), model.xp.clip(intercept, -FARTHEST, FARTHEST)


def _gain(model: Model, counts: Counts, slope: Array, intercept: Array, theta: Array) -> Array:
    """Expected log-likelihood and log prior of each item, (n,), or of all, (1,), if they share
    their slope."""
    odds, wrong = log_chances(model, slope, intercept, theta)
    if counts.right.ndim == 1:
        right = slope * counts.right + intercept * model.right
    else:
        right = (counts.right * odds).sum(axis=1)
    value = (
        right + wrong @ counts.seen
        if counts.seen.ndim == 1
        else right + (wrong * counts.seen).sum(axis=1)
    )
    value = value + _log_prior(model, slope, intercept)
    return value.sum()[None] if model.common else value


def _newton(
    model: Model, counts: Counts, slope: Array, intercept: Array, theta: Array
) -> tuple[Array, Array]:
    """Step of slopes and intercepts: Newton's, or scoring where an item can be guessed.

    With c the chance of guessing, p the logistic and P = c + (1 - c) p, the logit's score is
    (u - P) p / P and its information p (1 - p) (1 - c) p / P (Lord, 1980, ch. 4.2 and 12.1).
    """
    share, _ = logistic(model.xp, slope[:, None] * theta + intercept[:, None])
    expected = counts.seen * share
    weight = expected * (1 - share)
    if counts.right.ndim == 1:
        right, moment = model.right, counts.right
    else:
        lift = _lift(model, share)
        credited = counts.right * lift
        right, moment = credited.sum(axis=1), credited @ theta
        weight = weight * lift * (1 - model.lowest)
    score = moment - expected @ theta, right - expected.sum(axis=1)
    information = weight @ theta**2 + LEAST, weight @ theta, weight.sum(axis=1) + LEAST
    return _solved(model, *_with_prior(model, slope, intercept, score, information))


def _lift(model: Model, share: Array) -> Array:
    """p / P, the part of a right answer that was not guessed."""
    return share / (model.lowest + (1 - model.lowest) * share)


Pair = tuple[Array, Array]
Triple = tuple[Array, Array, Array]


def _log_prior(model: Model, slope: Array, intercept: Array) -> Array:
    return -0.5 * (_residuals(model, slope, intercept) ** 2).sum(axis=0)


def _residuals(model: Model, slope: Array, intercept: Array) -> Array:
    """Distance of log slope, difficulty and intercept from their means in deviations, (3, n)."""
    if not model.positive:
        return model.prior_root * (intercept - model.prior_mean)
    values = model.xp.stack([model.xp.log(slope), -intercept / slope, intercept])
    return model.prior_root * (values - model.prior_mean)


def _with_prior(
    model: Model, slope: Array, intercept: Array, score: Pair, information: Triple
) -> tuple[Pair, Triple]:
    """Score and information with the prior's, whose curvature is that of its residuals alone."""
    if not model.positive and not bool(model.prior_root.any()):
        return score, information
    residual = _residuals(model, slope, intercept)
    by_slope, by_intercept = _prior_turns(model, slope, intercept)
    score = (
        score[0] - (residual * by_slope).sum(axis=0),
        score[1] - (residual * by_intercept).sum(axis=0),
    )
    return score, (
        information[0] + (by_slope**2).sum(axis=0),
        information[1] + (by_slope * by_intercept).sum(axis=0),
        information[2] + (by_intercept**2).sum(axis=0),
    )


def _prior_turns(model: Model, slope: Array, intercept: Array) -> Pair:
    """Derivatives of the residuals with respect to slope and intercept, each (3, n)."""
    xp, nought = model.xp, model.xp.zeros_like(slope)
    by_intercept = xp.stack([nought, -1 / slope if model.positive else nought, nought + 1])
    by_slope = xp.stack([1 / slope, intercept / slope**2, nought]) if model.positive else nought
    return model.prior_root * by_slope, model.prior_root * by_intercept


def _solved(model: Model, score: Pair, information: Triple) -> Pair:
    """Information's inverse times the score, item by item or with one slope for all."""
    (up, along), (aa, ad, dd) = score, information
    if model.common:
        rise = (up - ad * along / dd).sum() / (aa - ad**2 / dd).sum()
        return model.xp.ones_like(up) * rise, (along - ad * rise) / dd
    scale = model.free / (aa * dd - ad**2)
    return scale * (dd * up - ad * along), scale * (aa * along - ad * up)


# Results


def with_separated(
    reasons: npt.NDArray[np.int8], kept: Booleans, model: Model, point: Floats
) -> npt.NDArray[np.int8]:
    """Reasons of all items once those kept are fitted: some ran to a bound."""
    slope, intercept = np.abs(point[:-2]).reshape(2, -1)
    gone = (slope >= 0.999 * STEEPEST) | (intercept >= 0.999 * FARTHEST)
    after = reasons.copy()
    after[np.flatnonzero(kept)[gone & (to_host(model.free) > 0)]] = Reason.SEPARATED
    return after


def calibration_of(
    model: Model,
    path: Path,
    lowest: Floats,
    items: tuple[Booleans, Integers],
    errors: tuple[Errors, Floats],
) -> Calibration:
    """What was found, for all items: those kept and the reasons of all, the source of errors and
    variances of slopes, of intercepts, and their covariances, (3, n)."""
    kept, reasons = items
    slope, intercept, _ = model.unpacked(path.point)
    prior = float(_log_prior(model, slope, intercept).sum())
    parameters = _parameters(to_host(slope), to_host(intercept))
    return Calibration(
        **_columns(NAMES, parameters, reasons, kept),
        **_columns(ERROR_NAMES, _deviations(parameters, errors[1]), reasons, kept),
        asymptote=lowest,
        reasons=reasons,
        loglik=float(path.trace[-1]) - prior,
        trace=path.trace,
        iterations=path.evaluations,
        converged=path.converged,
        mean=float(path.point[-2]),
        deviation=math.exp(path.point[-1]),
        common_slope=model.common,
        information=errors[0],
    )


NAMES = ("discrimination", "intercept", "difficulty")
ERROR_NAMES = ("discrimination_error", "intercept_error", "difficulty_error")


def _parameters(slope: Floats, intercept: Floats) -> Floats:
    """Slope, intercept and difficulty, (3, n)."""
    return np.stack([slope, intercept, -intercept / np.where(slope == 0, np.nan, slope)])


def _deviations(parameters: Floats, variances: Floats) -> Floats:
    """Errors of slope, intercept and, by the delta method, of difficulty, (3, n)."""
    (slope, _, difficulty), (aa, dd, ad) = parameters, variances
    with np.errstate(divide="ignore", invalid="ignore"):
        place = (difficulty**2 * aa + dd + 2 * difficulty * ad) / slope**2
        return np.asarray(np.sqrt(np.stack([aa, dd, np.maximum(place, 0)])))


def _columns(
    names: tuple[str, ...], values: Floats, reasons: Integers, kept: Booleans
) -> dict[str, Any]:
    """Values of the items kept, NaN for the others and for those that have no estimate."""
    columns = np.full((len(names), len(reasons)), np.nan)
    columns[:, kept] = values
    columns[:, reasons > Reason.KNOWN] = np.nan
    return dict(zip(names, columns, strict=True))


def nothing(reasons: Integers, lowest: Floats, settings: Settings) -> Calibration:
    """The answer if no item can be estimated."""
    empty, none = np.zeros((3, 0)), np.zeros(len(reasons), dtype=bool)
    return Calibration(
        **_columns(NAMES, empty, reasons, none),
        **_columns(ERROR_NAMES, empty, reasons, none),
        asymptote=lowest,
        reasons=reasons,
        loglik=math.nan,
        trace=np.zeros(0),
        iterations=0,
        converged=False,
        common_slope=settings.common,
    )


# Standard errors


def _source(errors: Errors, held: _Held) -> Errors:
    if errors not in get_args(Errors):
        raise ValueError(f"errors must be one of {', '.join(get_args(Errors))}, not {errors}")
    if errors != "either":
        return errors
    people, items = held.answers.shape
    cheap = 2.0 * people * items**2 * len(nodes_of(items)) <= OBSERVED_UP_TO
    return "observed" if cheap else "cross-product"


def _variances(
    model: Model, held: _Held, point: Floats, reasons: Integers, source: Errors
) -> Floats:
    """Variances of slopes and of intercepts, and covariances, (3, n); NaN if information has no
    inverse."""
    items = len(reasons)
    if source == "none":
        return np.full((3, items), np.nan)
    slope, intercept, theta = model.unpacked(point)
    matrix = _information(model, held, (slope, intercept, theta), observed=source == "observed")
    matrix = matrix + _square(model, *map(model.xp.diag, prior_curvature(model, slope, intercept)))
    covariance = _inverse(to_host(matrix), _onto(reasons == Reason.ESTIMATED, common=model.common))
    variance = np.diag(covariance)
    return np.stack([variance[:items], variance[items:], np.diag(covariance[:items, items:])])


def prior_curvature(model: Model, slope: Array, intercept: Array) -> Triple:
    """Minus the second derivatives of the log prior by slope, by both and by intercept, (n,)."""
    nought = model.xp.zeros_like(slope)
    _, parts = _with_prior(model, slope, intercept, (nought, nought), (nought, nought, nought))
    aa, ad, dd = parts
    if model.positive:
        pull = _residuals(model, slope, intercept) * model.prior_root
        aa = aa - (pull[0] + 2 * pull[1] * intercept / slope) / slope**2
        ad = ad + pull[1] / slope**2
    return aa, ad, dd


def _square(model: Model, aa: Array, ad: Array, dd: Array) -> Array:
    """Blocks of slopes and intercepts as one matrix, (2 n, 2 n)."""
    join = model.xp.concat
    return join([join([aa, ad], axis=1), join([ad, dd], axis=1)], axis=0)


def _onto(estimated: Booleans, *, common: bool) -> Floats:
    """Free parameters onto all, (2 n, k): a common slope is one, known and separated are none."""
    items = len(estimated)
    if common:
        slope, nought = np.ones((items, 1)), np.zeros((items, 1))
        return np.block([[slope, np.zeros((items, items))], [nought, np.eye(items)]])
    return np.eye(2 * items)[:, np.tile(estimated, 2)]


def _inverse(matrix: Floats, onto: Floats) -> Floats:
    """Covariance of all slopes, then intercepts; 0 for what is not free."""
    reduced = onto.T @ matrix @ onto
    try:
        np.linalg.cholesky(reduced)
    except np.linalg.LinAlgError:
        return np.full_like(matrix, np.nan)
    return np.asarray(onto @ np.linalg.inv(reduced) @ onto.T)


def _information(model: Model, held: _Held, at: Triple, *, observed: bool) -> Array:
    """Information on slopes, then intercepts, (2 n, 2 n), without the prior's.

    Observed: of abilities if they were seen, less what is lost because they are not (Louis).
    """
    tables = _rounded(model, held, _exact_tables(model, held, *at))
    terms = _score_terms(model, *at)
    total = model.array(np.zeros((2 * len(at[0]), 2 * len(at[0]))))
    for block in held.blocks():
        one, there = _indicators(model.xp, block, model.kind, complete=held.complete)
        posterior, _, inverse, _ = _posterior(model, tables, one, there)
        posterior *= inverse[:, None]
        scores = _person_scores(model, terms, one, there, posterior)
        total += scores.T @ scores
        if observed:
            total -= _score_products(model, terms, one, there, posterior)
    if observed:
        total += _complete_information(model, _expected(model, held, *at), *at)
    return total


def _score_terms(model: Model, slope: Array, intercept: Array, theta: Array) -> Triple:
    """Score of a right answer is lift - share, of a wrong one -share, times ability or 1."""
    share, _ = logistic(model.xp, slope[:, None] * theta + intercept[:, None])
    lift = model.xp.ones_like(share) if model.lowest is None else _lift(model, share)
    cast = model.xp.asarray
    return (
        cast(lift, dtype=model.kind),
        cast(share, dtype=model.kind),
        cast(theta, dtype=model.kind),
    )


def _person_scores(
    model: Model, terms: Triple, one: Array, there: Array | None, posterior: Array
) -> Array:
    """Derivative of each person's log-likelihood by slopes, then intercepts, (rows, 2 n)."""
    lift, share, theta = terms
    parts = []
    for factor in (theta, model.xp.ones_like(theta)):
        expected = posterior @ (share * factor).T
        credit = one * (posterior @ (lift * factor).T)
        parts.append(credit - (expected if there is None else there * expected))
    return model.xp.concat(parts, axis=1)


def _score_products(
    model: Model, terms: Triple, one: Array, there: Array | None, posterior: Array
) -> Array:
    """Expected outer product of each person's complete scores, summed, (2 n, 2 n)."""
    lift, share, theta = terms
    xp, items = model.xp, one.shape[1]
    sums = [model.array(np.zeros((items, items))) for _ in range(3)]
    for q in range(len(theta)):
        score = one * lift[:, q] - (share[:, q] if there is None else there * share[:, q])
        product = score.T @ (score * posterior[:, q][:, None])
        for power in range(3):
            sums[power] += product * theta[q] ** power
    plain, once, twice = sums
    return xp.concat([xp.concat([twice, once], axis=1), xp.concat([once, plain], axis=1)], axis=0)


def _complete_information(
    model: Model, counts: Counts, slope: Array, intercept: Array, theta: Array
) -> Array:
    """Expected second derivatives of each item if abilities were seen, (2 n, 2 n)."""
    xp = model.xp
    share, _ = logistic(xp, slope[:, None] * theta + intercept[:, None])
    bend = share * (1 - share)
    if model.lowest is None:
        weight = counts.seen * bend
    else:
        chance = model.lowest + (1 - model.lowest) * share
        part = (1 - model.lowest) * bend / chance
        curve = part * (part - (1 - 2 * share))
        weight = (counts.seen - counts.right) * bend + counts.right * curve
    twice, once, plain = (xp.diag(weight @ theta**power) for power in (2, 1, 0))
    return xp.concat([xp.concat([twice, once], axis=1), xp.concat([once, plain], axis=1)], axis=0)


# Namespaces


def namespace_of(array: Array) -> Any:
    """The module whose functions work on an array: NumPy or PyTorch, wrapped where possible.

    Parameters
    ----------
    array : a NumPy array or a PyTorch tensor.

    Returns
    -------
    ``array_api_compat``'s wrapper if that is installed, else the array's own module, which for
    the functions used here has the same names.

    Raises
    ------
    TypeError
        If it is neither, by ``array_api_compat``.

    References
    ----------
    Python array API standard, 2024.12.

    Examples
    --------
    >>> namespace_of(np.zeros(1)).exp(0.0)
    np.float64(1.0)
    """
    try:
        return import_module("array_api_compat").array_namespace(array)
    except ImportError:
        return import_module(type(array).__module__.partition(".")[0])


def to_host(array: Array) -> Floats:
    """The values of an array or tensor as NumPy array.

    Parameters
    ----------
    array : a NumPy array or a PyTorch tensor, of any shape.

    Returns
    -------
    The same shape.

    Raises
    ------
    TypeError
        If it is a tensor that still asks for gradients.

    Examples
    --------
    >>> to_host(np.ones(1)).tolist()
    [1.0]
    """
    return np.asarray(array if isinstance(array, np.ndarray) else array.cpu())
