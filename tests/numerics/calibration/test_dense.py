"""Estimates against published ones, a second method and known truth, and the laws of EM."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize
from scipy.special import expit

from seasoned.numerics.calibration import model
from seasoned.numerics.calibration.dense import calibrate
from seasoned.numerics.calibration.result import Known, Prior, Reason
from tests.numerics.calibration.published import LSAT6, LSAT7, VERBAL

seeds = st.integers(0, 2**32 - 1)

# By ltm: difficulty, its error, discrimination, its error.
LSAT6_BY_LTM = np.array(
    [
        (-3.3597, 0.8669, 0.8254, 0.2581),
        (-1.3696, 0.3073, 0.7229, 0.1867),
        (-0.2799, 0.0997, 0.8905, 0.2326),
        (-1.8659, 0.4341, 0.6886, 0.1852),
        (-3.1236, 0.8700, 0.6575, 0.2100),
    ]
)

# By mirt: slope, its error, intercept, its error.
LSAT6_BY_MIRT = np.array(
    [
        (0.8257, 0.2581, 2.7732, 0.2057),
        (0.7227, 0.1867, 0.9902, 0.0900),
        (0.8909, 0.2328, 0.2491, 0.0763),
        (0.6884, 0.1851, 1.2848, 0.0990),
        (0.6569, 0.2099, 2.0533, 0.1354),
    ]
)
LSAT7_BY_MIRT = np.array(
    [
        (0.9875, 0.1772, 1.8559, 0.1315),
        (1.0808, 0.1688, 0.8080, 0.0912),
        (1.7075, 0.3211, 1.8052, 0.2048),
        (0.7650, 0.1341, 0.4860, 0.0749),
        (0.7357, 0.1511, 1.8545, 0.1144),
    ]
)
VERBAL_BY_MIRT = np.array(
    [
        (1.373, 0.2275, 1.216, 0.1815),
        (1.720, 0.2688, 1.352, 0.2069),
        (1.551, 0.2364, 0.600, 0.1683),
        (2.351, 0.3494, 0.540, 0.2101),
        (1.373, 0.2107, 0.086, 0.1522),
        (1.451, 0.2226, -0.880, 0.1695),
        (1.483, 0.2580, 1.797, 0.2230),
        (1.513, 0.2343, 0.910, 0.1753),
        (1.601, 0.2455, 0.762, 0.1756),
        (2.030, 0.2963, -0.047, 0.1849),
        (1.285, 0.2017, 0.016, 0.1479),
        (1.656, 0.2610, -1.594, 0.2148),
        (0.891, 0.1666, 0.454, 0.1352),
        (1.116, 0.1837, -0.193, 0.1411),
        (1.436, 0.2201, -0.688, 0.1633),
        (1.361, 0.2244, -1.488, 0.1922),
        (0.933, 0.1798, -1.341, 0.1636),
        (1.140, 0.2483, -2.779, 0.2882),
        (1.148, 0.1990, 1.006, 0.1610),
        (1.401, 0.2202, 0.714, 0.1635),
        (1.628, 0.2408, -0.362, 0.1665),
        (1.472, 0.2238, -0.385, 0.1591),
        (0.996, 0.1774, -0.932, 0.1501),
        (1.209, 0.2194, -1.898, 0.2105),
    ]
)
SPLIT = np.minimum(VERBAL, 1)


def simulated(seed, people, items, *, lowest=0.0, mean=0.0, deviation=1.0):
    rng = np.random.default_rng(seed)
    ability = rng.normal(mean, deviation, people)
    slope, difficulty = np.exp(rng.normal(0, 0.3, items)), rng.normal(size=items)
    chance = lowest + (1 - lowest) * expit(slope * (ability[:, None] - difficulty))
    return (rng.random(chance.shape) < chance).astype(np.int8), slope, difficulty


def with_gaps(answers, seed, share=0.3):
    gone = np.random.default_rng(seed).random(answers.shape) < share
    return np.where(gone, -1, answers).astype(np.int8)


# Published estimates


@pytest.mark.parametrize(
    ("answers", "loglik", "table"),
    [
        (LSAT6, -2466.653, LSAT6_BY_MIRT),
        (LSAT7, -2658.805, LSAT7_BY_MIRT),
        (SPLIT, -4016.427, VERBAL_BY_MIRT),
    ],
    ids=["LSAT6", "LSAT7", "verbal aggression"],
)
def test_two_parameter_estimates_and_errors_are_those_of_mirt(answers, loglik, table):
    slope, slope_error, intercept, intercept_error = table.T

    found = calibrate(answers, errors="observed")

    assert found.converged
    assert found.loglik == pytest.approx(loglik, abs=1e-3)
    assert found.discrimination == pytest.approx(slope, abs=0.003)
    assert found.intercept == pytest.approx(intercept, abs=0.003)
    assert found.discrimination_error == pytest.approx(slope_error, rel=0.005)
    assert found.intercept_error == pytest.approx(intercept_error, rel=0.005)


def test_difficulties_and_their_errors_are_those_of_ltm():
    difficulty, error, slope, slope_error = LSAT6_BY_LTM.T

    found = calibrate(LSAT6, errors="observed")

    assert found.discrimination == pytest.approx(slope, abs=0.003)
    assert found.discrimination_error == pytest.approx(slope_error, abs=0.001)
    assert found.difficulty == pytest.approx(difficulty, abs=0.005)
    assert found.difficulty_error == pytest.approx(error, abs=0.005)


def test_one_parameter_estimates_are_those_of_ltm():
    """Rizopoulos (2006), summary of ``rasch(LSAT)``."""
    found = calibrate(LSAT6, common_slope=True, errors="observed")

    assert found.loglik == pytest.approx(-2466.938, abs=1e-3)
    assert found.discrimination == pytest.approx(np.full(5, 0.7551), abs=5e-4)
    assert found.discrimination_error == pytest.approx(np.full(5, 0.0694), abs=1e-4)
    expected = [-3.6153, -1.3224, -0.3176, -1.7301, -2.7802]
    assert found.difficulty == pytest.approx(expected, abs=0.002)
    assert found.difficulty_error == pytest.approx(
        [0.3266, 0.1422, 0.0977, 0.1691, 0.2510], abs=5e-4
    )


def test_rasch_of_verbal_aggression_is_that_of_mirt():
    """A common slope stands for the population's deviation: mirt's variance is 1.918.

    Its nodes then end at 4.3 deviations and its log-likelihood is -4036.910; 401 nodes over 16
    deviations give -4036.905.
    """
    found = calibrate(SPLIT, common_slope=True)

    assert found.loglik == pytest.approx(-4036.905, abs=1e-3)
    assert found.discrimination[0] ** 2 == pytest.approx(1.918, abs=0.002)
    assert found.intercept[:6] == pytest.approx(
        [1.221, 1.221, 0.565, 0.389, 0.080, -0.871], abs=0.002
    )


# A second method: the marginal likelihood written out, maximised by quasi-Newton


def objective(answers, lowest, prior, known=None):
    """Minus the log posterior per person, of log slopes, intercepts, mean and log deviation."""
    nodes = np.linspace(-6, 6, 81)
    weights = np.exp(-(nodes**2) / 2) * (nodes[1] - nodes[0]) / np.sqrt(2 * np.pi)
    one, nought = (answers == 1).astype(float), (answers == 0).astype(float)

    def minus_log_posterior(x):
        slope, intercept = np.exp(x[:5]), x[5:10].copy()
        if known is not None:
            slope[:3], intercept[:3] = known
        theta = x[10] + np.exp(x[11]) * nodes
        share = lowest + (1 - lowest) * expit(slope[:, None] * theta + intercept[:, None])
        log = one @ np.log(share) + nought @ np.log(1 - share)
        peak = log.max(axis=1)
        value = (peak + np.log(np.exp(log - peak[:, None]) @ weights)).sum()
        for (mean, deviation), values in (
            (prior.log_discrimination, np.log(slope)),
            (prior.difficulty, -intercept / slope),
        ):
            value -= 0.5 * (((values - mean) / deviation) ** 2).sum()
        return -value / len(answers)

    return minus_log_posterior


def fixed(function, free):
    """The function of only some arguments, the others 0."""

    def partly(x):
        whole = np.zeros(12)
        whole[free] = x
        return function(whole)

    return partly


@pytest.mark.parametrize("gaps", [False, True])
@pytest.mark.parametrize("lowest", [0.0, 0.2])
@pytest.mark.parametrize("believed", [False, True])
def test_estimates_are_where_a_quasi_newton_search_ends(gaps, lowest, believed):
    answers, _, difficulty = simulated(5, 400, 5, lowest=lowest)
    answers = with_gaps(answers, 6) if gaps else answers
    prior = Prior(log_discrimination=(0.1, 0.4), difficulty=(difficulty + 0.3, 0.7))
    prior = prior if believed else Prior()

    found = calibrate(answers, asymptote=lowest, prior=prior, errors="observed", tolerance=1e-6)

    function = fixed(objective(answers, lowest, prior), np.arange(10))
    start = np.concatenate([np.zeros(5), -difficulty])
    best = minimize(function, start, method="BFGS", options={"gtol": 1e-6})
    assert found.trace[-1] == pytest.approx(-400 * best.fun, abs=2e-3)
    assert found.discrimination == pytest.approx(np.exp(best.x[:5]), rel=0.005)
    assert found.intercept == pytest.approx(best.x[5:], abs=0.005)
    expected = np.sqrt(np.diag(np.linalg.inv(400 * curvature(function, found))))
    assert found.discrimination_error == pytest.approx(expected[:5], rel=0.01)
    assert found.intercept_error == pytest.approx(expected[5:], rel=0.01)


def curvature(function, found, step=1e-3):
    """Second differences by slopes and intercepts."""
    at = np.concatenate([found.discrimination, found.intercept])
    moves, matrix = np.eye(10) * step, np.zeros((10, 10))

    def value(x):
        return function(np.concatenate([np.log(x[:5]), x[5:]]))

    for n, a in enumerate(moves):
        for m, b in enumerate(moves[: n + 1]):
            matrix[n, m] = matrix[m, n] = (
                value(at + a + b) - value(at + a - b) - value(at - a + b) + value(at - a - b)
            )
    return matrix / (4 * step**2)


def test_known_items_lend_their_scale_to_the_others():
    answers, slope, difficulty = simulated(7, 600, 5, mean=0.8, deviation=1.3)
    first = np.arange(5) < 3
    known = Known(
        discrimination=np.where(first, slope, np.nan),
        difficulty=np.where(first, difficulty, np.nan),
    )

    found = calibrate(answers, known=known, free_population=True, errors="observed", tolerance=1e-6)

    whole = objective(answers, 0.0, Prior(), (slope[:3], -(slope * difficulty)[:3]))
    function = fixed(whole, np.array([3, 4, 8, 9, 10, 11]))
    best = minimize(function, np.zeros(6), method="BFGS", options={"gtol": 1e-6}).x
    assert (found.reasons == np.where(first, Reason.KNOWN, Reason.ESTIMATED)).all()
    assert found.discrimination[3:] == pytest.approx(np.exp(best[:2]), rel=0.005)
    assert found.intercept[3:] == pytest.approx(best[2:4], abs=0.005)
    assert (found.mean, found.deviation) == pytest.approx((best[4], np.exp(best[5])), abs=0.005)
    assert found.difficulty[:3] == pytest.approx(difficulty[:3])
    assert (found.difficulty_error[:3] == 0).all()


# Laws


@settings(max_examples=25)
@given(seeds, st.booleans(), st.booleans(), st.sampled_from([0.0, 0.2]), st.booleans())
def test_likelihood_never_falls(seed, common, gaps, lowest, believed):
    answers, _, _ = simulated(seed, 120, 8)
    answers = with_gaps(answers, seed) if gaps else answers
    prior = Prior(log_discrimination=(0, 0.5), difficulty=(0, 1)) if believed else None

    found = calibrate(answers, common_slope=common, asymptote=lowest, prior=prior, limit=60)

    assert (np.diff(found.trace) >= -1e-9).all()


@settings(max_examples=10)
@given(seeds)
def test_answers_that_are_missing_say_nothing(seed):
    answers, _, _ = simulated(seed, 400, 6)
    wider = np.full((500, 8), -1, dtype=np.int8)
    wider[:400, :6] = answers

    whole, part = calibrate(answers), calibrate(wider)

    assert part.loglik == pytest.approx(whole.loglik, abs=1e-3)
    assert part.reasons.tolist()[6:] == [Reason.UNANSWERED] * 2
    kept = whole.reasons == Reason.ESTIMATED
    assert part.intercept[:6][kept] == pytest.approx(whole.intercept[kept], abs=0.01)


@settings(max_examples=10)
@given(seeds, st.permutations(range(6)))
def test_order_of_items_and_people_does_not_matter(seed, order):
    answers, _, _ = simulated(seed, 300, 6)
    prior = Prior(log_discrimination=(0, 0.5), difficulty=(0, 1))

    straight, turned = calibrate(answers, prior=prior), calibrate(answers[::-1, order], prior=prior)

    assert turned.discrimination == pytest.approx(straight.discrimination[order], abs=1e-6)
    assert turned.difficulty == pytest.approx(straight.difficulty[order], abs=1e-6)


def test_single_precision_gives_what_double_gives(monkeypatch):
    answers = with_gaps(simulated(8, 20_000, 60)[0], 8)
    double = calibrate(answers)

    monkeypatch.setattr(model, "SINGLE_FROM", 0)
    single = calibrate(answers)

    assert single.converged
    assert single.loglik == pytest.approx(double.loglik, abs=0.05)
    assert single.discrimination == pytest.approx(double.discrimination, abs=3e-4)
    assert single.difficulty == pytest.approx(double.difficulty, abs=3e-4)


def test_tensors_give_what_arrays_give():
    torch = pytest.importorskip("torch")
    answers = with_gaps(simulated(9, 500, 12, lowest=0.1)[0], 9)

    for choice in ({}, {"common_slope": True}, {"asymptote": 0.1}):
        array = calibrate(answers, errors="observed", **choice)
        tensor = calibrate(torch.from_numpy(answers), errors="observed", **choice)

        assert tensor.trace == pytest.approx(array.trace, abs=1e-6)
        assert tensor.discrimination == pytest.approx(array.discrimination, abs=1e-6)
        assert tensor.difficulty_error == pytest.approx(array.difficulty_error, abs=1e-6)


# Known truth


@pytest.mark.parametrize("errors", ["observed", "cross-product"])
def test_truth_lies_within_the_errors(errors):
    answers, slope, difficulty = simulated(10, 5_000, 60, lowest=0.1)

    found = calibrate(with_gaps(answers, 10), asymptote=0.1, errors=errors)

    for estimate, truth, error in (
        (found.discrimination, slope, found.discrimination_error),
        (found.intercept, -slope * difficulty, found.intercept_error),
        (found.difficulty, difficulty, found.difficulty_error),
    ):
        assert 0.8 < np.sqrt((((estimate - truth) / error) ** 2).mean()) < 1.2


def test_errors_are_the_spread_over_replications():
    slope, difficulty = np.linspace(0.7, 1.6, 8), np.linspace(-1.2, 1.2, 8)
    rng = np.random.default_rng(11)
    found = []
    for _ in range(150):
        chance = expit(slope * (rng.normal(size=(800, 1)) - difficulty))
        answers = (rng.random(chance.shape) < chance).astype(np.int8)
        found.append(calibrate(answers, errors="observed"))

    for name in ("discrimination", "intercept", "difficulty"):
        spread = np.std([getattr(one, name) for one in found], axis=0)
        claimed = np.mean([getattr(one, f"{name}_error") for one in found], axis=0)
        assert claimed / spread == pytest.approx(np.ones(8), abs=0.2)
        assert (claimed / spread).mean() == pytest.approx(1, abs=0.07)


def test_experts_help_where_people_are_few():
    answers, _, difficulty = simulated(12, 40, 30)
    guess = difficulty + np.random.default_rng(12).normal(0, 0.7, 30)

    alone = calibrate(answers, common_slope=True).difficulty
    both = calibrate(answers, prior=Prior(log_discrimination=(0, 0.35), difficulty=(guess, 0.7)))

    def miss(values):
        return np.sqrt(np.nanmean((values - difficulty) ** 2))

    assert miss(both.difficulty) < 0.9 * min(miss(alone), miss(guess))


# What cannot be estimated


def test_items_without_an_estimate_say_why():
    answers, _, _ = simulated(13, 300, 20)
    answers[:, :3] = (1, 0, -1)
    answers[:, 3] = answers[:, 4:].sum(axis=1) >= 8

    found = calibrate(answers, errors="observed")

    reasons = (Reason.ALL_RIGHT, Reason.ALL_WRONG, Reason.UNANSWERED, Reason.SEPARATED)
    assert tuple(found.reasons[:4]) == reasons
    assert np.isnan(found.difficulty[:4]).all()
    assert np.isnan(found.difficulty_error[:4]).all()
    assert np.isfinite(found.difficulty_error[4:]).all()


def test_with_a_prior_every_item_has_an_estimate():
    answers, _, _ = simulated(13, 300, 20)
    answers[:, :3] = (1, 0, -1)
    answers[:, 3] = answers[:, 4:].sum(axis=1) >= 8

    found = calibrate(
        answers, prior=Prior(log_discrimination=(0, 0.35), difficulty=(0.5, 0.7)), errors="observed"
    )

    assert found.converged
    assert (found.reasons == Reason.ESTIMATED).all()
    assert found.difficulty[0] < found.difficulty[2] < found.difficulty[1]
    assert found.difficulty[2] == pytest.approx(0.5, abs=1e-3)
    assert found.difficulty_error[2] == pytest.approx(0.7, abs=1e-3)


def test_two_items_have_no_slopes_of_their_own():
    found = calibrate(LSAT6[:, :2])

    assert set(found.reasons) == {Reason.TOO_FEW}
    assert not found.converged
    assert calibrate(LSAT6[:, :2], common_slope=True).converged


def test_passes_used_up_are_not_convergence():
    found = calibrate(LSAT6, limit=4)

    assert not found.converged
    assert 4 <= found.iterations <= 6


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda: calibrate(np.array([[2, 0]], dtype=np.int8)), "1, 0 or -1"),
        (lambda: calibrate(np.zeros((0, 3), dtype=np.int8)), "people and items"),
        (lambda: calibrate(LSAT6, asymptote=1.0), "below 1"),
        (lambda: calibrate(LSAT6, free_population=True), "fix the scale"),
        (lambda: calibrate(LSAT6, errors="exact"), "must be one of"),
        (lambda: Prior(difficulty=(0, 0)), "above zero"),
        (
            lambda: Known(discrimination=np.array([np.nan]), difficulty=np.zeros(1)),
            "both parameters",
        ),
    ],
)
def test_misuse_is_refused(wrong, message):
    with pytest.raises(ValueError, match=message):
        wrong()
