"""Hard constraints: what an advert or offer must not fail, whatever else it gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from seasoned.errors import InvalidValue
from seasoned.market.posting import Posting, Salary, Strength

WORKPLACES = ("remote", "hybrid", "onsite")
A_YEAR = {"hour": 1_800.0, "day": 225.0, "week": 45.0, "month": 12.0, "year": 1.0}
"""How often a period's pay is paid in a year of work: 45 weeks of 5 days of 8 hours, 12 months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraints:
    """What must hold for a job to be possible at all; empty ones exclude nothing.

    ``places``: words of which the place must hold one, unless the work is remote.
    ``workplaces``: which of remote, hybrid and onsite are possible. ``pay_per_year``: the least
    that the top of a stated range must reach, in ``currency``. ``needs_visa``: jobs that say that
    they sponsor none are out. ``languages``: ISO codes spoken; a job that requires another is out.
    """

    places: tuple[str, ...] = ()
    workplaces: tuple[str, ...] = ()
    pay_per_year: float = 0.0
    currency: str = ""
    needs_visa: bool = False
    languages: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for workplace in self.workplaces:
            if workplace not in WORKPLACES:
                raise InvalidValue("workplaces", workplace, f"one of {', '.join(WORKPLACES)}")
        if not 0 <= self.pay_per_year < inf:
            raise InvalidValue("pay_per_year", self.pay_per_year, "a sum of 0 or more")
        if self.pay_per_year and not self.currency:
            raise InvalidValue("currency", self.currency, "named with the pay, like EUR")


def failed(posting: Posting, constraints: Constraints) -> tuple[str, ...]:
    """The constraints that an advert fails, each in words; what it does not state fails nothing."""
    return tuple(_failed(posting, constraints))


def _failed(posting: Posting, wanted: Constraints) -> Iterator[str]:
    if wanted.workplaces and posting.workplace and posting.workplace not in wanted.workplaces:
        yield f"it is {posting.workplace}, and you want {' or '.join(wanted.workplaces)}"
    if _elsewhere(posting, wanted):
        yield f"it is in {posting.location}, and you want {' or '.join(wanted.places)}"
    if posting.salary and _too_little(posting.salary, wanted):
        yield (
            f"it pays at most {most_a_year(posting.salary):,.0f} {posting.salary.currency} a year, "
            f"and you need {wanted.pay_per_year:,.0f}"
        )
    if wanted.needs_visa and posting.visa == "not offered":
        yield "it sponsors no visa, and you need one"
    spoken = {one.code for one in posting.spoken if one.strength is Strength.REQUIRED}
    lacking = sorted(spoken - set(wanted.languages)) if wanted.languages else []
    if lacking:
        yield f"it requires {', '.join(lacking)}, which you have not named among your languages"


def most_a_year(pay: Salary) -> float:
    """The top of the stated range for a year of full-time work."""
    return (pay.high or pay.low) * A_YEAR[pay.period]


def _elsewhere(posting: Posting, wanted: Constraints) -> bool:
    if not wanted.places or not posting.location or posting.workplace == "remote":
        return False
    place = posting.location.casefold()
    return not any(word.casefold() in place for word in wanted.places)


def _too_little(pay: Salary, wanted: Constraints) -> bool:
    return (
        wanted.pay_per_year > 0
        and pay.currency == wanted.currency.upper()
        and most_a_year(pay) < wanted.pay_per_year
    )
