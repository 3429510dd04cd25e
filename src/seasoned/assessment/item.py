"""Item: one question with its options, rationales, key and the author's view of its difficulty."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ItemKind(StrEnum):
    """What is done to answer: choose one, choose several, give a number, put in order.

    ``read`` chooses one after reading an exhibit, ``fault`` chooses where its fault lies.
    """

    SINGLE = "single"
    SEVERAL = "several"
    NUMBER = "number"
    ORDER = "order"
    READ = "read"
    FAULT = "fault"


class ExhibitKind(StrEnum):
    """What an exhibit is, so that it is shown as such."""

    CODE = "code"
    LOG = "log"
    TABLE = "table"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Something to choose, or a step of an order; ``why`` is told in the review."""

    text: str
    why: str
    right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """Code, a log, a table or a text to read, shown as written."""

    kind: ExhibitKind
    text: str
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One named line of a chart: a height for each of the chart's places."""

    name: str
    y: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChart:
    """Lines over a common axis, such as losses over epochs; drawn, and read as a table."""

    title: str
    x_name: str
    y_name: str
    x: tuple[float, ...]
    series: tuple[Series, ...]
    log_y: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question on a skill at a level, answerable without its options being seen.

    ``second_skill``: another that it truly needs. ``options`` of an order stand in the right
    order. ``answer``, ``tolerance``, ``unit`` and ``why`` belong to a number; ``why`` may also
    tell what ties an order or several together. ``right_at``: the author's estimate of the share
    of people at each stage, novice to seasoned, who answer right without guessing (Angoff 1971).
    ``family``: items with one word here share material and never meet in one test.
    """

    id: str
    skill: str
    level: int
    kind: ItemKind
    stem: str
    right_at: tuple[float, ...]
    expected_seconds: int
    source: str
    reviewed: date
    second_skill: str = ""
    options: tuple[Option, ...] = ()
    exhibit: Exhibit | None = None
    chart: LineChart | None = None
    answer: float | None = None
    tolerance: float = 0.0
    unit: str = ""
    why: str = ""
    family: str = ""

    @property
    def skills(self) -> tuple[str, ...]:
        """The skill, and the second one where there is one."""
        return (self.skill, self.second_skill) if self.second_skill else (self.skill,)

    @property
    def key(self) -> tuple[int, ...]:
        """Places of the right options, counted from 0; of an order all of them."""
        if self.kind is ItemKind.ORDER:
            return tuple(range(len(self.options)))
        return tuple(n for n, option in enumerate(self.options) if option.right)

    @property
    def chance(self) -> float:
        """Probability of a right answer by blind guessing: 0 for a number."""
        count = len(self.options)
        if self.kind is ItemKind.NUMBER or not count:
            return 0.0
        if self.kind is ItemKind.ORDER:
            return 1 / math.factorial(count)
        return 1 / (2**count - 1) if self.kind is ItemKind.SEVERAL else 1 / count
