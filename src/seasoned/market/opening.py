"""Opening: a job of one's own, complete enough that whoever reads it can decide whether to apply."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import inf
from pathlib import Path

from seasoned.catalogue import Kind, read_one
from seasoned.errors import ContentError, InvalidValue

WORKPLACES = ("remote", "hybrid", "onsite")
PERIODS = ("hour", "day", "week", "month", "year")
LEVELS = (1, 4)


class Need(StrEnum):
    """Whether a criterion decides, or counts beside others."""

    MUST = "must"
    NICE = "nice"


@dataclass(frozen=True, slots=True, kw_only=True)
class PayRange:
    """What the job pays, from and to; the same for everybody who is considered."""

    low: float
    high: float
    currency: str
    period: str = "year"

    def __post_init__(self) -> None:
        if not 0 < self.low <= self.high < inf:
            raise InvalidValue(
                "pay", f"{self.low:g} to {self.high:g}", "a sum above 0 and one as high or higher"
            )
        if not (len(self.currency) == 3 and self.currency.isascii() and self.currency.isalpha()):
            raise InvalidValue("currency", self.currency, "three letters, like EUR")
        if self.period not in PERIODS:
            raise InvalidValue("period", self.period, f"one of {', '.join(PERIODS)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A skill by its id, the level it is needed at, and what would show it.

    ``evidence``: in words of one's own; empty takes the words of the skill at that level.
    """

    skill: str
    level: int
    need: Need
    evidence: str = ""

    def __post_init__(self) -> None:
        if not LEVELS[0] <= self.level <= LEVELS[1]:
            raise InvalidValue("level", self.level, "from 1 to 4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the way to a decision, and how long it takes the person who applies."""

    name: str
    minutes: int
    about: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidValue("name", self.name, "what happens in this step")
        if not 0 < self.minutes <= 100 * 60:
            raise InvalidValue("minutes", self.minutes, "above 0 and at most 6000")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A job of one's own. What is still empty is named by ``missing`` and stops its publication.

    ``answer_days``: days until whoever applies has an answer. ``employment``: full-time,
    part-time, contract ..., in words.
    """

    id: str
    title: str = ""
    company: str = ""
    location: str = ""
    workplace: str = ""
    pay: PayRange | None = None
    summary: str = ""
    duties: tuple[str, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    process: tuple[Step, ...] = ()
    answer_days: int = 0
    contact: str = ""
    url: str = ""
    employment: str = ""
    published: date | None = None
    closes: date | None = None

    def __post_init__(self) -> None:
        if self.workplace and self.workplace not in WORKPLACES:
            raise InvalidValue("workplace", self.workplace, f"one of {', '.join(WORKPLACES)}")
        if not 0 <= self.answer_days <= 365:
            raise InvalidValue("answer_days", self.answer_days, "from 0 to 365")
        if self.published and self.closes and self.closes < self.published:
            raise InvalidValue("closes", self.closes.isoformat(), "on or after the day it came out")

    @property
    def musts(self) -> tuple[Criterion, ...]:
        """Criteria that decide."""
        return tuple(one for one in self.criteria if one.need is Need.MUST)

    @property
    def wishes(self) -> tuple[Criterion, ...]:
        """Criteria that count beside the musts."""
        return tuple(one for one in self.criteria if one.need is Need.NICE)

    @property
    def minutes(self) -> int:
        """Time that the whole way takes the person who applies."""
        return sum(step.minutes for step in self.process)


def missing(opening: Opening) -> tuple[str, ...]:
    """What an opening lacks before it may be published, each by the name of its field."""
    return tuple(_missing(opening))


def _missing(opening: Opening) -> Iterator[str]:
    for name in ("title", "company"):
        if not getattr(opening, name).strip():
            yield f"the {name}"
    if not opening.location.strip() and opening.workplace != "remote":
        yield "the location, unless the work is remote"
    if opening.pay is None:
        yield "the pay range (pay.low, pay.high, pay.currency)"
    if not opening.musts:
        yield "criteria, at least one of them a must"
    if not opening.process:
        yield "the process, step by step with minutes"
    if not opening.contact.strip() and not opening.url.strip():
        yield "a contact, or an address to apply at"


OPENINGS: Kind[Opening] = Kind("openings", Opening)


def read_opening(path: Path) -> Opening:
    """The opening in a TOML file. Raises ContentError with every problem of its shape."""
    shelf = read_one(OPENINGS, path)
    if shelf.problems:
        raise ContentError(shelf.problems)
    return next(iter(shelf.things.values()))
