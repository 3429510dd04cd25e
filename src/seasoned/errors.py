"""What can go wrong, each case a class that writes its own sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong in a content or input file, and how to mend it."""

    path: str
    field: str
    message: str
    suggestion: str = ""

    def __str__(self) -> str:
        where = f"{self.path}: {self.field}: " if self.field else f"{self.path}: "
        return where + self.message + (f" ({self.suggestion})" if self.suggestion else "")


class SeasonedError(Exception):
    """Seasoned cannot go on; the message says what happened, where, and what to do next."""


class ContentError(SeasonedError):
    """Content files do not hold together; carries every problem found."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        shown = "\n".join(f"  {problem}" for problem in self.problems[:20])
        more = len(self.problems) - 20
        tail = f"\n  ... and {more} more" if more > 0 else ""
        super().__init__(f"{len(self.problems)} problem(s) in the content:\n{shown}{tail}")


class InputError(SeasonedError):
    """Something the person gave cannot be used."""


class UnreadableDocument(InputError):
    """A file or text that cannot be read."""

    def __init__(self, name: str, reason: str, remedy: str) -> None:
        self.name, self.reason, self.remedy = name, reason, remedy
        super().__init__(f"{name}: {reason}; {remedy}.")


class UnknownId(InputError):
    """An id that leads nowhere, with the nearest ones that do."""

    def __init__(self, what: str, given: str, known: Sequence[str]) -> None:
        self.what, self.given = what, given
        hint = meant(given, known) or _listed(known)
        super().__init__(f"There is no {what} {given!r}; {hint}")


class InvalidValue(InputError):
    """A value outside what is legal."""

    def __init__(self, field: str, given: object, legal: str) -> None:
        self.field, self.given, self.legal = field, given, legal
        super().__init__(f"{field} is {given!r}, but must be {legal}.")


class TooSoon(InputError):
    """A test that would say little because the last one is fresh; practice is open at any time."""

    def __init__(self, target: str, last: str, again: str) -> None:
        super().__init__(
            f"The last test on {target} was on {last}; one more says something new from {again} on. "
            "Practise until then, or test something else."
        )


class EstimationError(SeasonedError):
    """An estimate that cannot be had from what is there."""


class TooFewResponses(EstimationError):
    """Fewer answers than any estimate takes, with how many it would take."""

    def __init__(self, what: str, have: int, need: int) -> None:
        self.have, self.need = have, need
        super().__init__(
            f"{what}: {have} is too few; it takes at least {need}. Collect more answers."
        )


class NotIdentified(EstimationError):
    """Answers that leave the estimate open, however many there are."""

    def __init__(self, what: str, reason: str) -> None:
        super().__init__(f"{what} cannot be told from these answers: {reason}.")


class PlanningError(SeasonedError):
    """A plan that cannot be made, with the wishes that conflict."""


class SourceError(SeasonedError):
    """A job board or page that gives no adverts; others are not touched by it."""


class Unreachable(SourceError):
    """An address that does not answer, or answers with an error."""

    def __init__(self, address: str, reason: str) -> None:
        self.address, self.reason = address, reason
        super().__init__(f"{address} gives no answer ({reason}). Check the address, or try later.")


class Throttled(SourceError):
    """An address that asks to be left alone for a while."""

    def __init__(self, address: str, seconds: float) -> None:
        self.address, self.seconds = address, seconds
        super().__init__(
            f"{address} asks to be left alone for {seconds:.0f} seconds. Try again after that."
        )


class LayoutChanged(SourceError):
    """An answer in a shape that the connector does not know."""

    def __init__(self, address: str, lacks: str) -> None:
        self.address, self.lacks = address, lacks
        super().__init__(
            f"{address} answers in an unknown shape ({lacks}). Check the name, or save the advert "
            "and add the file."
        )


class Refused(SourceError):
    """An address that is not asked: private, forbidden by its robots.txt, or no web address."""

    def __init__(self, address: str, reason: str, remedy: str) -> None:
        self.address, self.reason = address, reason
        super().__init__(f"{address} is not asked: {reason}. {remedy}")


class StoreError(SeasonedError):
    """The database cannot do what was asked."""


class Missing(StoreError):
    """A stored thing that is not there."""

    def __init__(self, what: str, key: object) -> None:
        super().__init__(f"There is no stored {what} {key!r}; it may have been erased.")


def meant(given: str, known: Sequence[str]) -> str:
    """What was probably meant, as a question; empty where nothing is near."""
    near = nearest(given, known)
    return f"did you mean {near!r}?" if near else ""


def nearest(given: str, known: Sequence[str]) -> str:
    """The known word most like the given one, or an empty string when none is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(given, list(known), n=1, cutoff=0.6)), "")


def _listed(known: Sequence[str]) -> str:
    if not known:
        return "none is known yet."
    shown = ", ".join(sorted(known)[:8])
    return f"known: {shown}{', ...' if len(known) > 8 else '.'}"
