"""Hat: a part that one person plays beside others, and the areas whose expectations it draws on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from seasoned.skills.skill import Area


@dataclass(frozen=True, slots=True, kw_only=True)
class Hat:
    """A hat by its names.

    ``summary``: what its wearer answers for. ``areas``: whose expectations it draws on, the
    nearest first. ``skills``: ids of skills of these areas that it uses most; what a stage
    asks of them is named. ``aliases``: other names, in any case.
    """

    id: str
    name: str
    summary: str
    areas: tuple[Area, ...]
    skills: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    reviewed: date | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it goes by, its own first."""
        return (self.name, *self.aliases)


def hat_named(hats: Mapping[str, Hat], typed: str) -> Hat | None:
    """The hat of that id, name or alias, whatever its case; None for one that nobody described."""
    wanted = hat_key(typed)
    return next(
        (hat for hat in hats.values() if wanted in map(hat_key, (hat.id, *hat.names))), None
    )


def hat_key(name: str) -> str:
    """A name without what does not matter: case, hyphens, doubled spaces.

    Examples
    --------
    >>> hat_key("Tech-Lead ")
    'tech lead'
    """
    return " ".join(name.casefold().replace("-", " ").replace("_", " ").split())
