"""Reports on items find what was planted in the answers, and nothing where nothing was."""

from __future__ import annotations

import numpy as np
import pytest

from seasoned.assessment.quality import item_quality
from seasoned.assessment.responses import Responses
from tests.assessment.test_calibrating import responses, simulated

LEVELS = np.linspace(1.2, 2.8, 10)
NAMES = "abcdefghij"


def grouped(matrix, **columns) -> Responses:
    from dataclasses import replace

    return replace(responses(matrix, NAMES), **columns)


def test_sound_items_raise_no_remark():
    report = item_quality(grouped(simulated(800, LEVELS)))

    assert [item.remarks for item in report.items] == [()] * 10
    assert report.alpha == pytest.approx(report.reliability, abs=0.1)
    assert all(0.85 < item.infit < 1.15 for item in report.items)


def test_item_that_is_harder_for_one_group_is_found_and_no_other():
    matrix = simulated(1600, LEVELS)
    half = np.arange(1600) % 2 == 0
    rng = np.random.default_rng(5)
    matrix[half, 4] &= (rng.random(half.sum()) < 0.55).astype(np.int8)
    groups = tuple("north" if one else "south" for one in half)

    report = item_quality(grouped(matrix, groups=groups))

    sizes = {item.item: item.groups[0].size for item in report.items}
    assert sizes["e"] == "C"
    assert sum(size == "C" for size in sizes.values()) == 1
    assert any("of like ability" in remark for remark in report.items[4].remarks)
    assert report.items[4].groups[0].group in ("north", "south")


def test_small_group_is_not_laid_open():
    groups = tuple("few" if n < 20 else "many" for n in range(300))

    report = item_quality(grouped(simulated(300, LEVELS), groups=groups))

    assert all(item.groups == () for item in report.items)
    assert any("fewer than 50 people" in words for words in report.untold)


def test_item_that_got_about_drifts():
    early, late = simulated(600, LEVELS, seed=1), simulated(600, LEVELS, seed=2)
    late[:, 7] |= (np.random.default_rng(3).random(600) < 0.6).astype(np.int8)
    dates = tuple("2026-01-01" if n < 600 * 10 else "2026-06-01" for n in range(1200 * 10))

    report = item_quality(grouped(np.concatenate([early, late]), dates=dates))

    assert "got about" in " ".join(report.items[7].remarks)
    assert sum(bool(item.drift_p and item.drift_p < 0.05) for item in report.items) == 1


def test_wrong_key_goes_against_the_rest_and_shows_in_its_options():
    matrix = simulated(800, LEVELS)
    matrix[:, 2] = 1 - matrix[:, 2]
    chosen = np.where(matrix[:, :] == 1, 0, 1)

    report = item_quality(grouped(matrix, chosen=chosen.ravel()))

    assert any("read its key again" in remark for remark in report.items[2].remarks)
    right, other = report.items[0].options
    assert right.by_third[2] > right.by_third[0]
    assert other.point_biserial < 0


def test_times_and_exposure_are_told():
    matrix = simulated(200, LEVELS)
    matrix[100:, 0] = -1
    count = int((matrix >= 0).sum())

    report = item_quality(grouped(matrix, seconds=np.full(count, 42.0)))

    assert report.items[0].exposure == 0.5
    assert report.items[0].seconds == 42.0
