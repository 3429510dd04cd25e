"""Contact: somebody of a company who wrote or called, and the level that the company proposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from seasoned.errors import InvalidValue
from seasoned.ladder.expecting import rank_of
from seasoned.ladder.ladder import Ladder
from seasoned.ladder.proposed import stage_meant


class Talk(StrEnum):
    """How far the talk has come; ``inbound``: they came to the person and nothing else happened."""

    INBOUND = "inbound"
    CALL = "call"
    INTERVIEWS = "interviews"
    OFFER = "offer"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One contact. ``level``: what the company proposed, in its own words; empty until it did."""

    id: str
    company: str
    at: date
    role: str = ""
    who: str = ""
    level: str = ""
    stage: Talk = Talk.INBOUND
    note: str = ""

    def __post_init__(self) -> None:
        if not self.company.strip():
            raise InvalidValue("company", self.company, "the name of the company")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """The level of a contact read through the crosswalk, against where the person likely stands.

    ``stages``: what the words may mean, the lowest first; empty where nobody knows. ``against``:
    above, at or below the person's likely stage, ``around`` where the words leave it open, or
    empty. ``words`` say it in a sentence.
    """

    contact: Contact
    stages: tuple[str, ...]
    against: str
    why: str
    words: str


def proposals(contacts: Sequence[Contact], ladder: Ladder, *, likely: str) -> tuple[Proposed, ...]:
    """Every contact's level through the crosswalk, company by company, the newest first in each.

    ``likely``: the person's likely stage. Raises UnknownId for a stage that the ladder lacks.
    """
    order = sorted(contacts, key=lambda one: one.at, reverse=True)
    order.sort(key=lambda one: one.company.casefold())
    return tuple(_proposed(one, ladder, likely) for one in order)


def _proposed(contact: Contact, ladder: Ladder, likely: str) -> Proposed:
    rank, names = rank_of(ladder, likely), {stage.id: stage.name for stage in ladder.stages}
    if not contact.level.strip():
        words = (
            f"{contact.company} has proposed no level yet; ask for it before the first interview"
        )
        return Proposed(contact=contact, stages=(), against="", why="", words=words)
    meant = stage_meant(ladder, contact.level, company=contact.company)
    if not meant.stages:
        words = (
            f"“{contact.level}” at {contact.company}: the crosswalk does not know this level; ask "
            "for its number and scope, or add a line to the crosswalk of your ladder"
        )
        return Proposed(contact=contact, stages=(), against="", why=meant.why, words=words)
    against = _against([rank_of(ladder, stage) for stage in meant.stages], rank)
    named = " or ".join(names[stage] for stage in meant.stages)
    return Proposed(
        contact=contact,
        stages=meant.stages,
        against=against,
        why=meant.why,
        words=f"“{contact.level}” at {contact.company} means {named} here, {against} "
        f"your likely stage, {names[likely]}",
    )


def _against(ranks: Sequence[int], mine: int) -> str:
    if min(ranks) > mine:
        return "above"
    if max(ranks) < mine:
        return "below"
    return "at" if len(ranks) == 1 else "around"
