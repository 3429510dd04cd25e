"""How each item behaves: statistics, fit, options, exposure, time, fairness between groups, drift."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from seasoned.assessment.bank import Bank
from seasoned.assessment.calibrating import (
    CalibrationReport,
    calibrate_items,
    chances_of,
    number_or_none,
)
from seasoned.assessment.responses import Responses, answers_at
from seasoned.numerics.ability import expected_abilities
from seasoned.numerics.answering import right_chance
from seasoned.numerics.fairness import logistic, significance
from seasoned.numerics.fairness.classical import (
    Classical,
    Options,
    classical,
    cronbach_alpha,
    marginal_reliability,
    option_table,
)
from seasoned.numerics.fairness.drift import drift
from seasoned.numerics.fairness.fit import MeanSquares, mean_squares
from seasoned.numerics.fairness.mantel_haenszel import mantel_haenszel
from seasoned.numerics.fairness.tables import even_strata

Floats = npt.NDArray[np.floating[Any]]
Answers = npt.NDArray[np.int8]

FEWEST_IN_GROUP = 50
"""People a group needs before its answers are compared; with fewer, only huge differences show, and
a small group's answers should not be laid open."""

FEWEST_IN_HALF = 50
STRATA = 8
"""Groups of like ability in which the answers of an adaptive test are compared."""

COMPLETE = 0.95
"""Share of answers from which the number right matches people; below it, ability does."""

INFIT = (0.7, 1.3)
"""Mean squares that raise no eyebrow in a test nobody's job hangs on: Wright and Linacre (1994),
Reasonable mean-square fit values, Rasch Measurement Transactions 8."""

WEAK = 0.1
"""Correlation with the rest of the test below which an item tells hardly anything."""

