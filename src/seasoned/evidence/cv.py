"""Reading a CV: roles, education, skills with their lines, and other evidence, all as suggestions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from seasoned.documents.document import Document
from seasoned.documents.language import language_of
from seasoned.documents.reading import read_document
from seasoned.evidence.lines import Line, lines_of
from seasoned.evidence.resume import NamedSkill, Resume
from seasoned.evidence.roles import Entry, body, entries, header, title_and_organisation
from seasoned.profile.evidence import Evidence
from seasoned.profile.observing import role_evidence
from seasoned.profile.person import Role
from seasoned.skills.finding import Finder, finder_for
from seasoned.skills.skill import Skill


def read_cv(
    source: Path | str | bytes | Document,
    *,
    skills: Mapping[str, Skill],
    at: date,
    name: str = "",
    finder: Finder | None = None,
) -> Resume:
    """What a CV says, as suggestions; nothing of it leaves the machine, nothing in it is obeyed."""
    document = source if isinstance(source, Document) else read_document(source, name)
    return resume_of(document, finder or finder_for(skills), at)


def resume_of(document: Document, finder: Finder, at: date) -> Resume:
    """The resume that a document's text tells."""
    lines = lines_of(document.text)
    found = entries(lines, at)
    named = tuple(_named(document.text, lines, found, finder))
    roles = tuple(_roles(lines, found, named, at))
    return Resume(
        roles=roles,
        evidence=tuple(_role_evidence(roles, at)),
        notes=document.notes,
        text=document.text,
        name=document.name,
        language=language_of(document.text),
        named=named,
    )


def _named(
    text: str, lines: Sequence[Line], found: Sequence[Entry], finder: Finder
) -> Iterator[NamedSkill]:
    owner = {i: k for k, entry in enumerate(found) for i in range(entry.first, entry.last)}
    place = 0
    for mention in finder.mentions(text):
        while place + 1 < len(lines) and lines[place + 1].start <= mention.start:
            place += 1
        yield NamedSkill(
            skill=mention.skill,
            surface=mention.surface,
            start=mention.start,
            end=mention.end,
            role=owner.get(place),
            quote=lines[place].words,
        )


def _roles(
    lines: Sequence[Line], found: Sequence[Entry], named: Sequence[NamedSkill], at: date
) -> Iterator[Role]:
    for index, entry in enumerate(found):
        title, organisation = title_and_organisation(lines, entry)
        used = dict.fromkeys(n.skill for n in named if n.role == index)
        yield Role(
            title=title or "Role",
            organisation=organisation,
            start=entry.period.start,
            end=entry.period.end,
            skills=tuple(used),
            summary="\n".join(line.words for line in body(lines, entry)),
            quote=" | ".join(line.words for line in header(lines, entry)),
        )


def _role_evidence(roles: Sequence[Role], at: date) -> Iterator[Evidence]:
    for index, role in enumerate(roles):
        yield role_evidence(
            role, at=at, roles=roles, id=f"cv-role-{index + 1}-{_slug(role.title)}", confirmed=False
        )


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:40] or "entry"
