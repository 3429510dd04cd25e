"""Item parameters from answers, in four ways: ``dense`` and ``sparse`` two-parameter items, ``ordered``
ratings, and ``online``, one answer at a time; ``result`` holds what the first two take and give.

Beneath them, for two-parameter items: ``tally`` (which can be estimated), ``model``, ``penalty`` (priors),
``maximum`` (M step), ``em``, ``information`` (errors) and ``outcome``; for ratings: ``categories`` and
``scoring``; for both: ``squarem``, ``nodes`` and ``arrays``.
"""