SIZES = {
    significance.NEGLIGIBLE: "A",
    significance.MODERATE: "B",
    significance.LARGE: "C",
    significance.UNDECIDED: "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionUse:
    """How often one option was chosen, overall and by thirds of ability, lowest first."""

    option: int
    share: float
    by_third: tuple[float, ...]
    point_biserial: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDifference:
    """An item between one group and everybody else of like ability.

    ``delta``: Mantel-Haenszel on the ETS scale, negative where it is harder for the group.
    ``size``: A negligible, B moderate, C large, empty where it cannot be told. ``p`` is adjusted
    over items (Benjamini-Hochberg); ``gain`` and ``logistic_p`` are the logistic regression's.
    """

    group: str
    delta: float | None
    delta_error: float | None
    p: float | None
    size: str
    gain: float | None
    logistic_p: float | None
    logistic_size: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemQuality:
    """What the responses say of one item; None where they say nothing."""

    item: str
    responses: int
    exposure: float
    facility: float
    item_rest: float | None
    infit: float | None
    outfit: float | None
    infit_z: float | None
    outfit_z: float | None
    seconds: float | None
    expected_seconds: int | None
    difficulty: float | None
    difficulty_error: float | None
    discrimination: float | None
    options: tuple[OptionUse, ...]
    groups: tuple[GroupDifference, ...]
    drift: float | None
    drift_p: float | None
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityReport:
    """All items, the reliability of the whole, and what could not be told and why."""

    people: int
    responses: int
    items: tuple[ItemQuality, ...]
    alpha: float | None
    reliability: float | None
    calibration: CalibrationReport
    untold: tuple[str, ...]


def item_quality(responses: Responses, *, bank: Bank | None = None) -> QualityReport:
    """Statistics, fit, options, fairness and drift of every item.

    Raises TooFewResponses for fewer than two people and NotIdentified where nothing can be told.
    """
    calibration = calibrate_items(responses, bank=bank)
    answers = responses.matrix()
    slope, difficulty, chance = _parameters(calibration, bank)
    ability, error = expected_abilities(
        answers,
        slope,
        difficulty,
        chance,
        mean=calibration.mean,
        deviation=max(calibration.deviation, 0.1),
    )
    untold: list[str] = []
    fit = _fit(answers, ability, slope, difficulty, chance)
    columns = _Columns(
        classical=classical(answers),
        fit=fit,
        options=_options(responses, ability),
        groups=_differences(responses, answers, ability, untold),
        drift=_drift(responses, bank, untold),
    )
    items = tuple(
        _item(n, responses, calibration, bank, columns) for n in range(len(responses.items))
    )
    return QualityReport(
        people=len(responses.people),
        responses=len(responses.values),
        items=items,
        alpha=_alpha(answers, untold),
        reliability=number_or_none(marginal_reliability(ability, error)),
        calibration=calibration,
        untold=tuple(untold),
    )


def reliability_words(report: QualityReport) -> tuple[str, ...]:
    """What can be told of the test's reliability, a sentence each."""
    told = (
        ("Cronbach's alpha", report.alpha),
        ("Reliability of the abilities", report.reliability),
    )
    return tuple(f"{name} {value:.2f}." for name, value in told if value is not None)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Columns:
    classical: Classical
    fit: MeanSquares
    options: dict[int, tuple[OptionUse, ...]]
    groups: dict[int, list[GroupDifference]]
    drift: dict[int, tuple[float, float]]


def _parameters(report: CalibrationReport, bank: Bank | None) -> tuple[Floats, Floats, Floats]:
    chance = chances_of(
        [e.item for e in report.estimates], bank if report.scale == "levels" else None
    )
    return _column(report, "discrimination"), _column(report, "difficulty"), chance


def _column(report: CalibrationReport, name: str) -> Floats:
    """One number of each item's estimate, NaN where there is none."""
    return np.array([getattr(e, name) for e in report.estimates], dtype=float)


def _fit(
    answers: Answers, ability: Floats, slope: Floats, difficulty: Floats, chance: Floats
) -> MeanSquares:
    known = np.isfinite(slope) & np.isfinite(difficulty)
    a, b = np.where(known, slope, 1.0), np.where(known, difficulty, 0.0)
    expected = np.clip(right_chance(ability[:, None], a, b, chance), 1e-6, 1 - 1e-6)
    return mean_squares(np.where(known, answers, -1).astype(np.int8), expected)


def _options(responses: Responses, ability: Floats) -> dict[int, tuple[OptionUse, ...]]:
    """Tables of the items whose chosen options are told."""
    if not (responses.chosen >= 0).any():
        return {}
    count = int(responses.chosen.max()) + 1
    chosen = np.full((len(responses.people), len(responses.items)), -1, dtype=np.int64)
    chosen[responses.person, responses.item] = responses.chosen
    table = option_table(chosen, ability, count)
    return {
        n: tuple(_use(table, n, option) for option in range(count) if table.counts[n, option].sum())
        for n in range(len(responses.items))
        if (chosen[:, n] >= 0).any()
    }


def _use(table: Options, item: int, option: int) -> OptionUse:
    counts = table.counts[item]
    return OptionUse(
        option=option,
        share=float(counts[option].sum() / counts.sum()),
        by_third=tuple(float(x) for x in table.shares[item, option]),
        point_biserial=number_or_none(table.point_biserial[item, option]),
    )


def _differences(
    responses: Responses, answers: Answers, ability: Floats, untold: list[str]
) -> dict[int, list[GroupDifference]]:
    """For each item, its difference between each group and the others of like ability."""
    found: dict[int, list[GroupDifference]] = {}
    names = sorted({group for group in responses.groups if group})
    members = np.array(responses.groups) if responses.groups else np.array([""])
    if names and len(names) == 2:
        names = (
            names[:1] if (members == names[0]).sum() <= (members == names[1]).sum() else names[1:]
        )
    for name in names:
        focal, told = members == name, members != ""
        if min(focal.sum(), (told & ~focal).sum()) < FEWEST_IN_GROUP:
            untold.append(
                f"Group {name} is not compared: it, or the rest, has fewer than {FEWEST_IN_GROUP} people."
            )
            continue
        for item, difference in enumerate(
            _compared(name, answers[told], focal[told], ability[told])
        ):
            found.setdefault(item, []).append(difference)
    return found


def _compared(
    name: str, answers: Answers, focal: npt.NDArray[np.bool_], ability: Floats
) -> list[GroupDifference]:
    whole = (answers >= 0).mean() >= COMPLETE
    matching = None if whole else even_strata(ability, STRATA).astype(float)
    odds = mantel_haenszel(answers, focal, matching=matching)
    curves = logistic.logistic(answers, focal, matching=matching)
    return [
        GroupDifference(
            group=name,
            delta=number_or_none(odds.odds.delta[n]),
            delta_error=number_or_none(odds.odds.error[n]),
            p=number_or_none(odds.adjusted_p[n]),
            size=SIZES[int(odds.size[n])],
            gain=number_or_none(curves.fit.gain[n]),
            logistic_p=number_or_none(curves.adjusted_p[n]),
            logistic_size=SIZES[int(curves.jodoin_gierl[n])],
        )
        for n in range(answers.shape[1])
    ]


def _drift(
    responses: Responses, bank: Bank | None, untold: list[str]
) -> dict[int, tuple[float, float]]:
    """Change of each item's difficulty from the earlier to the later half of people, and its p."""
    days = [day for day in responses.dates if day]
    if len(set(days)) < 2:
        return {}
    middle = sorted(days)[len(days) // 2]
    later = np.array([day >= middle for day in responses.dates])
    halves = [_half(responses, later == which) for which in (False, True)]
    if min(len(half.people) for half in halves) < FEWEST_IN_HALF:
        untold.append(
            f"Drift is not told: it takes {FEWEST_IN_HALF} people before and after {middle}."
        )
        return {}
    told = [calibrate_items(half, bank=bank) for half in halves]
    names = ("difficulty", "difficulty_error")
    moved = drift(*(_column(report, name) for report in told for name in names))
    return {
        n: (float(moved.change[n]), float(moved.adjusted_p[n]))
        for n in range(len(responses.items))
        if np.isfinite(moved.change[n])
    }


def _half(r: Responses, rows: npt.NDArray[np.bool_]) -> Responses:
    """Part of the answers, with all items and only the people in it."""
    people = np.unique(r.person[rows])
    place = np.searchsorted(people, r.person[rows])
    return replace(
        answers_at(r, rows), people=tuple(r.people[n] for n in people), person=place, groups=()
    )


def _alpha(answers: Answers, untold: list[str]) -> float | None:
    whole = (answers >= 0).all(1)
    if whole.sum() < 2 or answers.shape[1] < 2:
        untold.append(
            "Cronbach's alpha is not told: nobody, or hardly anybody, answered every item."
        )
        return None
    return number_or_none(cronbach_alpha(answers[whole]))


def _item(
    n: int, responses: Responses, report: CalibrationReport, bank: Bank | None, columns: _Columns
) -> ItemQuality:
    estimate, name = report.estimates[n], responses.items[n]
    seconds = responses.seconds[responses.item == n]
    seconds = seconds[np.isfinite(seconds)]
    item = bank.items.get(name) if bank else None
    change, p = columns.drift.get(n, (None, None))
    found = ItemQuality(
        item=name,
        responses=estimate.responses,
        exposure=estimate.responses / len(responses.people),
        facility=estimate.share_right,
        item_rest=number_or_none(columns.classical.item_rest[n]),
        infit=number_or_none(columns.fit.infit[n]),
        outfit=number_or_none(columns.fit.outfit[n]),
        infit_z=number_or_none(columns.fit.infit_z[n]),
        outfit_z=number_or_none(columns.fit.outfit_z[n]),
        seconds=float(np.median(seconds)) if len(seconds) else None,
        expected_seconds=item.expected_seconds if item else None,
        difficulty=estimate.difficulty,
        difficulty_error=estimate.difficulty_error,
        discrimination=estimate.discrimination,
        options=columns.options.get(n, ()),
        groups=tuple(columns.groups.get(n, ())),
        drift=change,
        drift_p=p,
        remarks=(),
    )
    key = item.key if item else ()
    return _with_remarks(found, estimate.reason, key)


def _with_remarks(found: ItemQuality, reason: str, key: Sequence[int]) -> ItemQuality:
    remarks = [f"No estimate: {reason}."] if reason else []
    if found.item_rest is not None and found.item_rest < WEAK:
        remarks.append("Hardly goes together with the rest of the test: read its key again.")
    if found.infit is not None and not INFIT[0] <= found.infit <= INFIT[1]:
        remarks.append(
            "Does not follow the model: answered more erratically, or more evenly, than it says."
        )
    for use in found.options:
        if use.option not in key and key and (use.point_biserial or 0) > WEAK:
            remarks.append(f"Option {use.option + 1} draws the able: is it right too?")
        if use.option not in key and use.share < 0.02:
            remarks.append(f"Option {use.option + 1} draws hardly anybody.")
    for group in found.groups:
        if group.size == "C" or (group.size == "B" and (group.p or 1) < 0.05):
            harder = "harder" if (group.delta or 0) < 0 else "easier"
            remarks.append(
                f"Is {harder} for group {group.group} than for others of like ability ({group.size})."
            )
    if found.drift is not None and (found.drift_p or 1) < 0.05:
        remarks.append(
            "Became easier over time: has it got about?"
            if found.drift < 0
            else "Became harder over time."
        )
    return replace(found, remarks=tuple(remarks))
