"""Calibration as a user meets it: on the bank's scale, or on logits; what cannot be had is said."""

from __future__ import annotations

import numpy as np
import pytest

from seasoned.assessment.bank import Bank
from seasoned.assessment.calibrating import Model, calibrate_items, parameters_from
from seasoned.assessment.learning import learned
from seasoned.assessment.parameters import Parameters, parameters_of, provisional
from seasoned.assessment.responses import Responses
from seasoned.assessment.sitting import Response
from seasoned.errors import NotIdentified, TooFewResponses
from seasoned.numerics.calibration import online
from seasoned.profile.answer import Outcome
from tests.assessment.small import DAY, ITEMS

BANK = Bank(items=ITEMS, parameters=parameters_of(ITEMS, {}))
NAMES = tuple(ITEMS)


def responses(matrix, items=NAMES) -> Responses:
    cells = np.asarray(matrix)
    person, item = np.nonzero(cells >= 0)
    return Responses(
        source="made up", people=tuple(f"p{n}" for n in range(len(cells))), items=tuple(items),
        person=person, item=item, values=cells[person, item], chosen=np.full(len(person), -1),
        seconds=np.full(len(person), np.nan), dates=(), groups=(),
    )  # fmt: skip


def simulated(people: int, difficulty, seed: int = 1, *, mean: float = 2.0, chance: float = 0.0):
    rng = np.random.default_rng(seed)
    ability = rng.normal(mean, 1, people)
    known = 1 / (1 + np.exp(-(ability[:, None] - np.asarray(difficulty))))
    return (rng.random(known.shape) < chance + (1 - chance) * known).astype(np.int8)


def test_many_answers_find_difficulties_that_authors_had_wrong():
    rng = np.random.default_rng(3)
    wrong = np.array([provisional(item).difficulty for item in ITEMS.values()])
    true = wrong + rng.normal(0, 0.7, len(wrong))

    report = calibrate_items(responses(simulated(2500, true, chance=1 / 3)), bank=BANK)

    found = np.array([e.difficulty for e in report.estimates])
    assert report.scale == "levels"
    assert report.converged
    assert np.sqrt(np.mean((found - true) ** 2)) < 0.45 * np.sqrt(np.mean((wrong - true) ** 2))
    assert report.mean == pytest.approx(2.0, abs=0.35)
    assert parameters_from(report)["sql-2"].responses == 2500


def test_few_answers_leave_authors_nearly_alone_and_say_how_wide():
    report = calibrate_items(responses(simulated(4, [2.0] * len(ITEMS))), bank=BANK)

    for estimate in report.estimates:
        author = provisional(ITEMS[estimate.item])
        assert abs(estimate.difficulty - author.difficulty) < 0.9
        assert 0.4 < estimate.difficulty_error <= author.difficulty_error + 0.1


def test_foreign_items_are_told_on_logits_from_the_answers_alone():
    matrix = simulated(3000, [1.0, 1.5, 2.0, 2.5, 3.0], mean=2.0)

    report = calibrate_items(responses(matrix, "abcde"), bank=BANK)

    assert report.scale == "logits"
    assert [e.difficulty for e in report.estimates] == pytest.approx([-1, -0.5, 0, 0.5, 1], abs=0.2)
    assert parameters_from(report) == {}


def test_item_all_right_and_a_constant_column_are_named_and_the_others_estimated():
    matrix = simulated(400, [1.5, 2.0, 2.5, 2.0, 2.0])
    matrix[:, 3], matrix[:, 4] = 1, 0

    report = calibrate_items(responses(matrix, "abcde"))

    assert [bool(e.reason) for e in report.estimates] == [False, False, False, True, True]
    assert "everybody who answered was right" in report.estimates[3].reason
    assert report.estimates[3].difficulty is None


def test_perfect_separation_is_named():
    ability = np.linspace(-2, 2, 200)
    matrix = (ability[:, None] > np.array([-1, -0.5, 0, 0.5, 1.0])).astype(np.int8)

    with pytest.raises(NotIdentified, match="separate people perfectly"):
        calibrate_items(responses(matrix, "abcde"))


def test_one_person_and_nothing_to_tell_are_refused_with_what_it_takes():
    with pytest.raises(TooFewResponses, match="at least 2"):
        calibrate_items(responses(simulated(1, [2.0] * 5), "abcde"))
    with pytest.raises(NotIdentified, match="everybody who answered was right"):
        calibrate_items(responses(np.ones((30, 3), dtype=np.int8), "abc"))
    with pytest.raises(NotIdentified):
        calibrate_items(responses(np.full((30, 2), 3), "ab"), model=Model.GRADED)


def test_one_slope_for_all_is_one_slope():
    report = calibrate_items(responses(simulated(500, [1.5, 2.0, 2.5]), "abc"), model=Model.ONE)

    assert len({round(e.discrimination, 6) for e in report.estimates}) == 1


def test_ratings_have_thresholds_in_order():
    rng = np.random.default_rng(4)
    ability = rng.normal(size=(800, 1))
    cut = np.array([-1.0, 0.0, 1.2])
    noise = rng.logistic(size=(800, 5, 1))
    matrix = (1.5 * (ability[..., None] - cut) + noise > 0).sum(-1)

    report = calibrate_items(responses(matrix, "abcde"), model=Model.GRADED)

    for e in report.estimates:
        assert list(e.thresholds) == pytest.approx(cut, abs=0.35)
        assert list(e.thresholds) == sorted(e.thresholds)


def response(outcome: Outcome, *, centre=1.0, spread=1.2, chance=0.0) -> Response:
    return Response(
        sitting="t", number=1, item="x", at=DAY, outcome=outcome, loadings={"sql": 1.0},
        centre=centre, spread=spread, chance=chance,
    )  # fmt: skip


@pytest.mark.parametrize("right", [True, False])
def test_on_line_update_is_that_of_the_numbers_where_nothing_is_guessed(right):
    """Second method: numerics.calibration.online, for outcomes without "I don't know"."""
    begun = Parameters(difficulty=1.6, difficulty_error=0.7, discrimination=1.2)

    now = learned(begun, response(Outcome.RIGHT if right else Outcome.WRONG))

    _, _, difficulty, variance = online.update(1.0, 1.2, 1.6, 0.49, right, discrimination=1.2)
    assert now.difficulty == pytest.approx(float(difficulty), abs=1e-6)
    assert now.difficulty_error**2 == pytest.approx(float(variance), abs=1e-6)
    assert (now.responses, now.model) == (1, "on-line")


def test_lucky_guesses_and_hardly_known_people_teach_less():
    begun = Parameters(difficulty=1.6)

    sure, guessed, strange = (
        learned(begun, response(Outcome.RIGHT, **more)).difficulty
        for more in ({"spread": 0.2}, {"spread": 0.2, "chance": 0.25}, {"spread": 4.0})
    )

    assert sure < guessed < begun.difficulty
    assert sure < strange < begun.difficulty
