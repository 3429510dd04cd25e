"""Hats: the shares of a role's work, role beside role in order of time; never averaged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from seasoned.profile.person import WHOLE, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One hat in one role: its name, its per cent, and where it begins when laid end to end.

    ``place``: the hat's number among all hats of all roles, so that it looks the same in each.
    """

    hat: str
    share: float
    begins: float
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """A role and its shares, in the same order of hats in every mix; none where it is one hat."""

    role: Role
    shares: tuple[Share, ...]


def mixes_over_time(roles: Iterable[Role]) -> tuple[Mix, ...]:
    """One mix for each role, by its first day; nothing when no role names hats."""
    in_time = _in_time(roles)
    order = hats_of(in_time)
    return tuple(Mix(role=r, shares=_shares(r.hats, order)) for r in in_time) if order else ()


def hats_of(roles: Iterable[Role]) -> tuple[str, ...]:
    """Every hat once, in the order in which they were put on, the larger share first."""
    named = (sorted(r.hats, key=lambda hat: (-r.hats[hat], hat)) for r in _in_time(roles))
    return tuple(dict.fromkeys(hat for hats in named for hat in hats))


def worn_at(roles: Iterable[Role], at: date) -> tuple[Role, ...]:
    """Roles with hats that go on at a day, the newest first."""
    going = [r for r in roles if r.hats and r.start <= at and (r.end is None or r.end >= at)]
    return tuple(sorted(going, key=lambda role: role.start, reverse=True))


def mix_words(mix: Mix) -> str:
    """The mix in words: ``40 % product manager, 60 % tech lead``."""
    return ", ".join(f"{one.share:g} % {one.hat}" for one in mix.shares) or "one hat"


def _in_time(roles: Iterable[Role]) -> list[Role]:
    return sorted(roles, key=lambda role: (role.start, role.end or date.max))


def _shares(hats: dict[str, float], order: tuple[str, ...]) -> tuple[Share, ...]:
    found: list[Share] = []
    begins = 0.0
    for place, hat in enumerate(order):
        if hat in hats:
            found.append(Share(hat=hat, share=hats[hat], begins=begins, place=place))
            begins = min(begins + hats[hat], WHOLE)
    return tuple(found)
