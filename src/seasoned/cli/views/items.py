"""Calibrations and reports on items in a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from seasoned.assessment.calibrating import CalibrationReport, ItemEstimate
from seasoned.assessment.quality import ItemQuality, reliability_words
from seasoned.cli.showing import heading, line, plural, table
from seasoned.errors import Problem
from seasoned.journeys.items import Calibrated, Reported
from seasoned.profile.words import decimal, give_or_take

SHOWN = 40


def show_calibration(found: Calibrated) -> None:
    """The estimates with their errors, how the iterations went, and what was left out."""
    report = found.report
    heading(
        f"{report.model.value} of {plural(len(report.estimates), 'item')} from "
        f"{plural(report.people, 'person', 'people')} and {plural(report.responses, 'answer')}"
    )
    line(_course(report))
    show_problems(found.problems)
    untold = [e for e in report.estimates if e.reason]
    for one in untold[:SHOWN]:
        line(f"  {one.item}: no estimate, {one.reason}.", "yellow", hang=4)
    told = [e for e in report.estimates if not e.reason]
    unit = "levels" if report.scale == "levels" else "logits"
    if any(e.thresholds for e in told):
        _thresholds(told)
    else:
        table(
            "Item",
            "Answers",
            "Right",
            f"Difficulty ({unit})",
            "Slope",
            right=(1, 2, 3, 4),
            rows=[
                (
                    e.item,
                    e.responses,
                    f"{e.share_right:.0%}",
                    give_or_take(e.difficulty, e.difficulty_error),
                    give_or_take(e.discrimination, e.discrimination_error),
                )
                for e in told[:SHOWN]
            ],
        )
    if len(told) > SHOWN:
        line(f"... and {len(told) - SHOWN} more; --json tells them all.")
    if found.written:
        line(f"Kept in {found.written}; the test uses it from now on.")


def show_quality(found: Reported) -> None:
    """What stands out, then a row an item."""
    report = found.report
    heading(
        f"{plural(len(report.items), 'item')}, {plural(report.people, 'person', 'people')}, "
        f"{plural(report.responses, 'answer')}"
    )
    for words in reliability_words(report):
        line(words)
    line(_course(report.calibration))
    show_problems(found.problems)
    for words in report.untold:
        line(words)
    flagged = [item for item in report.items if item.remarks]
    heading("To look at" if flagged else "Nothing stands out")
    for item in flagged[:SHOWN]:
        line(f"  {item.item}: {' '.join(item.remarks)}", hang=4)
    table(
        "Item",
        "Answers",
        "Right",
        "Rest r",
        "Difficulty",
        "Infit",
        "Outfit",
        "Groups",
        right=(1, 2, 3, 4, 5, 6),
        rows=[_row(item) for item in report.items[:SHOWN]],
    )
    if len(report.items) > SHOWN:
        line(f"... and {len(report.items) - SHOWN} more; --html and --json tell them all.")


def show_problems(problems: Iterable[Problem]) -> None:
    """What was left out, and why."""
    for problem in problems:
        line(f"Left out: {problem}", "yellow")


def _course(report: CalibrationReport) -> str:
    first, last = (report.trace[0], report.trace[-1]) if report.trace else (report.loglik,) * 2
    ended = "met its tolerance" if report.converged else "did NOT meet its tolerance"
    people = f"people at {report.mean:.2f} give or take {report.deviation:.2f} {report.scale}"
    return (
        f"Log-likelihood {report.loglik:.3f}; from {first:.3f} to {last:.3f} in "
        f"{plural(report.iterations, 'pass', 'passes')}; {ended}; {people}."
    )


def _thresholds(told: list[ItemEstimate]) -> None:
    table(
        "Item",
        "Answers",
        "Slope",
        "Thresholds",
        right=(1,),
        rows=[
            (
                e.item,
                e.responses,
                give_or_take(e.discrimination, e.discrimination_error),
                ", ".join(
                    give_or_take(t, error)
                    for t, error in zip(e.thresholds, e.thresholds_error, strict=True)
                )
                + (f"; never given: {', '.join(map(str, e.unused))}" if e.unused else ""),
            )
            for e in told[:SHOWN]
        ],
    )


def _row(item: ItemQuality) -> tuple[str, ...]:
    sizes = ", ".join(f"{g.group} {g.size or '?'}" for g in item.groups)
    return (
        item.item,
        str(item.responses),
        f"{item.facility:.0%}",
        decimal(item.item_rest),
        give_or_take(item.difficulty, item.difficulty_error),
        decimal(item.infit),
        decimal(item.outfit),
        sizes,
    )
