"""The product's own arrays run over simulated people, and how right they were."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from benchmarks.readiness.worlds import AREAS, GROUPS, MUSTS, NEED, People
from seasoned.numerics import gaussian, readiness
from seasoned.numerics.hierarchy import Hierarchy, covariance_of, learn
from seasoned.numerics.readiness import NEED_EVIDENCE, NOT_YET, READY

Floats = npt.NDArray[np.float64]

CHUNK = 100
BINS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Probability and verdict of each person."""

    joint: Floats
    each: Floats
    verdict: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How right the verdicts were. Shares are of all people unless their name says otherwise."""

    calibration_error: float
    wrong_not_yet_of_ready: float
    false_ready_of_unready: float
    false_ready_of_called: float
    abstention: float
    called_ready: float
    auc: float
    auc_ticks: float
    auc_mean: float


def prior_from(sample: People) -> Hierarchy:
    """The hierarchy learned from people who are not among those judged."""
    return learn(np.where(sample.seen, sample.values, np.nan), sample.variances, GROUPS)


def judged(people: People, prior: Hierarchy) -> Judged:
    """Every person through belief, draws, chances and verdicts, a hundred at a time."""
    covariance = covariance_of(prior, GROUPS)
    parts = [
        _chunk(people, slice(n, n + CHUNK), prior.mean, covariance)
        for n in range(0, len(people.ready), CHUNK)
    ]
    joint, each = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Judged(joint=joint, each=each, verdict=verdict_of(people, joint, each))


def verdict_of(
    people: People, joint: Floats, each: Floats, rule: readiness.Rule = readiness.RULE
) -> npt.NDArray[np.int64]:
    """Codes of the verdict on each person."""
    seen = people.seen.reshape(-1, AREAS, MUSTS).sum(-1)
    return readiness.verdicts(joint, each, np.full(AREAS, MUSTS), seen, seen, rule)[0]


def _chunk(people: People, rows: slice, prior: float, covariance: Floats) -> tuple[Floats, Floats]:
    count = len(people.ready[rows])
    mean = np.full((count, AREAS * MUSTS), prior)
    spread = np.broadcast_to(covariance, (count, *covariance.shape))
    for n in range(AREAS * MUSTS):
        mean, spread = gaussian.observe(
            mean,
            spread,
            np.array([n]),
            np.ones(1),
            people.values[rows, n],
            people.variances[rows, n],
        )
    points = readiness.draws(mean, spread)
    met = readiness.met_at(points, np.arange(AREAS * MUSTS)[:, None], people.asked)
    return readiness.chances(met, GROUPS, NEED)


def scored(people: People, found: Judged) -> Score:
    """Every figure of one setting."""
    ready, verdict = people.ready, found.verdict
    above = np.where(people.seen, people.values - people.asked, 0.0)
    ticks = (people.seen & (above >= 0)).sum(1).astype(float)
    mean = above.sum(1) / np.maximum(people.seen.sum(1), 1)
    called = verdict == READY
    return Score(
        calibration_error=calibration_error(found.joint, ready),
        wrong_not_yet_of_ready=float((verdict[ready] == NOT_YET).mean()),
        false_ready_of_unready=float(called[~ready].mean()),
        false_ready_of_called=float((~ready[called]).mean()) if called.any() else 0.0,
        abstention=float((verdict == NEED_EVIDENCE).mean()),
        called_ready=float(called.mean()),
        auc=auc(found.joint, ready),
        auc_ticks=auc(ticks, ready),
        auc_mean=auc(mean, ready),
    )


def calibration_error(probability: Floats, truth: npt.NDArray[np.bool_]) -> float:
    """Expected calibration error over 15 bins of equal width (Naeini, Cooper and Hauskrecht 2015)."""
    bins = np.minimum((probability * BINS).astype(int), BINS - 1)
    gaps = np.bincount(bins, probability - truth, minlength=BINS)
    return float(np.abs(gaps).sum() / len(truth))


def auc(score: Floats, truth: npt.NDArray[np.bool_]) -> float:
    """Chance that a ready person scores above an unready one, ties counting half."""
    _, inverse, counts = np.unique(score, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    yes, no = int(truth.sum()), int((~truth).sum())
    return float((ranks[truth].sum() - yes * (yes + 1) / 2) / (yes * no))
