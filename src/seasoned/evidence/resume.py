"""Resume: what a CV says, every piece with its quotation, waiting for the person's word."""

from __future__ import annotations

from dataclasses import dataclass

from seasoned.profile.evidence import Evidence
from seasoned.profile.person import Education, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSkill:
    """A skill that the CV names: the line it stands in and, where it belongs to one, the role's place."""

    skill: str
    surface: str
    quote: str
    start: int
    end: int
    role: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """A CV as read. ``evidence`` is all unconfirmed: the person confirms, edits or drops each piece.

    ``name`` is what the document is called; ``person`` the name in it where a structured file
    gives one, never used for anything but showing. ``named`` lists every skill with its line.
    """

    roles: tuple[Role, ...] = ()
    education: tuple[Education, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()
    text: str = ""
    name: str = ""
    language: str = ""
    person: str = ""
    named: tuple[NamedSkill, ...] = ()
