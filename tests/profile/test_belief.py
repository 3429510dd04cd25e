"""The belief's prior, its updates and what it says of the best of several skills."""

from __future__ import annotations

import numpy as np
import pytest

from seasoned.errors import UnknownId
from seasoned.profile.belief import BIAS, BIAS_VARIANCE, PRIOR, learn_prior, observe, prior_belief
from seasoned.skills.skill import Area
from tests.profile.small import KINDS, SKILLS


def test_prior_ties_skills_to_their_area_and_to_each_other():
    belief = prior_belief(SKILLS)
    n = belief.column

    assert belief.mean[n("sql")] == PRIOR.mean
    assert belief.covariance[n("sql"), n("sql")] == pytest.approx(1.5)
    assert belief.covariance[n("sql"), n("labels")] == pytest.approx(PRIOR.general + PRIOR.group)
    assert belief.covariance[n("sql"), n("serving")] == pytest.approx(PRIOR.general)
    assert belief.covariance[n(BIAS), n(BIAS)] == BIAS_VARIANCE
    assert belief.covariance[n(BIAS), n("sql")] == 0


def test_a_kind_that_shares_error_gets_a_term_of_its_own():
    belief = prior_belief(SKILLS, KINDS)

    assert belief.names[len(SKILLS) :] == (BIAS, "~shared:letter")
    assert belief.covariance[-1, -1] == pytest.approx(0.49)


def test_an_observation_is_the_conjugate_update():
    """Gelman et al. (2013), Bayesian Data Analysis, eq. 2.10: precisions add."""
    belief = observe(prior_belief(SKILLS), {"sql": 1.0}, 3.0, 1.0)

    seen = belief.estimate("sql", 1)
    assert seen.error**-2 == pytest.approx(1 / 1.5 + 1)
    assert seen.level == pytest.approx((1.0 / 1.5 + 3.0) / (1 / 1.5 + 1))


def test_skills_of_the_same_area_move_more_than_others():
    belief = observe(prior_belief(SKILLS), {"sql": 1.0}, 3.0, 1.0)

    levels = [belief.estimate(s).level for s in ("sql", "labels", "serving")]
    assert levels == sorted(levels, reverse=True)
    assert levels[2] > PRIOR.mean


def test_best_of_several_is_likelier_than_each_and_less_than_their_sum():
    belief = prior_belief(SKILLS)

    one, several = (
        belief.probability(["sql"], 2.0),
        belief.probability(["sql", "labels", "serving"], 2.0),
    )

    assert one < several < 3 * one


def test_unknown_skill_is_named_with_the_nearest():
    with pytest.raises(UnknownId, match="did you mean 'serving'"):
        prior_belief(SKILLS).estimate("servin")


def test_average_of_an_area_is_surer_than_one_skill():
    belief = prior_belief(SKILLS)

    assert belief.average(["sql", "quality", "labels"]).error < belief.estimate("sql").error


def test_average_of_nothing_is_the_prior():
    assert prior_belief(SKILLS).average([]).level == PRIOR.mean


def test_prior_is_learned_from_people():
    belief, rng = prior_belief(SKILLS), np.random.default_rng(1)
    levels = rng.multivariate_normal(belief.mean[:9], belief.covariance[:9, :9], 5000)
    seen = np.where(rng.random(levels.shape) < 0.7, levels + rng.normal(size=levels.shape), np.nan)

    found = learn_prior(seen, np.ones(seen.shape), belief.areas)

    assert (found.mean, found.general, found.group, found.own) == pytest.approx(
        (PRIOR.mean, PRIOR.general, PRIOR.group, PRIOR.own), abs=0.08
    )
    assert set(belief.areas) == {Area.DATA, Area.MODELS, Area.OPS}
