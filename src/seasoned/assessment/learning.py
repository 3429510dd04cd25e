"""Difficulties that follow each answer: item and person both uncertain, constant time, nothing replayed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from seasoned.assessment.parameters import Parameters
from seasoned.assessment.sitting import Response
from seasoned.numerics.answering import log_likelihood
from seasoned.numerics.gaussian import observe_likelihood
from seasoned.profile.answering import CODES

ONLINE = "on-line"
BOTH, APART = np.array([0, 1]), np.array([1.0, -1.0])


def learned(parameters: Parameters, response: Response) -> Parameters:
    """The item's parameters after one answer by a person known as ``centre`` and ``spread`` say.

    The answer speaks of ability less difficulty; each takes its share of the surprise by its own
    variance, so that a person who is hardly known teaches little about the item. The slope stays.
    Minka (2001), A family of algorithms for approximate Bayesian inference, ch. 3; the same as
    ``numerics.calibration.online.update``, with guessing and with "I don't know".
    """
    state = np.array([response.centre, parameters.difficulty])
    doubt = np.diag([max(response.spread, 1e-6), max(parameters.difficulty_error, 1e-3) ** 2])
    mean, covariance = observe_likelihood(
        state,
        doubt,
        BOTH,
        APART,
        lambda away: log_likelihood(
            away, CODES[response.outcome], parameters.discrimination, 0.0, response.chance
        ),
    )
    return replace(
        parameters,
        difficulty=float(mean[1]),
        difficulty_error=float(np.sqrt(covariance[1, 1])),
        model=ONLINE,
        responses=parameters.responses + 1,
    )
