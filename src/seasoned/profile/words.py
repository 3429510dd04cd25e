"""Words: numbers as a person reads them, the same in the terminal, the browser and in sentences."""

from __future__ import annotations


def percent(share: float) -> str:
    """A share between 0 and 1 in whole per cent, never claiming 0 or 100.

    Examples
    --------
    >>> percent(0.031), percent(0.001), percent(1.0)
    ('3 %', 'under 1 %', 'over 99 %')
    """
    if share < 0.01:
        return "under 1 %"
    return "over 99 %" if share > 0.99 else f"{share * 100:.0f} %"


def decimal(value: float | None, digits: int = 2) -> str:
    """A number with some decimals, a dash where there is none.

    Examples
    --------
    >>> decimal(0.456), decimal(None)
    ('0.46', '–')
    """
    return "–" if value is None else f"{value:.{digits}f}"


def give_or_take(value: float | None, error: float | None) -> str:
    """A number with its standard error, each where there is one.

    Examples
    --------
    >>> give_or_take(1.2, 0.34), give_or_take(1.2, None), give_or_take(None, None)
    ('1.20 ± 0.34', '1.20', '–')
    """
    told = value is not None and error is not None
    return decimal(value) + (f" ± {decimal(error)}" if told else "")


def level_range(low: float, high: float) -> str:
    """Where a level likely lies. No level lies below 0, but what is believed of one may.

    Examples
    --------
    >>> level_range(1.53, 2.71), level_range(-0.4, 0.3), level_range(-0.9, -0.2)
    ('1.5 to 2.7', '0.0 to 0.3', 'under 0.1')
    """
    return "under 0.1" if high < 0.05 else f"{max(low, 0.0):.1f} to {high:.1f}"


def hours(amount: float) -> str:
    """Hours to the quarter of an hour that plans are made in: ``1 h``, ``2.5 h``, ``0.75 h``.

    Examples
    --------
    >>> hours(25.75), hours(17.6), hours(4.0)
    ('25.75 h', '17.5 h', '4 h')
    """
    return f"{round(amount * 4) / 4:g} h"
