"""The report on items as one HTML page that stands by itself: no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from seasoned.assessment.quality import ItemQuality, QualityReport, reliability_words
from seasoned.errors import Problem
from seasoned.profile.words import decimal, give_or_take

STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
h1 { font-size: 1.9rem; }
h2 { margin-top: 2.2rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.92rem; }
th, td { padding: 0.3rem 0.8rem 0.3rem 0; text-align: right; border-bottom: 1px solid #8884; }
th, td { vertical-align: top; white-space: nowrap; }
th:first-child, td:first-child { text-align: left; }
"""


def items_page(report: QualityReport, problems: Iterable[Problem]) -> str:
    """The whole page."""
    parts = [
        "<!doctype html><html lang='en'><head><meta charset='utf-8'>",
        "<meta name='viewport' content='width=device-width, initial-scale=1'>",
        f"<title>Items</title><style>{STYLE}</style></head><body><main>",
        "<h1>How do the questions behave?</h1>",
        f"<p>{report.people} people, {report.responses} answers, {len(report.items)} items.",
        f" {' '.join((*reliability_words(report), _convergence(report)))}</p>",
        _list("Left out", [str(problem) for problem in problems]),
        _list("Not told", report.untold),
        _remarks(report.items),
        _table("Statistics", HEADS, (_statistics(item) for item in report.items)),
        _groups(report.items),
        _options(report.items),
        NOTES,
        "</main></body></html>",
    ]
    return "\n".join(part for part in parts if part)


HEADS = (
    "Item", "Answers", "Exposure", "Right", "Rest r", "Difficulty", "Slope", "Infit", "Outfit",
    "Seconds", "Drift",
)  # fmt: skip

NOTES = """<h2>How to read it</h2><ul>
<li>Exposure: share of people who met the item. Right: share of right answers.
Rest r: correlation with the rest of the test.</li>
<li>Infit and outfit are 1 under the model; 0.7 to 1.3 raises no eyebrow where nobody's job hangs
on it (Wright and Linacre 1994).</li>
<li>Delta is the Mantel-Haenszel difference on the ETS scale: below 0 the item is harder for the
group than for others of like ability. A is negligible, B moderate, C large. A difference is a
question to readers, not a verdict on people.</li>
<li>p is adjusted for looking at many items (Benjamini and Hochberg 1995).</li></ul>"""


def _convergence(report: QualityReport) -> str:
    c = report.calibration
    ended = "met its tolerance" if c.converged else "did not meet its tolerance: take it with care"
    return f"The calibration ({c.model.value}) {ended} after {c.iterations} passes, log-likelihood {c.loglik:.3f}."


def _list(title: str, lines: Iterable[str]) -> str:
    told = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<h2>{title}</h2><ul>{told}</ul>" if told else ""


def _remarks(items: Iterable[ItemQuality]) -> str:
    lines = [
        f"<li><strong>{escape(item.item)}</strong>: {escape(' '.join(item.remarks))}</li>"
        for item in items
        if item.remarks
    ]
    if not lines:
        return "<h2>To look at</h2><p>Nothing stands out.</p>"
    return f"<h2>To look at</h2><ul>{''.join(lines)}</ul>"


def _statistics(item: ItemQuality) -> tuple[str, ...]:
    seconds = decimal(item.seconds, 0)
    if item.expected_seconds:
        seconds += f" ({item.expected_seconds} expected)"
    drift = decimal(item.drift) + (f" (p {item.drift_p:.3f})" if item.drift_p is not None else "")
    return (
        item.item,
        str(item.responses),
        f"{item.exposure:.0%}",
        f"{item.facility:.0%}",
        decimal(item.item_rest),
        give_or_take(item.difficulty, item.difficulty_error),
        decimal(item.discrimination),
        decimal(item.infit),
        decimal(item.outfit),
        seconds,
        drift,
    )


def _groups(items: Iterable[ItemQuality]) -> str:
    rows = [
        (
            item.item,
            group.group,
            decimal(group.delta),
            decimal(group.delta_error),
            decimal(group.p, 4),
            group.size,
            decimal(group.gain, 4),
            decimal(group.logistic_p, 4),
            group.logistic_size,
        )
        for item in items
        for group in item.groups
    ]
    heads = ("Item", "Group", "Delta", "Error", "p", "ETS", "R² gain", "p (logistic)", "Size")
    return _table("Between groups of like ability", heads, rows) if rows else ""


def _options(items: Iterable[ItemQuality]) -> str:
    rows = [
        (
            item.item,
            str(use.option + 1),
            f"{use.share:.0%}",
            *(f"{share:.0%}" for share in use.by_third),
            decimal(use.point_biserial),
        )
        for item in items
        for use in item.options
    ]
    heads = ("Item", "Option", "Chosen", "Lowest third", "Middle", "Highest", "r with ability")
    return _table("Options", heads, rows) if rows else ""


def _table(title: str, heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    head = "".join(f"<th scope='col'>{escape(name)}</th>" for name in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return (
        f"<h2>{title}</h2><div class='wide' tabindex='0' role='region' aria-label='{title}'><table>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
