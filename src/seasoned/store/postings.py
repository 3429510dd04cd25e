"""Job adverts as they are kept: appended, edited by newer versions, archived and brought back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from django.db import transaction

from seasoned.market.posting import Posting
from seasoned.store import versions
from seasoned.store.rows import plain, value_from
from seasoned.store.tables import PostingVersion

WHAT = "advert"


def add_posting(person: int, posting: Posting) -> str:
    """Store a new advert; returns its id, which is its own when that is free."""
    return versions.add(PostingVersion, person, plain(posting), prefix="p", closed=posting.archived)


def add_all_postings(person: int, postings: Sequence[Posting]) -> tuple[str, ...]:
    """Store several adverts, all or none; returns their ids."""
    with transaction.atomic():
        return tuple(add_posting(person, posting) for posting in postings)


def list_postings(person: int, *, archived: bool = False) -> tuple[Posting, ...]:
    """Adverts in the order in which they were added; archived ones only when asked for."""
    rows = versions.current(PostingVersion, person, with_closed=archived)
    return tuple(_posting(row) for row in rows)


def load_posting(person: int, key: str) -> Posting:
    """One advert as it stands now, archived or not. Raises UnknownId."""
    return _posting(versions.newest(PostingVersion, person, key, what=WHAT))


def edit_posting(person: int, key: str, posting: Posting) -> Posting:
    """A new version in place of the advert; the earlier one stays in its history."""
    return change_posting(person, key, lambda _: posting)


def change_posting(person: int, key: str, edit: Callable[[Posting], Posting]) -> Posting:
    """The advert after an edit of its newest version, made while no one else can write."""

    def edited(body: dict[str, Any]) -> dict[str, Any]:
        changed: dict[str, Any] = plain(edit(value_from(Posting, body)))
        return changed

    versions.change(PostingVersion, person, key, edited, what=WHAT)
    return load_posting(person, key)


def archive_posting(person: int, key: str, *, archived: bool = True) -> Posting:
    """Leave the advert out of gap and demand from now on, or bring it back."""
    versions.change(PostingVersion, person, key, lambda body: body, what=WHAT, closed=archived)
    return load_posting(person, key)


def posting_history(person: int, key: str) -> tuple[Posting, ...]:
    """Every version of an advert, oldest first. Raises UnknownId."""
    return tuple(_posting(row) for row in versions.history(PostingVersion, person, key, what=WHAT))


def _posting(row: PostingVersion) -> Posting:
    return replace(value_from(Posting, row.body), archived=row.closed)
