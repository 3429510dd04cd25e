"""Hats for the faces: read as they are typed, and what each draws on at a stage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from seasoned.errors import InvalidValue
from seasoned.ladder.expecting import Asked
from seasoned.ladder.hat import Hat, hat_key, hat_named
from seasoned.ladder.ladder import Ladder, LadderArea
from seasoned.profile.hats import mixes_over_time
from seasoned.profile.person import Role

NAMED = 2
"""Expectations that stand as examples of an area; the page itself has them all."""

TYPED = re.compile(r"(.*?[^\s=:])\s*[=:]?\s*(?<![-\d.,])(\d+(?:[.,]\d+)?)\s*%?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """An area that a hat draws on, and some expectations of it at the stage."""

    area: LadderArea
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worn:
    """A hat of a role with its share; ``hat`` is None where content does not describe it."""

    name: str
    share: float
    hat: Hat | None
    drawn: tuple[Drawn, ...]


def hats_from(typed: Iterable[str]) -> dict[str, float]:
    """Hats with their shares from ``tech lead=30``, one a line; empty lines are passed over.

    Raises InvalidValue for a line without a share and for a hat that is named twice.
    """
    found: dict[str, float] = {}
    for line in filter(str.strip, typed):
        read = TYPED.fullmatch(line.strip())
        if read is None:
            raise InvalidValue("hats", line.strip(), "written like tech lead=30")
        name = " ".join(read[1].split())
        if hat_key(name) in map(hat_key, found):
            raise InvalidValue("hats", name, "named once")
        found[name] = float(read[2].replace(",", "."))
    return found


def hats_worn(
    role: Role, hats: Mapping[str, Hat], ladder: Ladder, asked: Sequence[Asked]
) -> tuple[Worn, ...]:
    """Each hat of a role with the areas it draws on, and what these ask here, for example."""
    shares = (one for mix in mixes_over_time([role]) for one in mix.shares)
    return tuple(_worn(one.hat, one.share, hats, ladder, asked) for one in shares)


def _worn(
    name: str, share: float, hats: Mapping[str, Hat], ladder: Ladder, asked: Sequence[Asked]
) -> Worn:
    hat = hat_named(hats, name)
    drawn = tuple(_drawn(hat, ladder, asked)) if hat else ()
    return Worn(name=name, share=share, hat=hat, drawn=drawn)


def _drawn(hat: Hat, ladder: Ladder, asked: Sequence[Asked]) -> Iterator[Drawn]:
    for ours in hat.areas:
        for area in ladder.areas:
            if area.maps_to is ours:
                found = _nearest_first(hat, area, asked)
                yield Drawn(area=area, asked=found[:NAMED])


def _nearest_first(hat: Hat, area: LadderArea, asked: Sequence[Asked]) -> tuple[Asked, ...]:
    """What the area asks of the hat's own skills: what the stage adds first, then the musts.

    Where it asks none of them, the hat's nearest area answers with all that it asks.
    """
    strength = ["must", "should", "may"]
    found = [one for one in asked if one.expectation.area == area.id]
    own = [one for one in found if _skills(one) & set(hat.skills)]
    shown = own or (found if area.maps_to is hat.areas[0] else [])
    return tuple(sorted(shown, key=lambda one: (one.inherited, strength.index(one.ask))))


def _skills(one: Asked) -> set[str]:
    return {one.expectation.skill, *one.expectation.any_of}
