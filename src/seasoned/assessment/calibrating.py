"""Calibration of items from responses: on the bank's own scale with its authors' priors, or on logits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.assessment.bank import Bank
from seasoned.assessment.parameters import Parameters, provisional
from seasoned.assessment.responses import Responses
from seasoned.errors import NotIdentified, TooFewResponses
from seasoned.numerics.calibration import dense, ordered, sparse
from seasoned.numerics.calibration.categories import Kind
from seasoned.numerics.calibration.result import Calibration, Prior, Reason
from seasoned.profile.belief import PRIOR

Floats = npt.NDArray[np.floating[Any]]

FEWEST_PEOPLE = 2
MOST_CELLS = 200_000_000
"""People times items up to which answers are held as a whole table: 200 MB."""

LARGE_CELLS = 20_000_000
"""People times items from which an accelerator is worth the way there and back."""

SPARSE_BELOW = 0.05
"""Share of the table that is filled, below which only the answers themselves are held."""


class Model(StrEnum):
    """Response models."""

    ONE = "1pl"
    TWO = "2pl"
    GRADED = "graded"
    PARTIAL = "partial"


WHY = {
    Reason.UNANSWERED: "nobody answered it",
    Reason.ALL_RIGHT: "everybody who answered was right, so it may be any amount easier",
    Reason.ALL_WRONG: "everybody who answered was wrong, so it may be any amount harder",
    Reason.SEPARATED: "its answers separate people perfectly, so its slope has no upper end",
    Reason.TOO_FEW: "too few items are left to tell slopes apart",
    Reason.ALL_ALIKE: "everybody got the same rating",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemEstimate:
    """Parameters of one item with standard errors, or the reason why there are none.

    ``difficulty`` is in levels on the bank's scale, else in logits on which the people have the
    report's mean and deviation; ``thresholds`` only for ratings.
    """

    item: str
    responses: int
    share_right: float
    discrimination: float | None = None
    discrimination_error: float | None = None
    difficulty: float | None = None
    difficulty_error: float | None = None
    thresholds: tuple[float | None, ...] = ()
    thresholds_error: tuple[float | None, ...] = ()
    unused: tuple[int, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationReport:
    """A calibration with what is needed to judge it.

    ``scale``: ``levels`` with the authors' priors, or ``logits``. ``trace``: log-likelihood (plus
    log prior where there is one) of each accepted step. ``mean``, ``deviation``: of the people.
    """

    model: Model
    scale: str
    people: int
    responses: int
    estimates: tuple[ItemEstimate, ...]
    loglik: float
    trace: tuple[float, ...]
    iterations: int
    converged: bool
    mean: float
    deviation: float


def calibrate_items(
    responses: Responses, *, bank: Bank | None = None, model: Model = Model.TWO
) -> CalibrationReport:
    """Item parameters from responses; with a bank that holds the items, on its scale of levels.

    With a bank it is a maximum a posteriori estimate whose priors are the authors' difficulties, so
    that few answers move an item little; without, marginal maximum likelihood. Raises
    TooFewResponses for fewer than two people and NotIdentified where no item can be estimated.
    """
    if len(responses.people) < FEWEST_PEOPLE:
        raise TooFewResponses("People who answered", len(responses.people), FEWEST_PEOPLE)
    if model in (Model.GRADED, Model.PARTIAL):
        return _ratings(responses, model)
    known = bank is not None and all(name in bank.items for name in responses.items)
    found = _fitted(responses, bank if known else None, common=model is Model.ONE)
    report = _report(responses, found, model, "levels" if known else "logits")
    if not any(e.difficulty is not None for e in report.estimates):
        raise NotIdentified("The difficulty of every item", report.estimates[0].reason)
    return report


def parameters_from(report: CalibrationReport) -> dict[str, Parameters]:
    """Parameters for the bank, of items that could be estimated on its scale."""
    if report.scale != "levels":
        return {}
    return {
        e.item: Parameters(
            difficulty=e.difficulty,
            difficulty_error=e.difficulty_error or 0.0,
            discrimination=e.discrimination,
            log_discrimination_error=(e.discrimination_error or 0.0) / e.discrimination,
            model=report.model.value,
            responses=e.responses,
        )
        for e in report.estimates
        if e.difficulty is not None and e.discrimination is not None
    }


def _fitted(responses: Responses, bank: Bank | None, *, common: bool) -> Calibration:
    cells = len(responses.people) * len(responses.items)
    filled = len(responses.values) / cells
    large = cells > MOST_CELLS or (cells > MOST_CELLS / 10 and filled < SPARSE_BELOW)
    prior = _prior(responses, bank, common=common)
    if large:
        free = common or bank is not None
        return _from_list(responses, prior or sparse.WEAK, common=common, free=free)
    return dense.calibrate(
        _where_quickest(responses.matrix()),
        common_slope=common,
        asymptote=chances_of(responses.items, bank),
        prior=prior,
        free_population=bank is not None,
        errors="either",
    )


def _where_quickest(answers: npt.NDArray[np.int8]) -> Any:
    """The table itself, or on an accelerator where it is large and PyTorch finds one."""
    if answers.size < LARGE_CELLS or find_spec("torch") is None:
        return answers
    torch: Any = import_module("torch")
    return torch.from_numpy(answers).to("cuda") if torch.cuda.is_available() else answers


def _from_list(responses: Responses, prior: Prior, *, common: bool, free: bool) -> Calibration:
    if common:  # a Rasch model: slopes all but fixed at one, the population's deviation free
        prior = replace(prior, log_discrimination=(0.0, 1e-3))
    return sparse.calibrate(
        responses.person,
        responses.item,
        responses.values,
        n_items=len(responses.items),
        free_population=free,
        errors=True,
        prior=prior,
    )


def _prior(responses: Responses, bank: Bank | None, *, common: bool) -> Prior | None:
    """What the authors thought, in levels less the usual level of anybody."""
    if bank is None:
        return None
    found = [provisional(bank.items[name]) for name in responses.items]
    slope = np.log([p.discrimination for p in found])
    error = np.array([p.log_discrimination_error for p in found])
    return Prior(
        log_discrimination=(float(slope[0]), float(error[0])) if common else (slope, error),
        difficulty=(
            np.array([p.difficulty for p in found]) - PRIOR.mean,
            np.array([p.difficulty_error for p in found]),
        ),
    )


def chances_of(names: Sequence[str], bank: Bank | None) -> Floats:
    """Chance of a blind guess at each item, shape (items,); 0 where no bank is given."""
    return np.array([bank.items[name].chance if bank else 0.0 for name in names])


def _report(
    responses: Responses, found: Calibration, model: Model, scale: str
) -> CalibrationReport:
    shift = PRIOR.mean if scale == "levels" else 0.0
    seen, right = _counts(responses)
    estimates = tuple(
        ItemEstimate(
            item=name,
            responses=int(seen[n]),
            share_right=float(right[n] / max(seen[n], 1)),
            discrimination=number_or_none(found.discrimination[n]),
            discrimination_error=number_or_none(found.discrimination_error[n]),
            difficulty=number_or_none(found.difficulty[n] + shift),
            difficulty_error=number_or_none(found.difficulty_error[n]),
            reason=WHY.get(Reason(int(found.reasons[n])), ""),
        )
        for n, name in enumerate(responses.items)
    )
    report = _whole(responses, found, model, estimates)
    return replace(report, scale=scale, mean=found.mean + shift, deviation=found.deviation)


def _ratings(responses: Responses, model: Model) -> CalibrationReport:
    kind: Kind = "graded" if model is Model.GRADED else "partial credit"
    found = ordered.calibrate(responses.matrix().astype(np.int64), kind, errors="either")
    seen, _ = _counts(responses)
    estimates = tuple(
        ItemEstimate(
            item=name,
            responses=int(seen[n]),
            share_right=float("nan"),
            discrimination=number_or_none(found.discrimination[n]),
            discrimination_error=number_or_none(found.discrimination_error[n]),
            difficulty=number_or_none(np.nanmean(found.thresholds[n]))
            if not found.reasons[n]
            else None,
            thresholds=tuple(number_or_none(x) for x in found.thresholds[n]),
            thresholds_error=tuple(number_or_none(x) for x in found.thresholds_error[n]),
            unused=tuple(int(k) for k in np.flatnonzero(found.unused[n])),
            reason=WHY.get(Reason(int(found.reasons[n])), ""),
        )
        for n, name in enumerate(responses.items)
    )
    if all(e.reason for e in estimates):
        raise NotIdentified("The thresholds of every item", estimates[0].reason)
    return _whole(responses, found, model, estimates)


def _whole(
    responses: Responses,
    found: Calibration | ordered.OrderedCalibration,
    model: Model,
    estimates: tuple[ItemEstimate, ...],
) -> CalibrationReport:
    """The report on logits, for people of mean 0 and deviation 1."""
    return CalibrationReport(
        model=model,
        scale="logits",
        people=len(responses.people),
        responses=len(responses.values),
        estimates=estimates,
        loglik=found.loglik,
        trace=tuple(float(x) for x in found.trace),
        iterations=found.iterations,
        converged=found.converged,
        mean=0.0,
        deviation=1.0,
    )


def _counts(responses: Responses) -> tuple[Floats, Floats]:
    count = len(responses.items)
    seen = np.bincount(responses.item, minlength=count).astype(float)
    return seen, np.bincount(responses.item, responses.values, count).astype(float)


def number_or_none(value: Any) -> float | None:
    """The number, or None where it is not finite: what could not be told."""
    return float(value) if np.isfinite(value) else None
