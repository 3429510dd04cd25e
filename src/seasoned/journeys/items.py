"""Items for the faces: calibrate them from a file or from this store's answers, and report on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from seasoned.assessment.calibrated import FOLDER, calibration_csv
from seasoned.assessment.calibrating import (
    CalibrationReport,
    Model,
    calibrate_items,
    parameters_from,
)
from seasoned.assessment.quality import QualityReport, item_quality
from seasoned.assessment.responses import Responses, only_items, read_responses
from seasoned.assessment.sitting import Response
from seasoned.errors import InputError, Problem, TooFewResponses
from seasoned.journeys.bank import my_bank
from seasoned.profile.answer import Outcome
from seasoned.store import places


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrated:
    """A calibration, what was left out of it, and where it was written."""

    report: CalibrationReport
    problems: tuple[Problem, ...]
    written: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A report on items and what was left out of it."""

    report: QualityReport
    problems: tuple[Problem, ...]


def calibrated(
    path: Path | None, *, model: Model, author_prior: bool, save: str, sample: str, on: date
) -> Calibrated:
    """Calibrate the items of a file, or of this store; written to the content folder if named.

    Raises UnreadableDocument, TooFewResponses, NotIdentified, or InputError for what cannot be
    written: only the bank's own items, on its own scale, can.
    """
    ratings = model in (Model.GRADED, Model.PARTIAL)
    responses = _responses(path, ratings=ratings)
    bank = my_bank().bank
    known = only_items(responses, bank.items) if not ratings else responses
    report = calibrate_items(known, bank=bank if author_prior else None, model=model)
    written = _written(report, save, sample, on) if save else None
    return Calibrated(report=report, problems=known.problems, written=written)


def reported(path: Path | None) -> Reported:
    """The quality of the items of a file, or of this store; raises as ``calibrated`` does."""
    bank = my_bank().bank
    responses = only_items(_responses(path, ratings=False), bank.items)
    return Reported(report=item_quality(responses, bank=bank), problems=responses.problems)


def _responses(path: Path | None, *, ratings: bool) -> Responses:
    if path is not None:
        return read_responses(path, ratings=ratings)
    from seasoned.store.sittings import all_responses

    found = all_responses()
    if not found:
        raise TooFewResponses("Answers stored here", 0, 2)
    return stored(found)


def stored(found: Sequence[tuple[int, Response]]) -> Responses:
    """Answers of this store as columns; of two by one person to one item the newer."""
    newest = {(person, r.item): r for person, r in found}
    people = sorted({person for person, _ in newest})
    items = tuple(sorted({item for _, item in newest}))
    place = {name: n for n, name in enumerate(items)}
    row = {person: n for n, person in enumerate(people)}
    return Responses(
        source="this store",
        people=tuple(str(person) for person in people),
        items=items,
        person=np.array([row[person] for person, _ in newest]),
        item=np.array([place[item] for _, item in newest]),
        values=np.array([int(r.outcome is Outcome.RIGHT) for r in newest.values()]),
        chosen=np.array([_chosen(r) for r in newest.values()]),
        seconds=np.array([r.seconds or float("nan") for r in newest.values()]),
        dates=tuple(r.at.isoformat() for r in newest.values()),
        groups=(),
    )


def _chosen(response: Response) -> int:
    """The option given where one was; a set, an order or a number is told by its outcome alone."""
    single = len(response.given) == 1 and float(response.given[0]).is_integer()
    return int(response.given[0]) if single and 0 <= response.given[0] < 10 else -1


def _written(report: CalibrationReport, name: str, sample: str, on: date) -> Path:
    parameters = parameters_from(report)
    if not parameters:
        raise InputError(
            "Nothing was written: only a 1pl or 2pl calibration of the bank's own items can be "
            "kept, on the bank's own scale (without --no-author)."
        )
    path = places.content_folder() / FOLDER / f"{name}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(calibration_csv(parameters.items(), sample=sample, on=on), encoding="utf-8")
    return path
