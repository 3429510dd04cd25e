"""Values of an advert with their words and their source, both where text and data field differ."""

from __future__ import annotations

from collections.abc import Iterator

from seasoned.market.posting import Fact, Salary, Source, Span
from seasoned.market.structured import Fields
from seasoned.market.workplace import Told

NOWHERE = Span(start=0, end=0, quote="")
"""The span of what only a data field says."""


def both(kind: str, field: str, told: Fact | None) -> Iterator[Fact]:
    """The fact of the text, and that of the field unless the text says the same."""
    if told:
        yield told
    if field and (told is None or told.value.casefold() != field.casefold()):
        yield Fact(kind=kind, value=field, span=NOWHERE, source=Source.FIELD)


def told_fact(kind: str, span: Span | None, value: str = "") -> Fact | None:
    """What the text says; the quote is the value unless one is given."""
    if span is None or not (value or span.quote):
        return None
    return Fact(kind=kind, value=value or span.quote, span=span)


def workplace_chosen(told: Told | None, field: str) -> str:
    """The text where it is plain about the role, else the data field, else what it lets be guessed.

    A board's "remote" often means "not every day in the office", so the words win.
    """
    if told and (told.plain or not field):
        return told.workplace
    return field


def pay_said(pay: Salary) -> str:
    """Pay as one value: "60000-75000 EUR a year"."""
    upper = f"-{pay.high:g}" if pay.high else ""
    return f"{pay.low:g}{upper} {pay.currency} a {pay.period}"


def salary_facts(told: Salary | None, field: Salary | None) -> Iterator[Fact]:
    """Pay of the text and of the field."""
    return both(
        "salary",
        pay_said(field) if field else "",
        told_fact("salary", told.span, pay_said(told)) if told else None,
    )


def posted_facts(known: Fields) -> Iterator[Fact]:
    """The day of posting, which only data fields tell."""
    return both("posted", known.posted.isoformat() if known.posted else "", None)
