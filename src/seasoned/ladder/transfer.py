"""Experience from other careers, and the expectations it may already show."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from seasoned.errors import UnknownId
from seasoned.ladder.ladder import Experience, Transfer


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """An expectation that an experience may show; waits for the person's yes.

    ``cue``: the word of the person's text that pointed to it, empty when they chose it.
    """

    transfer: str
    experience: str
    expectation: str
    question: str
    why: str
    level: float | None
    cue: str = ""


def suggestions_from(transfer: Transfer, chosen: Collection[str] | str) -> tuple[Carried, ...]:
    """Suggestions of the experiences chosen by id, or recognised by their cues in a text.

    Nothing is recorded until the person confirms. Raises UnknownId for an id that the transfer
    does not hold.
    """
    if isinstance(chosen, str):
        found = {e.id: cue for e in transfer.experiences if (cue := _cue(e, chosen))}
    else:
        found = dict.fromkeys(chosen, "")
    known = {experience.id: experience for experience in transfer.experiences}
    for name in found:
        if name not in known:
            raise UnknownId("experience", name, tuple(known))
    return tuple(
        carried for name, cue in found.items() for carried in _carried(transfer, known[name], cue)
    )


def _carried(transfer: Transfer, experience: Experience, cue: str) -> tuple[Carried, ...]:
    return tuple(
        Carried(
            transfer=transfer.id,
            experience=experience.id,
            expectation=s.expectation,
            question=experience.question,
            why=s.why,
            level=s.level,
            cue=cue,
        )
        for s in experience.suggestions
    )


def _cue(experience: Experience, text: str) -> str:
    """The first cue of an experience that stands in the text as whole words, in any case."""
    return next(
        (
            cue
            for cue in experience.cues
            if re.search(rf"(?<!\w){re.escape(cue)}(?!\w)", text, re.IGNORECASE)
        ),
        "",
    )
