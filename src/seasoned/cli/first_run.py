"""The first questions and what becomes of the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import click

from seasoned.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a first run was given; anything may be empty."""

    cv: str = ""
    ratings: tuple[str, ...] = ()
    adverts: tuple[str, ...] = ()
    ask: bool = False


def asked_for(
    person: int, cv: str | None, ratings: Sequence[str], adverts: Sequence[str], *, ask: bool
) -> Given:
    """The given answers, the missing ones asked for when a person sits there and knows nothing yet."""
    from seasoned.cli.asking import asked_path
    from seasoned.store.evidence import list_evidence

    fresh = ask and not list_evidence(person)
    if fresh:
        click.echo(
            "Welcome. Three questions; Enter skips any of them. Nothing leaves this machine.\n"
        )
    if cv is None and fresh:
        cv = asked_path("Where is your CV? (PDF, DOCX, text; Enter skips)")
    if not adverts and fresh:
        folder = asked_path("A file or folder of job adverts that interest you? (Enter skips)")
        adverts = (folder,) if folder else ()
    return Given(cv=cv or "", ratings=tuple(ratings), adverts=tuple(adverts), ask=fresh)


def gathered(person: int, given: Given, *, at: date, confirm: bool, quiet: bool = False) -> None:
    """Store what was given. When asking, a bad file is told and passed over; else it stops."""
    for step in (_cv, _ratings, _adverts):
        try:
            step(person, given, at, confirm, quiet)
        except InputError as error:
            if not given.ask:
                raise
            click.echo(f"That did not work: {error} Going on without it.", err=True)


def _cv(person: int, given: Given, at: date, confirm: bool, quiet: bool) -> None:
    if not given.cv:
        return
    from seasoned.cli.reading import cv_read
    from seasoned.cli.views.cv import show_import
    from seasoned.store.evidence import confirm_evidence, list_evidence

    found = cv_read(person, given.cv, at=at, confirm=confirm)
    new = [e for e in list_evidence(person) if e.id in found.suggested]
    if not quiet:
        show_import(found, new)
    if (
        given.ask
        and new
        and not confirm
        and click.confirm(
            "Is this you, and may it count? (you can drop single pieces later)", default=True
        )
    ):
        confirm_evidence(person, found.suggested)


def _ratings(person: int, given: Given, at: date, confirm: bool, quiet: bool) -> None:
    from seasoned.journeys.naming import rating_from
    from seasoned.journeys.workspace import my_content, rate

    typed = dict(rating_from(my_content().skills, one) for one in given.ratings)
    if not typed and given.ask and click.confirm("\nRate yourself on a few skills?", default=True):
        from seasoned.cli.asking import asked_ratings

        typed = asked_ratings(person, at)
    rate(person, typed, at=at)


def _adverts(person: int, given: Given, at: date, confirm: bool, quiet: bool) -> None:
    if not given.adverts:
        return
    from seasoned.cli.reading import adverts_read
    from seasoned.cli.views.posting import show_added
    from seasoned.store.postings import list_postings, load_posting

    added = adverts_read(person, given.adverts)
    if not quiet:
        kept = [advert.id for advert in list_postings(person, archived=True)]
        show_added(added, [load_posting(person, key) for key in added.ids], kept)
