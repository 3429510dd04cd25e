"""The walk as commands take it: open the store, walk, keep, show that it is working."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from seasoned.cli.keys import posting_key
from seasoned.cli.showing import working
from seasoned.journeys.next_step import NextStep


def walked(
    person: int,
    *,
    at: date,
    stage: str = "",
    context: str | None = None,
    archetype: str | None = None,
    only_postings: Sequence[str] = (),
    with_plan: bool = False,
    keep: bool = True,
) -> NextStep:
    """The next step of a person, with a sign of life while it is worked out."""
    with working("Working it out"):
        from seasoned.journeys.workspace import my_next_step

        return my_next_step(
            person,
            at=at,
            stage=stage,
            context=context,
            archetype=archetype,
            only_postings=[posting_key(person, key) for key in only_postings],
            with_plan=with_plan,
            keep=keep,
        )


def the_one(contexts: Sequence[str]) -> str | None:
    """The context when one is given, None for the person's own."""
    return contexts[0] if contexts else None
