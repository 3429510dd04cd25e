"""What an advert says beside its demands: title, firm, place, pay, grade, stage, permits, sizes.

Words of the text and fields of a data source are kept side by side as facts; of the two, what the
caller and the data field name wins for title, firm and place, and the text wins for pay and, where
it is plain, for the workplace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seasoned.market.contexts import contexts_of
from seasoned.market.facts import (
    NOWHERE,
    both,
    pay_said,
    posted_facts,
    salary_facts,
    told_fact,
    workplace_chosen,
)
from seasoned.market.hints import lines_with
from seasoned.market.pay import salary_of
from seasoned.market.place import location_told
from seasoned.market.posting import Fact, Requirement, Salary, Source, Span, StageEstimate, Years
from seasoned.market.sections import front_matter, kind_of
from seasoned.market.seniority import grade_of
from seasoned.market.staging import stage_of
from seasoned.market.strength import Judge
from seasoned.market.structured import Fields
from seasoned.market.visa import visa_of
from seasoned.market.workplace import workplace_told

_TITLE_LENGTH = 120
_COMPANY = re.compile(
    r"[ \t#*>-]*(?:company|employer|organi[sz]ation|unternehmen|arbeitgeber|entreprise|"
    r"empresa|bedrijf)\*{0,2}\s*:\*{0,2}[ \t]*([^\n]{2,80})",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """Values that go into a posting as they are; ``skip``: characters at its start that are title."""

    title: str
    skip: int
    company: str
    location: str
    workplace: str
    salary: Salary | None
    seniority: str
    visa: str
    stage: StageEstimate | None
    facts: tuple[Fact, ...]
    notes: tuple[str, ...]


def details_of(
    judge: Judge, known: Fields, years: Sequence[Years], requirements: Sequence[Requirement]
) -> Details:
    """Everything beside the demands, from the text and from the fields beside it."""
    text = judge.text
    named = None if known.title else title_told(text)
    firm, place = company_told(text), location_told(text)
    where = workplace_told(text, judge.sections)
    told, field = salary_of(text, judge.sentences), _field_pay(known)
    title, skip = known.title or (named.quote if named else ""), named.end if named else 0
    grade, permit = grade_of(judge, title, skip, years), visa_of(judge)
    grades = [Fact(kind="seniority", value=grade.name, span=span) for span in grade.spans[:1]]
    facts = (
        *both("title", known.title, told_fact("title", named)),
        *both("company", known.company, told_fact("company", firm)),
        *both("location", known.location, told_fact("location", place)),
        *both(
            "workplace",
            known.workplace,
            told_fact("workplace", where.span, where.workplace) if where else None,
        ),
        *(grades if grade.name else ()),
        *both("visa", "", told_fact("visa", permit.span, permit.visa) if permit else None),
        *posted_facts(known),
        *salary_facts(told, field),
        *contexts_of(text),
    )
    return Details(
        title=title,
        skip=skip,
        company=known.company or (firm.quote if firm else ""),
        location=known.location or (place.quote if place else ""),
        workplace=workplace_chosen(where, known.workplace),
        salary=told or field,
        seniority=grade.name,
        visa=permit.visa if permit else "",
        stage=stage_of(years, grade, requirements),
        facts=facts,
        notes=tuple(_disagreement(told, field)),
    )


def title_told(text: str) -> Span | None:
    """The first line, where it is short and no section heading; it ends where the line does."""
    first = _FIRST.search(text, front_matter(text))
    if not first or len(first[1]) > _TITLE_LENGTH:
        return None
    words = first[1].strip(" #*\t")
    if kind_of(words) or words.endswith((".", ":", ";")):
        return None
    title = re.sub(r"^(?:job )?(?:title|position)\s*:\s*", "", words, flags=re.I)
    return Span(start=first.start(1), end=first.end(), quote=title)


_FIRST = re.compile(r"^(?!(?:[^\w\n]|_){0,300}(?:$|https?:|url\b))[^\S\n]*([^\n]+)", re.I | re.M)
"""The first line that holds words and is no bare address."""


def company_told(text: str) -> Span | None:
    """The firm that a labelled line names."""
    for start, end in lines_with(text, "firm"):
        if match := _COMPANY.match(text, start, end):
            return Span(start=match.start(1), end=match.end(1), quote=match[1].strip(" *"))
    return None


def _field_pay(known: Fields) -> Salary | None:
    if known.pay is None:
        return None
    low, high, currency, period = known.pay
    return Salary(
        low=low, high=high, currency=currency, period=period, span=NOWHERE, source=Source.FIELD
    )


def _disagreement(told: Salary | None, field: Salary | None) -> Iterator[str]:
    """A note where text and data field name different pay."""
    if told is None or field is None or pay_said(told) == pay_said(field):
        return
    low, high = f"{field.low:g}", f"{field.high or field.low:g}"
    yield (
        f"Its text and its data field name different pay ({low} to {high} {field.currency} a {field.period})."
    )
