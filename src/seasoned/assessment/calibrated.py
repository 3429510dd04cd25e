"""Calibrations: CSV files beside the authored items, with model, sample and day; later ones count."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from seasoned.assessment.parameters import Parameters
from seasoned.errors import Problem

FOLDER = "calibration"
COLUMNS = (
    "item",
    "difficulty",
    "difficulty_error",
    "discrimination",
    "log_discrimination_error",
    "responses",
    "model",
    "sample",
    "date",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrations:
    """Parameters by item, and what could not be read."""

    parameters: dict[str, Parameters]
    problems: tuple[Problem, ...]


def read_calibrations(roots: Sequence[Path]) -> Calibrations:
    """All calibrations under the roots; a later root, and a later name within it, goes before."""
    parameters: dict[str, Parameters] = {}
    problems: list[Problem] = []
    for path in (p for root in roots for p in sorted((root / FOLDER).glob("*.csv"))):
        for found in _rows(path):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                parameters[found[0]] = found[1]
    return Calibrations(parameters=parameters, problems=tuple(problems))


def _rows(path: Path) -> Iterator[tuple[str, Parameters] | Problem]:
    try:
        rows = csv.DictReader(StringIO(path.read_text(encoding="utf-8-sig")))
        missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
        if missing:
            hint = f"write {', '.join(COLUMNS)}"
            yield Problem(
                path=str(path),
                field="",
                message=f"lacks the column {missing[0]!r}",
                suggestion=hint,
            )
            return
        for number, row in enumerate(rows, start=2):
            yield _parameters(row, path, number)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        yield Problem(path=str(path), field="", message=f"cannot be read: {error}")


def _parameters(
    row: Mapping[str, str], path: Path, number: int
) -> tuple[str, Parameters] | Problem:
    try:
        found = Parameters(
            difficulty=_number(row["difficulty"], -20, 20),
            difficulty_error=_number(row["difficulty_error"], 0, 10),
            discrimination=_number(row["discrimination"], 0.01, 10),
            log_discrimination_error=_number(row["log_discrimination_error"], 0, 10),
            responses=int(_number(row["responses"], 0, 1e9)),
            model=row["model"],
        )
    except (ValueError, TypeError, OverflowError) as error:
        return Problem(path=str(path), field=f"line {number}", message=str(error))
    return row["item"], found


def _number(text: str, low: float, high: float) -> float:
    value = float(text)
    if not (math.isfinite(value) and low <= value <= high):
        raise ValueError(f"{text!r} is not between {low:g} and {high:g}")
    return value


def calibration_csv(parameters: Iterable[tuple[str, Parameters]], *, sample: str, on: date) -> str:
    """The text of a calibration file; reading it gives the parameters back, to six digits."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for item, p in parameters:
        numbers = (
            p.difficulty,
            p.difficulty_error,
            p.discrimination,
            p.log_discrimination_error,
        )
        shown = [f"{value:.6g}" for value in numbers]
        writer.writerow([item, *shown, p.responses, p.model, sample, on.isoformat()])
    return out.getvalue()
