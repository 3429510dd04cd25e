"""Whether questions are fair and sound.

Fair: ``mantel_haenszel`` and ``logistic`` (the same for groups), ``drift`` (the same over time). Sound:
``classical`` (facility, discrimination, options, reliability), ``fit`` (items and people to the model).
Beneath them: ``tables`` (people of like score), ``purifying`` (without the items that stand out),
``significance`` (when a difference counts) and ``arrays``.
"""
