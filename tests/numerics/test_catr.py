"""Against catR: abilities, chances and expected posterior variances of twelve items of its bank.

Items 1, 5, 10, 15, 20, 30, 40, 50, 60, 70, 80 and 85 of the TCALS bank that comes with catR (Magis
and Barrada 2017, Computerized Adaptive Testing with R: Recent Updates of the Package catR, Journal
of Statistical Software 76, code snippet 1). The values are those of its functions eapEst, eapSem,
Pi and EPV, run under R 4.2.2 with 201 quadrature points from -5 to 5.
"""

from __future__ import annotations

import numpy as np
import pytest

from seasoned.numerics.ability import expected_abilities
from seasoned.numerics.answering import right_chance
from seasoned.numerics.selection import expected_shrinkage

SLOPE = np.array(
    [2.225, 1.256, 3.218, 2.107, 1.615, 2.841, 2.771, 2.024, 3.076, 2.655, 2.968, 1.933]
)
DIFFICULTY = np.array(
    [-1.885, -1.930, -0.246, -1.139, -1.441, -0.257, -1.412, -1.696, -0.265, -0.086, 0.711, -0.952]
)
CHANCE = np.array(
    [0.210, 0.170, 0.078, 0.224, 0.133, 0.341, 0.252, 0.156, 0.235, 0.330, 0.089, 0.316]
)
ANSWERS = np.array([np.ones(12, dtype=int), [1, 1, 0, 1, 1, 1, 0, 1, 1, 0, 0, 1]])

EAP, SEM = (1.19392371912, -0.695395830445), (0.61320463009, 0.420544680374)
PI_AT_HALF = [
    0.996102007936, 0.962543960158, 0.923358915141, 0.976201299609, 0.963848014070, 0.931284941213,
    0.996277994583, 0.990205937843, 0.933585368379, 0.883255294286, 0.406357580165, 0.961037764199,
]  # fmt: skip
EPV_AT_START = [
    0.888959440356, 0.903133607184, 0.594487290787, 0.816203903131, 0.843028202865, 0.779013384246,
    0.839938803786, 0.861018084881, 0.713259255662, 0.776208979941, 0.673437668263, 0.837581824488,
]  # fmt: skip


def test_abilities_and_their_errors_are_those_of_catr():
    mean, error = expected_abilities(ANSWERS, SLOPE, DIFFICULTY, CHANCE)

    assert mean == pytest.approx(EAP, abs=1e-4)
    assert error == pytest.approx(SEM, abs=1e-4)


def test_chances_of_a_right_answer_are_those_of_catr():
    assert right_chance(np.array(0.5), SLOPE, DIFFICULTY, CHANCE) == pytest.approx(PI_AT_HALF)


def test_expected_variances_are_those_of_catr():
    """catR weighs the variance after either answer by the chances at the estimate, which is 0."""
    alone = np.full((12, 12), -1)
    np.fill_diagonal(alone, 1)
    after = [
        expected_abilities(np.where(alone == 1, one, -1), SLOPE, DIFFICULTY, CHANCE)[1] ** 2
        for one in (1, 0)
    ]
    chance = right_chance(np.array(0.0), SLOPE, DIFFICULTY, CHANCE)

    assert chance * after[0] + (1 - chance) * after[1] == pytest.approx(EPV_AT_START, abs=1e-4)


def test_choice_of_the_first_item_is_that_of_catr():
    """Ours weighs by the chances over all the belief: a little else in number, the same in choice."""
    left = 1 - expected_shrinkage(np.zeros(12), np.ones(12), SLOPE, DIFFICULTY, CHANCE)

    assert left == pytest.approx(EPV_AT_START, abs=0.03)
    assert left.argmin() == np.argmin(EPV_AT_START)
