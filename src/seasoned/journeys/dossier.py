"""What the person gathers about companies, joined with what the companies' adverts say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from seasoned.errors import InputError, InvalidValue
from seasoned.journeys.workspace import my_content
from seasoned.market.dossier import Dossier, Entry, Pattern, dossiers, patterns
from seasoned.profile.sense import short_enough
from seasoned.skills.finding import finder_for
from seasoned.store import postings, things

KIND = "dossier"


def add_entry(
    person: int,
    company: str,
    *,
    what: str,
    text: str,
    source: str,
    at: date,
    today: date,
    named: Sequence[str] = (),
) -> Entry:
    """Store something about a company, with its source. Raises InvalidValue."""
    if at > today:
        raise InvalidValue("date", at.isoformat(), "today or a day before")
    entry = Entry(
        id=things.new_key(person, company),
        company=short_enough("company", " ".join(company.split())),
        what=what,
        text=short_enough("text", text.strip(), 10_000),
        source=short_enough("source", source.strip(), 2000),
        at=at,
        patterns=tuple(
            dict.fromkeys(short_enough("pattern", " ".join(one.split()), 100) for one in named)
        ),
    )
    return things.keep_thing(person, KIND, entry)


def my_dossiers(person: int, company: str = "") -> tuple[Dossier, ...]:
    """The person's dossiers, or that of one company. Raises InputError for one not heard of."""
    found = dossiers(_entries(person), postings.list_postings(person), company)
    if company.strip() and not found:
        raise InputError(
            f"Nothing is known of {company!r} yet; add something with: seasoned dossier add "
            "COMPANY, or read one of its adverts."
        )
    return found


def my_patterns(person: int) -> tuple[Pattern, ...]:
    """What three or more of the companies do, with the sources."""
    finder = finder_for(my_content().skills)
    return patterns(_entries(person), postings.list_postings(person), finder)


def _entries(person: int) -> tuple[Entry, ...]:
    return things.list_things(person, KIND, Entry)
