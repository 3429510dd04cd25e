"""The same adaptive test by catsim, PyPI's mirt and adaptivetesting, on the same items and answers.

Absent is an answer. Each peer asks, is given the answer that the person would give, and stops at
the same standard error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from time import process_time
from typing import Any

import numpy as np

from benchmarks.assessment.adaptive import LONGEST, STOP, Outcome, World, summed

FEW = 50
"""People that a peer of fifty milliseconds a step is tried on."""


def outcomes(w: World) -> Iterator[Outcome]:
    """What each peer that is there makes of it."""
    if find_spec("catsim"):
        yield _catsim(w)
    if find_spec("mirt"):
        yield _mirt(w)
    if find_spec("adaptivetesting"):
        yield _adaptivetesting(w)


def _catsim(w: World) -> Outcome:
    from catsim import irt
    from catsim.estimation import NumericalSearchEstimator
    from catsim.item_bank import ItemBank
    from catsim.selection import MaxInfoSelector

    table = np.stack([w.slope, w.difficulty, 0 * w.slope, 1 + 0 * w.slope], axis=1)
    bank, select, estimate = ItemBank(table), MaxInfoSelector(), NumericalSearchEstimator()
    shown: Counter[str] = Counter()
    estimates, lengths, spent = [], [], []
    for right in w.right:
        asked: list[int] = []
        said: list[bool] = []
        ability, begun = 0.0, process_time()
        while len(asked) < LONGEST:
            if len(asked) > 1 and irt.see(ability, table[asked]) <= STOP:
                break
            item = select.select(item_bank=bank, administered_items=asked, est_theta=ability)
            asked.append(int(item))
            said.append(bool(right[item]))
            ability = estimate.estimate(
                item_bank=bank, administered_items=asked, response_vector=said, est_theta=ability
            )
        spent.append(process_time() - begun)
        shown.update(map(str, asked))
        estimates.append(ability)
        lengths.append(len(asked))
    return summed("catsim, maximum information", w, np.array(estimates), lengths, shown, spent)


def _mirt(w: World) -> Outcome:
    import mirt

    model = mirt.TwoParameterLogistic(len(w.slope))
    model.set_parameters(discrimination=w.slope, difficulty=w.difficulty)
    model._is_fitted = True  # the parameters are known: there is nothing to fit
    shown: Counter[str] = Counter()
    estimates, lengths, spent = [], [], []
    for right in w.right[: FEW * 4]:
        engine = mirt.CATEngine(model, se_threshold=STOP, max_items=LONGEST)
        begun, state, asked = process_time(), None, []
        while state is None or not state.is_complete:
            item = int(engine.select_next_item())
            asked.append(item)
            state = engine.administer_item(int(right[item]))
        spent.append(process_time() - begun)
        shown.update(map(str, asked))
        estimates.append(float(state.theta))
        lengths.append(len(asked))
    return summed("PyPI mirt, live sessions", w, np.array(estimates), lengths, shown, spent)


def _adaptivetesting(w: World) -> Outcome:
    from adaptivetesting.implementations import TestAssembler
    from adaptivetesting.math.estimators import BayesModal, NormalPrior
    from adaptivetesting.models import ItemPool, StoppingCriterion

    shown: Counter[str] = Counter()
    estimates, lengths, spent = [], [], []
    for right in w.right[:FEW]:
        pool = ItemPool(_items(w), [int(one) for one in right])
        begun = process_time()
        test = TestAssembler(
            pool, "1", "1", BayesModal,
            {"prior": NormalPrior(0, 1), "optimization_interval": (-6, 6)},
        )  # fmt: skip
        _until(test, StoppingCriterion.SE)
        spent.append(process_time() - begun)
        asked = [item.id for item in test.answered_items]
        shown.update(map(str, asked))
        estimates.append(float(test.ability_level))
        lengths.append(len(asked))
    return summed("adaptivetesting, 50 people", w, np.array(estimates), lengths, shown, spent)


def _until(test: Any, criterion: Any) -> None:
    while len(test.answered_items) < LONGEST:
        test.run_test_once()
        if test.check_se_criterion(STOP):
            return


def _items(w: World) -> list[Any]:
    from adaptivetesting.models import TestItem

    found = []
    for n, (a, b) in enumerate(zip(w.slope, w.difficulty, strict=True)):
        item = TestItem()
        item.id, item.a, item.b, item.c, item.d = n, float(a), float(b), 0.0, 1.0
        found.append(item)
    return found
