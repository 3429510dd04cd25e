"""Reading a CV: roles, education, skills with their lines, and other evidence, all as suggestions.

Text is only matched and quoted, on this machine; instructions in it have no effect, and names,
pronouns and addresses are never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from seasoned.documents.archive import opened
from seasoned.documents.document import Document
from seasoned.documents.language import language_of
from seasoned.documents.reading import bytes_of, read_document
from seasoned.evidence.education import education_of
from seasoned.evidence.lines import Line, lines_of
from seasoned.evidence.listed import listed, may_list
from seasoned.evidence.resume import NamedSkill, Resume
from seasoned.evidence.roles import (
    Entry,
    body,
    entries,
    header,
    is_told,
    title_and_organisation,
)
from seasoned.evidence.structured import Written, from_json_resume, from_linkedin
from seasoned.evidence.suggestions import Background, suggestions_of
from seasoned.profile.evidence import Evidence, EvidenceKind, Observation
from seasoned.profile.observing import role_evidence
from seasoned.profile.person import Degree, Education, Role
from seasoned.skills.finding import Finder, finder_for
from seasoned.skills.skill import Skill

_READ_WELL = ("en", "de", "fr", "es", "nl")
_INSTRUCTION = re.compile(
    r"(?:ignore|disregard|forget)\b[^.\n]{0,40}\b(?:instructions?|prompts?|rules|above)\b|system prompt",
    re.I,
)


def read_cv(
    source: Path | str | bytes | Document,
    *,
    skills: Mapping[str, Skill],
    at: date,
    name: str = "",
    finder: Finder | None = None,
    kinds: Mapping[str, EvidenceKind] | None = None,
) -> Resume:
    """What a CV says, every piece a suggestion that the person confirms, edits or drops.

    Parameters
    ----------
    source : path or bytes of a PDF, Word, text, Markdown or HTML file, a JSON Resume, or the zip
        of a LinkedIn data export; or a document read already.
    skills, finder : the vocabulary; the finder is made once per ``skills`` if not given.
    at : today; roles that go on last until then.
    name : what messages call it; the file's own name if empty.
    kinds : evidence kinds, for the usual level of each.

    Raises
    ------
    UnreadableDocument
        Where there is no text to read; a scan says so, and never means "no skills".
    """
    document, written = _opened(source, name)
    levels = {id: k.usual_level for id, k in (kinds or {}).items() if k.usual_level is not None}
    return _resume(document, written, finder or finder_for(skills), skills, at, levels)


def _opened(source: Path | str | bytes | Document, name: str) -> tuple[Document, Written]:
    if isinstance(source, Document):
        return source, Written(text=source.text)
    called = name or (Path(source).name if not isinstance(source, bytes) else "the CV")
    data = source if isinstance(source, bytes) else bytes_of(Path(source), called)
    written = _linkedin(data, called)
    if written is None:
        document = read_document(data, called)
        written = from_json_resume(document.text, called) if document.text.startswith("{") else None
        return document, written or Written(text=document.text)
    return Document(text=written.text, kind="linkedin", name=called), written


def _linkedin(data: bytes, name: str) -> Written | None:
    if not data.startswith(b"PK\x03\x04") or "word/document.xml" in opened(data, name).namelist():
        return None
    return from_linkedin(data, name)


def _resume(
    document: Document,
    written: Written,
    finder: Finder,
    skills: Mapping[str, Skill],
    at: date,
    levels: Mapping[str, float],
) -> Resume:
    lines = lines_of(written.text)
    met = entries(lines, at)
    found = tuple(entry for entry in met if is_told(lines, entry))
    named = tuple(_named(written.text, lines, found, finder))
    roles = _exact(tuple(_roles(lines, found, named, at)), written)
    education = education_of(lines)
    background = Background(
        named=named,
        known=frozenset(skills),
        at=at,
        levels=levels,
        periods=[_period(lines, entry, at) for entry in found],
    )
    evidence = (
        *_role_evidence(roles, at),
        *_education_evidence(education, named, at),
        *suggestions_of(lines, background),
        *listed(lines, [n for n in named if may_list(n, skills)], named, at),
    )
    return Resume(
        roles=roles,
        education=education,
        evidence=evidence,
        text=written.text,
        name=document.name,
        language=language_of(written.text),
        person=written.person,
        named=named,
        notes=tuple(
            _notes(
                (*document.notes, *written.notes, *_untold(lines, met)),
                written.text,
                lines,
                roles,
                evidence,
                found,
                at,
            )
        ),
    )


def _untold(lines: Sequence[Line], met: Sequence[Entry]) -> Iterator[str]:
    """A note where dates were met that belong to no job that could be named."""
    lost = [entry for entry in met if not is_told(lines, entry)]
    if lost:
        dates = "; ".join(dict.fromkeys(lines[entry.dated].words[:60] for entry in lost[:3]))
        yield (
            f"{len(lost)} stretch(es) of dates name no job that could be read ({dates}); "
            "add those roles by hand."
        )


def _named(
    text: str, lines: Sequence[Line], found: Sequence[Entry], finder: Finder
) -> Iterator[NamedSkill]:
    owner = {i: k for k, entry in enumerate(found) for i in range(entry.first, entry.last)}
    place = 0
    for mention in finder.mentions(text):
        while place + 1 < len(lines) and lines[place + 1].start <= mention.start:
            place += 1
        if lines[place].heading:
            continue
        yield NamedSkill(
            skill=mention.skill,
            surface=mention.surface,
            start=mention.start,
            end=mention.end,
            role=owner.get(place),
            quote=_line_around(lines[place], mention.start - lines[place].start),
        )


def _line_around(line: Line, place: int) -> str:
    """The line, or where it runs on for ever the part around a place in it."""
    if len(line.words) <= _LONG_QUOTE:
        return line.words
    return line.words[max(0, place - _LONG_QUOTE // 2) : place + _LONG_QUOTE // 2].strip()


_LONG_QUOTE = 400
"""Characters of a line that are quoted whole."""


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


def _exact(roles: tuple[Role, ...], written: Written) -> tuple[Role, ...]:
    """Titles and organisations as the data name them, where every role was found."""
    if len(roles) != len(written.roles):
        return roles
    return tuple(
        replace(role, title=title or role.title, organisation=organisation)
        for role, (title, organisation) in zip(roles, written.roles, strict=True)
    )


def _period(lines: Sequence[Line], entry: Entry, at: date) -> tuple[int, int, date]:
    return lines[entry.first].start, lines[entry.last - 1].end, entry.period.end or at


def _role_evidence(roles: Sequence[Role], at: date) -> Iterator[Evidence]:
    for index, role in enumerate(roles):
        if role.start <= at:
            yield role_evidence(
                role, at=at, roles=roles, id=f"cv-role-{index + 1}", confirmed=False
            )


def _education_evidence(
    education: Sequence[Education], named: Sequence[NamedSkill], at: date
) -> Iterator[Evidence]:
    for index, study in enumerate(education):
        about = dict.fromkeys(n.skill for n in named if n.quote == study.quote)
        if about and study.degree is not Degree.NONE:
            seen = date(study.year, 7, 1) if study.year and study.year < at.year else at
            yield Evidence(
                id=f"cv-education-{index + 1}",
                kind="education",
                at=seen,
                title=study.field or study.degree.value,
                source=study.institution,
                quote=study.quote,
                confirmed=False,
                observations=tuple(
                    Observation(skill=skill, level=_STUDY_LEVEL[study.degree]) for skill in about
                ),
                details={"degree": study.degree.value},
            )


_STUDY_LEVEL = {Degree.FIRST: 1.0, Degree.HIGHER: 1.5, Degree.DOCTORATE: 2.0}
"""Level that a degree which names the skill suggests: study alone seldom goes beyond work with help."""


def _notes(
    notes: Sequence[str],
    text: str,
    lines: Sequence[Line],
    roles: Sequence[Role],
    evidence: Sequence[Evidence],
    found: Sequence[Entry],
    at: date,
) -> Iterator[str]:
    yield from notes
    language = language_of(text)
    if language not in _READ_WELL and len(text) > 600:
        yield (
            "The language was not recognised; headings and dates may have been missed, so look "
            "through the roles with care."
        )
    if not roles:
        yield "No role with dates was found; add your roles by hand, or write dates like 'Jan 2020 - present'."
    if any(entry.period.rough for entry in found):
        yield "Some roles give years only; they are taken from mid-year to mid-year."
    if any(role.start > at for role in roles):
        yield "A role begins in the future; it counts for nothing yet."
    if _INSTRUCTION.search(text):
        yield "The CV holds words addressed to a machine; they were read as text and have no effect."
    if undated := sum(
        e.kind not in ("role", "self-rating", "education") and e.at == at for e in evidence
    ):
        yield f"{undated} record(s) carry no date and are dated today until you correct them."
