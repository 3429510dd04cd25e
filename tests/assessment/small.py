"""A small bank to stand in: five items a skill over the nine skills of the small world."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from seasoned.assessment.bank import Bank
from seasoned.assessment.item import Item, ItemKind, Option
from seasoned.assessment.parameters import Parameters
from tests.profile.small import SKILLS

DAY = date(2026, 11, 22)
BY_LEVEL = {
    1: (0.65, 0.86, 0.94, 0.97),
    2: (0.30, 0.62, 0.84, 0.93),
    3: (0.10, 0.30, 0.62, 0.82),
    4: (0.03, 0.12, 0.35, 0.62),
}
WORDS = ("northern", "tidal", "copper", "evening", "granite", "linen", "amber", "cedar", "quartz")


def option(text: str, *, right: bool = False) -> Option:
    return Option(text=text, why="a reason of four words", right=right)


CHOICES = (option("the first one"), option("the second one", right=True), option("the third"))


def item(name: str = "one", **more) -> Item:
    fields = {
        "id": name,
        "skill": "sql",
        "level": 2,
        "kind": ItemKind.SINGLE,
        "stem": f"A table of {name} readings grew in the night. Which of its rows came twice?",
        "options": CHOICES,
        "right_at": BY_LEVEL[2],
        "expected_seconds": 60,
        "source": "Our judgement",
        "reviewed": DAY,
    }
    return Item(**{**fields, **more})


NUMBER = item(
    "number", kind=ItemKind.NUMBER, options=(), answer=0.25, tolerance=0.01, why="one of four parts"
)
ORDER = item(
    "order",
    kind=ItemKind.ORDER,
    options=tuple(option(f"step {n}") for n in ("one", "two", "three")),
)
SEVERAL = item(
    "several",
    kind=ItemKind.SEVERAL,
    options=(*CHOICES, option("the fourth", right=True)),
)

ITEMS = {
    one.id: one
    for skill in SKILLS
    for level in (1, 2, 3, 4)
    for one in (item(f"{skill}-{level}", skill=skill, level=level, right_at=BY_LEVEL[level]),)
}


def bank(**parameters: Parameters) -> Bank:
    from seasoned.assessment.parameters import parameters_of

    return Bank(items=ITEMS, parameters=parameters_of(ITEMS, parameters))


def changed(**more) -> Item:
    return replace(item(), **more)
