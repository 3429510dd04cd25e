"""Contacts of companies that came to the person: kept, changed, and compared through the crosswalk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from seasoned.errors import InvalidValue
from seasoned.journeys.workspace import my_content, my_next_step
from seasoned.planning.contact import Contact, Proposed, Talk, proposals
from seasoned.profile.sense import short_enough
from seasoned.store import people, things

KIND = "contact"


def add_contact(person: int, company: str, *, today: date, **given: Any) -> Contact:
    """Store a contact; ``given`` are its further fields. Raises InvalidValue."""
    contact = Contact(id=things.new_key(person, company), company=company.strip(), at=today)
    return things.keep_thing(
        person, KIND, _changed(contact, {**given, "company": company.strip()}, today)
    )


def edit_contact(person: int, key: str, *, today: date, **given: Any) -> Contact:
    """A new version of a contact; what is not given stays. Raises UnknownId or InvalidValue."""
    return things.change_thing(
        person, KIND, Contact, key, lambda contact: _changed(contact, given, today)
    )


def my_contacts(person: int) -> tuple[Contact, ...]:
    """The contacts that are on the list."""
    return things.list_things(person, KIND, Contact)


def my_proposals(person: int, *, at: date) -> tuple[Proposed, ...]:
    """Each contact's level through the crosswalk, against the person's likely stage."""
    contacts = my_contacts(person)
    if not contacts:
        return ()
    ladder = my_content().ladder(people.load_profile(person).wishes.ladder)
    found = my_next_step(person, at=at, with_plan=False, keep=False)
    return proposals(contacts, ladder, likely=found.likely_stage)


def _changed(contact: Contact, given: Mapping[str, Any], today: date) -> Contact:
    fields = {name: value for name, value in given.items() if value is not None}
    for name in ("company", "role", "who", "level", "note"):
        if name in fields:
            short_enough(name, fields[name], 2000 if name == "note" else 300)
    if fields.get("at", today) > today:
        raise InvalidValue("date", fields["at"].isoformat(), "today or a day before")
    if "stage" in fields:
        fields["stage"] = Talk(fields["stage"])
    return replace(contact, **fields)
