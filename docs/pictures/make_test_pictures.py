"""Draws the pictures of the test: a range that narrows, what guessing brings, and the benchmarks.

Run: python docs/pictures/make_test_pictures.py
The benchmark pictures are drawn from benchmarks/assessment/results.json, which
``python -m benchmarks.assessment --keep`` writes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from seasoned.assessment.bank import pool_of
from seasoned.assessment.choosing import Asked, Policy, next_item
from seasoned.assessment.parameters import answer_on, share_right
from seasoned.assessment.target import area_quotas, everything
from seasoned.charts.items import narrowing
from seasoned.charts.rendering import save
from seasoned.charts.theme import AREA_COLOURS, OTHER_COLOUR, Spec, framed
from seasoned.journeys.bank import load_bank
from seasoned.journeys.content import load_content
from seasoned.numerics.answering import RIGHT, UNKNOWN, WRONG, log_likelihood
from seasoned.profile.answer import Outcome
from seasoned.profile.answering import after_answer
from seasoned.profile.belief import prior_belief

HERE = Path(__file__).parent
RESULTS = HERE.parents[1] / "benchmarks" / "assessment" / "results.json"
OURS, OTHERS = AREA_COLOURS["data"], OTHER_COLOUR


def main() -> None:
    """Draw every picture into this folder."""
    save(narrowing(_path(level=2.3)), HERE / "test.svg")
    save(_guessing(), HERE / "test-guessing.svg")
    if RESULTS.exists():
        results = json.loads(RESULTS.read_text(encoding="utf-8"))
        save(_calibration(results["calibration"]), HERE / "assessment-calibration.svg")
        save(_adaptive(results["adaptive"]), HERE / "assessment-adaptive.svg")
        save(_skills(results["skills"]), HERE / "assessment-skills.svg")
        save(_online(results["online"]), HERE / "assessment-online.svg")


def _path(level: float) -> list[Any]:
    """The average over all areas while somebody of that level answers twenty questions."""
    content, bank = load_content(), load_bank().bank
    belief = prior_belief(content.skills)
    pool, target = pool_of(bank, belief), everything(content.skills)
    policy = Policy(quotas=area_quotas(target, content.skills, 20), questions=20)
    asked, rng, path = Asked(), np.random.default_rng(8), [belief.weighted(target.weights)]
    for _ in range(20):
        choice = next_item(pool, belief, target, asked, policy, rng)
        assert choice is not None
        item, parameters = bank.items[choice.item], bank.parameters[choice.item]
        right = rng.random() < share_right(item, parameters, level)
        outcome = Outcome.RIGHT if right else Outcome.UNKNOWN
        belief = after_answer(belief, answer_on(item, parameters, outcome))
        asked = asked.and_then(choice.item, outcome)
        path.append(belief.weighted(target.weights))
    return path


def _guessing() -> Spec:
    """Expected level after each course, by how far the item lies above the person."""
    rows = [
        {"above": float(above), "level": level, "course": course}
        for above in np.arange(-2, 3.01, 0.25)
        for course, level in _courses(float(above)).items()
    ]
    return framed(
        {
            "data": {"values": rows},
            "mark": {"type": "line", "strokeWidth": 2.5, "aria": False},
            "encoding": {
                "x": {"field": "above", "type": "quantitative",
                      "title": "levels by which the question lies above the person", "axis": {"grid": False}},
                "y": {"field": "level", "type": "quantitative", "title": "expected change, levels"},
                "color": {"field": "course", "type": "nominal", "sort": None,
                          "scale": {"range": [OURS, AREA_COLOURS["ops"], OTHERS]},
                          "legend": {"title": None, "orient": "right", "labelLimit": 260}},
                "strokeDash": {"field": "course", "type": "nominal", "sort": None, "legend": None},
            },
        },
        description="A blind guess among four options has a lower expected level than I don't know.",
        width=460,
        height=240,
    )  # fmt: skip


def _courses(above: float) -> dict[str, float]:
    """Expected change of the level after each way to answer, for a belief as wide as the first one."""
    grid = np.linspace(-9, 9, 1801)
    mass = np.exp(-0.5 * grid**2 / 1.5)
    means = {}
    for outcome in (RIGHT, WRONG, UNKNOWN):
        after = mass * np.exp(log_likelihood(grid, outcome, 0.92, above, 0.25))
        means[outcome] = float(after @ grid / after.sum())
    return {
        "“I don't know”": means[UNKNOWN],
        "a blind guess, on average": 0.25 * means[RIGHT] + 0.75 * means[WRONG],
        "a wrong answer": means[WRONG],
    }


def _calibration(rows: list[dict[str, Any]]) -> Spec:
    kept = ("ours", "R mirt", "girth", "PyPI mirt", "PyPI mirt, squarem, 61 nodes")
    names = {"ours": "Seasoned"}
    shown = [
        {
            "size": row["size"],
            "tool": names.get(row["tool"], row["tool"]),
            "cpu": row["cpu"] if row["cpu"] == row["cpu"] and not row["note"] else None,
            "words": row["note"] or f"{row['cpu']:.3g} s",
            "at": row["cpu"] if not row["note"] else 300.0,
        }
        for row in rows
        if row["tool"] in kept
    ]
    y: Spec = {
        "field": "tool",
        "type": "nominal",
        "sort": None,
        "title": None,
        "axis": {"grid": False, "labelLimit": 220},
    }
    x: Spec = {
        "type": "quantitative",
        "scale": {"type": "log"},
        "title": "CPU seconds (log scale)",
        "axis": {"grid": False},
    }
    return framed(
        {
            "data": {"values": shown},
            "facet": {"row": {"field": "size", "type": "nominal", "title": None, "sort": None}},
            "spec": {
                "width": 420,
                "height": {"step": 24},
                "layer": [
                    {"mark": {"type": "point", "filled": True, "size": 110, "opacity": 1, "aria": False},
                     "encoding": {"y": y, "x": {**x, "field": "cpu"}, "color": _ours("tool")}},
                    {"mark": {"type": "text", "align": "left", "dx": 10, "aria": False},
                     "encoding": {"y": y, "x": {**x, "field": "at"}, "text": {"field": "words"}}},
                ],
            },
        },
        description="CPU seconds to calibrate two-parameter items, by tool and size.",
        width=None,
        height=None,
    )  # fmt: skip


def _adaptive(rows: list[dict[str, Any]]) -> Spec:
    shown = [
        {"test": r["name"], "items": round(r["items"], 2), "words": f"{r['items']:.1f} items, RMSE {r['rmse']:.3f}"}
        for r in rows
    ]  # fmt: skip
    axis = {"grid": False, "labelLimit": 260}
    y: Spec = {"field": "test", "type": "nominal", "sort": None, "title": None, "axis": axis}
    title = "items until the standard error is 0.35"
    x: Spec = {
        "field": "items",
        "type": "quantitative",
        "title": title,
        "scale": {"domain": [0, 18]},
    }
    return framed(
        {
            "data": {"values": shown},
            "layer": [
                {"mark": {"type": "bar", "height": 16, "aria": False},
                 "encoding": {"y": y, "x": x, "color": _ours("test")}},
                {"mark": {"type": "text", "align": "left", "dx": 6, "aria": False},
                 "encoding": {"y": y, "x": x, "text": {"field": "words"}}},
            ],
        },
        description="Length of an adaptive test by tool.",
        width=440,
        height={"step": 28},
    )  # fmt: skip


def _skills(rows: list[dict[str, Any]]) -> Spec:
    shown = [
        {"method": f"{r['name']}, {r['answers']} answers", "value": round(r[field], 3), "what": what}
        for r in rows
        for field, what in (("skill_r", "skill r"), ("area_r", "area r"), ("coverage", "cover of 90 % intervals"))
    ]  # fmt: skip
    y: Spec = {
        "field": "method",
        "type": "nominal",
        "sort": None,
        "title": None,
        "axis": {"labelLimit": 340},
    }
    return framed(
        {
            "data": {"values": shown},
            "mark": {"type": "point", "filled": True, "size": 110, "opacity": 1, "aria": False},
            "encoding": {
                "y": y,
                "x": {"field": "value", "type": "quantitative", "title": None, "scale": {"domain": [0, 1]}},
                "color": {"field": "what", "type": "nominal", "sort": None, "legend": {"title": None, "orient": "top"},
                          "scale": {"range": [AREA_COLOURS["models"], AREA_COLOURS["systems"], AREA_COLOURS["ops"]]}},
                "shape": {"field": "what", "type": "nominal", "sort": None, "legend": {"title": None, "orient": "top"}},
            },
        },
        description="How well eighty skills and five areas are told after 20 and 40 answers, by method.",
        width=420,
        height={"step": 30},
    )  # fmt: skip


def _online(rows: list[dict[str, Any]]) -> Spec:
    names = {"ours": "Seasoned, after each answer", "batch": "batch MAP", "elo": "Elo"}
    shown = [
        {"answers": row["answers"], "rmse": round(row[field], 3), "method": name}
        for row in rows
        for field, name in names.items()
    ]
    return framed(
        {
            "data": {"values": shown},
            "mark": {"type": "line", "strokeWidth": 2.5, "point": {"size": 60}, "aria": False},
            "encoding": {
                "x": {"field": "answers", "type": "quantitative", "title": "answers an item", "axis": {"grid": False}},
                "y": {"field": "rmse", "type": "quantitative", "title": "RMSE of difficulty",
                      "scale": {"domain": [0, 0.6]}},
                "color": {"field": "method", "type": "nominal", "sort": None,
                          "scale": {"range": [OURS, AREA_COLOURS["models"], OTHERS]},
                          "legend": {"title": None, "orient": "right", "labelLimit": 260}},
                "strokeDash": {"field": "method", "type": "nominal", "sort": None, "legend": None},
            },
        },
        description="Error of difficulties by answers an item: ours, a batch estimate and Elo.",
        width=420,
        height=220,
    )  # fmt: skip


def _ours(field: str) -> Spec:
    """Our rows in a colour of their own."""
    return {
        "condition": {"test": f"indexof(datum.{field}, 'Seasoned') == 0", "value": OURS},
        "value": OTHERS,
    }


if __name__ == "__main__":
    main()
