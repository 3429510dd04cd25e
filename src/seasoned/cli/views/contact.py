"""Contacts in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from seasoned.cli.showing import heading, line
from seasoned.planning.contact import Contact, Proposed


def show_contacts(found: Sequence[Proposed]) -> None:
    """Company by company, each level with what it means and how it stands to the person's stage."""
    if not found:
        line("No contact yet.")
    for _, group in groupby(found, key=lambda one: one.contact.company.casefold()):
        ones = list(group)
        heading(ones[0].contact.company)
        for one in ones:
            line(f"{one.contact.at:%Y-%m-%d} {one.contact.stage.value}: {_about(one.contact)}")
            line(f"  {one.words}.", hang=2)
            if one.why:
                line(f"  By {one.why}." if one.stages else f"  {one.why}.", "dim", hang=2)


def _about(contact: Contact) -> str:
    parts = (contact.role, f"from {contact.who}" if contact.who else "", contact.note)
    return f"{'; '.join(filter(None, parts)) or 'no details'} ({contact.id})"
