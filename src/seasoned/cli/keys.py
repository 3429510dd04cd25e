"""Ids as they are typed: whole, or any beginning that leads to one thing only."""

from __future__ import annotations

from collections.abc import Iterable


def whole_key(typed: str, known: Iterable[str]) -> str:
    """The one known id that begins so, or what was typed when there is none or more than one.

    Examples
    --------
    >>> whole_key("acme", ["acme-engineer-1f", "beta-engineer-2e"])
    'acme-engineer-1f'
    """
    ids = tuple(known)
    if typed in ids:
        return typed
    near = [key for key in ids if key.startswith(typed)]
    return near[0] if typed and len(near) == 1 else typed


def evidence_key(person: int, typed: str) -> str:
    """The whole id of a piece of evidence."""
    from seasoned.store.evidence import list_evidence

    return whole_key(typed, (e.id for e in list_evidence(person, with_dropped=True)))


def posting_key(person: int, typed: str) -> str:
    """The whole id of an advert."""
    from seasoned.store.postings import list_postings

    return whole_key(typed, (p.id for p in list_postings(person, archived=True)))
