"""The same evidence under several kinds of workplace, side by side with the reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from seasoned.cli.showing import heading, line, percent, table
from seasoned.journeys.content import Content
from seasoned.journeys.naming import expectation_words
from seasoned.journeys.next_step import NextStep


def compared(found: Mapping[str, NextStep]) -> list[dict[str, Any]]:
    """Expectations that are not asked alike everywhere: how each context asks, and why."""
    asks = {
        context: {met.expectation: met for met in one.readiness.expectations}
        for context, one in found.items()
    }
    ids = dict.fromkeys(name for mets in asks.values() for name in mets)
    rows: list[dict[str, Any]] = [
        {
            "expectation": name,
            "asks": {
                c: mets[name].ask if name in mets else "not asked" for c, mets in asks.items()
            },
            "why": {
                c: mets[name].why for c, mets in asks.items() if name in mets and mets[name].why
            },
        }
        for name in ids
    ]
    return [row for row in rows if len(set(row["asks"].values())) > 1]


def show_contexts(
    found: Mapping[str, NextStep], rows: list[dict[str, Any]], content: Content
) -> None:
    """A table of verdicts, then each difference with its reason."""
    heading("The same evidence, seen from several kinds of workplace")
    table(
        "Context",
        "Verdict",
        "Chance",
        rows=[
            (context, one.readiness.verdict.value, percent(one.readiness.probability))
            for context, one in found.items()
        ],
    )
    words = expectation_words(content)
    for row in rows:
        line(words.get(row["expectation"], row["expectation"]), "bold")
        for context, ask in row["asks"].items():
            why = row["why"].get(context, "")
            line(f"  {context}: {ask}{'. ' + why if why else ''}")
    if not rows:
        line("These contexts ask alike.")
