"""Ids as they are typed: whole, or any beginning that leads to one thing only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seasoned.errors import InputError


def whole_key(typed: str, known: Iterable[str]) -> str:
    """The one known id that begins so, or what was typed when there is none.

    Raises InputError when more than one begins so.

    Examples
    --------
    >>> whole_key("acme", ["acme-engineer-1f", "beta-engineer-2e"])
    'acme-engineer-1f'
    """
    ids = tuple(known)
    if typed in ids:
        return typed
    near = [key for key in ids if typed and key.startswith(typed)]
    if len(near) > 1:
        raise InputError(
            f"{len(near)} ids begin with {typed!r}: {', '.join(near[:5])}; type more of it."
        )
    return near[0] if near else typed


def short_keys(known: Iterable[str]) -> dict[str, str]:
    """For each id its shortest beginning, in whole words, that no other id has.

    Examples
    --------
    >>> short_keys(["ml-engineer-1f", "ml-platform-2e", "analyst-3d"])
    {'ml-engineer-1f': 'ml-engineer', 'ml-platform-2e': 'ml-platform', 'analyst-3d': 'analyst'}
    """
    ids = tuple(known)
    return {key: _short(key, ids) for key in ids}


def _short(key: str, ids: Sequence[str]) -> str:
    words = key.split("-")
    beginnings = ("-".join(words[:count]) for count in range(1, len(words)))
    return next(
        (begun for begun in beginnings if sum(other.startswith(begun) for other in ids) == 1), key
    )


def evidence_key(person: int, typed: str) -> str:
    """The whole id of a piece of evidence."""
    from seasoned.store.evidence import list_evidence

    return whole_key(typed, (e.id for e in list_evidence(person, with_dropped=True)))


def posting_key(person: int, typed: str) -> str:
    """The whole id of an advert."""
    from seasoned.store.postings import list_postings

    return whole_key(typed, (p.id for p in list_postings(person, archived=True)))


def note_key(person: int, typed: str) -> str:
    """The whole id of a note."""
    from seasoned.store.notes import list_notes

    return whole_key(typed, (n.id for n in list_notes(person, with_dropped=True)))


def thing_key(person: int, kind: str, typed: str) -> str:
    """The whole id of an offer, contact or dossier entry."""
    from seasoned.store.things import keys_of

    return whole_key(typed, keys_of(person, kind))
