"""Label: what a careful reader says that an advert asks. The guide is docs/reference/labelling.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from seasoned.catalogue import BUILT_IN, Kind, read
from seasoned.errors import Problem

OR = "|"
"""What stands between alternatives in a label."""


class DegreeLabel(StrEnum):
    """The lowest degree that is enough."""

    NONE = "none"
    FIRST = "first"
    HIGHER = "higher"
    DOCTORATE = "doctorate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One advert as labelled by a reader; ``id`` is the stem that advert and label share."""

    id: str
    required: tuple[str, ...] = ()
    preferred: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()
    asks_nothing: bool = False
    years: float | None = None
    years_upper: float | None = None
    years_preferred: float | None = None
    years_for: dict[str, float] = field(default_factory=dict)
    degree: DegreeLabel = DegreeLabel.NONE
    degree_preferred: DegreeLabel = DegreeLabel.NONE
    degree_equivalent: bool = False
    workplace: str = ""
    location: str = ""
    pay_low: float | None = None
    pay_high: float | None = None
    pay_currency: str = ""
    pay_period: str = ""
    seniority: str = ""
    visa: str = ""
    languages: tuple[str, ...] = ()
    soft: tuple[str, ...] = ()
    mix: dict[str, float] = field(default_factory=dict)

    def names(self, asked: str) -> Iterator[str]:
        """Each name of a list (``required``, ``preferred`` ...), alternatives one by one."""
        for entry in getattr(self, asked):
            yield from (name.strip() for name in entry.split(OR))

    @property
    def choices(self) -> tuple[tuple[str, ...], ...]:
        """Alternatives of which one is enough, as they were labelled."""
        entries = (*self.required, *self.preferred)
        return tuple(tuple(n.strip() for n in e.split(OR)) for e in entries if OR in e)


LABELS = Kind("labelled", Label)
SUFFIXES = (".txt", ".md", ".html")


def labelled(
    folder: Path | None = None,
) -> tuple[tuple[tuple[Path, Label], ...], tuple[Problem, ...]]:
    """Adverts with their labels from a folder, and what is wrong with the rest.

    Without a folder, those that come with the package.
    """
    where = folder or BUILT_IN / LABELS.folder
    shelf = read(Kind(where.name, Label), (where.parent,))
    problems = list(shelf.problems)
    pairs = []
    for name, label in shelf.things.items():
        beside = [shelf.paths[name].with_suffix(suffix) for suffix in SUFFIXES]
        advert = next((path for path in beside if path.exists()), None)
        if advert:
            pairs.append((advert, label))
        else:
            hint = f"put the advert beside it as {name}.txt"
            path = str(shelf.paths[name])
            problems.append(Problem(path=path, field="", message="has no advert", suggestion=hint))
    return tuple(pairs), tuple(problems)
